"""The secret key of a local installation: made once, kept in a file that only its owner reads."""

import os
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


def local_secret_key(path: Path) -> str:
    """The key kept at ``path``, which is made with mode 600 when it is not there.

    Raises ImproperlyConfigured when the file belongs to somebody else.
    """
    try:
        return path.read_text()
    except FileNotFoundError:
        return _make(path)
    except PermissionError as error:
        raise ImproperlyConfigured(
            f"{path} was made by another user of this machine and cannot be read. "
            "Work as that user, or in a clone of your own."
        ) from error


def _make(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_urlsafe(64))
    try:
        # Linking fails when another process was first, whose key then counts; and the file is
        # whole from the moment that it has its name.
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    return path.read_text()

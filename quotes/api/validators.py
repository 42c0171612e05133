"""The entity tag of an answer, known before the answer is made: a 304 costs one tiny statement.

An answer follows from the version of everything public, from what was asked, and from the program
and the settings that answer.
"""

import hashlib
from functools import lru_cache
from pathlib import Path

from django.http import HttpRequest

from quotes.models.changes import PUBLIC_VERSION

from .bodies.statements import Statement
from .licence import licence

_VERSION = Statement(f"SELECT {PUBLIC_VERSION}".encode(), ())
_PROGRAM = Path(__file__).parents[1]


def entity_tag(request: HttpRequest, version: bytes | None = None) -> str:
    """A strong tag: of the version in which the answer was read, or else of the one now.

    Without a ``version``, ask for it before the data are read: these are then never older than it.
    """
    if version is None:
        [[version]] = _VERSION.run({})
    asked = (
        request.scheme or "",
        request.get_host(),
        request.get_full_path(),
        request.META.get("HTTP_ACCEPT", ""),
    )
    content = b"\0".join((version, program(), *(part.encode() for part in asked)))
    return f'"{hashlib.blake2b(content, digest_size=16).hexdigest()}"'


def is_known(tag: str, request: HttpRequest) -> bool:
    """Whether the client says that it holds the answer of this tag, also as a weak one."""
    return tag in request.META.get("HTTP_IF_NONE_MATCH", "")


@lru_cache(1)
def program() -> bytes:
    """What tells this program and its terms from others, the same in every process of it."""
    found = hashlib.blake2b(licence(), digest_size=16)
    for path in sorted(_PROGRAM.rglob("*.py")):
        found.update(path.read_bytes())
    return found.digest()

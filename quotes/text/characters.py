"""Which characters a text may hold so that PostgreSQL and UTF-8 can carry it."""

import re
import unicodedata

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


class UnstorableText(ValueError):
    """A text holds a character that cannot be stored.

    `kind` is "NUL byte" or "lone surrogate", `offset` its place in code points.
    """

    def __init__(self, kind: str, offset: int) -> None:
        super().__init__(f"The text holds a {kind} at character {offset}; it cannot be stored.")
        self.kind = kind
        self.offset = offset


def check_storable(text: str) -> None:
    """Raise UnstorableText at the first NUL byte or lone surrogate.

    PostgreSQL's text type cannot hold NUL; UTF-8 cannot encode a lone surrogate.
    """
    found = _UNSTORABLE.search(text)
    if found:
        kind = "NUL byte" if found.group() == "\x00" else "lone surrogate"
        raise UnstorableText(kind, found.start())


_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def xml_text(text: str) -> str:
    """The text without the characters that XML 1.0 cannot hold, escaped or not (section 2.2)."""
    return _NOT_IN_XML.sub("", text)


def columns(text: str) -> int:
    """How wide the text is, in letters: characters of East Asian scripts take two."""
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)

"""What kind of document an answer is: by its Content-Type, by its first bytes where it has none."""

import re

from .refused import Reason, Refused

HTML = "text/html"
PLAIN = "text/plain"
_READ = frozenset((HTML, "application/xhtml+xml", PLAIN))
_CHARSET = re.compile(r";\s*charset\s*=\s*\"?\s*([^\s\";]+)", re.IGNORECASE)
# How files begin that are sent as pages by mistake (WHATWG, MIME Sniffing, section 6).
_OTHER_FILES = (
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"\x89PNG\r\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"RIFF", "audio, video or image"),
    (b"\x00\x00\x00", "video"),
    (b"ID3", "audio/mpeg"),
    (b"\x1f\x8b", "application/gzip"),
    (b"{\\rtf", "application/rtf"),
    (b"\xd0\xcf\x11\xe0", "application/msword"),
)
_TAG = re.compile(
    rb"\s*(<!--|<\?xml\b|<(!doctype\s+html|html|head|body|title|meta|link|script|style|div|p|h1|article"
    rb"|table|a|br|iframe|span)[\s>/])",
    re.IGNORECASE,
)
_MARKS = (b"\xef\xbb\xbf", b"\xfe\xff", b"\xff\xfe")
# Bytes that no text holds.
_BINARY = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_LOOKED_AT = 1024


def declared_type(header: str) -> tuple[str, str]:
    """Media type (lower case, "" where none is named) and charset label of a Content-Type."""
    media_type = header.split(";")[0].strip().lower()
    label = _CHARSET.search(header)
    return (media_type if "/" in media_type else ""), label[1] if label else ""


def check_declared(media_type: str) -> None:
    """Raise Refused (content_type) for what is said to be neither HTML nor plain text."""
    if media_type and media_type not in _READ:
        raise Refused(Reason.CONTENT_TYPE, type=media_type[:80])


def found_type(body: bytes, declared: str) -> str:
    """The declared type where the first bytes do not speak against it; else what they are.

    Raises Refused (content_type) for files of other kinds, whatever they are said to be.
    """
    for beginning, media_type in _OTHER_FILES:
        if body.startswith(beginning):
            raise Refused(Reason.CONTENT_TYPE, type=media_type)
    if declared:
        return declared
    start = body[:_LOOKED_AT]
    if start.startswith(_MARKS):
        return HTML if b"<" in start[:8] else PLAIN
    if _TAG.match(start):
        return HTML
    if _BINARY.search(start):
        raise Refused(Reason.CONTENT_TYPE, type="application/octet-stream")
    return PLAIN

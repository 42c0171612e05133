"""Bodies as they were before the server compressed them (RFC 9110, section 8.4), never more
than a limit of them."""

import zlib

from .limits import Limits
from .refused import Reason, Refused

_GZIP = 16 + zlib.MAX_WBITS
_GZIP_MAGIC = b"\x1f\x8b"
# A gzip file may be several; a page never is a thousand.
_MOST_MEMBERS = 1000


def decompressed(body: bytes, encoding: str, limits: Limits, is_cut: bool = False) -> bytes:
    """The body by its Content-Encoding: none, gzip or deflate, once.

    Stops as soon as the limit is passed: a bomb is never unfolded. `is_cut` says that only the
    beginning of the body is there, which is then all that is given.
    Raises Refused (compression, also where the data end too early; decompressed_too_large).
    """
    name = encoding.strip().lower()
    if name in ("", "identity") or not body:
        return body
    if name in ("gzip", "x-gzip"):
        window = _GZIP
    elif name == "deflate":
        # Said to be zlib's format, and sent without its header by some.
        window = zlib.MAX_WBITS if _has_zlib_header(body) else -zlib.MAX_WBITS
    else:
        raise Refused(Reason.COMPRESSION, encoding=name[:40])
    try:
        unfolded, is_whole = _unfolded(body, window, limits.decompressed_bytes)
    except zlib.error as error:
        raise Refused(Reason.COMPRESSION, encoding=name) from error
    if not is_whole and not is_cut:
        raise Refused(Reason.COMPRESSION, encoding=name)
    return unfolded


def _unfolded(body: bytes, window: int, most: int) -> tuple[bytes, bool]:
    """All members together, and whether the last one was whole."""
    unfolded = bytearray()
    for _ in range(_MOST_MEMBERS):
        member = zlib.decompressobj(window)
        unfolded += member.decompress(body, most + 1 - len(unfolded))
        if len(unfolded) > most:
            raise Refused(Reason.DECOMPRESSED_TOO_LARGE, megabytes=most // 1_000_000)
        body = member.unused_data
        # What follows and is no further member is padding.
        if not (member.eof and window == _GZIP and body.startswith(_GZIP_MAGIC)):
            return bytes(unfolded), member.eof
    raise zlib.error("too many members")


def _has_zlib_header(body: bytes) -> bool:
    """RFC 1950: the method is 8, and the first two bytes are a multiple of 31."""
    return len(body) > 1 and body[0] & 15 == 8 and int.from_bytes(body[:2], "big") % 31 == 0

"""Bytes into text: by byte order mark, header, declaration in the page, and by looking.

As browsers do (Encoding Standard, HTML Standard section 13.2.3), with one difference: what is
said is doubted where the bytes speak against it, for an article with „fÃ¼r“ in it is worth
nothing.
"""

import codecs
import re

from .charset_guessing import guessed
from .charset_labels import UTF_8, UTF_16_BE, UTF_16_LE, Charset, by_label

_MARKS = (
    (codecs.BOM_UTF8, UTF_8),
    (codecs.BOM_UTF16_BE, UTF_16_BE),
    (codecs.BOM_UTF16_LE, UTF_16_LE),
)
# Browsers look at 1024 bytes; pages put longer things before it.
_SEARCHED = 8192
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_META = re.compile(
    rb"<meta[\s/][^>]{0,400}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})", re.IGNORECASE
)
_XML = re.compile(rb"<\?xml\s[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})[\"']")
_HIGH_BYTES = bytes(range(0x80, 0x100))
# A text with a damaged character in every so many is still in that character set.
_DAMAGE = 50


def decode(body: bytes, label: str = "", is_html: bool = True) -> tuple[str, str]:
    """The text of a page and the name of its character set.

    `label` is the charset of the header, if any. First the byte order mark; then the header's
    and the page's own label, the first under which all bytes can be read, but UTF-8 where a
    single-byte set is named and the bytes are UTF-8; then UTF-8; then the label or UTF-8 with a
    few damaged characters (U+FFFD); then a guess, windows-1252 at the last.
    """
    for mark, charset in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(charset.codec, "replace"), charset.name
    charsets = _named(body, label, is_html)
    unlabelled = [] if UTF_8 in charsets else [UTF_8]
    is_utf_8 = not body.isascii() and _read(body, UTF_8) is not None
    for charset in charsets + unlabelled:
        believed = UTF_8 if charset.is_single_byte and is_utf_8 else charset
        text = _read(body, believed)
        if text is not None:
            return text, believed.name
    beyond_ascii = len(body) - len(body.translate(None, _HIGH_BYTES))
    for charset in charsets + unlabelled:
        text = body.decode(charset.codec, "replace")
        if text.count("\ufffd") * _DAMAGE <= beyond_ascii:
            return text, charset.name
    guess = guessed(body)
    return body.decode(guess.codec, "replace"), guess.name


def _named(body: bytes, label: str, is_html: bool) -> list[Charset]:
    """The character sets that are named, the header's first; labels nobody knows left out."""
    named = [by_label(label)]
    if is_html:
        start = _COMMENT.sub(b"", body[:_SEARCHED])
        for pattern in (_XML, _META):
            found = pattern.search(start)
            if found:
                inside = by_label(found[1].decode("latin-1"))
                # Whoever could read this in ASCII did not read UTF-16.
                named.append(UTF_8 if inside in (UTF_16_LE, UTF_16_BE) else inside)
    return list(dict.fromkeys(charset for charset in named if charset))


def _read(body: bytes, charset: Charset) -> str | None:
    try:
        return body.decode(charset.codec)
    except UnicodeDecodeError:
        return None

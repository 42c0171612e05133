"""The character set of bytes that say nothing, or something wrong: by the script they would be.

Tried beside charset-normalizer, which took French for Central European and Shift_JIS for Korean
in articles of a few sentences.
"""

import re

from .charset_labels import WINDOWS_1252, Charset, by_label

# Bytes that are looked at; more make it slow and no better.
_SAMPLE = 20_000
_TAG = re.compile(rb"<[^<>]*>")
_HIGH = re.compile(rb"[\x80-\xff]+")
_LETTER = re.compile(rb"[A-Za-z]")
# Below that share of the letters, those beyond ASCII are the accents of a Latin script.
_SPARSE = 0.3

_SIGNS = "\u2010-\u2044\u3000-\u3020\u30fb\uff00-\uff5e·"
_JAPANESE = re.compile(f"[\u3041-\u30fe\u4e00-\u9fff々{_SIGNS}]")
_KANA = re.compile("[\u3041-\u30fe]")
_KOREAN = re.compile(f"[\uac00-\ud7a3{_SIGNS}]")
_CHINESE = re.compile(
    "[的一是不了在人有我他这這中大来來上国國个個到说說们們为為和地出也时時年得就那要下以会會自对對可后後"
    "能都于於发發成当當方所本同从從动動两兩，。、：；“”「」]"
)
# The most frequent letters of each alphabet, by which the same bytes are told apart.
_ALPHABETS = (
    ("windows-1251", re.compile("[оеаинтсрвлкмдпуя]")),
    ("koi8-r", re.compile("[оеаинтсрвлкмдпуя]")),
    ("windows-1253", re.compile("[αοιετσνηυρπκμλςίόάέή]")),
    ("windows-1255", re.compile("[יוהלארתבמשנ]")),
    ("windows-1256", re.compile("[الينمرتوبةعدسفهك]")),
    ("windows-874", re.compile("[านรอกเงมยลวดทสตะปบคหแจพ่้ัีิื]")),
)
_LANGUAGE = re.compile(rb"<html\s[^>]{0,400}?lang\s*=\s*[\"']?([a-zA-Z]{2})", re.IGNORECASE)
_LATIN = {
    **dict.fromkeys(("cs", "hr", "hu", "pl", "ro", "sk", "sl", "sq"), "windows-1250"),
    **dict.fromkeys(("et", "lt", "lv"), "windows-1257"),
    "tr": "windows-1254",
}


def guessed(body: bytes) -> Charset:
    """The likeliest character set, never UTF-8. For a Latin script windows-1252, or what pages
    in the language of <html lang> are written in."""
    text = _TAG.sub(b" ", body)[:_SAMPLE]
    high = sum(map(len, _HIGH.findall(text)))
    if high > _SPARSE * (high + len(_LETTER.findall(text))):
        # A text cut in the middle of a character is still whole up to there.
        name = _east_asian(text[: text.rfind(b" ") + 1] or text) or _alphabetic(text)
    else:
        language = _LANGUAGE.search(body[:_SAMPLE])
        name = _LATIN.get(language[1].decode().lower(), "") if language else ""
    return by_label(name) or WINDOWS_1252


def _east_asian(text: bytes) -> str:
    """One under which every byte can be read, and read as that language; or ""."""
    for name in ("shift_jis", "euc-jp"):
        characters = _beyond_ascii(text, name)
        if _share(_JAPANESE, characters) > 0.9 and _share(_KANA, characters) > 0.1:
            return name
    if _share(_KOREAN, _beyond_ascii(text, "euc-kr")) > 0.85:
        return "euc-kr"
    chinese = [(_share(_CHINESE, _beyond_ascii(text, name)), name) for name in ("gb18030", "big5")]
    share, name = max(chinese)
    return name if share > 0.1 else ""


def _alphabetic(text: bytes) -> str:
    fits = [
        (_share(letters, _beyond_ascii(text, name, "replace")), name)
        for name, letters in _ALPHABETS
    ]
    share, name = max(fits)
    return name if share > 0.5 else ""


def _share(script: re.Pattern[str], characters: str) -> float:
    return len(script.findall(characters)) / len(characters) if characters else 0.0


def _beyond_ascii(text: bytes, name: str, errors: str = "strict") -> str:
    """The characters beyond ASCII, under this set; none where a byte cannot be read under it."""
    charset = by_label(name) or WINDOWS_1252
    try:
        return "".join(c for c in text.decode(charset.codec, errors) if not c.isascii())
    except UnicodeDecodeError:
        return ""

"""The readable part of an address: letters of every script, joined by hyphens."""

import re
import unicodedata
from functools import lru_cache

from quotes.text.normalising import is_boundary
from quotes.text.unicode_forms import normalised

_APOSTROPHES = re.compile(r"['’ʼ\u00ad\u200b-\u200f\u2060]")


@lru_cache(maxsize=4096)
def slug(text: str, limit: int = 60) -> str:
    """Lower-case words joined by "-", at most `limit` code points, cut between words (inside
    the first only where it alone is longer). "" where the text holds no letter or figure."""
    plain = _APOSTROPHES.sub("", normalised("NFKC", text)).lower()
    plain = normalised("NFC", plain)
    words = "".join(c if unicodedata.category(c)[0] in "LNM" else " " for c in plain).split()
    chosen = ""
    for word in words:
        longer = f"{chosen}-{word}" if chosen else word
        if len(longer) > limit:
            break
        chosen = longer
    if chosen or not words:
        return chosen
    cut = limit
    while not is_boundary(words[0], cut):
        cut -= 1
    return words[0][:cut]

"""The normalisation forms of Unicode (Standard Annex #15), in time that grows with the text alone.

The standard library sorts the marks upon a letter by insertion: a page that sets a hundred thousand
of them upon one keeps it busy for a quarter of a minute, a million for half an hour.
"""

import re
import unicodedata
from itertools import groupby
from typing import Literal

Form = Literal["NFC", "NFD", "NFKC", "NFKD"]
# So many characters that may all be marks. Unicode's own Stream-Safe Text Format allows 30.
# Two are letters by their category: half-width voicing marks.
_MANY_MARKS = re.compile(r"(?:[^\w\s]|[\uff9e\uff9f]){31,}+")


def normalised(form: Form, text: str) -> str:
    """As ``unicodedata.normalize``, which it leaves only the joining to where marks abound."""
    return unicodedata.normalize(form, _MANY_MARKS.sub(lambda found: _sorted(form, found), text))


def _sorted(form: Form, found: re.Match[str]) -> str:
    """The run taken apart, its marks in canonical order: of the same class, as they stood."""
    apart: Form = "NFKD" if form.startswith("NFK") else "NFD"
    characters = (each for one in found.group() for each in unicodedata.normalize(apart, one))
    return "".join(
        each
        for is_mark, run in groupby(characters, lambda each: unicodedata.combining(each) > 0)
        for each in (sorted(run, key=unicodedata.combining) if is_mark else run)
    )

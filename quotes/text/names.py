"""Names folded for search and sorting: without accents, case and punctuation."""

import re
import unicodedata
from functools import lru_cache

from quotes.text.unicode_forms import normalised

# In these scripts a mark is an accent or a vowel point and nobody types it in a search; in all
# others it is part of the letter (ガ is not カ, й is not и).
_SCRIPTS_WITH_ACCENTS = frozenset({"LATIN", "GREEK", "ARABIC", "HEBREW"})
_LETTERS = str.maketrans(
    {
        "ß": "ss", "ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th",
        "ħ": "h", "ı": "i", "ŧ": "t", "ŋ": "n", "ĸ": "k", "ə": "a", "ё": "е", "\u0640": None,
    }
)  # fmt: skip
_APOSTROPHES = re.compile(r"(?<=\w)['’‘ʼʻ´`]+(?=\w)")
_STRESS = re.compile("(?<=[аеиоуыэюяіїєё])[\u0300\u0301]", re.IGNORECASE)


def fold_name(name: str) -> str:
    """The form by which a name is found: "Ahn Gyu-back" and "AHN GYU BACK" give the same.

    Accents go in Latin, Greek, Arabic and Hebrew letters; ß, ł, đ, ø, æ become plain letters;
    hyphens, dots and white space become one space; apostrophes inside a word go.
    """
    name = _APOSTROPHES.sub("", normalised("NFKC", name)).casefold()
    name = _STRESS.sub("", normalised("NFC", name.translate(_LETTERS)))
    letters: list[str] = []
    accents_go = False
    for character in normalised("NFKD", name):
        if unicodedata.category(character).startswith("M"):
            if not accents_go:
                letters.append(character)
            continue
        accents_go = _has_accents(character)
        letters.append(character)
    plain = normalised("NFC", "".join(letters)).translate(_LETTERS)
    return " ".join("".join(c if _is_letter(c) else " " for c in plain).split())


def sort_name(name: str, family: str | None = None) -> str:
    """The folded name with the family name first, where it is known and part of the name."""
    folded, first = fold_name(name), fold_name(family or "")
    if not first:
        return folded
    if folded.startswith(first) and " " not in folded:
        # 中谷元: written without a space, the family name comes first already.
        return f"{first} {folded.removeprefix(first)}".strip()
    given = f" {folded} ".replace(f" {first} ", " ", 1).strip()
    return folded if given == folded else f"{first} {given}".strip()


@lru_cache(maxsize=8192)
def _has_accents(character: str) -> bool:
    return unicodedata.name(character, "").split(" ")[0] in _SCRIPTS_WITH_ACCENTS


@lru_cache(maxsize=8192)
def _is_letter(character: str) -> bool:
    """Letters, figures, and the marks that belong to letters."""
    return unicodedata.category(character)[0] in "LNM"

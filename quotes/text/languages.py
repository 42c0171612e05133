"""Language tags (BCP 47, RFC 5646): well-formed, named, their direction and quotation marks."""

import re
from functools import lru_cache
from typing import Literal

from babel import Locale, UnknownLocaleError

_TAG = re.compile(
    r"""(?P<language>[a-z]{2,3})
        (?P<extended>(?:-[a-z]{3}){0,3})
        (?:-(?P<script>[a-z]{4}))?
        (?:-(?P<region>[a-z]{2}|[0-9]{3}))?
        (?P<variants>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)
        (?P<extensions>(?:-[0-9a-wyz](?:-[a-z0-9]{2,8})+)*)
        (?P<private>-x(?:-[a-z0-9]{1,8})+)?""",
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_PRIVATE = re.compile(r"x(-[a-z0-9]{1,8})+", re.IGNORECASE | re.ASCII)
# Codes that the registry replaces by another.
_REPLACED = {"iw": "he", "ji": "yi", "in": "id", "jw": "jv", "mo": "ro"}
_RIGHT_TO_LEFT_SCRIPTS = frozenset(
    ("Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi")
)
_RIGHT_TO_LEFT_LANGUAGES = frozenset(
    (
        "ar",
        "arc",
        "arz",
        "ckb",
        "dv",
        "fa",
        "glk",
        "he",
        "khw",
        "ks",
        "lrc",
        "mzn",
        "nqo",
        "pnb",
        "ps",
        "sd",
        "syr",
        "ug",
        "ur",
        "yi",
    )
)
_NARROW = "\u202f"
_DEFAULT_MARKS = ("“", "”")
_MARKS = {
    **dict.fromkeys(("bg", "cs", "de", "et", "hr", "is", "ka", "lt", "lb", "sk", "sl"), ("„", "“")),
    **dict.fromkeys(("hu", "pl", "ro", "sr"), ("„", "”")),
    **dict.fromkeys(
        (
            "ar",
            "be",
            "el",
            "es",
            "fa",
            "hy",
            "it",
            "nb",
            "nn",
            "no",
            "pt",
            "ru",
            "uk",
            "az",
            "kk",
            "ky",
            "uz",
        ),
        ("«", "»"),
    ),
    **dict.fromkeys(("fi", "sv"), ("”", "”")),
    "nl": ("“", "”"),
    "da": ("»", "«"),
    "fr": ("«" + _NARROW, _NARROW + "»"),
    "he": ("”", "”"),
    "ja": ("「", "」"),
    "de-CH": ("«", "»"),
    "de-LI": ("«", "»"),
    "fr-CH": ("«" + _NARROW, _NARROW + "»"),
    "pt-BR": _DEFAULT_MARKS,
    "zh-Hant": ("「", "」"),
    "zh-TW": ("「", "」"),
    "zh-HK": ("「", "」"),
    "zh-MO": ("「", "」"),
}


class MalformedLanguage(ValueError):
    """Not a well-formed BCP 47 tag."""

    def __init__(self, tag: str) -> None:
        super().__init__(
            f"“{tag[:40]}” is not a language tag. Write it like one of these: de, ko-Latn, de-AT."
        )
        self.tag = tag


@lru_cache(maxsize=1024)
def canonical(tag: str) -> str:
    """The tag in the case that RFC 5646 recommends (`ko-Latn`, `de-AT`); deprecated two-letter
    codes become their successors.

    Raises MalformedLanguage, also for what the grammar allows and no registry has: languages of
    four to eight letters, irregular grandfathered tags, a variant or extension twice.
    """
    tag = tag.strip()
    if _PRIVATE.fullmatch(tag):
        return tag.lower()
    found = _TAG.fullmatch(tag)
    if not found:
        raise MalformedLanguage(tag)
    variants = found["variants"].lower().split("-")[1:]
    singletons = re.findall(r"-([0-9a-wyz])(?=-)", found["extensions"].lower())
    if len(set(variants)) < len(variants) or len(set(singletons)) < len(singletons):
        raise MalformedLanguage(tag)
    language = found["language"].lower()
    parts = [_REPLACED.get(language, language), *found["extended"].lower().split("-")[1:]]
    if found["script"]:
        parts.append(found["script"].title())
    if found["region"]:
        parts.append(found["region"].upper())
    rest = (found["variants"] + found["extensions"] + (found["private"] or "")).lower()
    return "-".join(parts) + rest


@lru_cache(maxsize=1024)
def language_name(tag: str, in_language: str) -> str:
    """The language's name ("Koreanisch (Lateinisch)"), or the tag where no name is known."""
    try:
        found = _TAG.fullmatch(canonical(tag))
        locale = Locale.parse(canonical(in_language), sep="-")
    except (MalformedLanguage, UnknownLocaleError, ValueError):
        return tag
    if not found:
        return tag
    language, script, region = found["language"], found["script"], found["region"]
    for named, left in (
        ((language, script, region), ()),
        ((language, script), (region,)),
        ((language, region), (script,)),
        ((language,), (script, region)),
    ):
        key = "_".join(part for part in named if part)
        if all(named) and key in locale.languages:
            notes = [locale.scripts.get(p) or locale.territories.get(p) or p for p in left if p]
            return _noted(locale.languages[key], notes)
    return tag


def _noted(name: str, notes: list[str]) -> str:
    """The name with notes in brackets; CLDR names may end in a bracket already."""
    if not notes:
        return name
    if name.endswith(")"):
        return f"{name[:-1]}, {', '.join(notes)})"
    return f"{name} ({', '.join(notes)})"


def direction(tag: str) -> Literal["ltr", "rtl"]:
    """ "rtl" for a script written from right to left, else "ltr"."""
    found = _TAG.fullmatch(tag)
    if not found:
        return "ltr"
    if found["script"]:
        return "rtl" if found["script"].title() in _RIGHT_TO_LEFT_SCRIPTS else "ltr"
    language = found["language"].lower()
    return "rtl" if _REPLACED.get(language, language) in _RIGHT_TO_LEFT_LANGUAGES else "ltr"


def quotation_marks(tag: str) -> tuple[str, str]:
    """Opening and closing mark as printed in that language; “ ” where nothing else is known."""
    found = _TAG.fullmatch(tag)
    if not found:
        return _DEFAULT_MARKS
    language = _REPLACED.get(found["language"].lower(), found["language"].lower())
    script, region = (found["script"] or "").title(), (found["region"] or "").upper()
    for key in (f"{language}-{script}", f"{language}-{region}", language):
        if key in _MARKS:
            return _MARKS[key]
    return _DEFAULT_MARKS

"""The language in which a text is written."""

import threading
import unicodedata
from functools import lru_cache
from typing import Any

from quotes.text.languages import MalformedLanguage, canonical

# Letters and likelihood that are enough to tell, and enough to contradict what a page says of
# itself. A letter of a script that writes words in few signs counts as several.
_ENOUGH = 20, 0.75
_ENOUGH_AGAINST = 120, 0.9
_SIGNS = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL")
_LOOKED_AT = 4000
# What the model tells apart by chance.
_ALIKE = (
    frozenset(("no", "nb", "nn", "da")),
    frozenset(("hr", "sr", "bs", "sh")),
    frozenset(("id", "ms")),
)
_loading = threading.Lock()


def language_of(text: str) -> str:
    """The BCP 47 tag of a text's language (py3langid, 97 languages), "" where it is not clear."""
    return _told(text, *_ENOUGH)


def language_against(text: str, declared: str) -> str:
    """The language of a text that is declared to be another's; "" where the text does not
    contradict clearly."""
    told = _told(text, *_ENOUGH_AGAINST)
    base = declared.split("-")[0]
    if told == base or any(told in alike and base in alike for alike in _ALIKE):
        return ""
    return told


def declared_tag(written: str) -> str:
    """What a page writes as its language (`de_DE`, `en-GB, de`) as a tag; "" for nonsense."""
    try:
        return canonical(written.split(",")[0].split(".")[0].replace("_", "-"))
    except MalformedLanguage:
        return ""


def _told(text: str, letters: int, likely: float) -> str:
    sample = text[:_LOOKED_AT]
    if sum(_weight(character) for character in sample if character.isalpha()) < letters:
        return ""
    language, probability = _identifier().classify(sample)
    return canonical(language) if probability >= likely else ""


@lru_cache(maxsize=4096)
def _weight(letter: str) -> int:
    return 4 if unicodedata.name(letter, "").startswith(_SIGNS) else 1


def _identifier() -> Any:
    """Loaded when first needed: it takes more than a second, and 130 MB."""
    with _loading:
        return _loaded()


@lru_cache(maxsize=1)
def _loaded() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)

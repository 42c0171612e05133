"""What tells German names from other words with a capital."""

from ..tokens import Tokens
from ..word_lists import words
from .function_words import (
    DETERMINERS,
    FUNCTION_WORDS,
    TIMES,
)
from .reporting_verbs import SAYING
from .verb_forms import FINITE

PERSONAL_PRONOUNS = words("er sie ihm ihr seiner ihrer seinen ihren")
BOTH = words("beide beiden beider")
# Capitalised at the start of a sentence, or no part of a name anyway.
NO_NAMES = FUNCTION_WORDS | TIMES | FINITE
_WITH_ARTICLE = words("vom zum zur im beim am")
_ADJECTIVE_ENDINGS = ("en", "er", "es", "em", "e")


def is_before_noun(tokens: Tokens, place: int) -> bool:
    """Whether the word is an article or an adjective."""
    word = tokens.lower[place]
    if word in DETERMINERS or word in _WITH_ARTICLE:
        return True
    return (
        tokens.words[place][:1].islower()
        and word.endswith(_ADJECTIVE_ENDINGS)
        and word not in FUNCTION_WORDS
        and word not in SAYING
        and word not in FINITE
    )

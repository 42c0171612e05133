"""What tells English names from other words with a capital."""

from ..tokens import Tokens
from ..word_lists import words
from .function_words import (
    ADVERBS,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
    TITLES,
)
from .roles import ROLES
from .verb_forms import AUXILIARIES

PERSONAL_PRONOUNS = words("he she him her his")
BOTH = words("both")
# Capitalised at the start of a sentence, or no part of a name anyway.
NO_NAMES = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | ADVERBS | PRONOUNS | TIMES | AUXILIARIES


def is_role(word: str) -> bool:
    """Whether a noun names an office or a profession: no part of a person's name."""
    return word in ROLES or word in TITLES


def base_form(tokens: Tokens, first: int, last: int) -> str:
    """Never: English nouns have one form."""
    return ""


def is_before_noun(tokens: Tokens, place: int) -> bool:
    """Never: English articles stand before names, too (“the Johnson government”)."""
    return False

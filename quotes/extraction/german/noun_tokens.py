"""German nouns, titles in marks, and what stands before a noun, by their form alone."""

from ..quoted import looks_like_title
from ..tokens import Tokens
from .function_words import FUNCTION_WORDS

_ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")
_LONGEST_TITLE = 5


def is_noun(tokens: Tokens, place: int) -> bool:
    """Whether a token is a word with a capital, and none that has it from the sentence's start.

    „dpa-Meldung“, „45-Jährige“ and „die 81-jährige“ are nouns, too.
    """
    if tokens.is_capital(place):
        return tokens.lower[place] not in FUNCTION_WORDS
    word = tokens.words[place]
    _, hyphen, last = word.rpartition("-")
    if not hyphen:
        return False
    if last[:1].isupper():
        return True
    is_last = place + 1 >= len(tokens.words)
    return last.startswith("jährige") and (is_last or not tokens.is_capital(place + 1))


def is_title(tokens: Tokens, place: int) -> bool:
    """Whether a quotation looks like the title of something that can speak: „Der Spiegel“."""
    exact = tokens.quotation(place)
    return looks_like_title(exact) and len(exact.split()) <= _LONGEST_TITLE


def is_attribute(tokens: Tokens, place: int) -> bool:
    """Whether a token is an adjective or a participle before a noun."""
    return (
        tokens.words[place][:1].islower()
        and tokens.lower[place].endswith(_ADJECTIVE_ENDINGS)
        and place + 1 < len(tokens.words)
        and tokens.is_capital(place + 1)
    )

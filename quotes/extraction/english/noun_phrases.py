"""English noun phrases, with what hangs on them by “of”, “for”, “at”, “from”."""

from ..tokens import Tokens
from ..word_lists import words
from .function_words import (
    ABBREVIATIONS,
    ADVERBS,
    ARTICLES,
    BEFORE_ARTICLES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    TIMES,
)
from .rarer_verbs import PLAIN_SAYING
from .reporting_verbs import SAYING
from .roles import ROLES
from .verb_forms import AUXILIARIES, PAST_FORMS

SUBJECT_PRONOUNS = words("he she they it we i")
# A clause begins with them: “told the court he was”, “CNN who reported”.
_NEW_CLAUSE = (SUBJECT_PRONOUNS - {"i"}) | {"who"}
# With a stop behind them they go before a common noun, too: “a U.S. official”.
_STATES = words("u.s u.k u.n e.u d.c")
_HANGING = words("of for at from in with")
_BEFORE_HANGING = words("the a an his her their")
_BEFORE_NOUN = words("the a an its his their")
# A phrase does not end with these.
_UNFINISHED = DETERMINERS | words("of and for at from")
RATHER_NOUNS = words("report reports claim claims")
# Verbs in lower case that are not always verbs: “the company”, “said”.
_VERBS = AUXILIARIES | PAST_FORMS | (SAYING - PLAIN_SAYING)


def is_name(tokens: Tokens, place: int) -> bool:
    """Whether a token has a capital, and is no weekday or month."""
    return tokens.is_capital(place) and tokens.lower[place] not in TIMES


def is_verb(tokens: Tokens, place: int) -> bool:
    """Whether a word in lower case is likely a finite verb or a participle."""
    word = tokens.lower[place]
    if not word or tokens.is_capital(place):
        return False
    if word in SAYING and tokens.lower[place - 1] in _BEFORE_NOUN:
        return False  # “the report”, “a claim”
    if word in RATHER_NOUNS and place > 1 and tokens.lower[place - 2] in _BEFORE_NOUN:
        return False  # “its earnings report”
    if word in _VERBS:
        return tokens.words[place][0].islower()
    return len(word) > 4 and word.endswith("ed") and tokens.lower[place - 1] not in DETERMINERS


def noun_phrase(tokens: Tokens, place: int, last: int) -> tuple[int, int] | None:
    """The noun phrase that begins at a token and ends before another, or None."""
    end = place
    while end < last:
        if end == place and tokens.lower[end] in SUBJECT_PRONOUNS:
            return place, place + 1
        if not _goes_on(tokens, place, end, last):
            break
        end += 1
    while end > place and tokens.lower[end - 1] in _UNFINISHED:
        end -= 1
    return (place, end) if end > place else None


def _goes_on(tokens: Tokens, place: int, end: int, last: int) -> bool:
    """Whether the token at `end` belongs to the phrase that began at `place`."""
    word = tokens.lower[end]
    is_first = end == place
    if word == "." and not is_first and _is_abbreviated(tokens, end, last):
        return True
    if tokens.is_break(end):
        return False
    if word in _HANGING and not is_first and end + 1 < last:
        return (word == "of" or hangs_on(tokens, end)) and not tokens.is_break(end + 1)
    if word == "and":
        return joins_names(tokens, end, last)
    if word in PREPOSITIONS or word in CONJUNCTIONS:
        return False
    if is_first:
        return True
    if word in _NEW_CLAUSE:
        return False
    if word in ARTICLES and tokens.lower[end - 1] not in BEFORE_ARTICLES:
        return False
    if word in TIMES and tokens.is_capital(end):
        return False
    return word not in ADVERBS and not is_verb(tokens, end)


def _is_abbreviated(tokens: Tokens, stop: int, last: int) -> bool:
    """A stop within a name: “Dr. Tom Frieden”, “William S. Saturn”."""
    before = tokens.lower[stop - 1]
    if before in _STATES:
        return stop + 1 < last and tokens.words[stop + 1].isalpha()
    return (
        (len(before) == 1 or before in ABBREVIATIONS)
        and stop + 1 < last
        and is_name(tokens, stop + 1)
    )


def hangs_on(tokens: Tokens, preposition: int) -> bool:
    """ "a spokesman for the ministry", "a professor at Yale": the noun before is a role."""
    after = preposition + 1
    return tokens.lower[preposition - 1] in ROLES and (
        tokens.is_capital(after) or tokens.lower[after] in _BEFORE_HANGING
    )


def joins_names(tokens: Tokens, place: int, last: int) -> bool:
    """Whether “and” stands between two names: “Nakatani and his counterpart Ahn”."""
    after = place + 1
    if after >= last or tokens.is_break(after):
        return False
    if tokens.lower[after] in ("the", "his", "her"):
        after += 1
    return after < last and is_name(tokens, after) and is_name(tokens, place - 1)

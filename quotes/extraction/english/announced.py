"""English words around a quotation: do they call something so, or announce a name or a title?"""

from ..quoted import looks_like_title
from ..reports import Report
from ..tokens import Sentence, Tokens
from ..word_lists import words
from .function_words import is_genitive
from .naming import is_charged, names_only
from .noun_phrases import is_name
from .nouns import NAME_NOUNS, TITLED
from .rarer_verbs import CHARGING, JUDGING
from .reporting_verbs import NAMING, SAYING

# So many tokens from a verb its quotation stands at most; what it calls something, nearer.
_FARTHEST, _FARTHEST_CALLED = 18, 8
# Bear words that are cited as they stand, so many tokens before them at most.
_CITED = words(
    """slogan slogans chant chants sign signs banner banners placard placards inscription
    graffiti"""
)
_FARTHEST_CITED = 7
_ARTICLES = words("a an the")
_KNOWN = words("known identified listed billed registered")
_SO_CALLED = words("so-called self-styled self-proclaimed nicknamed codenamed code-named")
_LONGEST_NICKNAME = 3
_FARTHEST_KNOWN = 14
_LABELS = words("title name nickname label award rank role category alias titles names")
# Take no quotation that stands farther away than what they call so.
_NEAR_ONLY = (JUDGING - SAYING) | CHARGING


def takes(report: Report, tokens: Tokens, place: int) -> bool:
    """Whether a reporting phrase takes the quotation as what is said, called or judged."""
    low, high = sorted((report.token, place))
    if tokens.lower[report.token] in _NEAR_ONLY:
        return place in report.quotes or low == place
    return high - low <= _FARTHEST and ";" not in tokens.words[low:high]


def is_called(report: Report, tokens: Tokens, place: int) -> bool:
    """Whether the quotation is what somebody calls something: “called it a "scandal"”."""
    if place in report.quotes or (place and tokens.lower[place - 1] in ("as", "a", "an")):
        return True
    return tokens.lower[report.token] in NAMING and 0 < place - report.token <= _FARTHEST_CALLED


def is_announced(tokens: Tokens, sentence: Sentence, place: int) -> bool:
    """Whether the words beside a quotation say that it is a name or a title."""
    if place > sentence.first:
        before = tokens.lower[place - 1]
        if before in NAME_NOUNS or _is_so_called(tokens, sentence, place):
            return True
        if _is_nickname(tokens, sentence, place):
            return True
        if tokens.is_capital(place - 1) and is_genitive(before):
            return _is_title(tokens, place)  # “told CNN's "State of the Union"”
    after = place + 1
    return after < sentence.last and tokens.lower[after] in TITLED and _is_title(tokens, place)


def _is_so_called(tokens: Tokens, sentence: Sentence, place: int) -> bool:
    """“known as (the) "X"”, “a virus called the "X"”, “the film, "X"”."""
    at = place - 1
    if at > sentence.first and (tokens.lower[at] in _ARTICLES or tokens.words[at] == ","):
        at -= 1
    if tokens.lower[at] == "as":
        first = max(sentence.first, at - _FARTHEST_KNOWN)
        return any(tokens.lower[before] in _KNOWN for before in range(first, at))
    if tokens.lower[at] == "of" and at > sentence.first:
        # “Rita Holm of "Have No Fear"”, “the title of "King"”
        return tokens.is_capital(at - 1) or tokens.lower[at - 1] in _LABELS
    if tokens.words[place - 1] == ",":
        return tokens.lower[at] in TITLED and _is_title(tokens, place)
    return tokens.lower[at] in _SO_CALLED or names_only(tokens, sentence, at)


def _is_nickname(tokens: Tokens, sentence: Sentence, place: int) -> bool:
    """“Tom "Big T" Hill”."""
    after = place + 1
    return (
        after < sentence.last
        and is_name(tokens, after)
        and is_name(tokens, place - 1)
        and len(tokens.quotation(place).split()) <= _LONGEST_NICKNAME
        and tokens.quotation(place)[-1] not in ".,!?"
    )


def _is_title(tokens: Tokens, place: int) -> bool:
    return looks_like_title(tokens.quotation(place))


def is_cited(tokens: Tokens, sentence: Sentence, place: int) -> bool:
    """Whether a noun shortly before a quotation says that it is cited: signs reading “…”; or
    nobody is said to have called somebody so: “is accused of "inciting violence"”."""
    first = max(sentence.first, place - _FARTHEST_CITED)
    if any(tokens.lower[at] in _CITED for at in range(first, place)):
        return True
    return is_charged(tokens, sentence, place)

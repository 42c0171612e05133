"""English words around a quotation: do they call something so, or announce a name or a title?"""

from ..reports import Report
from ..tokens import Sentence, Tokens
from ..word_lists import words
from .nouns import NAME_NOUNS
from .reporting_verbs import NAMING
from .verb_forms import AUXILIARIES, PAST_FORMS, PRESENT_FORMS

# So many tokens from a verb its quotation stands at most; what it calls something, nearer.
_FARTHEST, _FARTHEST_CALLED = 18, 8
_VERBS = AUXILIARIES | PAST_FORMS | PRESENT_FORMS
_VERB_ENDINGS = ("n't", "n’t", "'s", "'re", "'ve", "'ll", "'m", "’re", "’ve", "’ll", "’m")
# Bear words that are cited as they stand, so many tokens before them at most.
_CITED = words(
    """slogan slogans chant chants sign signs banner banners placard placards inscription
    graffiti"""
)
_FARTHEST_CITED = 7


def holds_verb(exact: str) -> bool:
    """Whether quoted words hold a finite verb, as far as its form tells."""
    plain = (word.strip(".,;:!?…“”\"'()[]").lower() for word in exact.split())
    return any(word in _VERBS or word.endswith(_VERB_ENDINGS) for word in plain)


def takes(report: Report, tokens: Tokens, place: int) -> bool:
    """Whether a reporting phrase takes the quotation as what is said, called or judged."""
    low, high = sorted((report.token, place))
    return high - low <= _FARTHEST and ";" not in tokens.words[low:high]


def is_called(report: Report, tokens: Tokens, place: int) -> bool:
    """Whether the quotation is what somebody calls something: “called it a "scandal"”."""
    if place in report.quotes or (place and tokens.lower[place - 1] in ("as", "a", "an")):
        return True
    return tokens.lower[report.token] in NAMING and 0 < place - report.token <= _FARTHEST_CALLED


def is_announced(tokens: Tokens, sentence: Sentence, place: int) -> bool:
    """Whether the noun before a quotation says that a name or a title follows."""
    return place > sentence.first and tokens.lower[place - 1] in NAME_NOUNS


def is_cited(tokens: Tokens, sentence: Sentence, place: int) -> bool:
    """Whether a noun shortly before a quotation says that it is cited: signs reading “…”."""
    first = max(sentence.first, place - _FARTHEST_CITED)
    return any(tokens.lower[at] in _CITED for at in range(first, place))

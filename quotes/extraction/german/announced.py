"""German words around a quotation: do they call something so, or announce a name or a title?"""

from ..quoted import looks_like_title
from ..reports import Report
from ..tokens import Sentence, Tokens
from ..word_lists import words
from .asking_verbs import CALLING
from .nouns import is_announced_by
from .verb_forms import FINITE, SUBJUNCTIVE

# So many tokens from a verb its quotation stands at most; what it calls something, nearer.
_FARTHEST, _FARTHEST_CALLED, _FARTHEST_AS = 18, 8, 12
_LONGEST_TITLE = 5
_SUBORDINATING = words("während obwohl nachdem weil")
_BEFORE_TITLES = words("wie und oder von mit in auf bei zu an aus ,")
_ARTICLES = words("der die das dem den des zum zur im am beim")
# Endings of finite verbs that few other words in lower case have.
_VERB_ENDINGS = ("te", "ten", "st", "iert", "ieren")
# Bear words that are cited as they stand, so many tokens before them at most.
_CITED = words(
    """parole parolen spruch sprüche sprüchen slogan slogans losung losungen plakat plakate
    plakaten transparent transparente transparenten aufschrift
    aufschriften spruchband rufe rufen"""
)
_FARTHEST_CITED = 7


def holds_verb(exact: str) -> bool:
    """Whether quoted words hold a finite verb, as far as its form tells."""
    return any(_is_verb(word) for word in exact.split())


def _is_verb(word: str) -> bool:
    plain = word.strip(".,;:!?…“”„\"'()").lower()
    if plain in FINITE or plain in SUBJUNCTIVE:
        return True
    return word[:1].islower() and len(plain) > 4 and plain.endswith(_VERB_ENDINGS)


def takes(report: Report, tokens: Tokens, place: int) -> bool:
    """Whether a reporting phrase takes the quotation as what is said, called or judged."""
    low, high = sorted((report.token, place))
    if high - low > _FARTHEST:
        return False
    return not any(
        tokens.words[at] == ";" or (at != low and tokens.lower[at] in _SUBORDINATING)
        for at in range(low, high)
    )


def is_called(report: Report, tokens: Tokens, place: int) -> bool:
    """Whether the quotation is what somebody calls something: „nannte es einen „Skandal““."""
    if place in report.quotes:
        return True
    before = tokens.lower[place - 1] if place else ""
    verb = tokens.lower[report.token]
    if before in ("als", "von", "vom") and abs(report.token - place) <= _FARTHEST_AS:
        return before == "als" or verb.startswith(("spr", "gespr"))
    return verb in CALLING and 0 < place - report.token <= _FARTHEST_CALLED


def is_announced(tokens: Tokens, sentence: Sentence, place: int) -> bool:
    """Whether the words beside a quotation say that it is a name or a title."""
    if place == sentence.first:
        return False
    before = tokens.lower[place - 1]
    if is_announced_by(before):
        return True
    exact = tokens.quotation(place)
    length = len(exact.split())
    if before in _BEFORE_TITLES and 2 <= length <= _LONGEST_TITLE and looks_like_title(exact):
        return True
    if not exact[0].isupper():
        return False
    after = place + 1
    if after < sentence.last and tokens.words[after] == "(" and length <= _LONGEST_TITLE + 1:
        return True  # „Rote Karte“ (2003)
    return before in _ARTICLES and length <= _LONGEST_TITLE and not holds_verb(exact)


def is_cited(tokens: Tokens, sentence: Sentence, place: int) -> bool:
    """Whether a noun shortly before a quotation says that it is cited: „Parolen wie „…““."""
    first = max(sentence.first, place - _FARTHEST_CITED)
    return any(tokens.lower[at] in _CITED for at in range(first, place))

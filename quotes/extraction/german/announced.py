"""German words around a quotation: do they call something so, or announce a name or a title?"""

from itertools import pairwise

from ..quoted import looks_like_title
from ..reports import Report
from ..tokens import Sentence, Tokens
from ..word_lists import words
from .asking_verbs import CALLING, OBJECT_AFTER
from .function_words import DETERMINERS
from .noun_tokens import is_attribute, is_noun
from .nouns import is_announced_by, is_role
from .verb_forms import FINITE, SUBJUNCTIVE
from .well_known_names import is_well_known

# So many tokens from a verb its quotation stands at most; what it calls something, nearer.
_FARTHEST, _FARTHEST_CALLED, _FARTHEST_AS = 18, 8, 12
_LONGEST_TITLE = 5
_SUBORDINATING = words("während obwohl nachdem weil")
_BEFORE_TITLES = words("wie und oder von mit in auf bei zu an aus ,")
_KNOWN_AS = ("bekannt", "bezeichnete", "betitelt")
_ARTICLES = words("der die das dem den des zum zur im am beim")
# „Wir trauern“: a verb behind a pronoun.
_PRONOUNS = words("wir ich er sie es man ihr")
_FINITE_ENDINGS = ("en", "ern", "eln", "et")
# Endings of finite verbs that few other words in lower case have.
_VERB_ENDINGS = ("te", "ten", "st", "iert", "ieren")
# Bear words that are cited as they stand, so many tokens before them at most.
_CITED = words(
    """parole parolen spruch sprüche sprüchen slogan slogans losung losungen plakat plakate
    plakaten transparent transparente transparenten aufschrift
    aufschriften spruchband rufe rufen"""
)
_STANDING = words("stand steht prangte prangt lautete")
_FARTHEST_CITED = 7


def holds_verb(exact: str) -> bool:
    """Whether quoted words hold a finite verb, as far as its form tells."""
    parts = exact.split()
    return any(_is_verb(word) for word in parts) or any(
        pronoun.lower() in _PRONOUNS and word[0].islower() and word.endswith(_FINITE_ENDINGS)
        for pronoun, word in pairwise(parts)
    )


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
    distance = place - report.token
    if verb == "vorgeworfen":  # „hat ihm „Wortbruch“ vorgeworfen“
        distance = abs(distance)
    return verb in CALLING and 0 < distance <= _FARTHEST_CALLED


def is_announced(tokens: Tokens, sentence: Sentence, place: int) -> bool:
    """Whether the words beside a quotation say that it is a name or a title."""
    if place == sentence.first:
        return False
    before = tokens.lower[place - 1]
    exact = tokens.quotation(place)
    if is_announced_by(before) or is_well_known(exact):
        return True
    after = place + 1
    if before == "als" and after < sentence.last and tokens.lower[after].startswith(_KNOWN_AS):
        return tokens.lower[place - 2] in DETERMINERS  # „das als „Dschungel“ bekannte Lager“
    length = len(exact.split())
    if 2 <= length <= _LONGEST_TITLE and looks_like_title(exact):
        if _is_wanted(tokens, sentence, place):
            return False
        if before in _BEFORE_TITLES or _names_thing(tokens, sentence, place):
            return True
    if not exact[0].isupper():
        return False
    if after < sentence.last and tokens.words[after] == "(" and length <= _LONGEST_TITLE + 1:
        return True  # „Rote Karte“ (2003)
    return before in _ARTICLES and length <= _LONGEST_TITLE and not holds_verb(exact)


def _is_wanted(tokens: Tokens, sentence: Sentence, place: int) -> bool:
    """Whether a verb wants the preposition before it: „riet zu „Ruhe und Geduld““."""
    first = max(sentence.first, place - _FARTHEST_AS)
    before = tokens.lower[place - 1]
    return any(OBJECT_AFTER.get(tokens.lower[at]) == before for at in range(first, place - 1))


def _names_thing(tokens: Tokens, sentence: Sentence, place: int) -> bool:
    """„die Pille „Rote Karte““: a common noun, with its article, and a title right behind it."""
    noun = place - 1
    if noun - 1 < sentence.first or not is_noun(tokens, noun) or is_role(tokens.lower[noun]):
        return False
    return tokens.lower[noun - 1] in DETERMINERS or is_attribute(tokens, noun - 1)


def is_cited(tokens: Tokens, sentence: Sentence, place: int) -> bool:
    """Whether a noun shortly before a quotation says that it is cited: „Parolen wie „…““."""
    first = max(sentence.first, place - _FARTHEST_CITED)
    if any(tokens.lower[at] in _CITED for at in range(first, place)):
        return True
    last = min(sentence.last, place + _FARTHEST_CITED)  # „…“, stand auf einem Plakat
    behind = tokens.lower[place + 1 : last]
    return any(verb in behind for verb in _STANDING) and any(word in _CITED for word in behind)

"""German sentences that go on with, or refer back to, what somebody said."""

from ..tokens import Sentence, Tokens
from ..word_lists import words
from .function_words import CONJUNCTIONS, FUNCTION_WORDS, RELATIVE
from .reporting_verbs import SAYING
from .verb_forms import AUXILIARIES, FINITE, is_certainly_subjunctive, is_subjunctive

# „Das teilte die Polizei mit.“
_REFERRING = words("dies das dieses")
_REFERRED = words(
    """berichtete berichteten berichtet teilte teilten meldete meldeten meldet gab gaben erklärte
    erklärten sagte sagten geht bestätigte bestätigten schreibt verkündete melden berichten
    ergab"""
)
_SUBORDINATING = CONJUNCTIONS | RELATIVE
_FINITE = FINITE | AUXILIARIES | SAYING
_FINITE_ENDINGS = ("te", "ten", "t")
_OTHERS = FUNCTION_WORDS
# With „ich“ before them they are present as well.
_FIRST_PERSON = words("solle habe sei werde")


def is_reported(tokens: Tokens, sentence: Sentence) -> bool:
    """Whether the sentence itself is told in the Konjunktiv: „Dies sei nicht geplant.“"""
    places = subjunctives(tokens, sentence)
    if not any(is_certainly_subjunctive(tokens, at) for at in places):
        return False
    return any(_is_main(tokens, sentence, at) for at in places)


def subjunctives(tokens: Tokens, sentence: Sentence) -> list[int]:
    """The verbs in the Konjunktiv, but for those with „ich“."""
    lower = tokens.lower
    return [
        at
        for at in range(sentence.first, sentence.last)
        if is_subjunctive(tokens, at)
        and not (lower[at] in _FIRST_PERSON and at and lower[at - 1] == "ich")
    ]


def clause_start(tokens: Tokens, sentence: Sentence, place: int) -> int:
    """Where the clause of a token begins, behind the last comma or colon."""
    while place > sentence.first and tokens.words[place - 1] not in (",", ";", ":", "–"):
        place -= 1
    return place


def opens_main_clause(tokens: Tokens, sentence: Sentence, start: int, verb: int) -> bool:
    """Whether the clause from a token on is none that hangs on another one."""
    is_last = verb + 1 >= sentence.last or tokens.is_break(verb + 1)
    return tokens.lower[start] not in _SUBORDINATING or not (is_last or start + 1 == verb)


def _is_main(tokens: Tokens, sentence: Sentence, verb: int) -> bool:
    start = clause_start(tokens, sentence, verb)
    if start in (sentence.first, verb) or tokens.lower[sentence.first] in CONJUNCTIONS:
        return True
    is_told_by_other = tokens.words[start - 1] == "," and has_finite(tokens, sentence.first, start)
    return not is_told_by_other and opens_main_clause(tokens, sentence, start, verb)


def has_finite(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a finite verb of the reporter's own stands in tokens first … last-1."""
    return any(
        tokens.words[at][:1].islower()
        and (
            tokens.lower[at] in _FINITE
            or (tokens.lower[at].endswith(_FINITE_ENDINGS) and tokens.lower[at] not in _OTHERS)
        )
        for at in range(first, last)
    )


def refers_back(tokens: Tokens, sentence: Sentence) -> bool:
    """Whether the sentence says who told the one before: „Das teilte die Polizei mit.“"""
    first = sentence.first
    return (
        first + 1 < sentence.last
        and tokens.lower[first] in _REFERRING
        and tokens.lower[first + 1] in _REFERRED
    )

"""German sentences that go on with, or refer back to, what somebody said."""

from ..tokens import Sentence, Tokens
from ..word_lists import words
from .verb_forms import is_certainly_subjunctive

# „Das teilte die Polizei mit.“
_REFERRING = words("dies das dieses")
_REFERRED = words(
    """berichtete berichteten berichtet teilte teilten meldete meldeten meldet gab gaben erklärte
    erklärten sagte sagten geht bestätigte bestätigten schreibt verkündete melden berichten
    ergab"""
)
# With „ich“ before them they are present as well.
_FIRST_PERSON = words("solle habe sei werde")


def is_reported(tokens: Tokens, sentence: Sentence) -> bool:
    """Whether the sentence itself is told in the Konjunktiv: „Dies sei nicht geplant.“"""
    lower = tokens.lower
    return any(
        is_certainly_subjunctive(tokens, at)
        and not (lower[at] in _FIRST_PERSON and lower[at - 1] == "ich")
        for at in range(sentence.first, sentence.last)
    )


def refers_back(tokens: Tokens, sentence: Sentence) -> bool:
    """Whether the sentence says who told the one before: „Das teilte die Polizei mit.“"""
    first = sentence.first
    return (
        first + 1 < sentence.last
        and tokens.lower[first] in _REFERRING
        and tokens.lower[first + 1] in _REFERRED
    )

"""German clauses behind a comma: do they tell what somebody said?"""

from ..tokens import Tokens
from ..word_lists import words
from .function_words import PREPOSITIONS, RELATIVE
from .noun_phrases import noun_phrase
from .verb_forms import is_subjunctive

_RELATIVE = RELATIVE | {"was", "wo", "dessen", "deren"}
_ONLY_RELATIVE = words("deren dessen denen")
# Clauses with them tell why and how, not what.
_NEVER_TOLD = words("indem weil sodass als")
# „um … zu“: an infinitive of purpose.
_OF_PURPOSE = words("um ohne statt anstatt")
# A verb with „zu“ within, „anzunehmen“, has more letters.
_SHORT = 7


def is_told(tokens: Tokens, place: int, last: int) -> bool:
    """Whether the clause from a token on stands in the Konjunktiv, or is an infinitive with „zu“.

    `last` is the end of its sentence.
    """
    lower = tokens.lower
    if lower[place] in _NEVER_TOLD:
        return False
    is_relative = _is_relative(tokens, place, last)
    for at in range(place, last):
        if is_subjunctive(tokens, at):
            # The verb at the end: „…, die man wahrnehmen müsse“.
            is_last = at + 1 >= last or tokens.is_break(at + 1)
            return not (is_last and (is_relative or _is_far_subject(tokens, place, at)))
        if is_relative and tokens.words[at] == ",":
            return False
        if tokens.words[at] == ";":
            break
        if _is_infinitive(tokens, at, last):
            return lower[place] not in _OF_PURPOSE
    return False


def _is_relative(tokens: Tokens, place: int, last: int) -> bool:
    """Whether a relative clause begins: „die“, „in der“, without a noun of its own."""
    lower = tokens.lower
    if lower[place] in ("was", "wo"):
        return True
    if lower[place] in PREPOSITIONS and place + 1 < last:
        place += 1
        if lower[place] in _ONLY_RELATIVE:
            return True
    return lower[place] in _RELATIVE and noun_phrase(tokens, place, last) is None


def _is_far_subject(tokens: Tokens, place: int, verb: int) -> bool:
    """„…, die den Staat schwäche“: what looks like a subject does not end at the verb."""
    if tokens.lower[place] not in _RELATIVE:
        return False
    subject = noun_phrase(tokens, place, verb)
    return subject is None or subject[1] < verb


def _is_infinitive(tokens: Tokens, place: int, last: int) -> bool:
    """„zu gehen“, „anzunehmen“."""
    after = place + 1
    word = tokens.lower[place]
    if word == "zu":
        return (
            after < last and tokens.lower[after].endswith("n") and tokens.words[after][0].islower()
        )
    return (
        len(word) > _SHORT
        and word.endswith("en")
        and "zu" in word[2:]
        and tokens.words[place][0].islower()
    )


def ends_told(tokens: Tokens, first: int, place: int) -> bool:
    """Whether the quotation at a token ends a sentence in the Konjunktiv: „Das sei „falsch““."""
    return not tokens.quotation(place)[0].isupper() and any(
        is_subjunctive(tokens, at) for at in range(first, place)
    )

"""The subject behind a German verb: „…“, sagte am Montag gegenüber Reportern der Minister."""

from ..reports import Report
from ..tokens import Tokens
from .clauses import Clause
from .function_words import ADVERBS, NOMINATIVE, NUMBER, OBJECT_DETERMINERS, PREPOSITIONS, TIMES
from .noun_phrases import noun_phrase
from .noun_tokens import is_noun, is_title
from .nouns import is_feminine, is_role

_CERTAINTY = 0.9
# So many adverbs and phrases stand between a verb and its subject at most.
_MOST_BETWEEN = 8


def find_behind(clause: Clause, report: Report) -> bool:
    """Whether the subject was found behind the finite verb, past adverbs, times and places.

    It is noted in the report.
    """
    tokens, last = clause.tokens, clause.sentence.last
    place = _over_circumstances(clause, clause.finite + 1)
    while place is not None and place < last:
        if tokens.lower[place] not in OBJECT_DETERMINERS:
            break
        told = noun_phrase(tokens, place, last)
        place = told[1] if told else None
    if place is not None and place < last and tokens.lower[place] == "der":
        place = _over_dative(clause, place)
    if place is None or place >= last:
        return False
    speaker = noun_phrase(tokens, place, last)
    if speaker is None:
        return False
    report.speaker = _with_name_after(clause, speaker)
    report.certainty = _CERTAINTY
    clause.is_inverted = True
    clause.end = report.speaker[1]
    return True


def _over_dative(clause: Clause, place: int) -> int:
    """„sagte der „Welt“ Minister Tal“: past whom it was told, where the subject follows."""
    tokens, last = clause.tokens, clause.sentence.last
    told = noun_phrase(tokens, place, last)
    if place + 1 < last and tokens.is_quotation(place + 1):
        return place + 2 if place + 2 < last and _begins_nominative(tokens, place + 2) else place
    if told is None or told[1] >= last or not _begins_nominative(tokens, told[1]):
        return place
    heads = [tokens.lower[at] for at in range(*told) if is_noun(tokens, at)]
    return told[1] if heads and is_feminine(heads[0]) else place


def _begins_nominative(tokens: Tokens, place: int) -> bool:
    return tokens.lower[place] in NOMINATIVE or is_noun(tokens, place)


def _over_circumstances(clause: Clause, place: int) -> int | None:
    """The token after „am Montag in Berlin gegenüber Reportern“; None where the clause ends."""
    tokens, last = clause.tokens, clause.sentence.last
    for _ in range(_MOST_BETWEEN):
        if place >= last:
            break
        word = tokens.lower[place]
        if word in (",", ".", ":", ";"):
            return None
        if tokens.is_quotation(place) and not is_title(tokens, place):
            return None
        if word in PREPOSITIONS and word != "ab":  # „ab“ is the particle of „lehnte … ab“
            place = _over_preposition(clause, place)
        elif word in TIMES or (word in ADVERBS and word not in NOMINATIVE):
            place += 1
        else:
            break
    return place


def _over_preposition(clause: Clause, place: int) -> int:
    tokens, last = clause.tokens, clause.sentence.last
    phrase = noun_phrase(tokens, place + 1, last)
    if phrase:
        return phrase[1]
    if place + 1 >= last or not NUMBER.fullmatch(tokens.words[place + 1]):
        return place + 1
    place += 2  # „am 9. September“
    while place < last and (tokens.words[place] == "." or tokens.lower[place] in TIMES):
        place += 1
    return place


def _with_name_after(clause: Clause, phrase: tuple[int, int]) -> tuple[int, int]:
    """„sagte der Oberrabbiner Israels, Yona Metzger.“: the name follows its apposition."""
    tokens, last, end = clause.tokens, clause.sentence.last, phrase[1]
    if end + 2 >= last or tokens.words[end] != "," or not is_noun(tokens, end + 1):
        return phrase
    named = noun_phrase(tokens, end + 1, last)
    if named is None or named[1] - named[0] < 2 or is_role(tokens.lower[end + 1]):
        return phrase
    is_name = all(
        is_noun(tokens, at) or tokens.words[at] in ("(", ")", ".") for at in range(*named)
    )
    return (phrase[0], named[1]) if is_name else phrase

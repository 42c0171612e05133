"""Past what stands beside a subject in English: phrases of place and time, parentheses."""

from ..tokens import Sentence, Tokens
from ..word_lists import words
from .function_words import ADVERBS, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, TIMES
from .naming import is_charged
from .noun_phrases import hangs_on, is_name, is_verb, noun_phrase
from .roles import ROLES

# Adverbs that begin a subject: “Both ministers”, “the first”.
_BEGINNING = words("both all each first last")
_ARTICLES = words("a an the his her its their")
_WITHIN_PHRASE = ROLES | DETERMINERS | words("of for")


def over_parenthesis(tokens: Tokens, first: int, closing: int, farthest: int) -> int:
    """The token before a parenthesis that ends at a comma, a dash or a bracket; below `first`
    where none is found within `farthest` tokens."""
    mark = tokens.words[closing]
    opening = "(" if mark == ")" else mark
    for at in range(closing - 1, max(first, closing - farthest + 1) - 1, -1):
        if tokens.is_quotation(at) and mark != ")":
            return at if at == closing - 1 else first - 1
        if tokens.words[at] == opening:
            return at - 1
    return first - 1


def over_opening_phrases(tokens: Tokens, start: int, end: int) -> int:
    """Where the subject begins in a stretch (tokens) that ends at its verb."""
    place = start
    while place < end:
        word = tokens.lower[place]
        if word in ADVERBS and word not in _BEGINNING:
            place += 1
        elif word in PREPOSITIONS:
            place = _over_preposition(tokens, place, end)
        else:
            break
    return place


def _over_preposition(tokens: Tokens, place: int, end: int) -> int:
    """Where the phrase after a preposition ends: before the last noun phrase of the stretch."""
    begin = end
    while begin - 1 > place:
        word = tokens.lower[begin - 1]
        if word in PREPOSITIONS and word != "of":
            if begin == end or not hangs_on(tokens, begin - 1):
                break
        elif word in DETERMINERS and tokens.lower[begin - 2] not in PREPOSITIONS:
            return begin - 1
        elif (
            begin < end
            and is_name(tokens, begin)
            and not is_name(tokens, begin - 1)
            and word not in _WITHIN_PHRASE
        ):
            return begin
        begin -= 1
    return max(begin, place + 1)


def phrase_ending_at(tokens: Tokens, first: int, end: int) -> tuple[int, int] | None:
    """The shortest noun phrase that ends with a token: in “a blow to the minister”, “the
    minister”."""
    start = end
    while start > first:
        before = tokens.lower[start - 1]
        if tokens.is_break(start - 1) or is_verb(tokens, start - 1) or before in CONJUNCTIONS:
            break
        if before in PREPOSITIONS and before != "of" and not hangs_on(tokens, start - 1):
            break
        start -= 1
        if before in _ARTICLES and tokens.lower[start - 1] != "of":
            break
    return noun_phrase(tokens, start, end + 1)


def subject_of(tokens: Tokens, sentence: Sentence, end: int) -> tuple[int, int] | None:
    """The subject (tokens) of a clause that ends before a token, whatever its verb is; None where
    it is charged in quoted words, which are another's."""
    if end < len(tokens.words) and tokens.is_quotation(end) and is_charged(tokens, sentence, end):
        return None
    place = sentence.first
    while place < end:
        word = tokens.lower[place]
        if word in PREPOSITIONS:
            governed = noun_phrase(tokens, place + 1, end)
            place = governed[1] if governed else place + 1
        elif tokens.is_break(place) or word in ADVERBS | CONJUNCTIONS | TIMES:
            place += 1
        else:
            return _with_name(tokens, noun_phrase(tokens, place, end), end)
    return None


def _with_name(tokens: Tokens, phrase: tuple[int, int] | None, end: int) -> tuple[int, int] | None:
    """A subject with the name between commas behind it: “the secretary, Kofi Boateng,”."""
    if phrase is None or phrase[1] >= end or tokens.words[phrase[1]] != ",":
        return phrase
    stop = phrase[1] + 1
    while stop < end and (is_name(tokens, stop) or tokens.words[stop] == "."):
        stop += 1
    is_named = stop - phrase[1] > 1 and stop < end and tokens.words[stop] == ","
    return (phrase[0], stop) if is_named else phrase

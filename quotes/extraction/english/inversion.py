"""A subject behind its verb: “…,” said X."""

from ..tokens import Tokens
from ..word_lists import words
from .function_words import PREPOSITIONS, TIMES
from .noun_phrases import is_name, is_verb, noun_phrase
from .reporting_verbs import CUES, NAMING, SAYING, TELLING
from .roles import ROLES
from .verb_forms import AUXILIARIES, holds_verb

# So many tokens back a quotation is looked for, and so many a name has behind an apposition.
_FARTHEST, _LONGEST_NAME = 40, 7
_BEGINNING = words("the a an one his her their its another he she they")
_IN_NAMES = ROLES | words("of for the de van von al bin")
_BEHIND = words("who whose which that and , . ; : ( ) — –") | PREPOSITIONS | TIMES


def subject_behind(
    tokens: Tokens, first: int, verb: int, last: int, place: int
) -> tuple[int, int] | None:
    """The subject behind a verb (a token) of a sentence (tokens first … last-1); `place` is the
    token before the verb and its auxiliaries."""
    if tokens.lower[verb] in TELLING or tokens.lower[verb] not in SAYING:
        return None
    is_quoted = tokens.is_quotation(place) or (
        tokens.words[place] == "," and place > first and tokens.is_quotation(place - 1)
    )
    if not is_quoted and (
        tokens.words[place] != ","
        or tokens.lower[verb] in NAMING
        or _is_behind_subject(tokens, first, place)
    ):
        return None
    speaker = _beginning_at(tokens, verb + 1, last, is_quoted)
    if speaker is None or _is_subject_of_content(tokens, speaker[1], last, is_quoted):
        return None
    return _with_name_after(tokens, speaker, last)


def _is_behind_subject(tokens: Tokens, first: int, comma: int) -> bool:
    """“…,” Rita Holm, the mayor, said: the comma closes what stands beside a subject."""
    for at in range(comma - 1, max(first, comma - _FARTHEST) - 1, -1):
        if tokens.is_quotation(at):
            return at < comma - 1 and not tokens.is_break(at + 1)
        if tokens.lower[at] in CUES and not tokens.is_capital(at):
            return False
    return False


def _beginning_at(
    tokens: Tokens, place: int, last: int, is_behind_quotation: bool
) -> tuple[int, int] | None:
    if place >= last or tokens.is_break(place) or tokens.lower[place] in TIMES:
        return None
    phrase = noun_phrase(tokens, place, last)
    word = tokens.lower[place]
    if phrase is None or is_name(tokens, place) or word in _BEGINNING or word in ROLES:
        return phrase
    # “…,” said committee member Ulf Holm; “…,” said 34-year-old Ulf Holm.
    is_whole = (
        phrase[1] >= last or tokens.is_quotation(phrase[1]) or (tokens.lower[phrase[1]] in _BEHIND)
    )
    head = phrase[1] - 1
    is_person = tokens.lower[head] in ROLES or is_name(tokens, head)
    return phrase if is_behind_quotation and is_whole and is_person else None


def _is_subject_of_content(tokens: Tokens, after: int, last: int, is_quoted: bool) -> bool:
    """“said the 36 must face”: what follows the verb is the subject of what is said."""
    if after < last and tokens.is_quotation(after) and not is_quoted:
        # “someone, perhaps a man, says Zelensky "has no idea"”
        exact = tokens.quotation(after)
        return exact[0].islower() and holds_verb(exact)
    if after >= last or tokens.is_break(after):
        return False
    return tokens.lower[after] in AUXILIARIES or is_verb(tokens, after)


def _with_name_after(tokens: Tokens, phrase: tuple[int, int], last: int) -> tuple[int, int]:
    """“said the university's chancellor, Pradeep Khosla”: the name follows its apposition."""
    end = phrase[1]
    while end + 1 < last and tokens.words[end] == "," and is_name(tokens, end + 1):
        stop = end + 1
        limit = min(last, end + 1 + _LONGEST_NAME)
        while stop < limit and (is_name(tokens, stop) or tokens.lower[stop] in _IN_NAMES):
            stop += 1
        if stop < last and not (tokens.words[stop] in (",", ".", ":") or tokens.is_quotation(stop)):
            break
        end = stop
    return phrase[0], end

"""To whom an English verb says it: “told reporters”, “said to the press”."""

from ..quoted import looks_like_title
from ..reports import Report
from ..tokens import Tokens
from .function_words import is_genitive
from .noun_phrases import is_name, noun_phrase
from .nouns import PUBLIC
from .reporting_verbs import ADDRESSING, SAYING
from .roles import ROLES

_LONGEST_APPOSITION = 10


def over_addressee(tokens: Tokens, last: int, report: Report, place: int) -> int:
    """The token behind the one who is told, if he stands at a token; he is noted in the report."""
    word = tokens.lower[report.token]
    if word in ADDRESSING:
        place = _over_object(tokens, last, report, place)
    if place < last and word in SAYING and tokens.lower[place] in ("to", "with"):
        phrase = noun_phrase(tokens, place + 1, last)
        if phrase and _is_person(tokens, phrase[1] - 1):
            report.addressee = phrase
            return phrase[1]
    return place


def over_title(tokens: Tokens, last: int, end: int) -> int:
    """The token behind a title that belongs to a phrase: “told CNN's "State of the Union"”."""
    is_owned = is_genitive(tokens.lower[end - 1])
    if is_owned and end < last and tokens.is_quotation(end):
        return end + 1 if looks_like_title(tokens.quotation(end)) else end
    return end


def _over_object(tokens: Tokens, last: int, report: Report, place: int) -> int:
    """He ends where a clause of its own begins."""
    phrase = noun_phrase(tokens, place, last)
    if phrase is None:
        return place
    end = phrase[1]
    if is_name(tokens, place):
        end = place + 1
        while end < phrase[1] and (is_name(tokens, end) or tokens.words[end] == "."):
            end += 1
    report.addressee = (place, end)
    end = over_title(tokens, last, end)
    return _over_apposition(tokens, last, end)


def _over_apposition(tokens: Tokens, last: int, end: int) -> int:
    """ "told Anadolu Agency, a local news outlet, that"."""
    if end + 2 >= last or tokens.words[end] != ",":
        return end
    for stop in range(end + 1, min(last - 1, end + 1 + _LONGEST_APPOSITION)):
        if tokens.words[stop] == ",":
            return stop + 1 if tokens.lower[stop + 1] == "that" else end
    return end


def _is_person(tokens: Tokens, head: int) -> bool:
    word = tokens.lower[head]
    return is_name(tokens, head) or word in ROLES or word in PUBLIC

"""A name behind a quotation: “"…" — Rita Holm”, in its line or in the next."""

from ..reports import Report
from ..tokens import Sentence, Tokens
from .noun_phrases import is_name, noun_phrase

_DASHES = ("—", "–", "-", "―")
_STOPS = (".", ":", ",")
_ENDING = (",", ".", "(")
_LONGEST = 8
_CERTAINTY = 0.9


def signature(tokens: Tokens, sentence: Sentence, place: int) -> Report | None:
    """The report of a name that stands alone behind the quotation at a token, and a dash."""
    count = len(tokens.words)
    dash = place + 1
    if dash < count and tokens.words[dash] in _STOPS:
        dash += 1
    name = dash + 1
    if name >= count or tokens.words[dash] not in _DASHES or not is_name(tokens, name):
        return None
    last = name + 1
    while last < min(count, name + _LONGEST) and not _is_new_line(tokens, last):
        last += 1
    speaker = noun_phrase(tokens, name, last)
    if speaker is None:
        return None
    end = speaker[1]
    if end < count and not _is_new_line(tokens, end) and tokens.words[end] not in _ENDING:
        return None
    return Report(dash, tokens.span(dash, dash + 1), speaker, quotes=[place], certainty=_CERTAINTY)


def _is_new_line(tokens: Tokens, place: int) -> bool:
    return "\n" in tokens.text[tokens.ends[place - 1] : tokens.starts[place]]

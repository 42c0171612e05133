"""A name behind a quotation: “"…" — Rita Holm”, in its line or in the next."""

from ..reports import Report
from ..tokens import Sentence, Tokens
from .noun_phrases import is_name, noun_phrase

_DASHES = ("—", "–", "-", "―")
_STOPS = (".", ":", ",")
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
    speaker = noun_phrase(tokens, name, min(count, name + 8))
    if speaker is None:
        return None
    end = speaker[1]
    is_last = end >= count or "\n" in tokens.text[tokens.ends[end - 1] : tokens.starts[end]]
    if not is_last and tokens.words[end] not in (",", ".", "("):
        return None
    return Report(dash, tokens.span(dash, dash + 1), speaker, quotes=[place], certainty=_CERTAINTY)

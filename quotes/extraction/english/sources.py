"""Sources named beside what they say: “according to X, …”."""

from ..reports import Report
from ..tokens import Sentence, Tokens
from .noun_phrases import is_verb, noun_phrase
from .nouns import DOCUMENTS

_CERTAINTY = 0.85
_LONGEST_APPOSITION = 16


def according_to(tokens: Tokens, sentence: Sentence, token: int) -> Report | None:
    """The report that “according” (a token) opens."""
    after = token + 2
    if after > sentence.last or tokens.lower[token + 1] != "to":
        return None
    speaker = noun_phrase(tokens, after, sentence.last)
    if speaker is None and after < sentence.last and tokens.is_quotation(after):
        speaker = (after, after + 1)
    if speaker is None:
        return None
    report = Report(token, tokens.span(token, after), speaker, certainty=_CERTAINTY)
    report.from_document = tokens.lower[speaker[1] - 1] in DOCUMENTS
    report.content = _around(tokens, sentence, token, speaker[1])
    return report


def _around(tokens: Tokens, sentence: Sentence, token: int, end: int) -> tuple[int, int] | None:
    """What is said around or beside the phrase (tokens token … end-1)."""
    begin, stop = tokens.without_stop(sentence)
    after, last = end, sentence.last
    while after < last and tokens.words[after] not in (",", ".", ";"):
        after += 1
    if token - sentence.first <= 1:
        if after + 1 < last and tokens.words[after] == ",":
            return tokens.starts[_over_apposition(tokens, after, last) + 1], stop
        return (tokens.starts[end], stop) if end < last else None
    if after < last and tokens.starts[after] < stop and tokens.words[after] != ";":
        return begin, stop
    before = token - 1
    while before > sentence.first and tokens.words[before] in (",", "("):
        before -= 1
    return begin, tokens.ends[before]


def _over_apposition(tokens: Tokens, comma: int, last: int) -> int:
    """The comma after an apposition: “according to Tom Frieden, formerly the director, …”."""
    for closing in range(comma + 1, min(last - 1, comma + _LONGEST_APPOSITION + 1)):
        if tokens.words[closing] == ",":
            return closing
        if tokens.is_quotation(closing) or is_verb(tokens, closing):
            return comma
    return comma

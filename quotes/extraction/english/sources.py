"""Sources named beside what they say: “according to X, …”."""

from ..reports import Report
from ..tokens import Sentence, Tokens
from ..word_lists import words
from .function_words import is_genitive
from .noun_phrases import is_name, is_verb, noun_phrase
from .nouns import DOCUMENTS
from .other_subjects import with_issuer

_CERTAINTY = 0.85
_LONGEST_APPOSITION, _LONGEST_OWNER = 16, 8
_VIEWS = words("words view opinion estimation telling eyes judgment judgement assessment")
_POSSESSIVES = words("his her their its")
_QUOTING = words("quote paraphrase")
# Where a word such as “per” or “in” opens a source.
OPENERS = words("according per in to as")


def source(tokens: Tokens, sentence: Sentence, token: int) -> Report | None:
    """The report that “according to X”, “per X”, “in the words of X” or “in X's view” opens at a
    token."""
    word, last = tokens.lower[token], sentence.last
    if token + 1 >= last:
        return None
    if word == "according" and tokens.lower[token + 1] == "to":
        return _named_at(tokens, sentence, token, token + 2)
    if word == "per" and (is_name(tokens, token + 1) or tokens.lower[token + 1] == "the"):
        return _named_at(tokens, sentence, token, token + 1)
    if word == "in" and tokens.lower[token + 1] == "the" and token + 3 < last:
        is_view = tokens.lower[token + 2] in _VIEWS and tokens.lower[token + 3] == "of"
        return _named_at(tokens, sentence, token, token + 4) if is_view else None
    if word == "as":
        return _as_put(tokens, sentence, token)
    if word in ("in", "to") and tokens.lower[token + 1] in _POSSESSIVES | _QUOTING:
        return _own_words(tokens, sentence, token)
    if word == "in" and is_name(tokens, token + 1):
        return _own_words(tokens, sentence, token)
    return None


def _own_words(tokens: Tokens, sentence: Sentence, token: int) -> Report | None:
    """“in Holm's words”, “in his view”, “to quote Holm”."""
    if tokens.lower[token + 1] in _QUOTING:
        report = _named_at(tokens, sentence, token, token + 2)
        if report is None or token > sentence.first:
            return None
        report.content = None
        return report
    for at in range(token + 2, min(sentence.last, token + _LONGEST_OWNER)):
        owner = tokens.lower[at - 1]
        is_owned = owner in _POSSESSIVES or owner == "own" or is_genitive(owner)
        if tokens.lower[at] in _VIEWS and is_owned:
            report = Report(token, tokens.span(token, at + 1), (token + 1, at))
            report.content = _around(tokens, sentence, token, at + 1)
            return report
        if tokens.is_break(at):
            break
    return None


def _as_put(tokens: Tokens, sentence: Sentence, token: int) -> Report | None:
    """“as Holm put it, …”."""
    for at in range(token + 2, min(sentence.last - 1, token + _LONGEST_OWNER)):
        if tokens.lower[at] in ("put", "puts") and tokens.lower[at + 1] == "it":
            speaker = noun_phrase(tokens, token + 1, at)
            if speaker is None:
                return None
            report = Report(at, tokens.span(at, at + 2), speaker, certainty=_CERTAINTY)
            if at + 2 < sentence.last and tokens.words[at + 2] != ":":
                report.content = _around(tokens, sentence, token, at + 2)
            return report
    return None


def _named_at(tokens: Tokens, sentence: Sentence, token: int, after: int) -> Report | None:
    """The report of the source that is named at a token, behind the words that open it."""
    if after > sentence.last:
        return None
    speaker = noun_phrase(tokens, after, sentence.last)
    if speaker is None and after < sentence.last and tokens.is_quotation(after):
        speaker = (after, after + 1)
    if speaker is None:
        return None
    speaker = with_issuer(tokens, speaker, sentence.last)
    report = Report(token, tokens.span(token, after), speaker, certainty=_CERTAINTY)
    report.from_document = any(tokens.lower[at] in DOCUMENTS for at in range(*speaker))
    report.content = _around(tokens, sentence, token, speaker[1])
    return report


def _around(tokens: Tokens, sentence: Sentence, token: int, end: int) -> tuple[int, int] | None:
    """What is said around or beside the phrase (tokens token … end-1)."""
    begin, stop = tokens.without_stop(sentence)
    after, last = end, sentence.last
    is_told_on = end < last and tokens.lower[end] in ("who", "which")
    while after < last and tokens.words[after] not in (",", ".", ";"):
        after += 1
    if token - sentence.first <= 1:
        if after + 1 < last and tokens.words[after] == ",":
            return tokens.starts[_over_apposition(tokens, after, last) + 1], stop
        return (tokens.starts[end], stop) if end < last else None
    if (
        not is_told_on
        and after < last
        and tokens.starts[after] < stop
        and tokens.words[after] != ";"
    ):
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

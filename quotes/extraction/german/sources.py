"""Sources named beside what they say: „laut X“, „nach Angaben von X“, „X zufolge“, „…, so X“."""

from ..quoted import is_sentence
from ..reports import Report
from ..tokens import Sentence, Tokens
from ..word_lists import words
from .announced import holds_verb
from .around_sources import said_around, with_apposition
from .function_words import PREPOSITIONS
from .noun_phrases import noun_phrase
from .noun_tokens import is_noun
from .nouns import is_document, is_role, is_view
from .told_clauses import ends_told
from .verb_forms import AUXILIARIES, SUBJUNCTIVE, is_certainly_subjunctive
from .views import view

_NAMED_PLAINLY, _SO, _FOR = 0.85, 0.9, 0.7
_LAUT = words("laut lt gemäß")
_BEFORE_SPEAKER = words("auch etwa zum beispiel weiter")
_FROM = words("von vom aus")
_BEING = words("ist sind war waren bleibt")
_WHOM = words("denen deren dessen")
_BEFORE_ZUFOLGE = AUXILIARIES | SUBJUNCTIVE | PREPOSITIONS
# So many tokens from a phrase its clause or its speaker begins at most.
_FARTHEST = 12
# So large a part of what is said stands in marks where it is no report of its own.
_MOSTLY = 0.3


def source(tokens: Tokens, sentence: Sentence, token: int) -> Report | None:
    """The report that a token opens (or ends: „zufolge“), if it is such a word."""
    report = _source(tokens, sentence, token)
    if report and report.content and _is_quoted(tokens, sentence, report.content):
        report.content = None
    return report


def _is_quoted(tokens: Tokens, sentence: Sentence, content: tuple[int, int]) -> bool:
    """Whether most of what is said stands in marks: „X sagte laut Y: „…““."""
    quoted = sum(
        min(content[1], tokens.ends[at]) - max(content[0], tokens.starts[at])
        for at in range(sentence.first, sentence.last)
        if tokens.is_quotation(at)
        and content[0] <= tokens.starts[at] < content[1]
        and is_sentence(tokens.quotation(at), holds_verb(tokens.quotation(at)))
    )
    return quoted > _MOSTLY * (content[1] - content[0])


def _source(tokens: Tokens, sentence: Sentence, token: int) -> Report | None:
    word = tokens.lower[token]
    if word in _LAUT:
        return view(tokens, sentence, token) or _laut(tokens, sentence, token)
    if word == "so":
        return _so(tokens, sentence, token)
    if word == "zufolge":
        return _zufolge(tokens, sentence, token)
    if word in ("nach", "aus"):
        return view(tokens, sentence, token)
    if word == "für" and token == sentence.first:
        return _fuer(tokens, sentence, token)
    return None


def _laut(tokens: Tokens, sentence: Sentence, token: int) -> Report | None:
    if token + 1 >= sentence.last or (tokens.is_capital(token) and token != sentence.first):
        return None
    speaker = noun_phrase(tokens, token + 1, sentence.last)
    if speaker is None and tokens.is_quotation(token + 1):
        speaker = (token + 1, token + 2)
    if speaker is None:
        return None
    head = tokens.lower[speaker[1] - 1]
    if tokens.lower[token] == "gemäß" and not is_document(head) and not is_role(head):
        return None
    speaker = with_apposition(tokens, sentence, speaker)
    report = _report(tokens, (token, token + 1), speaker)
    report.content = said_around(tokens, sentence, token, speaker[1])
    return report


def _zufolge(tokens: Tokens, sentence: Sentence, token: int) -> Report | None:
    start = token
    while start > sentence.first and not tokens.is_break(start - 1) and token - start < _FARTHEST:
        if tokens.lower[start - 1] in _BEFORE_ZUFOLGE:
            break
        start -= 1
    speaker = _ending_at(tokens, start, token)
    if speaker is None or tokens.lower[speaker[0]] in _WHOM:
        return None
    start, head = speaker[0], speaker[0]
    while head < token and not is_noun(tokens, head):
        head += 1
    if head + 1 < token and is_view(tokens.lower[head]):  # „Angaben der Polizei zufolge“
        begin = head + 2 if tokens.lower[head + 1] in _FROM else head + 1
        speaker = noun_phrase(tokens, begin, token) or speaker
    report = _report(tokens, (token, token + 1), speaker)
    report.content = said_around(tokens, sentence, start, token + 1)
    return report


def _ending_at(tokens: Tokens, start: int, end: int) -> tuple[int, int] | None:
    """The longest noun phrase that ends before a token."""
    for at in range(start, end):
        phrase = noun_phrase(tokens, at, end)
        if phrase and phrase[1] == end:
            return phrase
    return None


def _so(tokens: Tokens, sentence: Sentence, token: int) -> Report | None:
    """„…“, so X; …, so der Sprecher weiter."""
    if token == sentence.first or token + 1 >= sentence.last:
        return None
    before = token - 1
    if tokens.words[before] != "," and not tokens.is_quotation(before):
        return None
    after = token + 1
    while after < sentence.last and tokens.lower[after] in _BEFORE_SPEAKER:
        after += 1
    speaker = noun_phrase(tokens, after, sentence.last)
    if speaker is None or tokens.lower[after] in ("dass", "daß"):
        return None
    speaker = with_apposition(tokens, sentence, speaker)
    report = _report(tokens, (token, token + 1), speaker, _SO)
    report.from_document = is_document(tokens.lower[speaker[1] - 1])
    if tokens.is_quotation(before):
        report.quotes = [before]
    elif before and tokens.is_quotation(before - 1):
        report.quotes = [before - 1]
        if ends_told(tokens, sentence.first, before - 1):
            report.content = (tokens.starts[sentence.first], tokens.ends[before - 1])
    elif before > sentence.first:
        report.content = (tokens.starts[sentence.first], tokens.ends[before - 1])
    return report


def _fuer(tokens: Tokens, sentence: Sentence, token: int) -> Report | None:
    """„Für den Theologen Hans Küng sei der Rücktritt verständlich.“"""
    speaker = noun_phrase(tokens, token + 1, sentence.last)
    if speaker is None or speaker[1] >= sentence.last:
        return None
    if tokens.lower[speaker[1]] in _BEING:  # „Für die Grünen ist das ein „Anschlag““
        places = range(speaker[1], sentence.last)
        quotes = [at for at in places if tokens.is_quotation(at)]
        cue = tokens.span(token, token + 1)
        return Report(token, cue, speaker, quotes=quotes, certainty=_FOR) if quotes else None
    if not is_certainly_subjunctive(tokens, speaker[1]):
        return None
    content = (tokens.starts[speaker[1]], tokens.without_stop(sentence)[1])
    cue = tokens.span(token, token + 1)
    return Report(token, cue, speaker, content=content, certainty=_FOR)


def _report(
    tokens: Tokens,
    cue: tuple[int, int],
    speaker: tuple[int, int],
    certainty: float = _NAMED_PLAINLY,
) -> Report:
    is_written = any(is_document(tokens.lower[at]) for at in range(*speaker))
    return Report(cue[0], tokens.span(*cue), speaker, from_document=is_written, certainty=certainty)

"""Sources named beside what they say: „laut X“, „nach Angaben von X“, „X zufolge“, „…, so X“."""

from ..reports import Report
from ..tokens import Sentence, Tokens
from ..word_lists import words
from .function_words import GENITIVE, PREPOSITIONS, RELATIVE
from .noun_phrases import noun_phrase
from .noun_tokens import is_noun
from .nouns import BEING_VIEWS, VIEW_NOUNS, is_document, is_role
from .verb_forms import AUXILIARIES, SUBJUNCTIVE, is_certainly_subjunctive

_NAMED_PLAINLY, _SO, _FOR = 0.85, 0.9, 0.7
_LAUT = words("laut lt gemäß")
_BEFORE_SPEAKER = words("auch etwa zum beispiel weiter")
_OWN = words("eigenen eigener eigenem seinen ihren deren dessen")
_FROM = words("von vom aus")
_BEFORE_ZUFOLGE = AUXILIARIES | SUBJUNCTIVE | PREPOSITIONS
_AFTER_VIEW = GENITIVE | _FROM | {"mehrerer"}
# So many tokens from a phrase its clause or its speaker begins at most.
_FARTHEST = 12


def source(tokens: Tokens, sentence: Sentence, token: int) -> Report | None:
    """The report that a token opens (or ends: „zufolge“), if it is such a word."""
    word = tokens.lower[token]
    if word in _LAUT:
        return _laut(tokens, sentence, token)
    if word == "so":
        return _so(tokens, sentence, token)
    if word == "zufolge":
        return _zufolge(tokens, sentence, token)
    if word == "nach":
        return _nach(tokens, sentence, token)
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
    report = _report(tokens, (token, token + 1), speaker)
    report.content = _around(tokens, sentence, token, speaker[1])
    return report


def _zufolge(tokens: Tokens, sentence: Sentence, token: int) -> Report | None:
    start = token
    while start > sentence.first and not tokens.is_break(start - 1) and token - start < _FARTHEST:
        if tokens.lower[start - 1] in _BEFORE_ZUFOLGE:
            break
        start -= 1
    speaker = _ending_at(tokens, start, token)
    if speaker is None:
        return None
    start, head = speaker[0], speaker[0]
    while head < token and not is_noun(tokens, head):
        head += 1
    if head + 1 < token and tokens.lower[head] in VIEW_NOUNS:  # „Angaben der Polizei zufolge“
        begin = head + 2 if tokens.lower[head + 1] in _FROM else head + 1
        speaker = noun_phrase(tokens, begin, token) or speaker
    report = _report(tokens, (token, token + 1), speaker)
    report.content = _around(tokens, sentence, start, token + 1)
    return report


def _ending_at(tokens: Tokens, start: int, end: int) -> tuple[int, int] | None:
    """The longest noun phrase that ends before a token."""
    for at in range(start, end):
        phrase = noun_phrase(tokens, at, end)
        if phrase and phrase[1] == end:
            return phrase
    return None


def _nach(tokens: Tokens, sentence: Sentence, token: int) -> Report | None:
    """„nach Angaben von X“, „nach Ansicht des X“, „nach Medienberichten“."""
    noun = token + 1
    limit = min(sentence.last, token + 4)
    while noun < limit and not is_noun(tokens, noun) and not tokens.is_break(noun):
        noun += 1
    if noun >= sentence.last or tokens.lower[noun] not in VIEW_NOUNS:
        return None
    speaker, end = _viewing(tokens, sentence, token, noun)
    if speaker is None and tokens.lower[noun] in BEING_VIEWS:
        speaker = (noun, noun + 1)
    if speaker is None:
        return None
    report = Report(token, tokens.span(token, noun + 1), speaker, certainty=_NAMED_PLAINLY)
    report.content = _around(tokens, sentence, token, end)
    return report


def _viewing(
    tokens: Tokens, sentence: Sentence, token: int, noun: int
) -> tuple[tuple[int, int] | None, int]:
    """Whose view „nach …“ (a token) names with a noun, and where the phrase ends."""
    lower, after = tokens.lower, noun + 1
    if lower[token + 1] in _OWN:
        return _subject_beside(tokens, sentence, token, noun), after
    if after >= sentence.last:
        return None, after
    if lower[after] in _AFTER_VIEW or is_noun(tokens, after):
        begin = after + 1 if lower[after] in _FROM else after
        speaker = noun_phrase(tokens, begin, sentence.last)
        return speaker, speaker[1] if speaker else after
    if tokens.is_quotation(after):
        return (after, after + 1), after + 1
    return None, after


def _subject_beside(
    tokens: Tokens, sentence: Sentence, token: int, noun: int
) -> tuple[int, int] | None:
    """„X hat nach eigenen Angaben …“: the first noun phrase outside of it."""
    for at in range(sentence.first, token):
        speaker = noun_phrase(tokens, at, token)
        if speaker:
            return speaker
    for at in range(noun + 1, sentence.last):
        speaker = noun_phrase(tokens, at, sentence.last)
        if speaker:
            return speaker
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
    report = _report(tokens, (token, token + 1), speaker, _SO)
    report.from_document = is_document(tokens.lower[speaker[1] - 1])
    if tokens.is_quotation(before):
        report.quotes = [before]
    elif before and tokens.is_quotation(before - 1):
        report.quotes = [before - 1]
    elif before > sentence.first:
        report.content = (tokens.starts[sentence.first], tokens.ends[before - 1])
    return report


def _fuer(tokens: Tokens, sentence: Sentence, token: int) -> Report | None:
    """„Für den Theologen Hans Küng sei der Rücktritt verständlich.“"""
    speaker = noun_phrase(tokens, token + 1, sentence.last)
    if speaker is None or speaker[1] >= sentence.last:
        return None
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


def _around(tokens: Tokens, sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """What is said around or beside a phrase such as „laut X“ (tokens first … last-1)."""
    begin, stop = tokens.without_stop(sentence)
    within = _subordinate(tokens, sentence, first, last)
    if within:
        return within
    for at in range(first - 1, sentence.first, -1):
        if tokens.words[at] == ";":
            begin = tokens.starts[at + 1]
            if at + 2 >= first:
                return (tokens.starts[last], stop) if last < sentence.last else None
            break
    if first - sentence.first <= 1:
        after = last
        if after < sentence.last and tokens.words[after] == ",":
            after += 1
        if after >= sentence.last or tokens.starts[after] >= stop:
            return None
        return tokens.starts[after], stop
    if last >= sentence.last or tokens.starts[last] >= stop:
        before = first - 1
        while before > sentence.first and tokens.words[before] in (",", "("):
            before -= 1
        return begin, tokens.ends[before]
    return begin, stop


def _subordinate(
    tokens: Tokens, sentence: Sentence, first: int, last: int
) -> tuple[int, int] | None:
    """The subordinate clause that holds a phrase, if it stands in one."""
    comma = first - 1
    while comma > sentence.first and tokens.words[comma] != "," and first - comma < _FARTHEST:
        comma -= 1
    if comma <= sentence.first or tokens.words[comma] != ",":
        return None
    if comma + 1 >= first or tokens.lower[comma + 1] not in RELATIVE:
        return None
    end = last
    while end < sentence.last and tokens.words[end] not in (",", ".", ";", "!", "?"):
        end += 1
    return tokens.starts[comma + 1], tokens.ends[end - 1]

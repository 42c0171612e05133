"""All reporting phrases of an English sentence."""

from ..reports import Report
from ..tokens import Sentence, Tokens
from .complements import Complement
from .naming import take_ended, take_named
from .reporting_verbs import CUES
from .signatures import signature
from .sources import OPENERS, source
from .subjects import Subject
from .utterances import UTTERANCES, utterance
from .verbal_use import reports_here


def reports(tokens: Tokens, sentence: Sentence) -> list[Report]:
    """The reporting phrases of a sentence, in order."""
    found: list[Report] = []
    for token in range(sentence.first, sentence.last):
        report = None
        if tokens.lower[token] in CUES:
            report = _reported_by_verb(tokens, sentence, token, found)
        if report is None and tokens.lower[token] in UTTERANCES:
            report = utterance(tokens, sentence, token)
        if tokens.lower[token] in OPENERS:
            report = source(tokens, sentence, token)
        elif tokens.is_quotation(token) and token == sentence.first:
            report = signature(tokens, sentence, token)
        if report:
            found.append(report)
    return found


def _reported_by_verb(
    tokens: Tokens, sentence: Sentence, token: int, before: list[Report]
) -> Report | None:
    if not reports_here(tokens, sentence, token):
        return None
    report = Report(token, tokens.span(token, token + 1))
    subject = Subject(tokens, sentence, report, before)
    if not subject.find():
        return None
    Complement(tokens, sentence, report, subject).read()
    take_named(tokens, sentence, report)
    take_ended(tokens, sentence, report)
    return report

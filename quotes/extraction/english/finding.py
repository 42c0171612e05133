"""All reporting phrases of an English sentence."""

from ..reports import Report
from ..tokens import Sentence, Tokens
from ..word_lists import words
from .complements import Complement
from .reporting_verbs import CUES
from .sources import according_to
from .subjects import Subject

# Before a word that looks like a verb these show that it is a noun: “the report”.
_BEFORE_NOUN = words("a an the this that's its his her their of per")


def reports(tokens: Tokens, sentence: Sentence) -> list[Report]:
    """The reporting phrases of a sentence, in order."""
    found: list[Report] = []
    for token in range(sentence.first, sentence.last):
        report = None
        if tokens.lower[token] in CUES:
            report = _reported_by_verb(tokens, sentence, token, found)
        elif tokens.lower[token] == "according" and token + 1 < sentence.last:
            report = according_to(tokens, sentence, token)
        if report:
            found.append(report)
    return found


def _reported_by_verb(
    tokens: Tokens, sentence: Sentence, token: int, before: list[Report]
) -> Report | None:
    if token > sentence.first and (
        tokens.is_capital(token) or tokens.lower[token - 1] in _BEFORE_NOUN
    ):
        return None
    report = Report(token, tokens.span(token, token + 1))
    subject = Subject(tokens, sentence, report, before)
    if not subject.find():
        return None
    Complement(tokens, sentence, report, subject).read()
    return report

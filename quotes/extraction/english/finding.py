"""All reporting phrases of an English sentence."""

from ..reports import Report
from ..tokens import Sentence, Tokens
from ..word_lists import words
from .complements import Complement
from .function_words import is_adverb
from .naming import calls_near, is_charge, names_only, take_named
from .quoted_by_others import is_quoting
from .rarer_verbs import CHARGING, FINDING, FINDING_WORDS, PLAIN, PLURAL_SUBJECTS
from .reporting_verbs import CUES
from .signatures import signature
from .sources import OPENERS, source
from .subjects import Subject
from .utterances import UTTERANCES, utterance
from .verb_forms import AUXILIARIES

# Before a word that looks like a verb these show that it is a noun: “the report”.
_BEFORE_NOUN = words("a an the this that's its his her their of per")

_SHORTEST_PLURAL = 3
# “took to Twitter to call it "a disgrace"”.
_BEFORE_INFINITIVE = words("to would will")


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
    if token > sentence.first and (
        tokens.is_capital(token) or tokens.lower[token - 1] in _BEFORE_NOUN
    ):
        return None
    if is_quoting(tokens, token, sentence.last) or not _may_report(tokens, sentence, token):
        return None
    if names_only(tokens, sentence, token):
        return None
    report = Report(token, tokens.span(token, token + 1))
    subject = Subject(tokens, sentence, report, before)
    if not subject.find():
        return None
    Complement(tokens, sentence, report, subject).read()
    take_named(tokens, sentence, report)
    return report


def _may_report(tokens: Tokens, sentence: Sentence, token: int) -> bool:
    """Whether a verb of finding tells what was found, one of charging with what, and a plain form
    of whom; all other verbs do."""
    if tokens.lower[token] in PLAIN:
        return _is_behind_plural(tokens, sentence, token) or (
            tokens.lower[token - 1] in _BEFORE_INFINITIVE and calls_near(tokens, sentence, token)
        )
    if tokens.lower[token] in CHARGING:
        return is_charge(tokens, sentence, token)
    if tokens.lower[token] not in FINDING:
        return True
    place = token + 1
    while place < sentence.last and is_adverb(tokens.lower[place]):
        place += 1
    if place >= sentence.last:
        return False
    if tokens.is_quotation(place):
        return tokens.lower[token] in FINDING_WORDS
    return tokens.lower[place] == "that"


def _is_behind_plural(tokens: Tokens, sentence: Sentence, token: int) -> bool:
    place = token - 1
    while place > sentence.first and is_adverb(tokens.lower[place]):
        place -= 1
    if place < sentence.first:
        return False
    word = tokens.lower[place]
    return word in PLURAL_SUBJECTS or (
        len(word) > _SHORTEST_PLURAL and word.endswith("s") and word not in AUXILIARIES
    )

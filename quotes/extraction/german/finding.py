"""All reporting phrases of a German sentence, in order."""

from ..reports import Report
from ..tokens import Sentence, Tokens
from .beside_marks import reported_beside_marks, told_with_words
from .clauses import Clause
from .complements import read_complement
from .datelines import without_dateline
from .reporting_verbs import AT_THE_END, SAYING, SELDOM_SAYING, WITH_WORD_BEFORE
from .sources import source
from .subjects import find_speaker
from .unknown_verbs import told_by_unknown_verb
from .utterance_nouns import UTTERANCES, told_by_noun
from .verbs_at_the_end import find_speaker_before_end
from .written import told_of

_VERBS = SAYING | AT_THE_END
# A verb without the word that makes it one of saying is less.
_SURE = 0.5


def reports(tokens: Tokens, sentence: Sentence) -> list[Report]:
    """The reporting phrases of a sentence, in order."""
    sentence = without_dateline(tokens, sentence)
    found: list[Report] = []
    for token in range(sentence.first, sentence.last):
        report = None
        if tokens.is_capital(token) and tokens.lower[token] in UTTERANCES:
            report = told_by_noun(tokens, sentence, token)
            if report is None and tokens.lower[token] == "worten" and token >= sentence.first + 2:
                report = told_with_words(tokens, sentence, token, found)
        elif tokens.lower[token] == "rede" and token > sentence.first:
            report = told_of(tokens, sentence, token)
        elif tokens.lower[token] not in _VERBS:
            report = source(tokens, sentence, token) or reported_beside_marks(
                tokens, sentence, token, is_first=not found
            )
        elif not tokens.is_capital(token):
            report = _reported_by_verb(tokens, sentence, token, found)
        if report:
            found.append(report)
    if not any(report.certainty >= _SURE for report in found):
        unknown = told_by_unknown_verb(tokens, sentence)
        if unknown:
            found.append(unknown)
    return found


def _reported_by_verb(
    tokens: Tokens, sentence: Sentence, token: int, before: list[Report]
) -> Report | None:
    clause = Clause(tokens, sentence, token)
    wanted = WITH_WORD_BEFORE.get(clause.word)
    if wanted and tokens.lower[token - 1] not in wanted:
        return None
    report = Report(token, tokens.span(token, token + 1))
    # Forms such as „erklärt“ end a clause only where an auxiliary goes before them.
    is_last = clause.word in AT_THE_END and (
        clause.word not in SAYING or clause.auxiliary() is not None
    )
    if is_last:
        found = find_speaker_before_end(clause, report)
    else:
        found = find_speaker(clause, report, before)
    if not found:
        return None
    read_complement(clause, report)
    is_unsure = report.certainty < _SURE and not report.quotes
    return None if is_unsure and clause.word in SELDOM_SAYING else report

"""Who says it, where the German verb ends its clause: „hat X gefordert“, „wie X mitteilte“."""

from ..reports import Report
from ..word_lists import words
from .clauses import PLAIN_ADVERBS, Clause
from .function_words import PREPOSITIONS
from .inversion import find_behind
from .noun_phrases import noun_phrase
from .nouns import is_document
from .verb_forms import PASSIVE

# Open a clause that ends with its verb; a relative clause does, too.
_NAMING = words("genannt bezeichnet")
_SUBORDINATING = words("wie was dass daß nachdem während obwohl weil da wobei indem")


def find_speaker_before_end(clause: Clause, report: Report) -> bool:
    """Whether the subject was found; it is noted in the report."""
    tokens, verb = clause.tokens, clause.verb
    start = clause.start_of(verb)
    if tokens.lower[start] == "wie" and clause.word in _NAMING:
        return False  # „Trap, wie er genannt wird“: a name
    if tokens.lower[start] in _SUBORDINATING:
        report.speaker = clause.phrase_in(start + 1, verb)
        clause.end = verb + 1
        return report.speaker is not None
    auxiliary = clause.auxiliary()
    if auxiliary is None:
        return False
    clause.finite = auxiliary
    start = clause.start_of(auxiliary)
    if tokens.lower[auxiliary] in PASSIVE:
        return _find_in_passive(clause, report, start)
    while start < auxiliary and tokens.lower[start] in PLAIN_ADVERBS:
        start += 1
    if start == auxiliary or tokens.lower[start] in PREPOSITIONS:
        return find_behind(clause, report)
    clause.end = auxiliary + 1
    report.speaker = clause.phrase_in(start, auxiliary)
    return report.speaker is not None


def _find_in_passive(clause: Clause, report: Report, start: int) -> bool:
    tokens, auxiliary = clause.tokens, clause.finite
    if clause.word == "zitiert":  # „wird X zitiert“: it is X who speaks
        report.speaker = clause.phrase_in(start, auxiliary)
        if report.speaker is None:
            find_behind(clause, report)
        clause.end = auxiliary + 1
        return report.speaker is not None
    document = _document_before(clause, start)
    if document:
        report.speaker, report.from_document = document, True
        clause.end = auxiliary + 1
        return True
    for at in range(auxiliary + 1, clause.verb):
        if tokens.lower[at] in ("von", "vom", "durch"):
            report.speaker = noun_phrase(tokens, at + 1, clause.verb)
            clause.end = auxiliary + 1
            return report.speaker is not None
    return False


def _document_before(clause: Clause, start: int) -> tuple[int, int] | None:
    """„In der Erklärung wurde … betont“: the document speaks."""
    tokens = clause.tokens
    if tokens.lower[start] not in ("in", "im", "mit"):
        return None
    phrase = noun_phrase(tokens, start + 1, clause.finite)
    if phrase is None or not any(is_document(tokens.lower[at]) for at in range(*phrase)):
        return None
    return phrase

"""„In dem Antrag heißt es: „…““, „…“, hieß es in der Rede, „wie es aus Kreisen hieß“."""

from ..reports import Report
from ..tokens import Sentence, Tokens
from ..word_lists import words
from .clauses import Clause
from .noun_phrases import noun_phrase

_READ_IN = words("in im aus bei beim von vom seitens auf")
_WITHOUT_ES = words("verlautete verlautet")
_DOCUMENTS_IN = words("in im auf")
# So many tokens from „hieß es“ what is written is named.
_FARTHEST = 8
_CERTAINTY = 0.7


def find_written(clause: Clause, report: Report) -> bool:
    """Whether „hieß“ says that something is written or told; noted in the report."""
    tokens, verb, last = clause.tokens, clause.verb, clause.sentence.last
    start = clause.start_of(verb)
    if tokens.lower[start] == "wie":
        return tokens.lower[start + 1] == "es" and _find_source(
            clause, report, range(start + 2, verb)
        )
    if clause.word not in _WITHOUT_ES and (verb + 1 >= last or tokens.lower[verb + 1] != "es"):
        return False
    before = verb - 1
    if before > clause.sentence.first and tokens.words[before] == ",":
        before -= 1
    if before >= clause.sentence.first and tokens.is_quotation(before):
        report.quotes.append(before)
    behind = range(verb + 2, min(last, verb + _FARTHEST))
    if not _find_source(clause, report, (*range(start, verb), *behind)):
        return _tell_of_nobody(clause, report)
    if report.speaker:
        clause.end = max(verb + 2, report.speaker[1] if report.speaker[0] > verb else 0)
    clause.is_inverted = start == verb
    return True


def _find_source(clause: Clause, report: Report, places: range | tuple[int, ...]) -> bool:
    tokens = clause.tokens
    for at in places:
        if tokens.lower[at] not in _READ_IN:
            continue
        report.speaker = noun_phrase(tokens, at + 1, clause.sentence.last)
        if report.speaker:
            report.from_document = tokens.lower[at] in _DOCUMENTS_IN
            return True
    return False


def _tell_of_nobody(clause: Clause, report: Report) -> bool:
    """„Niemand sei verletzt, hieß es.“: what was said, and nobody who did."""
    tokens, comma = clause.tokens, clause.verb - 1
    if comma <= clause.sentence.first or tokens.words[comma] != ",":
        return False
    clause.is_inverted = True
    return not tokens.is_quotation(comma - 1)


def told_of(tokens: Tokens, sentence: Sentence, token: int) -> Report | None:
    """„In dem Papier ist von „…“ die Rede“: „Rede“ is a token."""
    if tokens.lower[token - 1] != "die" or tokens.lower[sentence.first] not in _DOCUMENTS_IN:
        return None
    speaker = noun_phrase(tokens, sentence.first + 1, token)
    quotes = [at for at in range(sentence.first, token) if tokens.is_quotation(at)]
    if speaker is None or not quotes or "von" not in tokens.lower[speaker[1] : token]:
        return None
    cue = tokens.span(token - 1, token + 1)
    return Report(token, cue, speaker, from_document=True, quotes=quotes, certainty=_CERTAINTY)

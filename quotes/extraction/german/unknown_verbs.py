"""German reports whose verb is on no list: „X setzte dagegen, dass das nicht gehe“.

What follows in the Konjunktiv tells that somebody said it.
"""

from ..reports import Report
from ..tokens import Sentence, Tokens
from .clauses import Clause, subject_of
from .objects import stop_before_next
from .telling_on import clause_start, has_finite, is_reported, opens_main_clause, subjunctives
from .verb_forms import is_certainly_subjunctive

_CERTAINTY = 0.6
_OPENERS = frozenset({"dass", "daß", "ob"})
_NOBODY = frozenset({"es", "man", "das", "dies"})
# A report has more tokens before its comma.
_SHORTEST = 3


def told_by_unknown_verb(tokens: Tokens, sentence: Sentence) -> Report | None:
    """The report of a sentence without a known verb of saying, if its mood shows one."""
    places = subjunctives(tokens, sentence)
    if not places or is_reported(tokens, sentence):
        return None
    verb = places[0]
    start = clause_start(tokens, sentence, verb)
    comma = start - 1
    if comma - sentence.first < _SHORTEST or tokens.words[comma] != "," or start == verb:
        return None
    if not is_certainly_subjunctive(tokens, verb) or not has_finite(tokens, sentence.first, comma):
        return None
    is_told = tokens.lower[start] in _OPENERS or opens_main_clause(tokens, sentence, start, verb)
    subject = subject_of(tokens, sentence, comma)
    if not is_told or subject is None or tokens.lower[subject[0]] in _NOBODY:
        return None
    before = Clause(tokens, sentence, comma)
    stop = stop_before_next(before, start, tokens.without_stop(sentence)[1])
    cue = tokens.span(comma - 1, comma)
    content = (tokens.starts[start], stop)
    return Report(comma - 1, cue, subject, content=content, certainty=_CERTAINTY)

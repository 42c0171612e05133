"""Nouns that tell of speech: “his claim that …”, “Holm's call for …”, “a warning that …”."""

from ..reports import Report
from ..tokens import Sentence, Tokens
from ..word_lists import words
from .function_words import is_genitive
from .noun_phrases import is_name
from .positions import subject_of
from .reporting_verbs import CUES

UTTERANCES = words(
    """claim claims remark remarks comment comments assertion assertions allegation allegations
    accusation accusations warning warnings promise promises pledge pledges vow vows call calls
    demand demands insistence suggestion contention argument arguments belief admission denial
    assurance assurances description characterisation characterization declaration criticism
    praise apology plea pleas appeal appeals threat threats statement statements complaint
    complaints conclusion prediction proposal explanation answer response reply retort testimony
    tweet tweets post posts message messages words objection assessment verdict ruling quip boast
    joke confession condemnation denunciation dismissal portrayal request motto"""
)
_POSSESSIVES = words("his her their its my our")
# Behind the noun, where nobody owns it: “issued a warning that …”.
_OPENING = words("that of about")
# Behind it, where somebody does.
_HANGING = _OPENING | words("for to as against on the")
_FARTHEST = 14
# So many adjectives stand between an owner and the noun.
_MOST_ADJECTIVES = 2
_CERTAINTY = 0.8


def utterance(tokens: Tokens, sentence: Sentence, noun: int) -> Report | None:
    """The report of the noun at a token, if a quotation hangs on it."""
    quotation = _quotation_behind(tokens, sentence, noun)
    if quotation is None or tokens.lower[noun + 1] not in _HANGING:
        return None
    speaker = _owner(tokens, sentence, noun)
    if speaker is None and tokens.lower[noun + 1] in _OPENING:
        speaker = subject_of(tokens, sentence, noun)
        if speaker and noun < speaker[1]:
            speaker = None
    if speaker is None:
        return None
    cue = tokens.span(noun, noun + 1)
    return Report(noun, cue, speaker, quotes=[quotation], certainty=_CERTAINTY)


def _quotation_behind(tokens: Tokens, sentence: Sentence, noun: int) -> int | None:
    for at in range(noun + 1, min(sentence.last, noun + _FARTHEST)):
        if tokens.is_quotation(at):
            return at if at > noun + 1 else None
        if tokens.is_break(at) or (tokens.lower[at] in CUES and tokens.lower[at - 1] != "the"):
            return None
    return None


def _owner(tokens: Tokens, sentence: Sentence, noun: int) -> tuple[int, int] | None:
    for at in range(noun - 1, max(sentence.first, noun - 1 - _MOST_ADJECTIVES) - 1, -1):
        if tokens.is_break(at):
            return None
        if tokens.lower[at] in _POSSESSIVES:
            return at, at + 1
        if is_genitive(tokens.lower[at]):
            return _from_beginning(tokens, sentence, at), at + 1
    return None


def _from_beginning(tokens: Tokens, sentence: Sentence, at: int) -> int:
    """Where the phrase of an owner begins: “the minister's”, “Rita Holm's”."""
    start = at
    while start > sentence.first and is_name(tokens, at) and is_name(tokens, start - 1):
        start -= 1
    if start > sentence.first and tokens.lower[start - 1] in ("the", "a", "an"):
        start -= 1
    return start

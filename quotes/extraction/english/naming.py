"""What a verb of calling takes: “called it a "scandal"” is speech, “a pattern called "glider"” a
name."""

from ..reports import Report
from ..tokens import Sentence, Tokens
from ..word_lists import words
from .function_words import is_adverb
from .rarer_verbs import CHARGING
from .reporting_verbs import CUES, NAMING
from .verb_forms import PASSIVE

_PARTICIPLES = words(
    "called termed named dubbed nicknamed titled entitled labelled labeled known christened styled"
)
# With one of these before it, the verb has its object there: “what he called a "scandal"”.
_RELATIVE = words("what which that whom who and")
_FARTHEST_RELATIVE = 12
# What somebody else tells that one thinks is that one's wording no more.
_THINKING = words("considered deemed deems likened")
_TAKING = (NAMING - _THINKING) | CHARGING
_CHARGED = words("for with of as over on")
_FARTHEST = 10

# Say as what somebody is charged or judged, where nobody is named who does.
_CHARGES = words(
    """accused charged convicted suspected guilty described condemned criticised criticized
    denounced dismissed hailed praised decried portrayed characterised characterized slammed"""
)
_BEHIND_PARTICIPLE = words("of with as for")
_FARTHEST_PARTICIPLE = 6


def names_only(tokens: Tokens, sentence: Sentence, verb: int) -> bool:
    """Whether the verb at a token is a participle that a name follows: “a virus dubbed "X"”."""
    if tokens.lower[verb] not in _PARTICIPLES:
        return False
    place = verb + 1
    if place < sentence.last and tokens.lower[place] in ("a", "an", "the", "as"):
        place += 1
    if place >= sentence.last or not tokens.is_quotation(place):
        return False
    before = verb - 1
    while before > sentence.first and is_adverb(tokens.lower[before]):
        before -= 1
    if before < sentence.first or tokens.lower[before] in PASSIVE:
        return False
    first = max(sentence.first, verb - _FARTHEST_RELATIVE)
    return not any(tokens.lower[at] in _RELATIVE for at in range(first, verb))


def is_charge(tokens: Tokens, sentence: Sentence, verb: int) -> bool:
    """Whether quoted words say with what somebody is charged: “detained for "bad conduct"”."""
    for at in range(verb + 1, min(sentence.last, verb + _FARTHEST)):
        if tokens.is_quotation(at):
            return tokens.lower[at - 1] in _CHARGED
        if tokens.is_break(at) or tokens.lower[at] in CUES:
            return False
    return False


def is_charged(tokens: Tokens, sentence: Sentence, place: int) -> bool:
    """Whether somebody is charged or judged in the quoted words at a token: “is accused of …”."""
    if place - 2 < sentence.first or tokens.lower[place - 1] not in _BEHIND_PARTICIPLE:
        return False
    return any(
        tokens.lower[at] in _CHARGES and not tokens.is_capital(at)
        for at in range(max(sentence.first, place - _FARTHEST_PARTICIPLE), place - 1)
    )


def calls_near(tokens: Tokens, sentence: Sentence, verb: int) -> bool:
    """Whether a quotation stands so near behind a verb of calling that it takes it."""
    if tokens.lower[verb] not in NAMING:
        return False
    for at in range(verb + 1, min(sentence.last, verb + _FARTHEST)):
        if tokens.is_quotation(at):
            return True
        if tokens.is_break(at) or tokens.lower[at] in CUES:
            return False
    return False


def take_named(tokens: Tokens, sentence: Sentence, report: Report) -> None:
    """Notes in a report the quotation that its verb calls something: “condemned what it described
    as "a disgrace"” is what was described, not what was condemned."""
    if tokens.lower[report.token] not in _TAKING or report.quotes:
        return
    for at in range(report.token + 1, min(sentence.last, report.token + _FARTHEST)):
        if tokens.is_quotation(at):
            report.quotes = [at]
            return
        if tokens.is_break(at) or tokens.lower[at] in CUES:
            return


def take_ended(tokens: Tokens, sentence: Sentence, report: Report) -> None:
    """Notes in a report the quotation that its speaker stands directly behind: “…,” X said. Its
    own comma tells that it ends there."""
    if report.speaker is None:
        return
    before = min(report.speaker[0], report.token) - 1
    if before < sentence.first or not tokens.is_quotation(before) or before in report.quotes:
        return
    if tokens.quotation(before)[-1] in ",!?":
        report.quotes.append(before)

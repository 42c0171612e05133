"""German verbs beside a quotation that no list knows: „…“, empörte sich X."""

from ..quoted import is_sentence
from ..reports import Report
from ..tokens import Sentence, Tokens
from ..word_lists import words
from .announced import holds_verb
from .clauses import Clause, subject_of
from .function_words import FUNCTION_WORDS
from .inversion import find_behind
from .verb_forms import is_subjunctive

_CERTAINTY = 0.75
_ENDINGS = ("t", "te", "ten", "en")
_STRONG = words("schrie schrien rief sang las log befahl bot fand stieß lud gab warf ließ kam")
_NO_VERBS = words("jetzt sonst oft fast längst deren denen")
# „mit diesen Worten“.
_THESE = words("diesen den")


def reported_beside_marks(
    tokens: Tokens, sentence: Sentence, token: int, is_first: bool
) -> Report | None:
    """The report of a verb (a token) that follows a quotation, or what is told, and a comma.

    `is_first`: no other report goes before in the sentence.
    """
    if token == sentence.first or token + 1 >= sentence.last:
        return None
    place = token - 1
    if tokens.words[place] in (",", "–", "-"):
        place -= 1
    elif not tokens.is_quotation(place) or place != sentence.first:
        return None
    verb = token
    if tokens.lower[token] == "mit":
        if token + 3 >= sentence.last or tokens.lower[token + 2] != "worten":
            return None
        verb = token + 3 if tokens.lower[token + 1] in _THESE else token
    if not _looks_finite(tokens, verb):
        return None
    report = Report(verb, tokens.span(verb, verb + 1), certainty=_CERTAINTY)
    if not find_behind(Clause(tokens, sentence, verb), report):
        return None
    report.certainty = _CERTAINTY
    if tokens.is_quotation(place):
        exact = tokens.quotation(place)
        if is_sentence(exact, holds_verb(exact)):
            report.quotes.append(place)
            return report
    if is_first and any(is_subjunctive(tokens, at) for at in range(sentence.first, place)):
        report.content = (tokens.starts[sentence.first], tokens.ends[place])
        return report
    return None


def told_with_words(
    tokens: Tokens, sentence: Sentence, token: int, before: list[Report]
) -> Report | None:
    """„Mit den Worten „…“ eröffnete X“, „X eröffnete mit den Worten „…““: „Worten“ is a token.

    `before` are the reports of the sentence so far.
    """
    place = token + 1
    if place < sentence.last and tokens.words[place] == ":":
        place += 1
    if place >= sentence.last or not tokens.is_quotation(place):
        return None
    if tokens.lower[token - 1] not in _THESE or tokens.lower[token - 2] != "mit":
        return None
    cue = tokens.span(token - 2, token + 1)
    report = Report(token, cue, certainty=_CERTAINTY, quotes=[place])
    verb = place + 1
    if token - 2 == sentence.first and verb < sentence.last and _looks_finite(tokens, verb):
        return report if find_behind(Clause(tokens, sentence, verb), report) else None
    report.speaker = before[-1].speaker if before else subject_of(tokens, sentence, token - 2)
    return report if report.speaker else None


def _looks_finite(tokens: Tokens, place: int) -> bool:
    word = tokens.lower[place]
    if not tokens.words[place][:1].islower() or word in FUNCTION_WORDS or word in _NO_VERBS:
        return False
    return word in _STRONG or (len(word) > 3 and word.endswith(_ENDINGS))

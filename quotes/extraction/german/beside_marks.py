"""German verbs beside a quotation that no list knows: „…“, empörte sich X."""

from ..quoted import is_sentence
from ..reports import Report
from ..tokens import Sentence, Tokens
from ..word_lists import words
from .announced import holds_verb
from .clauses import Clause
from .function_words import FUNCTION_WORDS
from .inversion import find_behind
from .verb_forms import is_subjunctive

_CERTAINTY = 0.75
_ENDINGS = ("t", "te", "ten", "en")
_STRONG = words("schrie schrien rief sang las log befahl bot fand stieß lud gab warf ließ kam")
_NO_VERBS = words(
    "nicht jetzt erst selbst sonst zuletzt dort oft fast samt jüngst längst deren denen"
)
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


def _looks_finite(tokens: Tokens, place: int) -> bool:
    word = tokens.lower[place]
    if not tokens.words[place][:1].islower() or word in FUNCTION_WORDS or word in _NO_VERBS:
        return False
    return word in _STRONG or (len(word) > 3 and word.endswith(_ENDINGS))

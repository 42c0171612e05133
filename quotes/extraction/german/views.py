"""„nach Angaben von X“, „aus Sicht der X“, „X Meinung nach“: whose view it is."""

from ..reports import Report
from ..tokens import Sentence, Tokens
from ..word_lists import words
from .around_sources import said_around, with_apposition
from .function_words import GENITIVE
from .noun_phrases import noun_phrase
from .noun_tokens import is_attribute, is_noun
from .nouns import is_document, is_view, stands_alone

_CERTAINTY = 0.85
_OWN = words("eigenen eigener eigenem")
_POSSESSIVE = words("seinen seiner ihren ihrer deren dessen")
_FROM = words("von vom aus")
_GENITIVE = GENITIVE | words("mehrerer einiger vieler zahlreicher verschiedener beider aller")
_WITH_ARTICLE = words("einer einem")
# „Seiner Meinung nach“.
_BEFORE_NACH = words("meinung ansicht auffassung einschätzung überzeugung angaben aussage aussagen")
# So many tokens behind „nach“ the noun stands.
_FARTHEST_NOUN = 4


def view(tokens: Tokens, sentence: Sentence, token: int) -> Report | None:
    """The report that „nach“, „laut“ or „aus“ (a token) opens, if a noun of views follows."""
    if token > sentence.first and tokens.lower[token] == "nach":
        behind = _behind_noun(tokens, sentence, token)
        if behind:
            return behind
    noun = token + 1
    limit = min(sentence.last, token + _FARTHEST_NOUN)
    while noun < limit and not is_noun(tokens, noun) and not tokens.is_break(noun):
        noun += 1
    if noun >= sentence.last or tokens.is_break(noun):
        return None
    after = noun + 1
    is_own = after < sentence.last and is_view(tokens.lower[after])
    if is_own and tokens.lower[noun].endswith("s") and tokens.is_capital(after):
        return _report(tokens, sentence, (token, after + 1), (noun, after))  # „nach Holms Ansicht“
    word = tokens.lower[noun]
    if word != "sicht" if tokens.lower[token] == "aus" else not is_view(word):
        return None
    if tokens.lower[token] not in ("nach", "aus") and is_document(word):
        return None  # „laut der Studie“: the document speaks
    speaker = _viewing(tokens, sentence, token, noun)
    return _report(tokens, sentence, (token, after), speaker) if speaker else None


def _report(
    tokens: Tokens, sentence: Sentence, cue: tuple[int, int], speaker: tuple[int, int]
) -> Report:
    report = Report(cue[0], tokens.span(*cue), speaker, certainty=_CERTAINTY)
    end = cue[1]
    if speaker[0] > cue[0] and speaker[1] > end and speaker[0] - end <= 1:
        report.speaker = with_apposition(tokens, sentence, speaker)
        end = report.speaker[1]
    report.content = said_around(tokens, sentence, cue[0], end)
    return report


def _behind_noun(tokens: Tokens, sentence: Sentence, token: int) -> Report | None:
    """„Ihrer Meinung nach“, „Meinung der Experten nach“."""
    if tokens.lower[token - 1] not in _BEFORE_NACH or token - 2 < sentence.first:
        return None
    owner = token - 2
    if tokens.lower[owner] not in _POSSESSIVE:
        return None
    speaker = _pronoun_in(tokens, sentence) or (owner, owner + 1)
    report = Report(token, tokens.span(owner, token + 1), speaker, certainty=_CERTAINTY)
    report.content = said_around(tokens, sentence, owner, token + 1)
    return report


def _viewing(tokens: Tokens, sentence: Sentence, token: int, noun: int) -> tuple[int, int] | None:
    """Whose view „nach …“ (a token) names with a noun; the view itself, if nobody's."""
    lower, after, last = tokens.lower, noun + 1, sentence.last
    if lower[token + 1] in _OWN:
        return _subject_beside(tokens, sentence, token, noun)
    if lower[token + 1] in _POSSESSIVE:
        return _pronoun_in(tokens, sentence) or (token + 1, token + 2)
    if lower[token + 1] in _WITH_ARTICLE and is_document(lower[noun]):
        return noun_phrase(tokens, token + 1, last)
    if after < last:
        if tokens.is_quotation(after):
            return after, after + 1
        is_genitive = lower[after] in _GENITIVE or (
            lower[after].endswith("er") and is_attribute(tokens, after)
        )
        if lower[after] in _FROM or is_genitive or is_noun(tokens, after):
            begin = after + 1 if lower[after] in _FROM else after
            speaker = noun_phrase(tokens, begin, last)
            if speaker:
                return speaker
    return (noun, after) if stands_alone(lower[noun]) else None


def _pronoun_in(tokens: Tokens, sentence: Sentence) -> tuple[int, int] | None:
    for at in range(sentence.first, sentence.last):
        if tokens.lower[at] in ("er", "sie"):
            return at, at + 1
    return None


def _subject_beside(
    tokens: Tokens, sentence: Sentence, token: int, noun: int
) -> tuple[int, int] | None:
    """„X hat nach eigenen Angaben …“: the first noun phrase outside of it."""
    for at in range(sentence.first, token):
        speaker = noun_phrase(tokens, at, token)
        if speaker:
            return with_apposition(tokens, sentence, speaker)
    for at in range(noun + 1, sentence.last):
        speaker = noun_phrase(tokens, at, sentence.last)
        if speaker:
            return speaker
    return None

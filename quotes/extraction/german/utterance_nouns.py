"""German nouns that say something: „der Vorwurf der Grünen, …“, „mit der Begründung, …“."""

from ..reports import Report
from ..tokens import Sentence, Tokens
from ..word_lists import words
from .around_sources import with_apposition
from .clauses import Clause, subject_of
from .function_words import GENITIVE
from .noun_phrases import noun_phrase
from .objects import stop_before_next
from .reporting_verbs import SAYING
from .told_clauses import is_told
from .verb_forms import AUXILIARIES, FINITE

_CERTAINTY, _WITH_OWNER = 0.65, 0.9
UTTERANCES = words(
    """vorwurf vorwürfe vorwürfen behauptung behauptungen ankündigung ankündigungen warnung
    warnungen forderung forderungen begründung hinweis hinweise aussage aussagen äußerung
    äußerungen vorschlag appell aufruf bitte zusage versprechen drohung drohungen erklärung
    mitteilung information informationen meldung meldungen botschaft vermutung befürchtung
    befürchtungen hoffnung auffassung ansicht meinung kritik einschätzung these feststellung
    antwort empfehlung worten bemerkung argument argumente zusicherung versicherung überzeugung
    anschuldigung anschuldigungen beschwerde eingeständnis aufforderung prognose vorhersage
    mahnung ermahnung klage beteuerung standpunkt ergebnis schluss fazit erkenntnis bekenntnis
    anweisung angebot ultimatum anregung plädoyer nachricht gerücht gerüchte spekulationen
    sorge zweifel bedenken wunsch ruf"""
)
# „mit der Begründung“: whoever acts says so.
_BY_SAYING = words("mit unter")
# „ist der Ansicht“.
_VIEWS = words("ansicht meinung auffassung überzeugung")
_SPOKEN_BY = words("von vom aus seitens")
_OPENERS = words("dass daß ob")
# So many tokens behind the noun its clause begins.
_FARTHEST = 9
_PARTICLES = words("zurück entgegen ab ein an vor zu auf aus nach")
_GOING_ON = SAYING | FINITE | AUXILIARIES


def told_by_noun(tokens: Tokens, sentence: Sentence, token: int) -> Report | None:
    """The report of a noun such as „Vorwurf“ (a token), if a clause says what."""
    before = tokens.lower[max(sentence.first, token - 2) : token]
    comma = _comma_behind(tokens, sentence, token)
    if comma is None or "nach" in before or "laut" in before:
        return None
    speaker = _owner(tokens, token, comma)
    if speaker and speaker[1] == comma:
        speaker = with_apposition(tokens, sentence, speaker)
        comma = max(comma, speaker[1])
    start = comma + 1
    if start >= sentence.last:
        return None
    if tokens.lower[start] not in _OPENERS and not is_told(tokens, start, sentence.last):
        return None
    certainty = _WITH_OWNER if speaker else _CERTAINTY
    speaker = speaker or _actor(tokens, sentence, token)
    if speaker is None:
        return None
    content = (tokens.starts[start], _stop(tokens, sentence, start))
    cue = tokens.span(token, token + 1)
    return Report(token, cue, speaker, content=content, certainty=certainty)


def _comma_behind(tokens: Tokens, sentence: Sentence, token: int) -> int | None:
    """The comma behind the noun and what belongs to it, in the same clause."""
    for at in range(token + 1, min(sentence.last - 1, token + _FARTHEST)):
        if tokens.words[at] == ",":
            return at
        if tokens.is_quotation(at) or tokens.words[at] in (";", ":", "–"):
            return None
    return None


def _owner(tokens: Tokens, token: int, comma: int) -> tuple[int, int] | None:
    """„der Vorwurf [der Grünen]“, „eine Warnung von [Holm]“."""
    after = token + 1
    if after >= comma:
        return None
    if tokens.lower[after] in _SPOKEN_BY:
        return noun_phrase(tokens, after + 1, comma)
    if tokens.lower[after] in GENITIVE or tokens.is_capital(after):
        return noun_phrase(tokens, after, comma)
    return None


def _actor(tokens: Tokens, sentence: Sentence, token: int) -> tuple[int, int] | None:
    """Who does something „mit der Begründung, …“, or voices „die Hoffnung, …“."""
    low = max(sentence.first, token - 3)
    is_view = tokens.lower[token] in _VIEWS and tokens.lower[token - 1] == "der"
    if not is_view and not any(tokens.lower[at] in _BY_SAYING for at in range(low, token)):
        return None
    subject = subject_of(tokens, sentence, token)
    return subject if subject and subject[1] <= token - 1 else None


def _stop(tokens: Tokens, sentence: Sentence, start: int) -> int:
    """Where the clause ends: before the verb that goes on behind its comma."""
    stop = stop_before_next(
        Clause(tokens, sentence, start), start, tokens.without_stop(sentence)[1]
    )
    for at in range(start + 2, sentence.last - 2):
        if tokens.words[at] != "," or tokens.starts[at] >= stop:
            continue
        is_particle = tokens.lower[at + 1] in _PARTICLES and tokens.is_break(at + 2)
        if (
            is_particle
            or tokens.lower[at + 1] in _GOING_ON
            or _is_by_saying(tokens, sentence, at + 1)
        ):
            return tokens.ends[at - 1]
    return stop


def _is_by_saying(tokens: Tokens, sentence: Sentence, place: int) -> bool:
    """„…, mit den Worten“."""
    noun = place + 2
    return (
        tokens.lower[place] in _BY_SAYING
        and noun < sentence.last
        and tokens.lower[noun] in UTTERANCES
    )

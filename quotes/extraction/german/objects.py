"""A thing that is asked for, judged or announced: „forderte eine Untersuchung“."""

from ..reports import Report
from ..tokens import Tokens
from ..word_lists import words
from .asking_verbs import JUDGING, OBJECT_AFTER
from .clauses import PLAIN_ADVERBS, Clause
from .function_words import CLAUSE_OPENERS, DETERMINERS, FUNCTION_WORDS, TIMES
from .noun_phrases import noun_phrase
from .reporting_verbs import PARTICLES, SAYING
from .verb_forms import FINITE, is_subjunctive

_CERTAINTY = 0.55
_CIRCUMSTANCES = PLAIN_ADVERBS | TIMES | {"am"}
# So many tokens behind a verb the preposition of its object stands.
_FARTHEST_PREPOSITION = 12
# Shorter objects say nothing (tokens).
_SHORTEST = 3
_WITH_ARTICLE = {
    "um": words("um ums"),
    "vor": words("vor vorm"),
    "zu": words("zu zum zur"),
    "von": words("von vom"),
}
# After a comma the reporter himself goes on, or another report begins.
_BREAKING_OFF = words("doch aber während wobei worauf woraufhin")
_OF_PLACES = words("in im am bei beim vor nach von vom auf anlässlich gegenüber während")
_BEGINNING_OBJECTS = DETERMINERS | _OF_PLACES
_JOINING = words("und aber")
_SPEAKING_OUT = words("sprach sprachen spricht sprechen ausgesprochen")
_TO_SOMEBODY = words("warf warfen wirft werfen")
_SHORTEST_PAST = 4
_NEXT_VERB = SAYING | {"so"}


def read_object(clause: Clause, report: Report) -> None:
    """Note the object as what is said, unless it is too short or all in marks."""
    tokens = clause.tokens
    end = _end(clause)
    begin = _judged(clause, end) if clause.word in JUDGING else _begin(clause, end)
    if begin is None or end - begin < _SHORTEST:
        return
    if all(
        tokens.is_quotation(at) or tokens.lower[at] in FUNCTION_WORDS for at in range(begin, end)
    ):
        return
    latest = min(stop_before_next(clause, begin, tokens.ends[end - 1]), tokens.ends[end - 1])
    particles = PARTICLES.get(clause.word, ())
    while end - 1 > begin and (tokens.ends[end - 1] > latest or tokens.lower[end - 1] in particles):
        end -= 1
    report.content = (tokens.starts[begin], tokens.ends[end - 1])
    report.certainty = min(report.certainty, _CERTAINTY)


def _end(clause: Clause) -> int:
    """Before the participle or the particle, and the stop."""
    tokens = clause.tokens
    end = clause.verb if clause.finite != clause.verb else clause.sentence.last
    skipped = PARTICLES.get(clause.word, frozenset()) | {".", "!", "?", ","}
    earliest = _after_verb(clause)
    while end > earliest and tokens.lower[end - 1] in skipped:
        end -= 1
    return end


def _after_verb(clause: Clause) -> int:
    return clause.end if clause.is_inverted else clause.finite + 1


def _begin(clause: Clause, end: int) -> int | None:
    """Past „am Montag“ and the preposition that the verb wants; None where that is missing."""
    tokens, place = clause.tokens, _after_verb(clause)
    lower = tokens.lower
    while place < end and lower[place] in _CIRCUMSTANCES:
        place += 1
    if clause.word in _TO_SOMEBODY:  # „warf der Regierung Untätigkeit vor“
        blamed = noun_phrase(tokens, place, end)
        place = blamed[1] if blamed else place
        while place < end and lower[place] in _CIRCUMSTANCES:
            place += 1
    if clause.word in _SPEAKING_OUT and "sich" in lower[_after_verb(clause) - 1 : end]:
        sides = [at for at in range(place, end) if lower[at] in ("für", "gegen")]
        return sides[0] if sides else None  # „sprach sich gegen den Bau aus“
    wanted = OBJECT_AFTER.get(clause.word)
    if wanted is None:
        return _past_places(clause, place, end)
    forms = _WITH_ARTICLE.get(wanted, (wanted,))
    for at in range(place, min(end, place + _FARTHEST_PREPOSITION)):
        if lower[at] in forms:
            return at if wanted == "das" else at + 1
    return None


def _judged(clause: Clause, end: int) -> int | None:
    """„bezeichnete die Reise als nützlich“; what stands in marks is a fragment of its own."""
    tokens = clause.tokens
    begin = _past_places(clause, _after_verb(clause), end)
    if any(tokens.is_quotation(at) for at in range(begin, end)):
        return None
    is_judged = any(tokens.lower[at] in ("als", "für") for at in range(begin + 1, end - 1))
    return begin if is_judged else _begin(clause, end) if clause.word in OBJECT_AFTER else None


def _past_places(clause: Clause, place: int, end: int) -> int:
    """Past „in Mexiko vom Minister“, where the object follows with an article of its own."""
    tokens = clause.tokens
    while place < end and tokens.lower[place] in _OF_PLACES:
        governed = noun_phrase(tokens, place + 1, end)
        if governed is None or governed[1] >= end:
            break
        if tokens.lower[governed[1]] not in _BEGINNING_OBJECTS:
            break
        place = governed[1]
        while place < end and tokens.lower[place] in _CIRCUMSTANCES:
            place += 1
    return place


def stop_before_next(clause: Clause, place: int, stop: int) -> int:
    """Where what is said from a token on ends (code points), `stop` at the latest: before
    „, so X“, „, sagte X“, „und sagte“, „, doch X sagte“, „: „…““."""
    tokens, last = clause.tokens, clause.sentence.last
    words, lower = tokens.words, tokens.lower
    is_subordinate = lower[place] in CLAUSE_OPENERS
    for at in range(place + 2, last):
        if words[at] == ";" or (words[at] == ":" and at + 1 < last and tokens.is_quotation(at + 1)):
            return tokens.ends[at - 1]
        if lower[at] in _JOINING and at + 1 < last:
            ends = lower[at + 1] in SAYING or (
                not is_subordinate and _tells_on(tokens, at + 1, last)
            )
            if ends:
                return tokens.ends[at - 2 if words[at - 1] == "," else at - 1]
        if words[at - 1] == ",":
            if lower[at] in _BREAKING_OFF and not _is_still_told(tokens, at, last):
                return tokens.ends[at - 2]
            is_next = lower[at] in _NEXT_VERB and at + 1 < last
            if is_next and not (lower[at] == "so" and lower[at + 1] in ("dass", "daß")):
                return tokens.ends[at - 2]
            if not is_subordinate and _is_past(tokens, at) and not tokens.is_capital(at + 1):
                return tokens.ends[at - 2]  # „er sei unschuldig, erkannte das Gericht nicht an“
    return stop


def _is_past(tokens: Tokens, place: int) -> bool:
    word = tokens.lower[place]
    return (
        place + 1 < len(tokens.words)
        and tokens.words[place][:1].islower()
        and len(word) > _SHORTEST_PAST
        and word.endswith(("te", "ten"))
        and not is_subjunctive(tokens, place)
        and word not in FINITE
        and word not in FUNCTION_WORDS
    )


def _tells_on(tokens: Tokens, place: int, last: int) -> bool:
    """Whether the reporter goes on behind „und“: with another verb, or with somebody's."""
    if _is_past(tokens, place) and not tokens.is_capital(place + 1):
        return True
    subject = noun_phrase(tokens, place, last)
    if subject is None or subject[1] + 1 >= last or tokens.lower[subject[1]] not in SAYING:
        return False
    return tokens.words[subject[1] + 1] not in (".", "!", "?")


def _is_still_told(tokens: Tokens, place: int, last: int) -> bool:
    """„…, aber es seien Fragen offen“: a clause in the Konjunktiv is said, too."""
    for at in range(place + 1, last):
        if tokens.words[at] in (",", ";"):
            return False
        if is_subjunctive(tokens, at):
            return True
    return False

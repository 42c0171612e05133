"""What a German verb says: the clause with „dass“ or in the Konjunktiv, an infinitive, a thing."""

from ..reports import Report
from ..word_lists import words
from .asking_verbs import JUDGING, TAKING_OBJECTS
from .clauses import Clause
from .function_words import CLAUSE_OPENERS, CONJUNCTIONS, PREPOSITIONS, RELATIVE
from .noun_phrases import noun_phrase
from .nouns import DOCUMENTS, is_document
from .objects import read_object, stop_before_next
from .reporting_verbs import PARTICLES, SAYING, TELLING
from .told_clauses import ends_told, is_told
from .verb_forms import FINITE, is_subjunctive

# With a clause behind it a verb of saying is hardly anything else; without its particle it is.
_WITH_CLAUSE, _WITHOUT_PARTICLE = 0.85, 0.3
_WRITING = words("schrieb schrieben schreibt twitterte postete")
_BEFORE_DOCUMENT = words("in im per aus")
# So many tokens from a verb its addressee and its document stand, and before a document its „in“.
_NEAR, _LONGEST_BEFORE_DOCUMENT = 14, 4
# Prepositions that are particles wherever they stand: „sprach von“, „hielt für“.
_PREPOSITIONAL = words("von vom für gegen mit")
_ABOUT = words("dass daß ob wonach wie warum wann was wer")
_MAIN_CONJUNCTIONS = words("und aber doch denn")
_PAST_ENDINGS = ("te", "ten", "t")


def read_complement(clause: Clause, report: Report) -> None:
    """Note in a report whose speaker is known what is said, to whom, and in what document."""
    _Complement(clause, report).read()


class _Complement:
    def __init__(self, clause: Clause, report: Report) -> None:
        self._clause = clause
        self._report = report
        self._tokens = clause.tokens
        self._first, self._last = clause.sentence.first, clause.sentence.last
        # Behind the verb and a subject that follows it.
        self._behind = clause.end
        if clause.finite == clause.verb:
            self._behind = max(clause.end, clause.verb + 1)

    def read(self) -> None:
        clause, report, tokens = self._clause, self._report, self._tokens
        self._look_around()
        if clause.finite == clause.verb and not self._has_particle():
            report.certainty = _WITHOUT_PARTICLE
            return
        begin, stop = tokens.without_stop(clause.sentence)
        opened = self._opened_clause()
        if opened is not None:
            report.content = (tokens.starts[opened], stop_before_next(clause, opened, stop))
            report.certainty = max(report.certainty, _WITH_CLAUSE)
            return
        start = clause.start_of(clause.verb)
        if start == self._first and tokens.lower[start] == "wie":
            # „Wie die Zeitung berichtete, …“
            after = clause.verb + 2
            if after < self._last and tokens.words[after - 1] == ",":
                report.content = (tokens.starts[after], stop)
            return
        if self._is_after_content(start):
            comma = self._comma_before()
            if comma is not None and self._is_clause(comma):
                report.content = (begin, tokens.ends[comma - 1])
                return
        colon = self._colon()
        if colon is not None:
            after = colon + 1
            if after < self._last and tokens.is_quotation(after):
                report.quotes.append(after)
            elif after < self._last and tokens.starts[after] < stop:
                report.content = (tokens.starts[after], stop_before_next(clause, after, stop))
        elif not report.quotes and (clause.word in TAKING_OBJECTS or clause.word in JUDGING):
            read_object(clause, report)

    def _look_around(self) -> None:
        """Addressee, and documents named beside the verb („in einer Erklärung“)."""
        clause, report, tokens = self._clause, self._report, self._tokens
        is_telling = clause.is_inverted and clause.word in TELLING and clause.end < self._last
        if is_telling and tokens.lower[clause.end] in ("der", "dem", "den"):
            report.addressee = noun_phrase(tokens, clause.end, self._last)
        low = clause.start_of(clause.finite)
        high = min(self._last, max(clause.verb, clause.end) + _NEAR)
        for at in range(low, high):
            word = tokens.lower[at]
            if at > clause.end and word in (",", ":", ";"):
                break
            if word == "gegenüber" and report.addressee is None:
                report.addressee = noun_phrase(tokens, at + 1, self._last)
            if word in DOCUMENTS and not self._is_in_speaker(at) and self._is_within(low, at):
                report.from_document = True
        speaker = report.speaker
        if clause.word in _WRITING or (
            speaker and any(is_document(tokens.lower[at]) for at in range(*speaker))
        ):
            report.from_document = True

    def _is_in_speaker(self, place: int) -> bool:
        speaker = self._report.speaker
        return speaker is not None and speaker[0] <= place < speaker[1]

    def _is_within(self, low: int, document: int) -> bool:
        """Whether „in“ stands shortly before a document, in the same clause."""
        earliest = max(low, document - _LONGEST_BEFORE_DOCUMENT)
        return any(self._tokens.lower[at] in _BEFORE_DOCUMENT for at in range(earliest, document))

    def _has_particle(self) -> bool:
        """Whether the words stand behind the verb without which it says nothing."""
        tokens, clause = self._tokens, self._clause
        wanted = PARTICLES.get(clause.word)
        if wanted is None:
            return True
        if clause.verb > self._first and tokens.lower[clause.verb - 1] in wanted:
            return clause.ends_with_verb()  # „wie die Polizei bekannt gab“
        start = clause.start_of(clause.verb)
        if tokens.lower[start] == "wie" and clause.ends_with_verb():  # „wie es in X hieß“
            return any(tokens.lower[at] in wanted for at in range(start, clause.verb))
        if start < clause.verb and tokens.lower[start] in wanted & _PREPOSITIONAL:
            return True  # „Von Verrat sprach der Minister“
        for at in range(clause.verb + 1, self._last):
            word = tokens.lower[at]
            if word in wanted and (
                word not in PREPOSITIONS or word in _PREPOSITIONAL or self._ends_clause(at + 1)
            ):
                return True
        return False

    def _ends_clause(self, place: int) -> bool:
        tokens = self._tokens
        return (
            place >= self._last or tokens.is_break(place) or tokens.lower[place] in ("und", "dass")
        )

    # A clause behind the verb.

    def _opened_clause(self) -> int | None:
        """The first token of the clause that tells what was said, after a comma."""
        tokens, place = self._tokens, self._behind
        lower = tokens.lower
        fallback = None
        for at in range(place - 1, self._last - 1):
            if tokens.words[at] == ";":
                break
            if at > place and lower[at] in SAYING and lower[at - 1] in ("und", "sowie"):
                break
            if lower[at] in ("dass", "daß") and at >= place:
                return at if fallback is None else fallback
            if tokens.words[at] != ",":
                continue
            if at > place and lower[at + 1] in SAYING:
                break
            after = at + 1
            if lower[after] in ("und", "sowie") and after + 1 < self._last:
                after += 1
            if lower[after] in CLAUSE_OPENERS:
                return after if fallback is None else fallback
            if fallback is None and self._may_open(after) and is_told(tokens, after, self._last):
                fallback = after
        return fallback

    def _may_open(self, place: int) -> bool:
        """A quotation opens a clause only as a part of it: „…, „einen Krieg“ zu führen“."""
        tokens = self._tokens
        return not tokens.is_quotation(place) or (
            place + 1 < self._last
            and tokens.quotation(place)[0].islower()
            and tokens.lower[place + 1] == "zu"
        )

    # A clause before the verb.

    def _is_after_content(self, start: int) -> bool:
        tokens, clause = self._tokens, self._clause
        if clause.is_inverted:
            begin = clause.start_of(clause.finite)
            return begin > self._first and tokens.words[begin - 1] == ","
        return tokens.lower[start] == "wie" and start > self._first

    def _comma_before(self) -> int | None:
        tokens = self._tokens
        comma = self._clause.start_of(self._clause.finite) - 1
        if comma <= self._first or tokens.words[comma] != ",":
            return None
        if tokens.is_quotation(comma - 1) and not ends_told(tokens, self._first, comma - 1):
            return None
        return comma

    def _is_clause(self, comma: int) -> bool:
        """Whether what stands before a comma is a main clause that somebody may have said."""
        tokens, first = self._tokens, self._first
        lower = tokens.lower
        if comma - first < 2 or self._clause.word.startswith("droh"):
            return False
        if self._is_named_with_clause(comma):
            return False
        if any(is_subjunctive(tokens, at) for at in range(first, comma)):
            return True
        if lower[first] in CONJUNCTIONS - _MAIN_CONJUNCTIONS:
            return False
        has_relative = any(
            tokens.words[at] == "," and lower[at + 1] in RELATIVE for at in range(first, comma)
        )
        subject = noun_phrase(tokens, first, comma)
        if has_relative and (
            lower[first] in PREPOSITIONS or (subject and tokens.words[subject[1]] == ",")
        ):
            return False
        return any(
            lower[at] in FINITE
            or (tokens.words[at][:1].islower() and lower[at].endswith(_PAST_ENDINGS))
            for at in range(first, comma)
        )

    def _is_named_with_clause(self, comma: int) -> bool:
        """„Auf die Frage, ob er komme, sagte X“: a noun and what it is about."""
        tokens, first = self._tokens, self._first
        begin = first + 1 if tokens.lower[first] in PREPOSITIONS else first
        named = noun_phrase(tokens, begin, comma)
        if named is None or named[1] + 1 >= comma or tokens.words[named[1]] != ",":
            return False
        return tokens.lower[named[1] + 1] in _ABOUT

    def _colon(self) -> int | None:
        """The colon that ends the verb's clause."""
        tokens, place = self._tokens, self._behind
        while place < self._last and not tokens.is_quotation(place):
            if tokens.words[place] in (",", ":", ";", "–"):
                return place if tokens.words[place] == ":" else None
            place += 1
        return None

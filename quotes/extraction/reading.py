"""Reads an article sentence by sentence and remembers who spoke last."""

from collections.abc import Iterable, Sequence

from quotes.text.date_phrases import DatePhrase

from .candidates import Candidate, Kind
from .grammar import Grammar
from .marks import Stretch
from .people import People
from .proposals import Proposal, proposed
from .quoted import Surroundings, is_sentence, likelihood
from .reports import Report
from .tokens import Sentence, Tokens

# A report is believed from this certainty on.
_BELIEVED = 0.5
# What is told in fewer code points says nothing.
_SHORTEST = 8
# What a sentence that goes on in the Konjunktiv, or one that the next refers back to, is worth.
_TOLD_ON, _REFERRED_TO = 0.7, 0.65
# A quotation begins so many code points behind its sentence: its mark, and a space.
_WIDEST_MARK = 2
# So many paragraphs on, a speaker still speaks where nobody else is named.
_REACH = 1
# Within so many tokens behind a quotation it is told whose it is, colon or not: „: „…“, sagte X“.
_NEAR = 2
# The Konjunktiv reaches farther: its sentence is somebody's in any case.
_TOLD_REACH = 3


class Reading:
    """One pass over the sentences of a text."""

    def __init__(
        self,
        tokens: Tokens,
        grammar: Grammar,
        phrases: Sequence[DatePhrase],
        known_names: Iterable[str],
    ) -> None:
        self._tokens = tokens
        self._grammar = grammar
        self._phrases = phrases
        self._people = People(tokens, grammar, known_names)
        self._proposals: list[Proposal] = []
        # The last report that somebody spoke in, and the number of its paragraph.
        self._last: Report | None = None
        self._last_paragraph = -1
        self._last_sentence = -1
        self._paragraph = 0
        self._quoted_in_paragraph = False

    def candidates(self, lowest: float) -> list[Candidate]:
        """What was found with at least this score, in order."""
        for number, sentence in enumerate(self._tokens.sentences):
            if sentence.opens_paragraph:
                self._paragraph += 1
                self._quoted_in_paragraph = False
            self._read(number, sentence)
        believed = [proposal for proposal in self._proposals if proposal.score >= lowest]
        return proposed(believed, self._tokens, self._people, self._phrases)

    def _read(self, number: int, sentence: Sentence) -> None:
        tokens, grammar = self._tokens, self._grammar
        reports = grammar.reports(tokens, sentence)
        quoted = [at for at in range(sentence.first, sentence.last) if tokens.quoted[at] >= 0]
        indirect = [report for report in reports if self._tells(report)]
        told = (
            not indirect
            and not any(report.quotes for report in reports)
            and grammar.is_reported(tokens, sentence)
        )
        for place in quoted:
            self._judge(number, sentence, place, reports, told)
        if reports and not indirect and number and grammar.refers_back(tokens, sentence):
            self._tell_before(number, reports[-1])
        for report in indirect:
            if report.content:
                self._propose(*report.content, Kind.INDIRECT, report.certainty, report, sentence)
        if told:
            self._tell_on(number, sentence, quoted, reports)
        speaking = [r for r in reports if r.speaker and (r.content or r.quotes or quoted)]
        if speaking:
            self._last, self._last_paragraph = speaking[-1], self._paragraph
            self._last_sentence = number

    def _propose(
        self,
        start: int,
        end: int,
        kind: Kind,
        score: float,
        report: Report | None,
        sentence: Sentence,
        stretch: Stretch | None = None,
    ) -> None:
        # An unclosed quotation may end with white space.
        end = start + len(self._tokens.text[start:end].rstrip())
        self._proposals.append(Proposal(start, end, kind, score, report, sentence, stretch))

    def _speaking(self, reach: int = _REACH) -> Report | None:
        """Who still speaks, so many paragraphs on, where a sentence names nobody."""
        return self._last if self._paragraph - self._last_paragraph <= reach else None

    # Without marks.

    def _tells(self, report: Report) -> bool:
        if report.content is None or report.speaker is None or report.certainty < _BELIEVED:
            return False
        begin, end = report.content
        return end - begin >= _SHORTEST

    def _tell_before(self, number: int, report: Report) -> None:
        """„Das teilte die Polizei mit.“: the sentence before was the police's."""
        before = self._tokens.sentences[number - 1]
        begin, end = self._tokens.without_stop(before)
        known = False
        for proposal in self._proposals[-4:]:
            if proposal.start - _WIDEST_MARK <= begin < proposal.end:
                known = True
                proposal.report = proposal.report or report
        if report.speaker and not known:
            self._propose(begin, end, Kind.INDIRECT, _REFERRED_TO, report, before)

    def _tell_on(
        self, number: int, sentence: Sentence, quoted: list[int], reports: list[Report]
    ) -> None:
        """A sentence in the Konjunktiv: whoever spoke goes on speaking."""
        tokens = self._tokens
        begin, end = tokens.without_stop(sentence)
        if tokens.lower[sentence.first] in ("demnach", "danach"):
            begin = tokens.starts[sentence.first + 1]
        for unnamed in reports:
            if unnamed.content and unnamed.speaker is None:  # „…, hieß es“
                begin, end = unnamed.content
        if not (quoted and sentence.last - sentence.first <= 2):
            report = self._speaking(_TOLD_REACH) or self._acting_before(number, sentence)
            self._propose(begin, end, Kind.INDIRECT, _TOLD_ON, report, sentence)
        self._last_paragraph = self._paragraph

    # Between marks.

    def _judge(
        self, number: int, sentence: Sentence, place: int, reports: list[Report], told: bool
    ) -> None:
        tokens = self._tokens
        stretch = tokens.quotations[tokens.quoted[place]]
        report = self._report_for(place, stretch, reports)
        around = self._surroundings(sentence, place, stretch, report, told)
        score = likelihood(tokens.text, stretch, around)
        if around.colon and not self._is_told_behind(report, place):
            report = self._introduced(sentence, place) or report
        if report is None:
            report = self._unreported(number, sentence, place, around, score)
        exact = tokens.quotation(place)
        kind = Kind.DIRECT if is_sentence(exact, around.verb) else Kind.FRAGMENT
        self._propose(stretch.start, stretch.end, kind, score, report, sentence, stretch)
        self._quoted_in_paragraph = self._quoted_in_paragraph or score >= _BELIEVED

    def _is_told_behind(self, report: Report | None, place: int) -> bool:
        """„: „…“, sagte Holm“: a name directly behind it goes before the subject of the colon."""
        if report is None or report.speaker is None or report.token > place + _NEAR:
            return False
        return report.token < place or (
            self._tokens.lower[report.speaker[0]] not in self._grammar.PERSONAL_PRONOUNS
        )

    def _surroundings(
        self, sentence: Sentence, place: int, stretch: Stretch, report: Report | None, told: bool
    ) -> Surroundings:
        tokens, grammar = self._tokens, self._grammar
        return Surroundings(
            governed=report is not None and self._governs(report, place, stretch),
            called=report is not None and grammar.is_called(report, tokens, place),
            near=report is not None,
            told=told,
            named=grammar.is_announced(tokens, sentence, place),
            verb=grammar.holds_verb(tokens.quotation(place)),
            alone=place == sentence.first and sentence.last - sentence.first <= 2,
            following=self._quoted_in_paragraph,
            colon=place > 0 and tokens.words[place - 1] == ":",
            cited=grammar.is_cited(tokens, sentence, place),
        )

    def _unreported(
        self, number: int, sentence: Sentence, place: int, around: Surroundings, score: float
    ) -> Report | None:
        """Who speaks where no reporting phrase of the sentence tells it."""
        report = None
        if around.alone and not sentence.opens_paragraph:
            report = self._acting_before(number, sentence)
        acting = None
        if not around.alone and score >= _BELIEVED:
            acting = self._acting(sentence, place)
        if acting and not around.told:
            return acting
        if report is None and (around.alone or around.told or around.colon or around.following):
            report = self._speaking()
        return report or acting

    def _acting_before(self, number: int, sentence: Sentence) -> Report | None:
        """„X will das ändern. „…““: the person of the sentence before, if it reports nothing."""
        if not number or (self._last and self._last_sentence == number - 1):
            return None
        before = self._tokens.sentences[number - 1]
        subject = self._grammar.subject_of(self._tokens, before, before.last)
        if subject is None or not self._people.fullest(*subject):
            return None
        begin = self._tokens.starts[sentence.first]
        return Report(sentence.first, (begin, begin), subject)

    def _acting(self, sentence: Sentence, place: int) -> Report | None:
        """„Ursprünglich wollte er „ein Konzept vorlegen““: whom the sentence is about."""
        subject = self._grammar.subject_of(self._tokens, sentence, place)
        if subject is None or not self._people.fullest(*subject):
            return None
        begin = self._tokens.starts[place]
        return Report(place, (begin, begin), subject)

    def _introduced(self, sentence: Sentence, place: int) -> Report | None:
        """„X sieht das anders: „…““: the subject before the colon, whatever its verb is."""
        subject = self._grammar.subject_of(self._tokens, sentence, place - 1)
        if subject is None:
            return None
        return Report(place - 1, self._tokens.span(place - 1, place), subject, quotes=[place])

    def _report_for(self, place: int, stretch: Stretch, reports: list[Report]) -> Report | None:
        """The reporting phrase of the sentence that the quotation most likely belongs to."""
        best, least = None, float("inf")
        for report in reports:
            if report.speaker is None or report.names(place):
                continue
            cost = abs(report.token - place)
            if place in report.quotes:
                cost -= 20
            if report.holds(stretch.start):
                cost -= 10
            if report.token > place:
                cost += 3
            if cost < least:
                best, least = report, cost
        return best

    def _governs(self, report: Report, place: int, stretch: Stretch) -> bool:
        return (
            place in report.quotes
            or report.holds(stretch.start)
            or self._grammar.takes(report, self._tokens, place)
        )

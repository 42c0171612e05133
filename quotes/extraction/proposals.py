"""From what was found to candidates: speakers resolved, dates found, parts linked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quotes.text.date_phrases import DatePhrase

from .candidates import Candidate, Kind
from .marks import Stretch
from .people import People
from .reports import Report
from .tokens import Sentence, Tokens


@dataclass
class Proposal:
    """A stretch of the text (code points), the report that tells whose it is, and its sentence."""

    start: int
    end: int
    kind: Kind
    score: float
    report: Report | None
    sentence: Sentence
    stretch: Stretch | None = None


def proposed(
    proposals: list[Proposal], tokens: Tokens, people: People, phrases: Sequence[DatePhrase]
) -> list[Candidate]:
    """The candidates in order of their places, each with its speaker and date, linked."""
    proposals = _without_doubles(proposals)
    _name_who_goes_on(proposals)
    dates = _Dates(tokens, phrases, proposals)
    found = []
    for proposal in proposals:
        candidate = Candidate(proposal.start, proposal.end, proposal.kind, round(proposal.score, 2))
        if proposal.report and proposal.report.speaker:
            candidate = _attributed(
                candidate, proposal.report, proposal.report.speaker, tokens, people
            )
        found.append(dates.dated(candidate, proposal))
    return _continued(_within(found), proposals)


def _without_doubles(proposals: list[Proposal]) -> list[Proposal]:
    """In order; of two reports of the same beginning the surer one, else the shorter."""
    best: dict[tuple[int, bool], Proposal] = {}
    for proposal in proposals:
        place = (proposal.start, proposal.kind == Kind.INDIRECT)
        held = best.get(place)
        if held is None or (held.score, -held.end) < (proposal.score, -proposal.end):
            best[place] = proposal
    return sorted(best.values(), key=lambda proposal: (proposal.start, -proposal.end))


def _name_who_goes_on(proposals: list[Proposal]) -> None:
    """Of a quotation of several paragraphs, often only the last says whose it is: “…,” X said."""
    following: Proposal | None = None
    for proposal in reversed(proposals):
        if proposal.stretch is None:
            continue
        is_open = proposal.stretch.goes_on and not _is_told_within(proposal)
        if following and is_open and (proposal.report is None or _is_told_within(following)):
            proposal.report = following.report
        following = proposal


def _is_told_within(proposal: Proposal) -> bool:
    """Whether its own sentence says whose it is."""
    report, sentence = proposal.report, proposal.sentence
    return report is not None and sentence.first <= report.token < sentence.last


def _attributed(
    candidate: Candidate, report: Report, speaker: tuple[int, int], tokens: Tokens, people: People
) -> Candidate:
    start, end = tokens.span(*speaker)
    return replace(
        candidate,
        speaker_text=tokens.text[start:end],
        speaker_start=start,
        speaker_end=end,
        speaker_resolved=people.resolved(*speaker),
        cue=tokens.text[report.cue[0] : report.cue[1]],
        cue_start=report.cue[0],
        addressee=tokens.print(*report.addressee) if report.addressee else "",
        from_document=report.from_document,
    )


class _Dates:
    """The date expression of a report: in its sentence, and no part of what was said."""

    def __init__(
        self, tokens: Tokens, phrases: Sequence[DatePhrase], proposals: Sequence[Proposal]
    ) -> None:
        self._by_sentence: dict[int, list[DatePhrase]] = {}
        sentences = {proposal.sentence.first: proposal.sentence for proposal in proposals}
        order = sorted(sentences)
        place = 0
        for phrase in phrases:
            while place < len(order) and tokens.ends[sentences[order[place]].last - 1] < phrase.end:
                place += 1
            if place == len(order):
                break
            if tokens.starts[order[place]] <= phrase.start:
                self._by_sentence.setdefault(order[place], []).append(phrase)
        self._said: dict[int, list[tuple[int, int]]] = {}
        for proposal in proposals:
            spans = self._said.setdefault(proposal.sentence.first, [])
            spans.append((proposal.start, proposal.end))

    def dated(self, candidate: Candidate, proposal: Proposal) -> Candidate:
        if candidate.cue_start is None:
            return candidate
        said = self._said[proposal.sentence.first]
        outside = [
            phrase
            for phrase in self._by_sentence.get(proposal.sentence.first, ())
            if not any(start <= phrase.start < end for start, end in said)
        ]
        if not outside:
            return candidate
        cue = candidate.cue_start
        nearest = min(outside, key=lambda phrase: abs(phrase.start - cue))
        return replace(
            candidate,
            date_text=nearest.text,
            date=nearest.date,
            date_basis=nearest.basis if nearest.date else "",
            hangs_on=nearest.hangs_on,
        )


def _within(found: list[Candidate]) -> list[Candidate]:
    """Fragments know the indirect passage around them."""
    linked = []
    # Indirect passages that may still hold what follows; they nest no deeper than a few.
    around: list[int] = []
    for number, candidate in enumerate(found):
        if candidate.kind == Kind.INDIRECT:
            linked.append(candidate)
            around.append(number)
            continue
        around = [at for at in around if found[at].end > candidate.start]
        holding = [at for at in around if candidate.end <= found[at].end + 2]
        linked.append(replace(candidate, within=holding[-1] if holding else None))
    return linked


def _continued(found: list[Candidate], proposals: list[Proposal]) -> list[Candidate]:
    """„A“, sagte X, „B“: the second part knows the first; so does the next paragraph of a
    quotation that is opened anew."""
    linked = list(found)
    last: int | None = None
    for number, proposal in enumerate(proposals):
        if proposal.stretch is None:
            continue
        if last is not None and _goes_on(proposals[last], proposal, found[last], found[number]):
            linked[number] = replace(linked[number], continues=last)
        last = number
    return linked


def _goes_on(first: Proposal, second: Proposal, before: Candidate, after: Candidate) -> bool:
    if first.stretch and first.stretch.goes_on:
        return True
    return (
        first.report is not None
        and first.report is second.report
        and first.end <= first.report.cue[0] < second.start
        and Kind.DIRECT in (before.kind, after.kind)
        and before.within is None
        and after.within is None
    )

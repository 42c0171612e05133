"""From a snapshot to its candidates: what extraction finds, with what the database knows of it."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from math import ceil
from operator import attrgetter
from typing import Any

from quotes import extraction
from quotes.editorial.candidate_rows import BETWEEN_NAMES
from quotes.editorial.recording import recorded
from quotes.models import Candidate, FurtherSpeaker, Snapshot, Speaker
from quotes.text.dates import ImpreciseDate, parse

from .named_speakers import NamedSpeakers, known_names_in, role_held
from .proposed_dates import ProposedDate, SentenceDates

Span = tuple[int, int]
# Two spans are one place from this share of their common extent on.
_SAME_PLACE = 0.8


def propose(snapshot: Snapshot, user: Any) -> int:
    """Keep what extraction proposes for a snapshot; gives the number of new candidates.

    Called again it adds what is new: a candidate that is there stays as it is, decided or not,
    also one whose borders an editor moved a little.
    """
    with recorded(user):
        # Nobody else proposes for the same text meanwhile.
        Snapshot.objects.select_for_update().get(pk=snapshot.pk)
        return _propose(snapshot)


def _propose(snapshot: Snapshot) -> int:
    article, text = snapshot.article, snapshot.text
    published = parse(article.published_on) if article.published_on else None
    found = extraction.extract(text, article.language, _day(published), known_names_in(text))
    places = [(proposed.start, proposed.end) for proposed in found]
    held = list(snapshot.candidates.order_by("start"))
    rows = [_held_at(held, place) for place in places]
    speakers = NamedSpeakers(
        name for proposed in found for name in (*_names(proposed), proposed.speaker_text)
    )
    dates = SentenceDates(text, article.language, _day(published), places)
    new = []
    for number, proposed in enumerate(found):
        if rows[number] is None:
            said = dates.of(proposed.start, proposed.end, proposed.cue_start)
            rows[number] = _row(snapshot, proposed, said, speakers, published)
            new.append(number)
    Candidate.objects.bulk_create([_known(rows, number) for number in new])
    FurtherSpeaker.objects.bulk_create(
        FurtherSpeaker(candidate=_known(rows, number), speaker=other, tenure=role_held(other, day))
        for number in new
        for other in _meant(found[number], speakers)[1:]
        for day in [_day_said(_known(rows, number).said_on, published)]
    )
    _link([(_known(rows, number), found[number]) for number in new], rows)
    return len(new)


def _row(
    snapshot: Snapshot,
    proposed: extraction.Candidate,
    said: ProposedDate,
    speakers: NamedSpeakers,
    published: ImpreciseDate | None,
) -> Candidate:
    speaker = next(iter(_meant(proposed, speakers)), None)
    day = _day_said(said.said_on, published)
    return Candidate(
        snapshot=snapshot,
        start=proposed.start,
        end=proposed.end,
        kind=proposed.kind.value,
        score=proposed.score,
        speaker_text=proposed.speaker_text[:200],
        speaker_start=proposed.speaker_start,
        speaker_name=proposed.speaker_resolved[:200],
        speaker=speaker,
        tenure=role_held(speaker, day) if speaker else None,
        reporting_phrase=proposed.cue[:500],
        addressee=proposed.addressee[:200],
        from_document=proposed.from_document,
        said_on=said.said_on,
        said_on_basis=said.basis,
        said_on_expression=said.expression[:200],
        hangs_on=said.hangs_on[:200],
    )


def _names(proposed: extraction.Candidate) -> list[str]:
    """The fullest names for those who said it: several where they are named as a pair."""
    names = (name.strip() for name in proposed.speaker_resolved.split(BETWEEN_NAMES))
    return [name for name in names if name]


def _meant(proposed: extraction.Candidate, speakers: NamedSpeakers) -> list[Speaker]:
    """Those who said it, as far as the database knows them, in the order of their names."""
    meant = [speakers.meant_by(name) for name in _names(proposed)]
    if not any(meant):
        meant = [speakers.meant_by(proposed.speaker_text)]
    return list(dict.fromkeys(speaker for speaker in meant if speaker is not None))


def _day_said(said_on: str, published: ImpreciseDate | None) -> ImpreciseDate | None:
    return parse(said_on) if said_on else published


def _link(
    new: Sequence[tuple[Candidate, extraction.Candidate]], rows: Sequence[Candidate | None]
) -> None:
    """Join the parts of one quotation, and fragments to the passage that holds them."""
    linked = []
    for row, proposed in new:
        if proposed.continues is not None:
            before = _known(rows, proposed.continues)
            # All parts name the first one.
            row.part_of = before.part_of or before
        if proposed.within is not None:
            row.within = _known(rows, proposed.within)
        if proposed.continues is not None or proposed.within is not None:
            linked.append(row)
    Candidate.objects.bulk_update(linked, ["part_of", "within"])


def _known(rows: Sequence[Candidate | None], number: int) -> Candidate:
    row = rows[number]
    if row is None:
        raise LookupError(f"Candidate {number} was neither found nor made.")
    return row


def _held_at(held: Sequence[Candidate], place: Span) -> Candidate | None:
    """The first of them, sorted by where they begin, that stands at this place."""
    begin, end = place
    # One of the same place begins not further away: only these are compared, of thousands.
    away = ceil((end - begin) * (1 / _SAME_PLACE - 1))
    near = bisect_left(held, begin - away, key=attrgetter("start"))
    for number in range(near, len(held)):
        row = held[number]
        if row.start > begin + away:
            return None
        if _is_same_place((row.start, row.end), place):
            return row
    return None


def _is_same_place(one: Span, other: Span) -> bool:
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common > 0 and common >= _SAME_PLACE * (max(one[1], other[1]) - min(one[0], other[0]))


def _day(published: ImpreciseDate | None) -> date | None:
    """The day from which "yesterday" counts, where exactly one is known."""
    if published is None or published.earliest != published.latest:
        return None
    return published.earliest

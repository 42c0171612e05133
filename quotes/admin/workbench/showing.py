"""What the workbench shows: the text, progress, every candidate in a line, drafts that wait."""

import hashlib
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Prefetch
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from quotes.editorial.candidate_rows import decision_of, speakers_of
from quotes.editorial.counted_dates import follow_event
from quotes.editorial.publishing_drafts import missing
from quotes.models import (
    Article,
    Candidate,
    Decision,
    Extent,
    FurtherSpeaker,
    Snapshot,
    Speaker,
)

from .marked_text import Mark, with_marks

# Decisions of which a page is told at once.
MOST_NEWS = 20


@dataclass(frozen=True)
class Progress:
    decided: int
    all: int

    @property
    def sentence(self) -> str:
        return _("%(decided)s of %(all)s decided") % {"decided": self.decided, "all": self.all}


class Workbench:
    """The candidates of one snapshot, read once; ``wanted`` is the key of the one at hand.

    The snapshot comes with the key of its article's ``newest`` whole text.
    """

    def __init__(self, snapshot: Snapshot, wanted: int | None = None) -> None:
        self.snapshot = snapshot
        self.article: Article = snapshot.article
        self.newer = _newer(snapshot)
        self.rows = list(_rows(snapshot))
        for row in self.rows:
            if decision_of(row) is None:
                # The event may have another date since; saved with the next change.
                follow_event(row)
        self.heads = [row for row in self.rows if row.part_of_id is None]
        self.stand_at(wanted)

    def stand_at(self, wanted: int | None) -> None:
        self.current = self._current(wanted)
        self.parts = [
            row for row in self.rows if self.current and row.part_of_id == self.current.pk
        ]

    def _current(self, wanted: int | None) -> Candidate | None:
        """The one asked for, or the first open one, or the first."""
        part = next((row for row in self.rows if row.pk == wanted), None)
        head = part and (part.part_of_id or part.pk)
        found = next((row for row in self.heads if row.pk == head), None)
        opened = next((row for row in self.heads if decision_of(row) is None), None)
        return found or opened or (self.heads[0] if self.heads else None)

    @property
    def progress(self) -> Progress:
        decided = sum(decision_of(row) is not None for row in self.heads)
        return Progress(decided, len(self.heads))

    @property
    def version(self) -> str:
        """Changes with every candidate, every decision and what became of its draft, with the
        article's own state, and when a newer text is there; with nothing else."""
        shown = [
            (
                [getattr(row, field.attname) for field in row._meta.concrete_fields],
                [(one.speaker.pk, one.tenure and one.tenure.pk) for one in speakers_of(row)],
                [topic.pk for topic in row.topics.all()],
                _told(decision_of(row)),
            )
            for row in self.rows
        ]
        return _fingerprint((self.article.state, self.newer, shown))

    @property
    def outline(self) -> str:
        """Changes with the places and kinds of candidates: where it is the same, the text and the
        lines that a page shows need new ``states`` alone."""
        return _fingerprint(
            [(row.pk, row.part_of_id, row.start, row.end, row.kind) for row in self.rows]
        )

    @property
    def states(self) -> dict[int, str]:
        """What became of the candidates that are decided, by their keys."""
        return {row.pk: state_of(row) for row in self.heads if decision_of(row) is not None}

    @property
    def number(self) -> int:
        return self.heads.index(self.current) + 1 if self.current else 0

    def beside(self, steps: int) -> int | None:
        """The key of the candidate so many steps on (or back), around the ends."""
        if not self.current:
            return None
        return self.heads[(self.number - 1 + steps) % len(self.heads)].pk

    def next_open(self, after: int) -> int | None:
        """The key of the next open candidate behind the one named, around the end; or of itself."""
        keys = [row.pk for row in self.heads]
        place = keys.index(after) if after in keys else -1
        around = self.heads[place + 1 :] + self.heads[: place + 1]
        return next((row.pk for row in around if decision_of(row) is None), after)

    @property
    def text(self) -> str:
        heads = {row.pk: row for row in self.heads}
        marks = []
        for row in self.rows:
            head = heads.get(row.part_of_id or row.pk, row)
            current = self.current is not None and head.pk == self.current.pk
            label = row.get_kind_display()
            marks.append(
                Mark(
                    row.start,
                    row.end,
                    head.pk,
                    row.kind,
                    state_of(head),
                    label,
                    state_label(head),
                    current,
                )
            )
        return with_marks(self.snapshot.text, marks)

    @property
    def decisions(self) -> dict[int, dict[str, Any]]:
        """Who decided what lately, by the key of the candidate; ``number`` grows from one decision
        to the next."""
        decided = [row for row in self.heads if decision_of(row) is not None]
        latest = sorted(decided, key=lambda row: decision_of(row).pk)[-MOST_NEWS:]
        return {
            row.pk: {
                "number": decision_of(row).pk,
                "by": decision_of(row).decided_by_id,
                "told": f"{told(row)}: “{Truncator(self.words(row)).chars(60)}”",
            }
            for row in latest
        }

    def lines(self) -> list[dict[str, Any]]:
        """Every candidate in one line, to go to directly."""
        return [
            {
                "row": row,
                "words": Truncator(self.words(row)).chars(80),
                "state": state_of(row),
                "state_label": state_label(row),
                "current": row == self.current,
            }
            for row in self.heads
        ]

    def words(self, row: Candidate) -> str:
        return self.snapshot.text[row.start : row.end]

    def drafts(self) -> dict[str, Any]:
        """What is not published yet, ready or not."""
        waiting = missing(self.snapshot)
        return {
            "ready": [one.item for one in waiting if not one.missing],
            "lacking": [one for one in waiting if one.missing],
        }


def _newer(snapshot: Snapshot) -> int | None:
    """The key of the article's newest text, where what is shown is an earlier one. A whole text
    says nothing against an excerpt that came after it."""
    newest: int | None = getattr(snapshot, "newest", None)
    if newest is None or newest == snapshot.pk:
        return None
    return newest if snapshot.extent == Extent.WHOLE or newest > snapshot.pk else None


def state_of(row: Candidate) -> str:
    """Open, accepted or rejected. Reads ``decision``."""
    decision = decision_of(row)
    if decision is None:
        return "open"
    return "accepted" if decision.is_accepted else "rejected"


def state_label(row: Candidate) -> str:
    return {"open": _("open"), "accepted": _("accepted"), "rejected": _("rejected")}[state_of(row)]


def told(row: Candidate) -> str:
    """Who decided what, as a sentence."""
    decision = decision_of(row)
    sentence = _("%(who)s accepted this") if decision.is_accepted else _("%(who)s rejected this")
    return sentence % {"who": decision.decided_by_name}


def _told(decision: Decision | None) -> tuple[object, ...]:
    if decision is None or decision.occurrence is None:
        return () if decision is None else (decision.pk,)
    return decision.pk, decision.occurrence_id, decision.occurrence.quote.state


def _fingerprint(shown: object) -> str:
    return hashlib.sha256(repr(shown).encode()).hexdigest()[:20]


def _rows(snapshot: Snapshot) -> models.QuerySet[Candidate]:
    people = Speaker.objects.prefetch_related("names", "tenures")
    further = FurtherSpeaker.objects.select_related("tenure").prefetch_related(
        Prefetch("speaker", people)
    )
    return (
        snapshot.candidates.select_related(
            "tenure", "event", "counts_from", "statement", "decision__occurrence__quote"
        )
        .prefetch_related(Prefetch("speaker", people))
        .prefetch_related(Prefetch("further_speakers", further), "topics")
        .order_by("start", "-end", "id")
    )

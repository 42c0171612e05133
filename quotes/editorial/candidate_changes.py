"""What history holds of one change to the candidates of a text: how they stood before and after."""

import uuid
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db import models

from quotes.models import (
    Candidate,
    CandidateTopic,
    Event,
    FurtherSpeaker,
    JointStatement,
    Snapshot,
    Speaker,
    Tenure,
)

from .aggregates import event_model
from .later_changes import change_of_insert, standing

# What a change may have made for a candidate: first what holds the others, which then can go.
_MADE_FOR: dict[str, type[models.Model]] = {
    "statement_id": JointStatement,
    "event_id": Event,
    "counts_from_id": Event,
    "speaker_id": Speaker,
    "tenure_id": Tenure,
}


@dataclass(frozen=True)
class Versions:
    """The recorded rows of one table before and after the change, by their keys."""

    before: dict[int, Any]
    after: dict[int, Any]


class CandidateChange:
    """One change, known by its number; ``by`` is the key of who made it, if that is known.

    ``rows`` are versions of the candidates themselves; ``further`` and ``topics``, by the
    candidate's key, of what the change wrote beside them.
    """

    def __init__(self, snapshot: Snapshot, number: uuid.UUID) -> None:
        self.number = number
        self.by: int | None = None
        of_text = Candidate.objects.filter(snapshot=snapshot).values("pk")
        rows = _events(Candidate)
        # Also of those that stood in another text of the article then, or do now.
        self._rows = self._keys(rows.filter(snapshot=snapshot.pk), "pgh_obj_id")
        self._rows |= self._keys(rows.filter(pgh_obj__in=of_text), "pgh_obj_id")
        self._further = self._keys(_events(FurtherSpeaker).filter(candidate__in=of_text))
        self._topics = self._keys(_events(CandidateTopic).filter(candidate__in=of_text))
        # The keys of all candidates that the change wrote to.
        self.touched = self._rows | self._further | self._topics

    def _keys(self, events: models.QuerySet[Any], column: str = "candidate") -> set[int]:
        found = list(events.filter(pgh_context_id=self.number).values_list(column, "pgh_context"))
        for _key, context in found:
            self.by = (context or {}).get("user", self.by)
        return {key for key, _context in found}

    @cached_property
    def rows(self) -> Versions:
        return self._versions(_events(Candidate).filter(pgh_obj_id__in=self._rows))

    @cached_property
    def further(self) -> dict[int, Versions]:
        return self._beside(FurtherSpeaker, self._further)

    @cached_property
    def topics(self) -> dict[int, Versions]:
        return self._beside(CandidateTopic, self._topics)

    def _beside(self, model: Any, candidates: set[int]) -> dict[int, Versions]:
        """Of each of the candidates the rows that another table has of it."""
        both = self._versions(_events(model).filter(candidate__in=candidates))
        found = {key: Versions({}, {}) for key in candidates}
        for key, row in both.before.items():
            found[row.candidate_id].before[key] = row
        for key, row in both.after.items():
            found[row.candidate_id].after[key] = row
        return found

    def _versions(self, events: models.QuerySet[Any]) -> Versions:
        # Who writes a row holds it: what others wrote to it came before all of this, or after.
        mine = events.filter(pgh_context_id=self.number)
        last = mine.aggregate(last=models.Max("pgh_id"))["last"] or 0
        until = events.filter(pgh_id__lte=last)
        return Versions(standing(until.exclude(pgh_context_id=self.number)), standing(until))

    def made(self) -> list[models.Model]:
        """The speakers, roles, occasions and statements that came to be in the change, for one of
        its candidates."""
        beside = [row for held in self.further.values() for row in held.after.values()]
        named: dict[type[models.Model], set[int]] = {}
        for column, model in _MADE_FOR.items():
            held = (getattr(row, column, None) for row in [*self.rows.after.values(), *beside])
            named.setdefault(model, set()).update(key for key in held if key is not None)
        return [
            row
            for model, keys in named.items()
            for row in model._base_manager.filter(pk__in=keys).order_by("pk")
            if change_of_insert(row) == self.number
        ]


def _events(model: Any) -> models.QuerySet[Any]:
    found: models.QuerySet[Any] = event_model(model).objects.all()
    return found

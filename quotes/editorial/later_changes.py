"""Whether anybody worked on something after a change of it, by its recorded versions."""

import uuid
from typing import Any

from django.db import models

from quotes.models import Capture, CaptureState

from .aggregates import event_model


def change_of_insert(row: models.Model) -> uuid.UUID | None:
    """The change in which a row came to be; None where nobody is recorded."""
    events = event_model(type(row)).objects.filter(pgh_obj_id=row.pk, pgh_label="insert")
    found: uuid.UUID | None = events.values_list("pgh_context_id", flat=True).first()
    return found


def changed_since(events: list[models.QuerySet[Any]], change: uuid.UUID | None) -> bool:
    """Whether anybody did anything to it, by its ``events``, in another change than this one.

    That the article was captured again, and the passage moved to its newer text, does not count.
    """
    others = {
        found
        for queryset in events
        for found in queryset.exclude(pgh_context_id=change).values_list(
            "pgh_context_id", flat=True
        )
    }
    captured = event_model(Capture).objects.filter(
        pgh_context_id__in=others, state=CaptureState.KEPT
    )
    return bool(others.difference(captured.values_list("pgh_context_id", flat=True)))


def stands_as_left(events: models.QuerySet[Any], change: uuid.UUID) -> bool:
    """Whether the rows of these ``events`` are now what they were after the change: as many, and
    with the same values, whatever happened in between."""
    last = events.filter(pgh_context_id=change).aggregate(last=models.Max("pgh_id"))["last"]
    then = standing(events.filter(pgh_id__lte=last or 0))
    now = standing(events)
    return then.keys() == now.keys() and all(_told(then[key]) == _told(now[key]) for key in now)


def standing(events: models.QuerySet[Any]) -> dict[int, Any]:
    """The newest version of each row that is not deleted, by its key."""
    newest = events.order_by("pgh_obj_id", "-pgh_id").distinct("pgh_obj_id")
    return {event.pgh_obj_id: event for event in newest if event.pgh_label != "delete"}


def _told(event: Any) -> list[Any]:
    """What a version says of the row, without time stamps."""
    columns = (column.attname for column in event._meta.concrete_fields)
    return [
        getattr(event, column)
        for column in columns
        if not column.startswith("pgh_") and column not in ("created_at", "updated_at")
    ]

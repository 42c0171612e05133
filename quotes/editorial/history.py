"""The history of one item, read back from what the database recorded, and earlier versions."""

import datetime
import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, models

from quotes.models import Article, Snapshot, StatementVersion

from .aggregates import PARTS, Part, all_events, part_events, root_events, root_model

# Columns that say nothing to an editor: derived from others, or time stamps of the row itself.
SILENT = frozenset(
    {
        "id",
        "created_at",
        "updated_at",
        "sort_name",
        "folded",
        "canonical_url",
        "sha256",
        "length",
        "first_published_at",
        "published_at",
        "unseen_since",
        "confirmed_at",
    }
)
_SILENT_ENDINGS = ("_earliest", "_latest", "_sort")
# What the name of a row is made of, besides the row itself.
_NAMED_BY: dict[type[models.Model], tuple[str, ...]] = {
    Article: ("outlet",),
    Snapshot: ("article__outlet",),
    StatementVersion: ("statement",),
}


@dataclass(frozen=True)
class FieldChange:
    """One field before and after; None before an insert and after a delete."""

    field: models.Field
    before: Any
    after: Any


@dataclass(frozen=True)
class RowChange:
    """What happened to one row: ``kind`` is insert, update or delete."""

    model: type[models.Model]
    pk: int
    kind: str
    fields: tuple[FieldChange, ...]


@dataclass
class Change:
    """What one person did in one go."""

    at: datetime.datetime
    user_id: int | None
    user_name: str
    reason: str
    rows: list[RowChange] = field(default_factory=list)


def version_token(item: models.Model) -> str:
    """When the item or one of its parts was last changed: equal tokens, equal rows."""
    newest = (
        events.aggregate(newest=models.Max("pgh_created_at"))["newest"]
        for events in all_events(item)
    )
    return max((time.isoformat() for time in newest if time is not None), default="")


def present() -> str:
    """The database's time as a token: what a page shows is no newer than this."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        return cursor.fetchone()[0].isoformat()


def changes(item: models.Model, since: datetime.datetime | None = None) -> list[Change]:
    """Everything that happened to the item and its parts, newest first.

    ``since`` leaves out what happened at or before that time.
    """
    events: list[Any] = []
    for queryset in all_events(item):
        events.extend(queryset.order_by("pgh_created_at", "pgh_id"))
    events.sort(key=lambda event: (event.pgh_created_at, event.pgh_id))
    found: list[Change] = []
    by_context: dict[tuple[uuid.UUID | None, int | None, str], Change] = {}
    before: dict[tuple[type[models.Model], int], Any] = {}
    for event in events:
        key = (type(event), event.pgh_obj_id)
        row = _row_change(event, before.get(key))
        before[key] = event
        if (since is not None and event.pgh_created_at <= since) or not row.fields:
            continue
        context = event.pgh_context or {}
        group = (event.pgh_context_id, context.get("user"), context.get("reason", ""))
        change = by_context.get(group) if event.pgh_context_id else None
        if change is None:
            change = Change(
                event.pgh_created_at,
                context.get("user"),
                context.get("user_name", ""),
                context.get("reason", ""),
            )
            by_context[group] = change
            found.append(change)
        change.at = event.pgh_created_at
        change.rows.append(row)
    found.sort(key=lambda change: change.at, reverse=True)
    return found


def _row_change(event: Any, previous: Any | None) -> RowChange:
    kind = event.pgh_label
    fields = []
    for column in _telling_fields(type(event)):
        now = getattr(event, column.attname)
        if kind == "insert":
            change = FieldChange(column, None, now) if now not in (None, "") else None
        elif kind == "delete":
            change = FieldChange(column, now, None) if now not in (None, "") else None
        else:
            then = getattr(previous, column.attname) if previous is not None else None
            change = FieldChange(column, then, now) if then != now else None
        if change is not None:
            fields.append(change)
    return RowChange(event.pgh_tracked_model, event.pgh_obj_id, kind, tuple(fields))


def _telling_fields(events: Any) -> Iterable[models.Field]:
    kept = {column.attname for column in events._meta.concrete_fields}
    for column in events.pgh_tracked_model._meta.concrete_fields:
        if column.attname not in kept:
            continue
        if column.name not in SILENT and not column.name.endswith(_SILENT_ENDINGS):
            yield column


def rows_as_of(item: models.Model, part: Part, at: datetime.datetime) -> dict[int, Any]:
    """The recorded rows of one part as they stood at a time, by primary key."""
    return _standing(part_events(item, part), at)


def root_as_of(item: models.Model, at: datetime.datetime) -> Any | None:
    """The recorded root row as it stood at a time; None before it was made."""
    return _standing(root_events(item), at).get(item.pk)


def _standing(events: models.QuerySet, at: datetime.datetime) -> dict[int, Any]:
    newest = (
        events.filter(pgh_created_at__lte=at)
        .order_by("pgh_obj_id", "-pgh_created_at", "-pgh_id")
        .distinct("pgh_obj_id")
    )
    return {event.pgh_obj_id: event for event in newest if event.pgh_label != "delete"}


def parts_as_of(item: models.Model, at: datetime.datetime) -> dict[Part, dict[int, Any]]:
    """Every part's rows as they stood at a time, in the order of ``PARTS``."""
    return {part: rows_as_of(item, part, at) for part in PARTS[root_model(item)]}


def names_of(rows: Iterable[RowChange]) -> dict[tuple[type[models.Model], int], str]:
    """The names of the rows that foreign keys in ``rows`` point to, in one query a model.

    A row that is gone keeps its number.
    """
    wanted: dict[type[models.Model], set[int]] = defaultdict(set)
    for row in rows:
        for change in row.fields:
            if isinstance(change.field, models.ForeignKey):
                for value in (change.before, change.after):
                    if value is not None:
                        wanted[change.field.related_model].add(value)
    return {
        (model, found.pk): str(found)
        for model, pks in wanted.items()
        for found in model._base_manager.select_related(*_NAMED_BY.get(model, ())).filter(
            pk__in=pks
        )
    }

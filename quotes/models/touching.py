"""Which public items a written row shows in: the first half of the change feed.

Each editorial table declares with ``touches()`` whose representations its rows are part of, and
who may come into public view, or leave it, by them. Its triggers (one a statement, not a row)
leave these items in ``TouchedItems``; at the commit ``changes.py`` looks at each once.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pgtrigger
from django.db import models

# Columns of which nothing is ever shown: a write that alters only these is no change.
NEVER_SHOWN = frozenset(
    {"created_at", "updated_at", "confirmed_at", "unseen_since", "folded", "canonical_url"}
)


@dataclass(frozen=True)
class Touch:
    """Items that a row ``r`` touches: ``item`` is SQL for the id, ``join`` for more tables."""

    resource: str
    item: str
    join: str
    changes: bool


def changes(resource: str, item: str, join: str = "") -> Touch:
    """The row is part of what the public sees of this item."""
    return Touch(resource, item, join, changes=True)


def reaches(resource: str, item: str, join: str = "") -> Touch:
    """The item may be public, or no longer, because of the row."""
    return Touch(resource, item, join, changes=False)


def reaches_event(event: str) -> tuple[Touch, ...]:
    """An event and the two levels above it, which are public with it."""
    up = f"JOIN quotes_event e ON e.id = {event}"
    return (
        reaches("event", event),
        reaches("event", "e.parent_id", up),
        reaches("event", "g.parent_id", f"{up} JOIN quotes_event g ON g.id = e.parent_id"),
    )


def with_public(model: str, other: str) -> str:
    """A join that leaves out rows whose other end was never public: they are not shown."""
    return (
        f"JOIN quotes_{model} other ON other.id = {other} AND other.first_published_at IS NOT NULL"
    )


def in_public_article(row: str) -> str:
    """A join that leaves out rows whose snapshot is of an article that was never public."""
    return (
        f"JOIN quotes_snapshot s ON s.id = {row}.snapshot_id"
        " JOIN quotes_article a ON a.id = s.article_id AND a.first_published_at IS NOT NULL"
    )


def of_public_occurrence(key: str) -> str:
    """A join to an occurrence ``o`` that may be shown."""
    occurrence = f"JOIN quotes_occurrence o ON o.id = {key} AND NOT o.withdrawn"
    return f"{occurrence} {in_public_article('o')}"


def touches(*touched: Touch) -> list[pgtrigger.Trigger]:
    """The triggers of one table. A row that moves touches its old and its new place."""
    return [
        _Touches(touched, "feed_insert", pgtrigger.Insert, new="new_rows"),
        _Touches(touched, "feed_update", pgtrigger.Update, old="old_rows", new="new_rows"),
        _Touches(touched, "feed_delete", pgtrigger.Delete, old="old_rows"),
    ]


class _Touches(pgtrigger.Trigger):
    """Written for each model with all its columns, so that no new one is forgotten."""

    level = pgtrigger.Statement
    when = pgtrigger.After

    def __init__(
        self,
        touched: Iterable[Touch],
        name: str,
        operation: pgtrigger.Operation,
        **referencing: str,
    ) -> None:
        self.touched = tuple(touched)
        super().__init__(
            name=name, operation=operation, referencing=pgtrigger.Referencing(**referencing)
        )

    def get_func(self, model: Any) -> str:
        return (
            f"INSERT INTO quotes_toucheditems (transaction, resource, items, changes, wakes)"
            f" WITH r AS ({self._rows(model)})"
            " SELECT t.id, i.resource, array_agg(DISTINCT i.item), i.changes,"
            " NOT EXISTS (SELECT 1 FROM quotes_toucheditems o WHERE o.transaction = t.id)"
            " FROM (SELECT pg_current_xact_id()::text::bigint AS id) t,"
            f" ({' UNION ALL '.join(map(_items, self.touched))}) i"
            " WHERE i.item IS NOT NULL GROUP BY t.id, i.resource, i.changes"
            " ORDER BY i.changes DESC, i.resource;"
            " RETURN NULL;"
        )

    def _rows(self, model: type[models.Model]) -> str:
        if self.operation is pgtrigger.Insert:
            return "SELECT * FROM new_rows"
        if self.operation is pgtrigger.Delete:
            return "SELECT * FROM old_rows"
        columns = ", ".join(
            f'"{field.column}"'
            for field in model._meta.concrete_fields
            if field.name not in NEVER_SHOWN
        )
        old, new = f"SELECT {columns} FROM old_rows", f"SELECT {columns} FROM new_rows"
        # Each row has its id in it: what one side lacks was changed.
        return f"({old} EXCEPT {new}) UNION ALL ({new} EXCEPT {old})"


def _items(touch: Touch) -> str:
    return (
        f"SELECT '{touch.resource}' AS resource, {touch.item} AS item, {touch.changes} AS changes"
        f" FROM r {touch.join}"
    )

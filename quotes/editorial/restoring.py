"""Going back to an earlier version of an item: a new change, recorded like any other."""

import datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from quotes.models import Occurrence, Provision, Quote, Snapshot, StatementVersion

from .aggregates import Part
from .history import parts_as_of, root_as_of
from .recording import recorded
from .refusals import Refused

# A restored version has the earlier words, not the earlier state: publishing has its own moves.
_STATE_COLUMNS = frozenset(
    {
        "id",
        "state",
        "first_published_at",
        "published_at",
        "withdrawal_reason",
        "unseen_since",
        "confirmed_at",
        "created_at",
        "updated_at",
    }
)
# A snapshot never changes and is never taken back.
_NEVER_RESTORED = frozenset({Snapshot})
_KEPT_ONCE_PUBLISHED = frozenset({Occurrence, Provision, StatementVersion})


def restore(item: models.Model, at: datetime.datetime, user: Any, reason: str) -> None:
    """Bring the item and its parts back to what they were at ``at``.

    Rows made since are removed (an occurrence of a published quote is marked as withdrawn),
    rows removed since come back under their old number. The state stays. Raises Refused where
    the item did not exist yet or where a rule of the database stands against it.
    """
    with recorded(user, reason):
        locked = type(item)._base_manager.select_for_update().get(pk=item.pk)
        root = root_as_of(locked, at)
        if root is None:
            raise Refused([_("At that time the item did not exist yet.")])
        parts = {
            part: rows
            for part, rows in parts_as_of(locked, at).items()
            if part.model not in _NEVER_RESTORED
        }
        for part in reversed(parts):
            _remove_newer(locked, part, parts[part])
        for part, rows in parts.items():
            for row in rows.values():
                _write(part.model, row)
        _copy(root, locked, _STATE_COLUMNS)
        locked.save()
    item.refresh_from_db()


def _current(item: models.Model, part: Part) -> models.QuerySet[Any]:
    through = part.foreign_key
    if part.parent is not None:
        inner = "quote" if part.parent is Occurrence else "statement"
        through = f"{through}__{inner}"
    return part.model._base_manager.filter(**{through: item.pk})


def _remove_newer(item: models.Model, part: Part, rows: dict[int, Any]) -> None:
    for newer in _current(item, part).exclude(pk__in=rows):
        if part.model in _KEPT_ONCE_PUBLISHED and getattr(item, "first_published_at", None):
            if not isinstance(newer, Occurrence):
                continue
            newer.preferred, newer.withdrawn = False, True
            newer.save()
        elif part.parent is Occurrence and isinstance(item, Quote) and item.first_published_at:
            if newer.occurrence_id in _occurrences_of(rows):
                newer.delete()
        else:
            newer.delete()


def _occurrences_of(rows: dict[int, Any]) -> set[int]:
    return {row.occurrence_id for row in rows.values()}


def _write(model: type[models.Model], row: Any) -> None:
    current = model._base_manager.filter(pk=row.pgh_obj_id).first()
    target = current if current is not None else model(pk=row.pgh_obj_id)
    _copy(row, target, frozenset({"id"}))
    # Writing all columns as they were: the wording of an occurrence comes back with its segments.
    models.Model.save_base(target, force_insert=current is None)


def _copy(source: models.Model, target: models.Model, leave: frozenset[str]) -> None:
    for column in type(target)._meta.concrete_fields:
        if column.name not in leave:
            setattr(target, column.attname, getattr(source, column.attname))

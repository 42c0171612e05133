"""Removing what was made for candidates, where the change that made it is taken back."""

import uuid
from typing import Any

from django.db import IntegrityError, models, transaction

from .aggregates import PARTS, all_events, event_model
from .deleting import why_kept
from .later_changes import stands_as_left
from .recording import check_rules_now


def remove_unused(made: models.Model, number: uuid.UUID) -> None:
    """Delete what the change made, unless it is used, public or no longer what it was then."""
    # Who is at work on it holds it: what he saves is seen behind the lock.
    row = type(made)._base_manager.select_for_update().filter(pk=made.pk).first()
    if row is None or why_kept(row) or _takes_along(row):
        return
    alone = [event_model(type(row)).objects.filter(pgh_obj_id=row.pk)]
    histories = all_events(row) if type(row) in PARTS else alone
    if not all(stands_as_left(events, number) for events in histories):
        return
    try:
        with transaction.atomic():
            row.delete()
            check_rules_now()
    except (models.ProtectedError, models.RestrictedError, IntegrityError):
        # It is used elsewhere.
        return


def _takes_along(row: models.Model) -> bool:
    """Whether something of others would go with it: that a speaker takes part in an event, that a
    quote concerns a statement, what reviewers say of it."""
    own = {part.model._meta.concrete_model for part in PARTS.get(type(row), ())}
    relations: list[Any] = [
        field
        for field in row._meta.get_fields(include_hidden=True)
        if isinstance(field, models.ManyToOneRel) and field.on_delete is models.CASCADE
    ]
    return any(
        relation.related_model._base_manager.filter(**{relation.field.name: row.pk}).exists()
        for relation in relations
        if relation.related_model not in own
    )

"""Who an item's author is: everybody who changed it since a point in its history."""

import datetime
from typing import Any

from django.conf import settings
from django.db import models

from quotes.models import State, Stateful

from .aggregates import all_events, root_events
from .history import RowChange, changes


def changed_by_since(item: models.Model, since: datetime.datetime) -> set[int]:
    """Ids of the users who changed the item or its parts at or after ``since``."""
    users: set[int] = set()
    for events in all_events(item):
        users.update(
            events.filter(pgh_created_at__gte=since)
            .exclude(pgh_context__user=None)
            .values_list("pgh_context__user", flat=True)
            .distinct()
        )
    return users


def changed_by_others_after(item: models.Model, user: Any, seen: datetime.datetime) -> bool:
    """Whether anybody but ``user`` changed the item or its parts after ``seen``."""
    return any(
        events.filter(pgh_created_at__gt=seen).exclude(pgh_context__user=user.pk).exists()
        for events in all_events(item)
    )


def review_began(item: models.Model) -> datetime.datetime | None:
    """When the item last went into review; None where it never did."""
    latest_elsewhere = (
        root_events(item).exclude(state=State.IN_REVIEW).order_by("-pgh_created_at").first()
    )
    in_review = root_events(item).filter(state=State.IN_REVIEW)
    if latest_elsewhere is not None:
        in_review = in_review.filter(pgh_created_at__gt=latest_elsewhere.pgh_created_at)
    first = in_review.order_by("pgh_created_at").first()
    return first.pgh_created_at if first else None


def needs_second_person(item: Stateful, user: Any) -> bool:
    """Whether two pairs of eyes are asked for and ``user`` is one of the item's authors.

    The author is everybody who changed the item since review began, the one who sent it there
    included, and whoever changed it last before that: sending it to review for somebody else
    does not make his text another's.
    """
    if not settings.WORTLAUT_TWO_PAIRS_OF_EYES:
        return False
    began = review_began(item)
    if began is None:
        return False
    return user.pk in changed_by_since(item, began) or user.pk == _last_writer(item, began)


def _last_writer(item: Stateful, before: datetime.datetime) -> int | None:
    """Who last changed more than the item's state before a time; None where nobody is recorded."""
    for change in changes(item):
        if change.at < before and any(not _is_move(row) for row in change.rows):
            return change.user_id
    return None


def _is_move(row: RowChange) -> bool:
    """Whether nothing but the state changed, and what is said of a withdrawal."""
    return row.kind == "update" and {change.field.name for change in row.fields} <= {
        "state",
        "withdrawal_reason",
    }


def may_confirm(item: Stateful, user: Any) -> bool:
    """Whether ``user`` may confirm what was changed after publication: not his own change."""
    if item.unseen_since is None:
        return False
    if not settings.WORTLAUT_TWO_PAIRS_OF_EYES:
        return True
    # The mark is set just before the change that causes it is recorded.
    return user.pk not in changed_by_since(item, item.unseen_since)

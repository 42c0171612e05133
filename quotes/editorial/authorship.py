"""Who an item's author is: everybody who changed it since a point in its history."""

import datetime
from typing import Any

from django.conf import settings
from django.db import models

from quotes.models import State, Stateful

from .aggregates import all_events, root_events


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
    included.
    """
    if not settings.WORTLAUT_TWO_PAIRS_OF_EYES:
        return False
    began = review_began(item)
    return began is not None and user.pk in changed_by_since(item, began)


def may_confirm(item: Stateful, user: Any) -> bool:
    """Whether ``user`` may confirm what was changed after publication: not his own change."""
    if item.unseen_since is None:
        return False
    if not settings.WORTLAUT_TWO_PAIRS_OF_EYES:
        return True
    # The mark is set just before the change that causes it is recorded.
    return user.pk not in changed_by_since(item, item.unseen_since)

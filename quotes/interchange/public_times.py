"""When something public last changed for those who read it."""

import datetime
from collections.abc import Iterable

from django.db.models import Max

from quotes.models import (
    Article,
    Change,
    ChangedResource,
    JointStatement,
    Quote,
    Stateful,
)

_RESOURCES: dict[type[Stateful], ChangedResource] = {
    Quote: ChangedResource.QUOTE,
    JointStatement: ChangedResource.STATEMENT,
    Article: ChangedResource.ARTICLE,
}


def last_public_change(item: Stateful) -> datetime.datetime:
    """When a published item was published (again) or changed since; what was done to it as a
    draft does not count. Raises ValueError for one that was never published."""
    if item.published_at is None:
        raise ValueError("This item was never published.")
    changed: datetime.datetime = item.updated_at  # type: ignore[attr-defined]
    return max(item.published_at, changed)


def last_changes_of_quotes(quotes: Iterable[Quote]) -> dict[int, datetime.datetime]:
    """For the id of each quote its last public change, in its sources and speakers, too."""
    noted = Change.objects.filter(
        resource=ChangedResource.QUOTE, item_id__in=[quote.pk for quote in quotes]
    )
    last = dict(noted.values_list("item_id").annotate(Max("at")))
    return {quote.pk: last.get(quote.pk) or last_public_change(quote) for quote in quotes}


def last_change_of_anything() -> datetime.datetime | None:
    """When the public last saw something change; None before anything was published."""
    return Change.objects.order_by("-pk").values_list("at", flat=True).first()

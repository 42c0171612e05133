"""When something public last changed for those who read it."""

import datetime

from quotes.models import Stateful


def last_public_change(item: Stateful) -> datetime.datetime:
    """When a published item was published (again) or changed since; what was done to it as a
    draft does not count. Raises ValueError for one that was never published."""
    if item.published_at is None:
        raise ValueError("This item was never published.")
    changed: datetime.datetime = item.updated_at  # type: ignore[attr-defined]
    return max(item.published_at, changed)

"""Why something that was public is no longer: for the pages and answers that stay behind."""

import datetime
from typing import Any

from django.utils import timezone

from quotes.models import Change, ChangeKind, Stateful
from quotes.models.public_rule import RESOURCES

_NAMES = {model: resource for resource, model in RESOURCES.items()}


def why_gone(model: type[Any], pk: int) -> str | None:
    """The reason for the withdrawal of an item that is not public now.

    "" where it went without one, because nothing public leads to it any more. None where it was
    never public: then nobody is told that it is there. An item that is reviewed anew stays
    withdrawn for readers, until it is published again.
    """
    if issubclass(model, Stateful):
        withdrawn: Any = model.objects.withdrawn().filter(pk=pk)  # type: ignore[attr-defined]
        for reason in withdrawn.values_list("withdrawal_reason", flat=True):
            return str(reason)
    if model.__name__ not in _NAMES:
        return None
    said = Change.objects.filter(resource=_NAMES[model.__name__], item_id=pk).order_by("-pk")
    last = said.values_list("kind", "reason").first()
    return last[1] if last and last[0] == ChangeKind.WITHDRAWN else None


def gone_on(model: type[Any], pk: int) -> datetime.date:
    """The day, in the site's time zone, on which an item ceased to be public.

    A change that is not yet in the feed was made just now.
    """
    noted = Change.objects.filter(
        resource=_NAMES[model.__name__], item_id=pk, kind=ChangeKind.WITHDRAWN
    ).order_by("-pk")
    at = noted.values_list("at", flat=True).first()
    return timezone.localtime(at).date()

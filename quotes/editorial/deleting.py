"""Taking back what was never published; everything else stays."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from quotes.models import State

from .recording import check_rules_now, recorded
from .refusals import Refused


def why_kept(item: models.Model) -> str:
    """The sentence that says why this item is not deleted; empty where nothing is known against it.

    Rows without a state are asked of the database itself, when they are deleted.
    """
    if getattr(item, "first_published_at", None) is not None:
        return _("What is or was published is never deleted; withdraw it instead.")
    if getattr(item, "state", State.DRAFT) != State.DRAFT:
        return _("Only a draft is deleted: return it to its author first.")
    return ""


def delete(item: models.Model, user: Any, reason: str = "") -> None:
    """Delete a draft or an unused row with all that belongs to it; raises Refused otherwise."""
    with recorded(user, reason):
        locked = type(item)._base_manager.select_for_update().get(pk=item.pk)
        sentence = why_kept(locked)
        if sentence:
            raise Refused([sentence], rule="kept")
        locked.delete()
        check_rules_now()

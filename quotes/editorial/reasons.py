"""When a change has to say why: always, but for drafts."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from quotes.models import State, Stateful

LONGEST_REASON = 500  # characters


def is_draft(root: Any) -> bool:
    """Whether ``root`` is a draft, which is changed without saying why."""
    return isinstance(root, Stateful) and root.state == State.DRAFT


def check_reason(root: Any, reason: str) -> None:
    """Raise ValidationError at ``reason`` where changing ``root`` needs one and none is given."""
    if not is_draft(root) and not reason.strip():
        raise ValidationError({"reason": [_("Say why: this change needs a reason.")]})

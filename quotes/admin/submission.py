"""One submission of an editing form: why, from which version, which move; and what came of it.

The form is bound twice where the first attempt is refused: ``EditorialAdmin`` tries to save inside
``recorded()``, and where that raises, nothing was changed; the second time ``errors`` make the same
form invalid, so that Django shows it again with everything that was typed.
"""

import datetime
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext as _

from quotes.editorial.history import Change, changes, version_token
from quotes.editorial.permitted_moves import MOVES, Move
from quotes.editorial.reasons import LONGEST_REASON
from quotes.editorial.roles import may_change
from quotes.text.characters import UnstorableText, check_storable

VERSION = "_version"
MOVE = "_move"


@dataclass
class Submission:
    """What a request asks of one item.

    ``version`` is the token of the item as the form was last shown, to be sent with the next
    attempt; ``meanwhile`` is what others did since, where that stopped this one.
    """

    reason: str = ""
    asked_version: str = ""
    move: Move | None = None
    version: str = ""
    meanwhile: list[Change] = field(default_factory=list)
    errors: list[ValidationError] = field(default_factory=list)
    changed: bool = False

    @property
    def seen(self) -> datetime.datetime | None:
        """When what the editor decided about was shown; None where the page did not say."""
        return _time(self.asked_version)

    @classmethod
    def of(cls, request: HttpRequest) -> "Submission":
        """The submission of this request, the same one however often it is asked for."""
        found = getattr(request, "_submission", None)
        if found is None:
            found = cls(
                reason=_storable(request.POST.get("reason", "")),
                asked_version=request.POST.get(VERSION, ""),
                move=MOVES.get(request.POST.get(MOVE, "")),
            )
            request._submission = found  # type: ignore[attr-defined]
        return found

    def shown(self, root: models.Model | None) -> None:
        """Take the token of what the form is about to show. Call before the rows are read."""
        self.version = version_token(root) if root is not None else ""

    def compare(self, root: models.Model) -> None:
        """Refuse where ``root`` (locked) is no longer what the form showed."""
        self.shown(root)
        if self.version == self.asked_version:
            return
        self.meanwhile = changes(root, since=_time(self.asked_version))
        self.errors.append(
            ValidationError(
                _(
                    "This was changed while you were editing; nothing of yours is lost, and nothing"
                    " is saved yet. Look at the changes listed here, then save over them."
                ),
                code="conflict",
            )
        )

    def refuse(self, refusal: ValidationError) -> None:
        """Keep why the attempt failed, for the form that is shown again."""
        self.errors.append(refusal)


def is_open(request: HttpRequest, root: Any) -> bool:
    """Whether the form of ``root`` takes changes from this user.

    A submission that is refused already saves nothing; its form is shown as it was typed, even
    where somebody moved the item out of the user's hands meanwhile.
    """
    if root is None or root.pk is None:
        return True
    return may_change(request.user, root) or bool(Submission.of(request).errors)


def _time(token: str) -> datetime.datetime | None:
    try:
        time = datetime.datetime.fromisoformat(token)
    except ValueError:
        return None
    return time if time.tzinfo else None


def _storable(reason: str) -> str:
    """The reason as history can keep it; the form itself says what is wrong with another."""
    try:
        check_storable(reason)
    except UnstorableText:
        return ""
    return reason.strip()[:LONGEST_REASON]

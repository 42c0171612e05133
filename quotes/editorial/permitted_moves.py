"""Which moves between states a user may make on an item now, in the order of its life."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from quotes.models import State

from . import moves
from .authorship import may_confirm
from .roles import may_change, may_publish


@dataclass(frozen=True)
class Move:
    """A step that an editor takes: ``make(item, user, reason)`` raises Refused where it cannot.

    ``reviewing``: only who may publish items of this kind may take it.
    """

    name: str
    label: str | Promise
    make: Callable[[Any, Any, str], None]
    starts_from: str
    done: str | Promise
    reviewing: bool = True
    needs_reason: bool = False


MOVES = {
    move.name: move
    for move in (
        Move(
            "submit",
            _("Send to review"),
            moves.submit,
            State.DRAFT,
            _("Sent to review: “%(item)s”."),
            reviewing=False,
        ),
        Move("publish", _("Publish"), moves.publish, State.IN_REVIEW, _("Published: “%(item)s”.")),
        Move(
            "return",
            _("Return to the author"),
            moves.return_to_author,
            State.IN_REVIEW,
            _("Returned to the author: “%(item)s”."),
            needs_reason=True,
        ),
        Move(
            "confirm",
            _("Confirm the changes"),
            moves.confirm,
            State.PUBLISHED,
            _("The changes of “%(item)s” are confirmed."),
        ),
        Move(
            "withdraw",
            _("Withdraw"),
            moves.withdraw,
            State.PUBLISHED,
            _("Withdrawn: “%(item)s”."),
            needs_reason=True,
        ),
        Move(
            "reopen",
            _("Bring back into review"),
            moves.reopen,
            State.WITHDRAWN,
            _("Back in review: “%(item)s”."),
            needs_reason=True,
        ),
    )
}


def may_make(move: Move, item: Any, user: Any) -> bool:
    """Whether the user has the right to make this move, whatever state the item is in."""
    return may_publish(user, item) if move.reviewing else may_change(user, item)


def permitted_moves(item: Any, user: Any) -> list[Move]:
    """The moves open to ``user`` from the item's state; empty for an item that has none.

    Whether the item is complete is not asked here: a refused publication says what is missing.
    """
    return [
        move
        for move in MOVES.values()
        if move.starts_from == item.state
        and may_make(move, item, user)
        and (move.name != "confirm" or may_confirm(item, user))
    ]

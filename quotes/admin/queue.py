"""The first page: what waits for this editor."""

from dataclasses import dataclass
from typing import Any

from django.db.models.functions import Left
from django.http import HttpRequest

from quotes.editorial.error_reports import open_reports
from quotes.editorial.history import present
from quotes.editorial.permitted_moves import MOVES, Move, may_make
from quotes.editorial.queues import (
    LENGTH,
    drafts_of,
    in_review,
    orphans,
    texts_to_work_through,
    unseen,
)
from quotes.models import Capture, CaptureState, ReviewComment

from .capture_forms import AskForm
from .submission import VERSION
from .workbench.pages import may_work


@dataclass(frozen=True)
class QueueRow:
    """One item that waits, what was said about it, and the one step to take from here, if any."""

    item: Any
    comments: list[ReviewComment]
    move: Move | None

    @property
    def opts(self) -> Any:
        return self.item._meta


def queue(request: HttpRequest) -> dict[str, Any]:
    """The seven lists, each only with what the user may see; a constant number of queries."""
    user = request.user

    def visible(item: Any) -> bool:
        return user.has_perm(f"quotes.view_{type(item)._meta.model_name}")

    def row(item: Any, comments: list[ReviewComment], name: str) -> QueueRow:
        move = MOVES.get(name)
        return QueueRow(
            item, comments, move if move is not None and may_make(move, item, user) else None
        )

    seen = present()  # before the rows are read
    return {
        "seen": seen,
        "version_name": VERSION,
        "queue_length": LENGTH,
        "ask": AskForm() if user.has_perm("quotes.add_capture") else None,
        "captures": _under_way() if user.has_perm("quotes.view_capture") else [],
        "texts": list(texts_to_work_through()) if may_work(user) else [],
        "reviewing": [
            row(waiting.item, waiting.comments, "return")
            for waiting in in_review()
            if visible(waiting.item)
        ],
        "unseen": [row(item, [], "confirm") for item in unseen() if visible(item)],
        "reports": open_reports(LENGTH) if user.has_perm("quotes.view_errorreport") else None,
        "orphans": list(orphans()) if user.has_perm("quotes.view_quote") else [],
        "my_drafts": [
            row(waiting.item, waiting.comments, "")
            for waiting in drafts_of(user)
            if visible(waiting.item)
        ],
    }


def _under_way() -> list[Capture]:
    """Captures that wait, run, or are to be looked through; the newest first, without their text
    but for its `beginning`."""
    states = (CaptureState.WAITING, CaptureState.FETCHING, CaptureState.READ)
    found = Capture.objects.filter(state__in=states).defer("text")
    return list(found.annotate(beginning=Left("text", 120))[:LENGTH])

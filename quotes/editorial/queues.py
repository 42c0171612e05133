"""What waits for an editor: the lists of the editors' first page, each cut after a few."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Count, Exists, OuterRef, Subquery

from quotes.models import (
    Article,
    Candidate,
    JointStatement,
    Occurrence,
    Quote,
    ReviewComment,
    Snapshot,
    State,
)

from .aggregates import event_model

LENGTH = 20
STATEFUL: tuple[type[Any], ...] = (Quote, JointStatement, Article)
_NAMED_BY = {Quote: (), JointStatement: (), Article: ("outlet",)}
_COMMENT_OF = {Quote: "quote", JointStatement: "statement", Article: "article"}


@dataclass
class Waiting:
    """One item in a queue, with what was said about it (newest last)."""

    item: Any
    comments: list[ReviewComment]


def in_review() -> list[Waiting]:
    """Items that wait for review, the longest unchanged first; at most ``LENGTH`` of each kind."""
    waiting = []
    for model in STATEFUL:
        items = list(
            _rows(model).filter(state=State.IN_REVIEW).order_by("updated_at", "id")[:LENGTH]
        )
        waiting.extend(_with_comments(model, items))
    return waiting


def unseen() -> list[Any]:
    """Published items that were changed and not yet confirmed, the oldest change first."""
    items: list[Any] = []
    for model in STATEFUL:
        items.extend(
            _rows(model).filter(unseen_since__isnull=False).order_by("unseen_since", "id")[:LENGTH]
        )
    return items


def orphans() -> models.QuerySet[Occurrence]:
    """Occurrences whose passage the newest text of the article no longer holds."""
    return (
        Occurrence.objects.filter(orphan=True, withdrawn=False)
        .select_related("quote", "snapshot__article__outlet")
        .order_by("id")[:LENGTH]
    )


def texts_to_work_through() -> models.QuerySet[Snapshot]:
    """Texts with open candidates, the newest first, with ``open_candidates`` of
    ``all_candidates``; without the text itself."""
    heads = Candidate.objects.filter(snapshot=OuterRef("pk"), part_of=None)
    return (
        Snapshot.objects.filter(Exists(heads.filter(decided=False)))
        .annotate(
            open_candidates=_number(heads.filter(decided=False)), all_candidates=_number(heads)
        )
        .select_related("article__outlet")
        .defer("text")
        .order_by("-id")[:LENGTH]
    )


def _number(rows: models.QuerySet) -> Subquery:
    """How many rows there are, as a column of the outer query."""
    counted = rows.order_by().values("snapshot").annotate(number=Count("pk"))
    return Subquery(counted.values("number"))


def drafts_of(user: Any) -> list[Waiting]:
    """Drafts that ``user`` made or changed, the last changed first, with their comments."""
    found = []
    for model in STATEFUL:
        touched = event_model(model).objects.filter(
            pgh_obj_id=OuterRef("pk"), pgh_context__user=user.pk
        )
        items = list(
            _rows(model)
            .filter(Exists(touched), state=State.DRAFT)
            .order_by("-updated_at", "-id")[:LENGTH]
        )
        found.extend(_with_comments(model, items))
    return found


def comments_on(item: Any) -> models.QuerySet[ReviewComment]:
    """What was said about an item, oldest first."""
    return ReviewComment.objects.filter(**{_COMMENT_OF[type(item)]: item})


def _rows(model: type[Any]) -> models.QuerySet:
    return model.objects.select_related(*_NAMED_BY[model])


def _with_comments(model: type[Any], items: Iterable[Any]) -> list[Waiting]:
    column = _COMMENT_OF[model]
    waiting = {item.pk: Waiting(item, []) for item in items}
    for comment in ReviewComment.objects.filter(**{f"{column}__in": list(waiting)}):
        waiting[getattr(comment, f"{column}_id")].comments.append(comment)
    return list(waiting.values())

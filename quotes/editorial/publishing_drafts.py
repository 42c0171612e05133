"""From a worked-through article to what readers see: all its drafts that are ready, at once."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from quotes.models import Article, JointStatement, LinkKind, Quote, Snapshot, State

from .authorship import needs_second_person
from .moves import publish, submit
from .publication_checks import missing_in
from .recording import recorded
from .refusals import Refused
from .roles import may_change, may_publish

Item = Article | Quote | JointStatement


@dataclass(frozen=True)
class Readiness:
    """A draft, or an item in review, and the sentences that say what it lacks."""

    item: Item
    missing: list[str]


@dataclass
class Outcome:
    """What became of the drafts of an article: each stands in one of the three lists."""

    published: list[Item] = field(default_factory=list)
    in_review: list[Item] = field(default_factory=list)
    left: list[Readiness] = field(default_factory=list)


def unpublished(snapshot: Snapshot) -> list[Item]:
    """The article and what its accepted candidates became, as far as it is not published yet.

    In the order in which it can be published: the article, the quotes, then the statements whose
    words some of these quotes are.
    """
    waiting = (State.DRAFT, State.IN_REVIEW)
    article = snapshot.article
    quotes = (
        Quote.objects.filter(
            occurrences__decisions__candidate__snapshot=snapshot, state__in=waiting
        )
        .prefetch_related("occurrences__snapshot__article__outlet", "occurrences__segments")
        .prefetch_related("attributions")
        .distinct()
        .order_by("pk")
    )
    statements = (
        JointStatement.objects.filter(
            quote_links__quote__occurrences__decisions__candidate__snapshot=snapshot,
            quote_links__kind=LinkKind.STATES,
            state__in=waiting,
        )
        .distinct()
        .order_by("pk")
    )
    return [*([article] if article.state in waiting else []), *quotes, *statements]


def missing(snapshot: Snapshot) -> list[Readiness]:
    """What each unpublished item of the snapshot lacks; the article counts as published with them
    unless it was withdrawn, a statement has the words of the quotes that are published with it.
    """
    return [
        Readiness(item, _lacking(item, snapshot))
        for item in unpublished(snapshot)
        if not isinstance(item, JointStatement)
    ]


def publish_ready(snapshot: Snapshot, user: Any) -> Outcome:
    """Publish what may be published of an article: itself, its quotes, their statements.

    Where a second person has to (two pairs of eyes), or ``user`` may not publish, the item is
    sent to review instead. What lacks something stays a draft and is named with it.
    """
    outcome = Outcome()
    with recorded(user, _("Published from the workbench")):
        for item in unpublished(snapshot):
            # The article has changed since the quotes were read.
            item.refresh_from_db()
            lacking = _lacking(item, snapshot)
            if lacking:
                outcome.left.append(Readiness(item, lacking))
                continue
            try:
                _move_on(item, user, outcome)
            except Refused as refusal:
                outcome.left.append(Readiness(item, refusal.messages))
    return outcome


def _lacking(item: Item, snapshot: Snapshot) -> list[str]:
    article = snapshot.article
    published_with = article if article.state != State.WITHDRAWN else None
    return missing_in(item, published_with)


def _move_on(item: Item, user: Any, outcome: Outcome) -> None:
    """Publish the item, or bring it as far as review; raises Refused where it goes no further."""
    with recorded(user):
        if item.state == State.DRAFT and may_change(user, item):
            submit(item, user)
        if item.state == State.DRAFT:
            raise Refused([_("You may not send this to review.")])
        if not may_publish(user, item) or needs_second_person(item, user) or _waits(item):
            outcome.in_review.append(item)
            return
        publish(item, user)
        outcome.published.append(item)


def _waits(item: Item) -> bool:
    """Whether the item is whole but for an article that is still in review itself."""
    return bool(missing_in(item))

"""What is shown of an article's captured texts: quoted passages, so many of them at a time."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import BadRequest
from django.db.models import OuterRef, Prefetch, QuerySet, Subquery

from quotes.models import (
    Article,
    Occurrence,
    ProvisionText,
    Quote,
    Rights,
    Segment,
    Snapshot,
    StatementVersion,
)
from quotes.models.rights import WIDEST_CONTEXT
from quotes.text.excerpts import Excerpt, Span, excerpts, whole

from .cards import with_quote_cards
from .visible import Rows, of_shown

# Occurrences of a page, of each captured text.
MOST = 50
_LONGEST_NUMBER = 9


@dataclass(frozen=True)
class Passage:
    """A shown part of the text, with the occurrences and the provisions that begin in it."""

    excerpt: Excerpt
    occurrences: list[Occurrence]
    provisions: list[ProvisionText]


@dataclass(frozen=True)
class Captured:
    """What is shown of one snapshot."""

    snapshot: Snapshot
    passages: list[Passage]


@dataclass(frozen=True)
class Passages:
    """Passages that begin at ``first`` or later; the next page begins at ``following``, if any.

    Both are code points into the captured texts.
    """

    captured: list[Captured]
    first: int
    following: int | None


def passages(article: Article, rows: Rows, asked: str) -> Passages:
    """Those from the place ``asked``, a number; from the beginning where it is empty.

    Raises BadRequest for anything else.
    """
    if asked and not (asked.isascii() and asked.isdigit() and len(asked) <= _LONGEST_NUMBER):
        raise BadRequest("Passages begin at a number of characters.")
    first = int(asked or 0)
    snapshots = list(_snapshots(article, rows, first))
    following = min(
        (
            # Several that begin at one place stay together.
            max(places[MOST], first + 1)
            for row in snapshots
            if len(places := [one.begins_at for one in row.first_occurrences]) > MOST
        ),
        default=None,
    )
    captured = [_captured(row, article.rights, first, following) for row in snapshots]
    return Passages([part for part in captured if part.passages], first, following)


def _snapshots(article: Article, rows: Rows, first: int) -> QuerySet[Any]:
    begins = rows(Segment).filter(occurrence=OuterRef("pk")).order_by("position")
    occurrences = (
        rows(Occurrence)
        .annotate(begins_at=Subquery(begins.values("start")[:1]))
        .filter(begins_at__gte=first)
        .order_by("begins_at", "pk")
        .prefetch_related(
            Prefetch("segments", of_shown(Segment)),
            Prefetch("quote", with_quote_cards(rows(Quote), rows)),
        )
    )
    texts = rows(ProvisionText).filter(start__gte=first).select_related("provision__statement")
    versions = rows(StatementVersion).prefetch_related(Prefetch("provision_texts", texts))
    return (
        rows(Snapshot)
        .filter(article=article)
        .prefetch_related(
            # One more than a page shows, to know whether there is another.
            Prefetch("occurrences", occurrences[: MOST + 1], to_attr="first_occurrences"),
            Prefetch("statement_versions", versions),
        )
    )


def _captured(snapshot: Any, rights: str, first: int, following: int | None) -> Captured:
    end = snapshot.length if following is None else min(following, snapshot.length)
    occurrences = [row for row in snapshot.first_occurrences if row.begins_at < end]
    provisions = [
        text
        for row in snapshot.statement_versions.all()
        for text in row.provision_texts.all()
        if text.start < end
    ]
    spans: list[Span] = [
        (part.start, part.end) for row in occurrences for part in row.segments.all()
    ]
    spans += [(text.start, text.end) for text in provisions]
    if rights == Rights.WHOLE and first < end:
        last = max([end, *(stop for _start, stop in spans)])
        shown = [whole(snapshot.text, spans, first, last)]
    else:
        shown = excerpts(snapshot.text, spans, WIDEST_CONTEXT)
    return Captured(
        snapshot,
        [
            Passage(
                excerpt,
                [row for row in occurrences if excerpt.start <= row.begins_at < excerpt.end],
                [text for text in provisions if excerpt.start <= text.start < excerpt.end],
            )
            for excerpt in shown
        ],
    )

"""The list of articles, and the page of one: what it is, where it got its text, what it quotes."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from quotes.interchange.source_links import web_address
from quotes.models import (
    Article,
    Credit,
    Occurrence,
    ProvisionText,
    Quote,
    Rights,
    Segment,
    Snapshot,
    StatementVersion,
)
from quotes.models.distinct_values import distinct_values
from quotes.models.rights import WIDEST_CONTEXT
from quotes.text.excerpts import Excerpt, Span, excerpts, whole

from .addresses import ItemPage
from .cards import with_quote_cards
from .filters import LanguageField, filtered_list
from .filters.offered import OUTLET, YEARS
from .keyset import Order
from .provenance import Provenance
from .visible import Rows, public

LAST_PUBLISHED_FIRST = Order("published_on_sort")
FILTERS = (
    OUTLET,
    YEARS,
    LanguageField(
        "language", _("Language"), held=lambda: distinct_values(public(Article), "language")
    ),
)


@require_safe
def article_list(request: HttpRequest) -> HttpResponse:
    return filtered_list(request, "pages/articles.html", FILTERS, _narrowed, LAST_PUBLISHED_FIRST)


def _narrowed(asked: dict[str, Any]) -> QuerySet[Any]:
    articles = public(Article)
    if asked["outlet"]:
        articles = articles.by_outlet(asked["outlet"])
    if asked["language"]:
        articles = articles.in_language(asked["language"])
    if asked["year"]:
        articles = articles.between_years(*asked["year"])
    return articles.with_quote_count().select_related("outlet", "carried_by")


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


class ArticlePage(ItemPage):
    model = Article
    template_name = "pages/article.html"

    def items(self, rows: Rows) -> QuerySet[Any]:
        occurrences = rows(Occurrence).prefetch_related(
            Prefetch("segments", rows(Segment)),
            Prefetch("quote", with_quote_cards(rows(Quote), rows)),
        )
        provision_texts = rows(ProvisionText).select_related("provision__statement")
        versions = rows(StatementVersion).prefetch_related(
            Prefetch("provision_texts", provision_texts)
        )
        snapshots = rows(Snapshot).prefetch_related(
            Prefetch("occurrences", occurrences), Prefetch("statement_versions", versions)
        )
        return (
            rows(Article)
            .select_related("outlet", "carried_by")
            .prefetch_related(
                Prefetch("snapshots", snapshots),
                Prefetch("credits", rows(Credit).select_related("outlet")),
            )
        )

    def context(self, request: HttpRequest, item: Article, rows: Rows) -> dict[str, Any]:
        captured = [_captured(snapshot, item.rights) for snapshot in item.snapshots.all()]
        return {
            "article": item,
            "url": web_address(item.url),
            "archive_url": web_address(item.archive_url),
            "steps": Provenance([item.pk], rows).of_article(item),
            "captured": [part for part in captured if part.passages],
            "shows_whole": item.rights == Rights.WHOLE,
        }


def _captured(snapshot: Snapshot, rights: str) -> Captured:
    occurrences = [(row, list(row.segments.all())) for row in snapshot.occurrences.all()]
    provisions = [
        text for row in snapshot.statement_versions.all() for text in row.provision_texts.all()
    ]
    spans: list[Span] = [(part.start, part.end) for _, parts in occurrences for part in parts]
    spans += [(text.start, text.end) for text in provisions]
    if rights == Rights.WHOLE:
        shown = [whole(snapshot.text, spans)]
    else:
        shown = excerpts(snapshot.text, spans, WIDEST_CONTEXT)
    return Captured(
        snapshot,
        [
            Passage(
                excerpt,
                [
                    row
                    for row, parts in sorted(occurrences, key=lambda pair: _start(pair[1]))
                    if excerpt.start <= _start(parts) < excerpt.end
                ],
                [text for text in provisions if excerpt.start <= text.start < excerpt.end],
            )
            for excerpt in shown
        ],
    )


def _start(segments: list[Segment]) -> int:
    return segments[0].start if segments else -1

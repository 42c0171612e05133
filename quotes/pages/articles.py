"""The list of articles, and the page of one: what it is, where it got its text, what it quotes."""

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from quotes.interchange.source_links import web_address
from quotes.models import (
    Article,
    Credit,
    Rights,
)
from quotes.models.distinct_values import distinct_values

from .addresses import ItemPage
from .filters import LanguageField, filtered_list
from .filters.offered import OUTLET, YEARS
from .keyset import Order
from .passages import passages
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


class ArticlePage(ItemPage):
    model = Article
    template_name = "pages/article.html"
    ends_with_history = True

    def items(self, rows: Rows) -> QuerySet[Any]:
        return (
            rows(Article)
            .select_related("outlet", "carried_by")
            .prefetch_related(Prefetch("credits", rows(Credit).select_related("outlet")))
        )

    def context(self, request: HttpRequest, item: Article, rows: Rows) -> dict[str, Any]:
        return {
            "article": item,
            "url": web_address(item.url),
            "archive_url": web_address(item.archive_url),
            "steps": Provenance([item.pk], rows).of_article(item),
            "shown": passages(item, rows, request.GET.get("from", "")),
            "shows_whole": item.rights == Rights.WHOLE,
        }

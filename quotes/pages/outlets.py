"""The list of outlets by name, and the page of one: what it is, its articles, their origins."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from quotes.interchange.source_links import web_address
from quotes.models import Article, Hop, Outlet, OutletKind, Speaker

from .addresses import ItemPage
from .articles import LAST_PUBLISHED_FIRST
from .cards import names_of_speakers
from .filters import ChoiceField, NameField, filtered_list
from .keyset import Order, listing
from .provenance import with_sources
from .visible import Rows, public

BY_NAME = Order("name", dates=False)
FILTERS = (
    NameField("name", _("Name"), _("A part of it")),
    ChoiceField("kind", _("Kind"), choices=dict(OutletKind.choices)),
)
# So many of an outlet's newest articles tell where its texts come from.
HOPS_READ = 200


@require_safe
def outlet_list(request: HttpRequest) -> HttpResponse:
    return filtered_list(request, "pages/outlets.html", FILTERS, _narrowed, BY_NAME)


def _narrowed(asked: dict[str, Any]) -> QuerySet[Any]:
    outlets = public(Outlet)
    if asked["name"]:
        outlets = outlets.filter(name__icontains=asked["name"])
    if asked["kind"]:
        outlets = outlets.filter(kind=asked["kind"])
    return _with_organisation(outlets, public)


def _with_organisation(outlets: QuerySet[Any], rows: Rows) -> QuerySet[Any]:
    """Outlets with the organisation behind them, where that is public."""
    organisations = rows(Speaker).prefetch_related(names_of_speakers())
    return outlets.prefetch_related(Prefetch("organisation", organisations))


@dataclass(frozen=True)
class Origin:
    """An outlet that texts came from, and how: “translates (by machine)”."""

    outlet: Outlet
    ways: list[str]


class OutletPage(ItemPage):
    model = Outlet
    template_name = "pages/outlet.html"
    parameters = ("after", "copies_after")

    def items(self, rows: Rows) -> QuerySet[Any]:
        return _with_organisation(rows(Outlet), rows)

    def context(self, request: HttpRequest, item: Outlet, rows: Rows) -> dict[str, Any]:
        public_articles: Any = rows(Article)
        articles = public_articles.with_quote_count().select_related("outlet", "carried_by")
        hops = with_sources(rows(Hop)).filter(article__outlet=item)
        return {
            "outlet": item,
            "homepage": web_address(item.homepage),
            "page": listing(articles.by_outlet(item), request, LAST_PUBLISHED_FIRST),
            "copies": listing(
                articles.filter(carried_by=item),
                request,
                LAST_PUBLISHED_FIRST,
                parameter="copies_after",
            ),
            "origins": _origins(hops.order_by("-pk")[:HOPS_READ], item),
        }


def _origins(hops: Iterable[Hop], outlet: Outlet) -> list[Origin]:
    """The sources of ``hops``, each once, by name; what an outlet has from itself is left out."""
    found: dict[int, Origin] = {}
    for hop in hops:
        source = hop.source_article.outlet if hop.source_article else hop.source_outlet
        if source is None or source == outlet:
            continue
        origin = found.setdefault(source.pk, Origin(source, []))
        way = hop.get_kind_display()
        if way not in origin.ways:
            origin.ways.append(way)
    return sorted(found.values(), key=lambda origin: origin.outlet.name)

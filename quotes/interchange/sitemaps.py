"""Sitemaps (sitemaps.org, protocol 0.9): an index, and parts by ranges of ids.

Django's own framework cuts its pages by OFFSET and counts everything first; here a part is a range
of 10,000 ids, so that each costs the same and an address stays in its part for ever.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from io import StringIO
from typing import Any
from xml.sax.xmlreader import AttributesImpl

from django.db import connection
from django.db.models import Max, QuerySet
from django.utils.xmlutils import SimplerXMLGenerator

from quotes.models import (
    Article,
    Change,
    ChangedResource,
    Event,
    JointStatement,
    Outlet,
    Quote,
    Speaker,
    Topic,
)

from .site import Site

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
# Ids of a part; the protocol allows 50,000 addresses.
PART = 10_000
# By the name of the part: whose rows, and what the change feed calls them.
KINDS: dict[str, tuple[Any, str]] = {
    "quotes": (Quote, ChangedResource.QUOTE),
    "statements": (JointStatement, ChangedResource.STATEMENT),
    "speakers": (Speaker, ChangedResource.SPEAKER),
    "articles": (Article, ChangedResource.ARTICLE),
    "outlets": (Outlet, ChangedResource.OUTLET),
    "events": (Event, ChangedResource.EVENT),
    "topics": (Topic, ChangedResource.TOPIC),
}


@dataclass(frozen=True)
class Place:
    """An address, and when what stands there last changed, where that is known."""

    address: str
    changed: datetime.datetime | None = None


def parts(kind: str) -> list[int]:
    """The numbers of the parts that hold a public row, from 0, in two queries."""
    model, _resource = KINDS[kind]
    highest = model.objects.aggregate(highest=Max("pk"))["highest"] or 0
    key = f'"{model._meta.db_table}"."{model._meta.pk.column}"'
    # Nothing of it comes from outside.
    within = f"{key} > part.number * {PART} AND {key} <= (part.number + 1) * {PART}"
    public = model.objects.published().order_by().extra(where=[within])  # noqa: S610
    written, parameters = public.values_list("pk").query.sql_with_params()
    with connection.cursor() as cursor:
        # Each EXISTS ends with the first row it finds.
        cursor.execute(
            "SELECT part.number FROM generate_series(0, %s) AS part (number)"  # noqa: S608
            f" WHERE EXISTS ({written}) ORDER BY part.number",
            [highest // PART, *parameters],
        )
        return [number for (number,) in cursor.fetchall()]


def places(kind: str, number: int, site: Site) -> list[Place]:
    """The public pages of one part, by id."""
    model, resource = KINDS[kind]
    rows = _public(model, number).order_by("pk")
    if model is Article:
        rows = rows.select_related("outlet")
    noted = Change.objects.filter(
        resource=resource, item_id__gt=number * PART, item_id__lte=(number + 1) * PART
    )
    last = dict(noted.order_by().values_list("item_id").annotate(Max("at")))
    return [Place(site.page(row), last.get(row.pk)) for row in rows]


def _public(model: Any, number: int) -> QuerySet[Any]:
    return model.objects.published().filter(pk__gt=number * PART, pk__lte=(number + 1) * PART)


def index(addresses: Iterable[str]) -> str:
    """A sitemap index of these sitemaps."""
    return _written("sitemapindex", "sitemap", map(Place, addresses))


def urlset(found: Iterable[Place]) -> str:
    """A sitemap of these pages."""
    return _written("urlset", "url", found)


def _written(root: str, element: str, found: Iterable[Place]) -> str:
    written = StringIO()
    handler = SimplerXMLGenerator(written, "utf-8")
    handler.startDocument()
    handler.startElement(root, AttributesImpl({"xmlns": NAMESPACE}))
    for place in found:
        handler.startElement(element, AttributesImpl({}))
        handler.addQuickElement("loc", place.address)
        if place.changed:
            # A W3C datetime.
            changed = place.changed.astimezone(datetime.UTC)
            handler.addQuickElement("lastmod", changed.strftime("%Y-%m-%dT%H:%M:%SZ"))
        handler.endElement(element)
    handler.endElement(root)
    return written.getvalue()

"""Whole JSON-LD documents: a row as the root of one, and the public row of an id."""

from collections.abc import Callable
from typing import Any

from django.db.models import Model, Prefetch, QuerySet

from quotes.interchange.site import Site
from quotes.models import (
    Article,
    Attribution,
    Event,
    JointStatement,
    Occurrence,
    Outlet,
    Provision,
    ProvisionText,
    Quote,
    Signatory,
    Speaker,
    SpeakerName,
    StatementLink,
    StatementVersion,
    Tenure,
    Topic,
)
from quotes.models.rights import provision_text

from .articles import article, outlet
from .events import event, topic
from .nodes import Node, node, terms
from .quotations import quotation
from .speakers import speaker
from .statements import statement

CONTEXT = "https://schema.org"
# What schema.org holds for a creative work.
_WORKS = (Quote, JointStatement, Article)


def _public(model: Any) -> QuerySet[Any]:
    return model.objects.published()


def _quotes() -> QuerySet[Any]:
    occurrences = _public(Occurrence).select_related("snapshot__article__outlet")
    return (
        _public(Quote)
        .select_related("event")
        .prefetch_related(
            Prefetch("attributions", _public(Attribution).select_related("speaker", "tenure")),
            Prefetch("occurrences", occurrences.defer("snapshot__text")),
            Prefetch("statement_links", _public(StatementLink).select_related("statement")),
            Prefetch("topics", _public(Topic)),
        )
    )


def _statements() -> QuerySet[Any]:
    versions = _public(StatementVersion).select_related("issuer", "snapshot__article__outlet")
    texts = _public(ProvisionText).annotate(words=provision_text())
    return (
        _public(JointStatement)
        .select_related("event")
        .prefetch_related(
            Prefetch("signatories", _public(Signatory).select_related("speaker", "tenure")),
            Prefetch("versions", versions.defer("snapshot__text")),
            Prefetch("provisions", _public(Provision).prefetch_related(Prefetch("texts", texts))),
            Prefetch("quote_links", _public(StatementLink).select_related("quote")),
            Prefetch("topics", _public(Topic)),
        )
    )


def _speakers() -> QuerySet[Any]:
    organisations = Prefetch("organisation", _public(Speaker))
    return _public(Speaker).prefetch_related(
        Prefetch("names", _public(SpeakerName)),
        Prefetch("tenures", _public(Tenure).prefetch_related(organisations)),
    )


def _events() -> QuerySet[Any]:
    return _public(Event).prefetch_related(
        Prefetch("participants", _public(Speaker)),
        Prefetch("parent", _public(Event)),
        Prefetch("parts", _public(Event)),
    )


# For each model: the object that describes a row, and the public rows with what that reads.
KINDS: dict[type[Model], tuple[Callable[[Any, Site], Node], Callable[[], QuerySet[Any]]]] = {
    Quote: (quotation, _quotes),
    JointStatement: (statement, _statements),
    Speaker: (speaker, _speakers),
    Article: (article, lambda: _public(Article).select_related("outlet")),
    Outlet: (outlet, lambda: _public(Outlet)),
    Event: (event, _events),
    Topic: (topic, lambda: _public(Topic)),
}


def document(row: Model, site: Site) -> Node:
    """The JSON-LD document of a row that has been loaded with everything its kind reads."""
    describe, _rows = KINDS[type(row)]
    return {"@context": CONTEXT, **describe(row, site), **_on_terms(row, site)}


def _on_terms(row: Any, site: Site) -> Node:
    """On what terms the description is given: where the row is no work, it is that of its page."""
    named = {name: value for name, value in terms(site).items() if value}
    if isinstance(row, _WORKS):
        return named
    return {"mainEntityOfPage": {"@type": "WebPage", "@id": site.page(row), **named}}


def find(model: type[Model], pk: int, site: Site) -> Node | None:
    """The JSON-LD document of the public row with this id; None where there is none."""
    _describe, rows = KINDS[model]
    row = rows().filter(pk=pk).first()
    return document(row, site) if row is not None else None


def web_site(site: Site) -> Node:
    """The document of the site itself."""
    about = node("WebSite", name=site.name, url=f"{site.address}/", inLanguage=["de", "en"])
    return {"@context": CONTEXT, **about, **node("WebSite", **terms(site))}

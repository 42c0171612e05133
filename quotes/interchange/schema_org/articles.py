"""Articles as NewsArticle and its kin, outlets as the organisations that publish them."""

from typing import Any

from quotes.interchange.iso_dates import iso_date
from quotes.interchange.site import Site
from quotes.interchange.source_links import web_address
from quotes.models import Article, Genre, Outlet, OutletKind
from quotes.text.dates import show

from .nodes import Node, identified, in_language

_KINDS = {
    Genre.REPORT: "NewsArticle",
    Genre.AGENCY_REPORT: "NewsArticle",
    Genre.OPINION: "NewsArticle",
    Genre.BOOK: "Book",
    Genre.BROADCAST: "CreativeWork",
    Genre.POST: "SocialMediaPosting",
}
_OUTLET_KINDS = {
    OutletKind.NEWSPAPER: "NewsMediaOrganization",
    OutletKind.MAGAZINE: "NewsMediaOrganization",
    OutletKind.AGENCY: "NewsMediaOrganization",
    OutletKind.BROADCASTER: "NewsMediaOrganization",
    OutletKind.GOVERNMENT: "GovernmentOrganization",
    OutletKind.PARLIAMENT: "GovernmentOrganization",
}


def article(row: Article, site: Site) -> Node:
    """Reads ``outlet``. The address is the publisher's own; the page about it is ours."""
    kind = _KINDS.get(Genre(row.genre), "Article")
    language = "" if row.language == "und" else row.language
    if row.headline:
        # Of the types used here only Article and what belongs under it have a headline.
        field = "name" if kind in ("Book", "CreativeWork") else "headline"
        title: dict[str, Any] = {field: in_language(row.headline, language)}
    else:
        title = {"name": _known_by(row)}
    return identified(
        kind,
        row,
        site,
        **title,
        inLanguage=language,
        datePublished=iso_date(row.published_on),
        publisher=outlet(row.outlet, site),
        creditText=row.byline,
        copyrightNotice=row.rights_note,
        url=web_address(row.url),
        archivedAt=web_address(row.archive_url),
    )


def _known_by(row: Article) -> list[Node | str]:
    """Outlet and date in words, in German and in English: there is no headline."""
    if not row.published_on:
        return [row.outlet.name]
    return [
        in_language(f"{row.outlet.name}, {show(row.published_on, code)}", code)
        for code in ("de", "en")
    ]


def outlet(row: Outlet, site: Site) -> Node:
    return identified(
        _OUTLET_KINDS.get(OutletKind(row.kind), "Organization"),
        row,
        site,
        name=row.name,
        url=web_address(row.homepage),
    )

"""Feeds: Atom 1.0 (RFC 4287) and JSON Feed 1.1 of the same entries."""

import datetime
import json
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any
from xml.sax.xmlreader import AttributesImpl

from django.utils.feedgenerator import Atom1Feed, rfc3339_date
from django.utils.xmlutils import SimplerXMLGenerator

from quotes.text.characters import xml_text

from .site import Site

ATOM, JSON_FEED = "application/atom+xml", "application/feed+json"
# RFC 4287 asks for a time even where nothing has happened yet.
NEVER = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


@dataclass(frozen=True)
class Entry:
    """``identity`` never changes, ``address`` may; ``title`` is plain text, ``html`` a fragment
    whose addresses are whole."""

    identity: str
    address: str
    title: str
    html: str
    published: datetime.datetime
    updated: datetime.datetime
    language: str
    authors: Sequence[str] = ()
    topics: Sequence[str] = ()


@dataclass(frozen=True)
class Feed:
    """``page`` is where people read the same; ``language`` that of the interface."""

    identity: str
    title: str
    subtitle: str
    page: str
    address: str
    language: str
    site: Site
    entries: Sequence[Entry]

    @property
    def updated(self) -> datetime.datetime:
        return max((entry.updated for entry in self.entries), default=NEVER)


def atom(feed: Feed) -> str:
    """The feed as an Atom document. Characters that XML cannot hold are left out."""
    document = _Atom(
        title=xml_text(feed.title),
        link=feed.page,
        description="",
        language=feed.language,
        subtitle=xml_text(feed.subtitle),
        author_name=feed.site.attribution or feed.site.name,
        author_link=f"{feed.site.address}/",
        feed_url=feed.address,
        feed_guid=feed.identity,
        feed_copyright=_rights(feed.site) or None,
        updated=feed.updated,
    )
    for entry in feed.entries:
        document.add_item(
            title=xml_text(entry.title),
            link=entry.address,
            description=None,  # type: ignore[arg-type]  # no summary beside the content
            unique_id=entry.identity,
            pubdate=entry.published,
            updateddate=entry.updated,
            categories=[xml_text(topic) for topic in entry.topics],
            authors=[xml_text(name) for name in entry.authors],
            content=xml_text(entry.html),
        )
    written = StringIO()
    document.write(written, "utf-8")
    return written.getvalue()


class _Atom(Atom1Feed):
    """Django's Atom with the whole content, several authors, and a time where it is empty."""

    def latest_post_date(self) -> datetime.datetime:
        return self.feed["updated"]

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        for name in item["authors"]:
            handler.startElement("author", AttributesImpl({}))
            handler.addQuickElement("name", name)
            handler.endElement("author")
        handler.addQuickElement("content", item["content"], {"type": "html"})


def json_feed(feed: Feed) -> str:
    """The feed as a JSON Feed document."""
    publisher = feed.site.attribution or feed.site.name
    document: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.subtitle,
        "home_page_url": feed.page,
        "feed_url": feed.address,
        "language": feed.language,
        "authors": [{"name": publisher, "url": f"{feed.site.address}/"}],
        "items": [_item(entry) for entry in feed.entries],
    }
    if terms := feed.site.terms():
        # An extension's name begins with an underscore; "about" says whose it is.
        document["_licence"] = {"about": f"{feed.site.address}/", **terms}
    return json.dumps(document, ensure_ascii=False)


def _item(entry: Entry) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": entry.identity,
        "url": entry.address,
        "title": entry.title,
        "content_html": entry.html,
        "date_published": rfc3339_date(entry.published),
        "date_modified": rfc3339_date(entry.updated),
        "language": entry.language,
    }
    if entry.authors:
        item["authors"] = [{"name": name} for name in entry.authors]
    if entry.topics:
        item["tags"] = list(entry.topics)
    return item


def _rights(site: Site) -> str:
    return " ".join(part for part in (site.attribution, site.licence) if part)

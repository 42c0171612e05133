"""oEmbed 1.0: how a page of ours is shown in the pages of others, as text that needs no script.

The words stand in the consumer's own page, in its own type, and cannot be followed from there;
the frame at ``…/embed/`` is for those who want it to change with ours.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from io import StringIO
from typing import Any
from urllib.parse import urlencode
from xml.sax.xmlreader import AttributesImpl

from django.utils.xmlutils import SimplerXMLGenerator

from quotes.text.characters import columns, xml_text

from .site import Site

WIDEST = 600
# Pixels: what a line of 60 characters needs at the usual size of text, and all around the texts.
_LINE, _CHARACTER, _AROUND = 26, 10, 64
# Seconds: a withdrawn quote shall not stand in other pages for long.
CACHE_AGE = 3600


@dataclass(frozen=True)
class Room:
    """The pixels that a consumer has; None: as many as it takes."""

    width: int | None = None
    height: int | None = None

    @property
    def taken_width(self) -> int:
        return min(WIDEST, self.width or WIDEST)

    def most_characters(self, *beside: str) -> int | None:
        """How long the words may be with these texts beneath; None: as long as they are."""
        if self.height is None:
            return None
        left = self.height - _AROUND - _LINE * self._lines(beside)
        return max(1, left // _LINE) * self._in_a_line

    def taken_height(self, *texts: str) -> int:
        """That of these texts, each on lines of its own."""
        needed = _AROUND + _LINE * self._lines(texts)
        return min(needed, self.height or needed)

    def fits(self, *texts: str) -> bool:
        return self.height is None or _AROUND + _LINE * self._lines(texts) <= self.height

    def _lines(self, texts: Iterable[str]) -> int:
        return sum(1 + columns(text) // self._in_a_line for text in texts)

    @property
    def _in_a_line(self) -> int:
        return max(10, self.taken_width // _CHARACTER)


def rich(
    site: Site,
    *,
    title: str,
    authors: list[str],
    author_url: str,
    html: str,
    width: int,
    height: int,
) -> dict[str, Any]:
    """A response of type "rich" (section 2.3.4.4): html, width and height are required."""
    response = {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "author_name": ", ".join(authors),
        "author_url": author_url,
        "provider_name": site.name,
        "provider_url": f"{site.address}/",
        "cache_age": CACHE_AGE,
        "html": html,
        "width": width,
        "height": height,
        # Not of the specification, which lets a provider add members of its own.
        "license_url": site.licence,
    }
    return {name: value for name, value in response.items() if value}


def as_json(response: dict[str, Any]) -> str:
    return json.dumps(response, ensure_ascii=False)


def as_xml(response: dict[str, Any]) -> str:
    """The response in XML (section 2.3.2)."""
    written = StringIO()
    handler = SimplerXMLGenerator(written, "utf-8")
    handler.startDocument()
    handler.startElement("oembed", AttributesImpl({}))
    for name, value in response.items():
        handler.addQuickElement(name, xml_text(str(value)))
    handler.endElement("oembed")
    return written.getvalue()


def discovery_address(endpoint: str, page: str, form: str) -> str:
    """Where the response for a page is found, in one of the forms ("json", "xml")."""
    return f"{endpoint}?{urlencode({'url': page, 'format': form})}"

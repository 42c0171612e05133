"""What was read of a page or a pasted text, in the form in which a capture keeps it."""

from dataclasses import asdict, dataclass, field
from typing import Any

from django.conf import settings

from quotes.extraction.origins import origins
from quotes.models import Capture, Genre
from quotes.text.web_addresses import MalformedAddress, canonical

from . import fetching
from .fetching.content_types import PLAIN
from .outlets import name_by_domain, outlet_at, outlet_named
from .reading import Origin, Reading


@dataclass(frozen=True)
class Read:
    """A text in its lasting form, the canonical address of its page ("" for none), and what else
    was read: values by name, for each where it stood, and the origins that the text prints."""

    text: str
    url: str
    values: dict[str, Any]
    found_in: dict[str, str]
    origins: list[dict[str, Any]] = field(default_factory=list)

    def put_into(self, capture: Capture) -> None:
        """Keep it in the columns of a capture, which is not saved. What was said of the text when
        the capture was asked for goes before what was read."""
        said = capture.reading.get("said", {})
        found_in = {**self.found_in, **dict.fromkeys(said, Origin.SAID.value)}
        capture.text, capture.final_url = self.text, self.url
        capture.reading = {**self.values, **said, "from": found_in, "origins": self.origins}


def read_at(url: str) -> Read:
    """What the page at an address says. Raises fetching.Refused and Unreadable."""
    fetched = fetching.fetch(url, allowed=frozenset(settings.WORTLAUT_CAPTURE_ALLOWED))
    if fetched.content_type == PLAIN:
        return read_pasted(fetched.text, fetched.final_url)
    return read_page(fetched.text, fetched.final_url)


def read_page(html: str, url: str) -> Read:
    """What an HTML page says; `url` is where it was found, "" for a file. Raises Unreadable."""
    # Takes a second to load, which a start should not wait for.
    from .reading_html import read_html

    return _kept(read_html(html, url), url)


def read_pasted(text: str, url: str = "") -> Read:
    """What a plain text says; `url` is where it stands, if somewhere. Raises Unreadable."""
    from .reading_text import read_text  # loads as slowly

    return _kept(read_text(text), url)


# Values that a capture keeps under another name than the reading has them.
_NAMES = {"published": "published_on", "site_name": "outlet"}


def _kept(reading: Reading, url: str) -> Read:
    address = reading.archived_url or reading.canonical_url or _canonical(url)
    found_in = {_NAMES.get(name, name): origin.value for name, origin in reading.origins.items()}
    values: dict[str, Any] = {
        "headline": reading.headline,
        "byline": reading.byline,
        "published_on": reading.published,
        "language": reading.language,
        "genre": Genre.REPORT.value,
        "archive_url": url if reading.archived_url else "",
        "outlet": reading.site_name,
    }
    known = outlet_at(address) if address else None
    if known is not None:
        found_in["outlet"] = Origin.ADDRESS.value
    elif reading.site_name:
        known = outlet_named(reading.site_name)
    elif address:
        values["outlet"] = name_by_domain(address)
        found_in["outlet"] = Origin.ADDRESS.value
    if known is not None:
        values.update(outlet=known.name, outlet_id=known.pk)
    printed = [asdict(origin) for origin in origins(reading.text)]
    return Read(reading.text, address, values, found_in, printed)


def _canonical(url: str) -> str:
    try:
        return canonical(url) if url else ""
    except MalformedAddress:
        return ""

"""What a page tells machines about itself: its kind and times, its data, its feeds.

Title and description stand in the page's template; ``base.html`` shows them and this.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise

from quotes.interchange.site import Site


@dataclass(frozen=True)
class Link:
    """A ``<link rel="alternate">`` of a media type; ``href`` is an address of this site.

    ``feed`` is what the format of a feed is called, for those who follow it; else empty.
    """

    media_type: str
    href: str
    title: str | Promise = ""
    feed: str = ""


@dataclass(frozen=True)
class Frame:
    """``kind`` is Open Graph's og:type; times are those of publication on this site.

    ``parameters`` are those of the query that make another page of it: others are left out of
    its canonical address. None: all of them do.
    """

    kind: str = "website"
    published: datetime.datetime | None = None
    modified: datetime.datetime | None = None
    data: dict[str, Any] | None = None
    links: Sequence[Link] = ()
    parameters: Sequence[str] | None = None

    @property
    def feeds(self) -> list[Link]:
        """What readers, too, are shown of the links."""
        return [link for link in self.links if link.feed]


def site_of(request: HttpRequest) -> Site:
    """This site as the request has reached it."""
    return Site.at(f"{request.scheme}://{request.get_host()}")

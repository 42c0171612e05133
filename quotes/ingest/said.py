"""What whoever asks for a capture says of its text beforehand. It goes before what is read, and is
as much a proposal as that, until an editor keeps it."""

from dataclasses import dataclass
from typing import Any

from quotes.models import Outlet

from .outlets import outlet_named


@dataclass(frozen=True)
class Said:
    """A value that nothing is said of is "" or None.

    `published_on` is EDTF, `language` a BCP 47 tag. Either `outlet` or `outlet_name` names who
    published it.
    """

    headline: str = ""
    byline: str = ""
    published_on: str = ""
    language: str = ""
    genre: str = ""
    extent: str = ""
    archive_url: str = ""
    outlet: Outlet | None = None
    outlet_name: str = ""

    def values(self) -> dict[str, Any]:
        """What is said, by the names under which a capture keeps what was read."""
        said: dict[str, Any] = {
            "headline": self.headline,
            "byline": self.byline,
            "published_on": self.published_on,
            "language": self.language,
            "genre": self.genre,
            "extent": self.extent,
            "archive_url": self.archive_url,
            "outlet": self.outlet_name,
        }
        said = {name: value for name, value in said.items() if value}
        known = self.outlet or (outlet_named(self.outlet_name) if self.outlet_name else None)
        if known is not None:
            said["outlet"] = known.name
        if "outlet" in said:
            # None, so that what is read puts no other outlet beside the name.
            said["outlet_id"] = known and known.pk
        return said

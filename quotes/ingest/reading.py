"""What was read of a page or a text, and how each value came to be known."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Origin(StrEnum):
    """Where a value was read: said by the page for machines (its metadata, its JSON-LD), seen in
    what it shows, taken from its address, or guessed; or said by whoever asked for the capture."""

    META = "meta"
    JSON_LD = "json-ld"
    TEXT = "text"
    ADDRESS = "address"
    GUESS = "guess"
    SAID = "said"


@dataclass(frozen=True)
class Reading:
    """To be shown for correction. A value that was not found is "".

    `text` is as snapshots hold it, paragraphs set apart by an empty line. `published` is EDTF,
    `language` a BCP 47 tag. `canonical_url`, `amp_url` and `archived_url` (the address of which
    this page is an archive's copy) are in canonical form. `origins` holds an origin for each
    value that is not empty, by its name.
    """

    text: str
    headline: str = ""
    byline: str = ""
    published: str = ""
    language: str = ""
    site_name: str = ""
    canonical_url: str = ""
    amp_url: str = ""
    archived_url: str = ""
    origins: Mapping[str, Origin] = field(default_factory=dict)


@dataclass(frozen=True)
class Found:
    """A value and its origin."""

    value: str
    origin: Origin


def first(*found: Found | None) -> Found | None:
    """The first that is something."""
    return next((one for one in found if one and one.value), None)

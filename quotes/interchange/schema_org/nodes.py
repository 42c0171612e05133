"""Parts of every JSON-LD object: who it is, text with its language, nothing that is empty."""

from collections.abc import Iterable
from typing import Any

from quotes.interchange.site import Site
from quotes.models.addresses import Addressed

Node = dict[str, Any]

WIKIDATA = "https://www.wikidata.org/entity/"


def node(kind: str, **properties: Any) -> Node:
    """An object of this type with the properties that have a value; lists of one are unpacked."""
    found: Node = {"@type": kind}
    for name, value in properties.items():
        if isinstance(value, list) and len(value) == 1:
            value = value[0]
        if value or value == 0:
            found[name] = value
    return found


def identified(kind: str, row: Addressed, site: Site, **properties: Any) -> Node:
    """An object that is known by the row's permanent address and has a page here."""
    identity = {"@id": site.identity(row)}
    return identity | node(kind, **{"mainEntityOfPage": site.page(row), **properties})


def terms(site: Site) -> Node:
    """The licence of the data, which is not that of the words, and who gives them.

    These are properties of a creative work.
    """
    publisher = node("Organization", name=site.attribution or site.name, url=f"{site.address}/")
    return {"sdLicense": site.licence, "sdPublisher": publisher}


def in_language(text: str, language: str) -> Node | str:
    """Text with its language (BCP 47); plain where the language is not known."""
    if not text or language in ("", "und"):
        return text
    return {"@language": language, "@value": text}


def bilingual(row: Any, field: str) -> list[Any]:
    """The German and the English form of a field, each with its language, as far as given."""
    forms = ((getattr(row, f"{field}_{code}"), code) for code in ("de", "en"))
    return [in_language(text, code) for text, code in forms if text]


def wikidata(row: Any) -> str:
    return WIKIDATA + row.wikidata_id if row.wikidata_id else ""


def each(function: Any, rows: Iterable[Any], *arguments: Any) -> list[Any]:
    """What ``function`` makes of each row, without the empty ones."""
    return [made for row in rows if (made := function(row, *arguments))]

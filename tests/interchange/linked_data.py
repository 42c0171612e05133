"""Reads JSON-LD as a processor does, without the network, and holds it to schema.org's rules."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from pyld import jsonld

from tests.interchange.vocabulary import (
    CONTEXT,
    DATE,
    INTEGER,
    PROPERTIES,
    TEXT,
    URL,
    VOCABULARY,
    lineage,
)

_ISO_DATE = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")


def expanded(document: dict[str, Any]) -> dict[str, Any]:
    """The one root object of a document, every term an address. Fails on what is lost on the way:
    terms that the context does not know, relative addresses."""
    assert document["@context"] == "https://schema.org"
    (root,) = jsonld.expand(document, {"documentLoader": _load, "base": None})
    return root


def _load(url: str, options: dict[str, Any]) -> dict[str, Any]:
    assert url.rstrip("/") == "https://schema.org", url
    return {"contextUrl": None, "documentUrl": url, "document": CONTEXT}


def check(document: dict[str, Any]) -> dict[str, Any]:
    """Fail where the document breaks a rule of schema.org; gives it expanded."""
    root = expanded(document)
    for part in objects(root):
        _check_object(part)
    return root


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """Every object of an expanded document that is no mere value or reference."""
    if isinstance(value, list):
        for one in value:
            yield from objects(one)
    elif isinstance(value, dict) and "@value" not in value:
        if "@type" in value:
            yield value
        else:
            assert value.keys() == {"@id"}, value
        for name, inner in value.items():
            if not name.startswith("@"):
                yield from objects(inner)


def kind_of(part: dict[str, Any]) -> str:
    (kind,) = part["@type"]
    assert kind.startswith(VOCABULARY), kind
    return kind.removeprefix(VOCABULARY)


def _check_object(part: dict[str, Any]) -> None:
    kind = kind_of(part)
    if "@id" in part:
        assert urlsplit(part["@id"]).scheme in ("http", "https"), part["@id"]
    for term, values in part.items():
        if term.startswith("@"):
            continue
        name = term.removeprefix(VOCABULARY)
        domain, ranges = PROPERTIES[name]
        # In a role the property that leads to it stands once more.
        assert domain & lineage(kind) or "Role" in lineage(kind), (kind, name)
        for value in values:
            _check_value(name, ranges, value)


def _check_value(name: str, ranges: set[str], value: dict[str, Any]) -> None:
    if "@type" in value and "@value" not in value:
        kind = kind_of(value)
        if "Role" in lineage(kind):
            assert VOCABULARY + name in value, f"A role without the {name} that it qualifies."
            return
        assert ranges & lineage(kind), (name, kind)
    elif "@id" in value:
        assert URL in ranges, name
        assert urlsplit(value["@id"]).scheme in ("http", "https"), value
    elif DATE in ranges:
        assert _ISO_DATE.fullmatch(value["@value"]), value
    elif isinstance(value["@value"], int):
        assert INTEGER in ranges, name
    else:
        assert ranges & {TEXT, URL}, name
        assert value["@value"].strip()
        assert _LANGUAGE.fullmatch(value.get("@language", "en"))

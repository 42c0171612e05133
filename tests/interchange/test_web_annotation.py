"""Web Annotations: the MUSTs of the Web Annotation Data Model, and what ours say."""

import re
from typing import Any

import pytest
from pyld import jsonld

from quotes.interchange.site import Site
from quotes.interchange.web_annotation import (
    ANNOTATION_CONTEXT,
    collection_of_quote,
    of_occurrence,
)
from quotes.models import Occurrence, Quote
from tests import factories

pytestmark = pytest.mark.django_db

SITE = Site("https://wortlaut.example", licence="https://creativecommons.org/licenses/by/4.0/")
# Two planes and a mark: what counts as one here, counts as two or three in other units.
ASTRAL = "𝒱ertrauen 🤝 aufzubauen"
OA = "http://www.w3.org/ns/oa#"
MOTIVATIONS = {
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing",
    "highlighting", "identifying", "linking", "moderating", "questioning", "replying", "tagging",
}  # fmt: skip
# As much of http://www.w3.org/ns/anno.jsonld as our documents use.
MINIMAL_CONTEXT = {
    "@context": {
        "oa": OA,
        "id": {"@id": "@id", "@type": "@id"},
        "type": {"@id": "@type", "@type": "@vocab"},
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        **{
            name: f"oa:{name}"
            for name in (
                "Annotation", "TextualBody", "SpecificResource", "TextQuoteSelector",
                "TextPositionSelector", "TimeState", "exact", "prefix", "suffix", "identifying",
                "classifying",
            )
        },
        "AnnotationCollection": "https://www.w3.org/ns/activitystreams#OrderedCollection",
        "AnnotationPage": "https://www.w3.org/ns/activitystreams#OrderedCollectionPage",
        "Software": "https://www.w3.org/ns/activitystreams#Application",
        "first": {"@id": "https://www.w3.org/ns/activitystreams#first", "@type": "@id"},
        "partOf": {"@id": "https://www.w3.org/ns/activitystreams#partOf", "@type": "@id"},
        "items": {"@id": "https://www.w3.org/ns/activitystreams#items", "@container": "@list"},
        "total": "https://www.w3.org/ns/activitystreams#totalItems",
        "startIndex": "https://www.w3.org/ns/activitystreams#startIndex",
        "generator": {"@id": "https://www.w3.org/ns/activitystreams#generator", "@type": "@id"},
        "homepage": {"@id": "http://xmlns.com/foaf/0.1/homepage", "@type": "@id"},
        "name": "http://xmlns.com/foaf/0.1/name",
        "label": "http://www.w3.org/2000/01/rdf-schema#label",
        "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
        "rights": {"@id": "http://purl.org/dc/terms/rights", "@type": "@id"},
        "body": {"@id": "oa:hasBody", "@type": "@id"},
        "target": {"@id": "oa:hasTarget", "@type": "@id"},
        "source": {"@id": "oa:hasSource", "@type": "@id"},
        "selector": {"@id": "oa:hasSelector", "@type": "@id"},
        "state": {"@id": "oa:hasState", "@type": "@id"},
        "cached": {"@id": "oa:cachedSource", "@type": "@id"},
        "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
        "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
        "sourceDate": {"@id": "oa:sourceDate", "@type": "xsd:dateTime"},
        "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
        "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    }
}  # fmt: skip


def check_context(document: dict[str, Any]) -> None:
    """Section 3.1: the context is there, before any extension; nothing is lost to a processor."""
    context = document["@context"]
    assert context == ANNOTATION_CONTEXT or context[0] == ANNOTATION_CONTEXT

    def load(url: str, options: dict[str, Any]) -> dict[str, Any]:
        assert url == ANNOTATION_CONTEXT
        return {"contextUrl": None, "documentUrl": url, "document": MINIMAL_CONTEXT}

    (root,) = jsonld.expand(document, {"documentLoader": load, "base": None})
    assert _members(root) == _members(document)


def _members(value: Any) -> int:
    """How many members all objects have; an identifier or a value is none."""
    if isinstance(value, list):
        return sum(_members(each) for each in value)
    if not isinstance(value, dict):
        return 0
    if "@list" in value:
        return _members(value["@list"])
    found = 0
    for name, inner in value.items():
        if name not in ("@context", "@id", "@type", "@value", "id", "type"):
            found += 1 + _members(inner)
    return found


def check_annotation(found: dict[str, Any]) -> None:
    """Sections 3.1 to 4.3: an annotation, its bodies and targets, their selectors and states."""
    assert found["type"] == "Annotation"
    assert re.fullmatch(r"https?://\S+", found["id"])
    assert found["motivation"] in MOTIVATIONS
    assert re.fullmatch(r"https?://\S+", found["rights"])
    for body in found["body"]:
        assert body["purpose"] in MOTIVATIONS
        if body["type"] == "TextualBody":
            assert isinstance(body["value"], str)
        else:
            assert body["type"] == "SpecificResource"
            assert re.fullmatch(r"https?://\S+", body["source"])
    # Exactly one source; "target" is not empty.
    assert found["target"]
    for target in found["target"]:
        assert target["type"] == "SpecificResource"
        assert isinstance(target["source"], str)
        quote, position = target["selector"]
        assert quote["type"] == "TextQuoteSelector"
        assert quote.keys() == {"type", "exact", "prefix", "suffix"}
        assert position["type"] == "TextPositionSelector"
        assert type(position["start"]) is type(position["end"]) is int
        assert 0 <= position["start"] < position["end"]
        # Both choose the same characters.
        assert position["end"] - position["start"] == len(quote["exact"])
        state = target["state"]
        assert state["type"] == "TimeState"
        # xsd:dateTime, in UTC and said so.
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", state["sourceDate"])


def annotated(row: Occurrence) -> dict[str, Any]:
    found = of_occurrence(row.pk, SITE)
    assert found is not None
    check_context(found)
    check_annotation(found)
    return found


def test_an_occurrence_identifies_a_passage_as_a_quote():
    quote = factories.published_quote()
    row = quote.occurrences.get()
    found = annotated(row)
    assert found["id"] == f"https://wortlaut.example/api/v1/occurrences/{row.pk}/"
    assert found["body"][0]["source"] == f"https://wortlaut.example/quotes/{quote.pk}/"
    assert [body["value"] for body in found["body"][1:]] == ["direct", "unknown"]
    (target,) = found["target"]
    assert target["source"] == row.snapshot.article.url
    assert target["state"]["checksum"]["checksumValue"] == row.snapshot.sha256
    assert target["selector"][0]["exact"] == factories.NAKATANI_DE


def test_positions_count_code_points_of_the_captured_text():
    text = f"🤝🤝 „{ASTRAL}“, sagte er."
    quote = factories.published_quote(ASTRAL, article=factories.published_article(text=text))
    (target,) = annotated(quote.occurrences.get())["target"]
    position = target["selector"][1]
    assert (position["start"], position["end"]) == (4, 4 + len(ASTRAL))
    assert list(text)[position["start"] : position["end"]] == list(ASTRAL)


def test_an_interrupted_quote_has_a_target_for_each_part():
    parts = ("Geduldig", "Vertrauen aufbauen")
    row = factories.published_quote(parts).occurrences.get()
    found = annotated(row)
    assert [target["selector"][0]["exact"] for target in found["target"]] == list(parts)
    starts = [target["selector"][1]["start"] for target in found["target"]]
    assert starts == sorted(starts)


def test_no_more_of_the_context_is_told_than_may_be_shown():
    row = factories.published_quote().occurrences.get()
    row.segments.update(prefix="davor " * 100, suffix=" danach" * 100)
    (target,) = annotated(row)["target"]
    assert len(target["selector"][0]["prefix"]) == len(target["selector"][0]["suffix"]) == 200


def test_print_has_the_page_about_the_article_for_a_source():
    article = factories.published_article(url=None, archive_url="https://web.archive.org/x")
    row = factories.published_quote(article=article).occurrences.get()
    (target,) = annotated(row)["target"]
    assert target["source"] == f"https://wortlaut.example/articles/{article.pk}/"
    assert target["state"]["cached"] == "https://web.archive.org/x"


def test_a_quote_has_a_collection_of_its_public_occurrences():
    quote = factories.published_quote()
    factories.anchored_occurrence(quote, factories.published_article())
    factories.anchored_occurrence(quote, factories.draft_article())
    found = collection_of_quote(quote.pk, SITE)
    assert found is not None
    check_context(found)
    # Section 5: a collection has a type, a total, and a first page that is part of it.
    assert found["type"] == "AnnotationCollection"
    assert found["label"] == factories.NAKATANI_DE
    page = found["first"]
    assert (page["type"], page["partOf"], page["startIndex"]) == ("AnnotationPage", found["id"], 0)
    assert found["total"] == len(page["items"]) == 2
    for item in page["items"]:
        check_annotation(item)
    assert len({item["id"] for item in page["items"]}) == 2


def test_what_is_not_public_has_no_annotation():
    draft = factories.draft_quote()
    public = factories.published_quote()
    hidden = factories.anchored_occurrence(public, factories.draft_article())
    for row in (draft.occurrences.get(), hidden):
        assert of_occurrence(row.pk, SITE) is None
    assert collection_of_quote(draft.pk, SITE) is None
    assert Quote.objects.published().get() == public

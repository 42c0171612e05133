"""Occurrences as W3C Web Annotations: these characters of this article are that quote.

After the Web Annotation Data Model (Recommendation of 23 February 2017). Each segment is a target
of its own, with two selectors that choose the same characters. Positions count code points, in
the text as captured: the state names the capture, and its checksum the very text.
"""

from datetime import UTC
from typing import Any

from django.db.models import Prefetch, QuerySet

from quotes.models import Occurrence, Quote, Segment
from quotes.models.rights import shown_after, shown_before

from .site import Site
from .source_links import web_address

ANNOTATION_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MEDIA_TYPE = f'application/ld+json; profile="{ANNOTATION_CONTEXT}"'
# An extension of the model, as it asks: terms of another vocabulary, named after its own.
_CHECKSUMS = {
    "spdx": "http://spdx.org/rdf/terms#",
    "checksum": "spdx:checksum",
    "algorithm": {"@id": "spdx:algorithm", "@type": "@id"},
    "checksumValue": "spdx:checksumValue",
}
CONTEXT = [ANNOTATION_CONTEXT, _CHECKSUMS]


def of_occurrence(pk: int, site: Site) -> dict[str, Any] | None:
    """The annotation of the public occurrence with this id; None where there is none."""
    row = _occurrences().filter(pk=pk).first()
    return {"@context": CONTEXT, **annotation(row, site)} if row else None


def collection_of_quote(pk: int, site: Site) -> dict[str, Any] | None:
    """All public occurrences of a public quote, as a collection of one page (section 5)."""
    quote = Quote.objects.published().filter(pk=pk).first()
    if quote is None:
        return None
    rows = list(_occurrences().filter(quote=quote).order_by("-preferred", "pk"))
    identity = site.data("quotes", pk)
    return {
        "@context": CONTEXT,
        "id": f"{identity}#annotations",
        "type": "AnnotationCollection",
        "label": quote.wording,
        "total": len(rows),
        **_terms(site),
        "first": {
            "id": f"{identity}#annotations-1",
            "type": "AnnotationPage",
            "partOf": f"{identity}#annotations",
            "startIndex": 0,
            "items": [annotation(row, site) for row in rows],
        },
    }


def annotation(row: Occurrence, site: Site) -> dict[str, Any]:
    """Reads ``segments``, ``quote`` and ``snapshot.article``; without ``@context``."""
    return {
        "id": site.data("occurrences", row.pk),
        "type": "Annotation",
        # The quote gives the passage its identity.
        "motivation": "identifying",
        "body": [
            {
                "type": "SpecificResource",
                "source": site.identity(row.quote),
                "purpose": "identifying",
            },
            *(
                {"type": "TextualBody", "value": label, "purpose": "classifying"}
                for label in (row.speech_type, row.wording_origin)
            ),
        ],
        "target": [_target(segment, row, site) for segment in row.segments.all()],
        "generator": {
            "id": f"{site.address}/",
            "type": "Software",
            "name": site.name,
            "homepage": f"{site.address}/",
        },
        **_terms(site),
    }


def _target(segment: Segment, row: Occurrence, site: Site) -> dict[str, Any]:
    snapshot, article = row.snapshot, row.snapshot.article
    state: dict[str, Any] = {
        "type": "TimeState",
        "sourceDate": snapshot.captured_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "checksum": {
            "type": "spdx:Checksum",
            "algorithm": "spdx:checksumAlgorithm_sha256",
            "checksumValue": snapshot.sha256,
        },
    }
    if archived := web_address(article.archive_url):
        state["cached"] = archived
    return {
        "type": "SpecificResource",
        # Print and broadcast have no address but that of what we know of them.
        "source": web_address(article.url) or site.identity(article),
        "state": state,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": segment.exact,
                "prefix": shown_before(segment),
                "suffix": shown_after(segment),
            },
            {"type": "TextPositionSelector", "start": segment.start, "end": segment.end},
        ],
    }


def _terms(site: Site) -> dict[str, str]:
    return {"rights": site.licence} if site.licence else {}


def _occurrences() -> QuerySet[Any]:
    return (
        Occurrence.objects.published()
        .select_related("quote", "snapshot__article")
        .defer("snapshot__text")
        .prefetch_related(Prefetch("segments", Segment.objects.published()))
    )

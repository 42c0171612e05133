"""Captures as they are told to tools."""

from typing import Any

from rest_framework.request import Request
from rest_framework.reverse import reverse

from quotes.ingest import capturing, fetching
from quotes.ingest.keeping import as_read
from quotes.models import Capture, CaptureMethod
from quotes.text.dates import MalformedDate, parse

from .capture_bodies import CaptureRowSerializer, CaptureSerializer, FoundInSerializer

# Where a reading has a value under another name than it is told.
_FOUND_IN = {"url": "canonical_url"}


def row_of(capture: Any, request: Request) -> dict[str, Any]:
    """A capture as a list tells it; ``beginning`` stands in place of its text."""
    return dict(CaptureRowSerializer(_row(capture, capture.beginning, request)).data)


def whole(capture: Capture, request: Request) -> dict[str, Any]:
    """A capture with all that is told of it."""
    is_fetched = capture.method == CaptureMethod.FETCHED
    address = capture.url or None
    told = _row(capture, capture.text, request) | {
        "admin_url": _link("admin:quotes_capture_change", capture.pk, request),
        "requested_by": capture.requested_by_name,
        "url": address if is_fetched else None,
        "source_url": None if is_fetched else address,
        "refusal": _refusal(capture),
        "read": _read(capture) if capture.text else None,
        "article": capture.article_id
        and {
            "id": capture.article_id,
            "api_url": _link("api:articles-detail", capture.article_id, request),
        },
        "snapshot": capture.snapshot_id
        and {
            "id": capture.snapshot_id,
            "workbench_url": _link("admin:quotes_snapshot_workbench", capture.snapshot_id, request),
        },
    }
    return dict(CaptureSerializer(told).data)


def _row(capture: Capture, text: str, request: Request) -> dict[str, Any]:
    return {
        "id": capture.pk,
        "api_url": _link("api:captures-detail", capture.pk, request),
        "title": (capture.reading.get("headline") or capture.url or text)[:120],
        "state": capture.state,
        "method": capture.method,
        "created_at": capture.created_at,
        "finished_at": capture.finished_at,
    }


def _link(name: str, pk: int, request: Request) -> str:
    return reverse(name, args=[pk], request=request)


def _refusal(capture: Capture) -> dict[str, str] | None:
    if not capture.reason:
        return None
    detail = capturing.why(capture)
    if capture.reason == fetching.Reason.ADDRESS_NOT_PUBLIC:
        # The sentence for the admin names the address, which is one of somebody's own network.
        host = capture.reading.get("refused", {}).get("host", "The name")
        detail = f"{host} does not lead to an address of the public internet."
    return {"reason": capture.reason, "detail": detail}


def _read(capture: Capture) -> dict[str, Any]:
    read, reading = as_read(capture), capture.reading
    found_in = reading.get("from", {})
    return {
        "text": capture.text,
        "url": capture.final_url,
        "headline": read.headline,
        "byline": read.byline,
        "language": read.language,
        "genre": read.genre,
        "outlet": read.outlet and read.outlet.pk,
        "outlet_name": read.new_outlet,
        "archive_url": read.archive_url,
        "extent": read.extent,
        "unchanged": bool(reading.get("unchanged")),
        "found_in": {
            name: found_in.get(_FOUND_IN.get(name, name))
            for name in map(str, FoundInSerializer().fields)
        },
        "origins": [
            {**found, "about": found["about"] or None} for found in reading.get("origins", ())
        ],
        **_date(read.published_on),
    }


def _date(edtf: str) -> dict[str, Any]:
    """The columns of a date, of which the days follow from the first."""
    try:
        parsed = parse(edtf) if edtf else None
    except MalformedDate:
        parsed = None
    return {
        "published_on": edtf,
        "published_on_earliest": parsed and parsed.earliest,
        "published_on_latest": parsed and parsed.latest,
    }

"""From a body to a capture: what is wrong with it is said with its place."""

from typing import Any

from quotes.editorial import editing
from quotes.editorial.refusals import Finding, Findings, Refused, RefusedInPlaces
from quotes.ingest import capturing
from quotes.ingest.fetching import Reason
from quotes.ingest.giving import LARGEST_FILE
from quotes.ingest.said import Said
from quotes.models import Article, Capture
from quotes.models.dates import validate_edtf

from .capture_bodies import AskedCaptureSerializer
from .reading import Reading

_WAYS = ("url", "html", "text")
_WHERE = "source_url"
# Refusals that are about an address, and not about the text that stands there.
_OF_ADDRESSES = frozenset(
    (
        Reason.EMPTY_ADDRESS,
        Reason.ADDRESS_TOO_LONG,
        Reason.MALFORMED,
        Reason.NOT_HTTP,
        Reason.CREDENTIALS,
    )
)


def ask(user: Any, body: dict[str, Any]) -> Capture:
    """Make the capture that a body asks for. Raises RefusedInPlaces, and NotPermitted where the
    body names an article and the user may not see articles."""
    if "article" in body:
        editing.permit(user, "view", Article)
    findings = Findings()
    given = Reading(findings).wish(AskedCaptureSerializer(), body).values
    way = _way(body, findings)
    if "outlet" in body and "outlet_name" in body:
        findings.add(("outlet_name",), "Give either outlet or outlet_name.")
    if len(given.get("html", "")) > LARGEST_FILE:
        # More than a page has; the limit of a file in the admin.
        findings.add(("html",), f"A page has at most {LARGEST_FILE} characters.", "too_large")
    if given.get("published_on"):
        with findings.at(("published_on", "edtf")):
            validate_edtf(given["published_on"])
    findings.raise_if_any()
    where = given.pop(_WHERE, "")
    asked = {"url": where} | {name: given.pop(name) for name in _WAYS if name in given}
    article = given.pop("article", None)
    try:
        return capturing.request(user, article=article, said=Said(**given), **asked)
    except Refused as refusal:
        address = _WHERE if way != "url" else way
        place = address if refusal.rule in _OF_ADDRESSES else way
        raise RefusedInPlaces(
            Finding((place,), sentence, refusal.rule or "refused") for sentence in refusal.messages
        ) from refusal


def _way(body: dict[str, Any], findings: Findings) -> str:
    """The member that says what is captured; of several, all but the first are one too many."""
    ways = [name for name in _WAYS if name in body]
    if not ways:
        findings.add((), f"Give one of: {', '.join(_WAYS)}.")
        return ""
    for name in ways[1:]:
        findings.add((name,), f"Give only one of: {', '.join(_WAYS)}.")
    if ways[0] == "url" and _WHERE in body:
        findings.add((_WHERE,), "This says where an html or a text stands: leave it out.")
    return ways[0]

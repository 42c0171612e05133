"""Citations of a quote or a statement as files for reference managers."""

from collections.abc import Callable
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from quotes.interchange.citations import reference_to
from quotes.interchange.citations.bibtex import bibtex
from quotes.interchange.citations.csl import csl_json
from quotes.interchange.citations.reference import Reference
from quotes.interchange.citations.ris import ris
from quotes.models import (
    Attribution,
    JointStatement,
    Occurrence,
    Quote,
    Signatory,
    StatementVersion,
)

from .address_language import in_this_language, language_of
from .addresses import ItemAddress
from .frame import Link, site_of
from .visible import Rows

# For each extension: how it is written, and its media type.
FORMATS: dict[str, tuple[Callable[[Reference], str], str]] = {
    "bib": (bibtex, "application/x-bibtex"),
    "ris": (ris, "application/x-research-info-systems"),
    "csl.json": (csl_json, "application/vnd.citationstyles.csl+json"),
}


def cite_links(item: Quote | JointStatement) -> list[Link]:
    """The files beneath the address of a page, in the language of the interface."""
    return [
        Link(media_type, cite_address(item, extension))
        for extension, (_write, media_type) in FORMATS.items()
    ]


def cite_address(item: Quote | JointStatement, extension: str) -> str:
    return in_this_language(f"{item.get_absolute_url()}cite.{extension}")


class Citation(ItemAddress):
    extension = "bib"

    @property
    def suffix(self) -> str:  # type: ignore[override]
        return f"cite.{self.extension}"

    def answer(self, request: HttpRequest, item: Any) -> HttpResponse:
        write, media_type = FORMATS[self.extension]
        language = language_of(request)
        reference = reference_to(item, site_of(request), language, timezone.localdate())
        response = HttpResponse(write(reference), content_type=f"{media_type}; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="{reference.key}.{self.extension}"'
        response["Content-Language"] = language
        response["Cache-Control"] = "public, no-cache"
        return response


class QuoteCitation(Citation):
    model = Quote

    def items(self, rows: Rows) -> QuerySet[Any]:
        occurrences = rows(Occurrence).select_related("snapshot__article__outlet")
        return rows(Quote).prefetch_related(
            Prefetch("attributions", rows(Attribution).select_related("speaker")),
            Prefetch("occurrences", occurrences.defer("snapshot__text")),
        )


class StatementCitation(Citation):
    model = JointStatement

    def items(self, rows: Rows) -> QuerySet[Any]:
        versions = rows(StatementVersion).select_related("snapshot__article__outlet")
        return rows(JointStatement).prefetch_related(
            Prefetch("signatories", rows(Signatory).select_related("speaker")),
            Prefetch("versions", versions.defer("snapshot__text")),
        )

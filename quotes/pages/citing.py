"""How to cite and embed what a page shows: its lasting address, citations, words to copy."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import get_language

from quotes.interchange.blockquote import blockquote
from quotes.interchange.citations import citations
from quotes.models import JointStatement, Quote, State

from .address_language import in_this_language
from .cite import FORMATS, cite_address
from .frame import site_of
from .frame_height import frame_height
from .labels import names_of_labels
from .standing import Standing
from .wordings import shown_beneath, shown_first

_NAMES = {"bib": "BibTeX", "ris": "RIS", "csl.json": "CSL JSON"}


@dataclass(frozen=True)
class Citing:
    """All are plain text; ``quoted`` and ``framed`` are HTML as it is to be copied.

    ``files`` are names and addresses; ``quoted`` is empty for what has no wording of its own.
    """

    address: str
    note: str
    bibliography: str
    files: list[tuple[str, str]]
    quoted: str
    framed: str


def citing(
    request: HttpRequest, item: Quote | JointStatement, standing: list[Standing] | None = None
) -> Citing | None:
    """None for what is not public. Reads what ``citations`` and ``blockquote`` read."""
    if item.state != State.PUBLISHED:
        return None
    site, language = site_of(request), (get_language() or "en")[:2]
    cited = citations(item, site, language, timezone.localdate())
    return Citing(
        address=site.identity(item),
        note=cited.chicago_note,
        bibliography=cited.chicago_bibliography,
        files=[(_NAMES[extension], cite_address(item, extension)) for extension in FORMATS],
        quoted=_quoted(item, site, language, standing or []),
        framed=format_html(
            '<iframe src="{}" width="100%" height="{}" title="{}" loading="lazy"'
            ' style="border:0;max-width:100%"></iframe>',
            in_this_language(f"{site.identity(item)}embed/"),
            frame_height(item),
            site.name,
        ),
    )


def _quoted(item: Any, site: Any, language: str, standing: list[Standing]) -> str:
    occurrence = shown_first(item) if isinstance(item, Quote) else None
    if occurrence is None:
        return ""
    status = ", ".join(str(row.label) for row in standing)
    return blockquote(
        item,
        occurrence,
        site,
        language,
        original=shown_beneath(item),
        labels=names_of_labels(occurrence),
        status=status,
    )

"""Ready-made citations of a quote or a statement: BibTeX, RIS, CSL JSON, Chicago in words."""

import datetime
from dataclasses import dataclass

from quotes.interchange.site import Site
from quotes.models import JointStatement, Quote

from .bibtex import bibtex
from .chicago import bibliography, note
from .csl import csl_json
from .reference import Reference, reference_to
from .ris import ris

__all__ = ["Citations", "Reference", "citations", "reference_to"]


@dataclass(frozen=True)
class Citations:
    """The same reference in each form; all are plain text."""

    bibtex: str
    ris: str
    csl_json: str
    chicago_note: str
    chicago_bibliography: str


def citations(
    item: Quote | JointStatement, site: Site, language: str, accessed: datetime.date
) -> Citations:
    """All citations of a public item, in German or English words, as looked up on a day.

    Reads of a quote ``attributions`` with speakers and ``occurrences`` with article and outlet;
    of a statement ``signatories`` with speakers and ``versions`` with article and outlet.
    """
    reference = reference_to(item, site, language, accessed)
    return Citations(
        bibtex(reference),
        ris(reference),
        csl_json(reference),
        note(reference),
        bibliography(reference),
    )

"""What a card of a quote or of a statement needs, in a number of queries that never grows."""

from typing import Any

from django.db.models import Prefetch, QuerySet

from quotes.models import Attribution, Occurrence, Signatory, SpeakerName

from .visible import Rows


def with_quote_cards(quotes: QuerySet[Any], rows: Rows) -> QuerySet[Any]:
    """Quotes with speakers, roles, occasion and occurrences, but without their sources' texts."""
    occurrences = rows(Occurrence).select_related("snapshot__article__outlet")
    return quotes.select_related("event").prefetch_related(
        speakers_of("attributions", Attribution, rows),
        Prefetch("occurrences", occurrences.defer("snapshot__text")),
    )


def with_statement_cards(statements: QuerySet[Any], rows: Rows) -> QuerySet[Any]:
    return statements.select_related("event").prefetch_related(
        speakers_of("signatories", Signatory, rows)
    )


def speakers_of(lookup: str, model: Any, rows: Rows, *, offices: bool = False) -> Prefetch:
    """Attributions or signatories with each speaker's names and role.

    ``offices`` adds the organisation in which the role was held, which a page names and a card
    does not.
    """
    role = "tenure__organisation" if offices else "tenure"
    named = ("speaker", "tenure__organisation") if offices else ("speaker",)
    names = [Prefetch(f"{who}__names", rows(SpeakerName)) for who in named]
    return Prefetch(lookup, rows(model).select_related("speaker", role).prefetch_related(*names))

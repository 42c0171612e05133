"""What a card of a quote or of a statement needs, in a number of queries that never grows."""

from typing import Any

from django.db.models import Prefetch, QuerySet

from quotes.models import Attribution, Occurrence, Signatory, SpeakerName

from .against import with_kinds_against
from .visible import Rows, of_shown


def with_quote_cards(quotes: QuerySet[Any], rows: Rows, *, outlets: bool = False) -> QuerySet[Any]:
    """Quotes with speakers, roles, occasion, occurrences and what was said against them;
    ``outlets`` adds who prints these."""
    occurrences: Any = rows(Occurrence)
    if outlets:
        occurrences = occurrences.select_related("snapshot__article__outlet")
        occurrences = occurrences.defer("snapshot__text")
    marked = with_kinds_against(quotes, rows)
    return marked.select_related("event").prefetch_related(
        speakers_of("attributions", Attribution), Prefetch("occurrences", occurrences)
    )


def with_statement_cards(statements: QuerySet[Any]) -> QuerySet[Any]:
    return statements.select_related("event").prefetch_related(
        speakers_of("signatories", Signatory)
    )


def names_of_speakers(lookup: str = "names") -> Prefetch:
    """Every written form of the name of speakers that are shown."""
    return Prefetch(lookup, of_shown(SpeakerName))


def speakers_of(lookup: str, model: Any, *, offices: bool = False) -> Prefetch:
    """Attributions or signatories, of rows that are shown, with each speaker's names and role.

    ``offices`` adds the organisation in which the role was held, which a page names and a card
    does not.
    """
    role = "tenure__organisation" if offices else "tenure"
    named = ("speaker", "tenure__organisation") if offices else ("speaker",)
    names = [names_of_speakers(f"{who}__names") for who in named]
    people = of_shown(model).select_related("speaker", role)
    return Prefetch(lookup, people.prefetch_related(*names))

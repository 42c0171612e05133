"""What later speech did to a quote: a reader must learn at once that it was taken back."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils.functional import Promise

from quotes.models import Attribution, Quote

from .against import WARNS, said_against
from .cards import speakers_of
from .relations import Related
from .visible import Rows


@dataclass(frozen=True)
class Standing:
    """``label`` names what ``by``, another quote, does to this one."""

    label: str | Promise
    by: Quote


def standing(quote: Quote, rows: Rows) -> list[Standing]:
    """The published quotes that retract or contradict ``quote``, retractions first."""
    relations = (
        said_against(rows)
        .filter(to_quote=quote)
        .prefetch_related(
            Prefetch(
                "from_quote",
                rows(Quote).prefetch_related(speakers_of("attributions", Attribution)),
            )
        )
    )
    return [Standing(WARNS[row.kind], row.from_quote) for row in relations]


def standing_among(related: Iterable[Related]) -> list[Standing]:
    """The same, for a page that has loaded all relations of its quote."""
    later = [row for row in related if row.backwards and row.kind in WARNS]
    later.sort(key=lambda row: row.kind, reverse=True)
    return [Standing(WARNS[row.kind], row.quote) for row in later]

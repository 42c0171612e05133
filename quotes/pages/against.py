"""What was said against a quote later: which relations tell it, and the word for it on a card.

The list is asked together with the quotes themselves, so that a mark costs no query of its own.
"""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from quotes.models import QuoteRelation, RelationKind

from .visible import Rows

WARNS: dict[str, str | Promise] = {
    RelationKind.RETRACTS: _("Retracted"),
    RelationKind.CONTRADICTS: _("Contradicted"),
}


def said_against(rows: Rows) -> QuerySet[QuoteRelation]:
    """Relations by which one quote that is shown retracts or contradicts another, retractions
    first."""
    return rows(QuoteRelation).filter(kind__in=WARNS).order_by("-kind", "id")


def with_kinds_against(quotes: QuerySet[Any], rows: Rows) -> QuerySet[Any]:
    """Quotes that know by ``said_against`` the kinds of what was said against them."""
    kinds = said_against(rows).filter(to_quote=OuterRef("pk")).values("kind")
    return quotes.annotate(said_against=ArraySubquery(kinds))


def warnings_of(quote: Any) -> list[str | Promise]:
    """Each word once, however often it was said: “Retracted”. Of ``with_kinds_against``."""
    return [WARNS[kind] for kind in dict.fromkeys(quote.said_against)]

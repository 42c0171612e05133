"""The other speech acts that a quote stands to: repeats, contradicts, retracts, answers."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from quotes.models import Quote, QuoteRelation, RelationKind

from .cards import with_quote_cards
from .visible import Rows

# How a relation reads from its other end.
READ_BACKWARDS: dict[str, str | Promise] = {
    RelationKind.REPEATS: _("is repeated by"),
    RelationKind.CONTRADICTS: _("is contradicted by"),
    RelationKind.RETRACTS: _("is retracted by"),
    RelationKind.ANSWERS: _("is answered by"),
}


@dataclass(frozen=True)
class Related:
    """How a quote stands to ``quote``, another one; ``backwards`` where that one does it."""

    kind: str
    quote: Quote
    backwards: bool

    @property
    def relation(self) -> str | Promise:
        """In words, as they stand above the other quote."""
        return READ_BACKWARDS[self.kind] if self.backwards else RelationKind(self.kind).label


def related_to(quote: Quote, rows: Rows) -> list[Related]:
    """In the order in which they were noted; each other quote with what its card shows."""
    relations = list(
        rows(QuoteRelation)
        .filter(Q(from_quote=quote) | Q(to_quote=quote))
        .values_list("kind", "from_quote_id", "to_quote_id")
    )
    ends = {end for _kind, *both in relations for end in both} - {quote.pk}
    others = with_quote_cards(rows(Quote), rows).in_bulk(ends) if ends else {}
    return [
        Related(kind, others[to_pk if from_pk == quote.pk else from_pk], from_pk != quote.pk)
        for kind, from_pk, to_pk in relations
    ]

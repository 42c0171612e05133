"""The list of events, newest first, and the page of one: who was there, what was said."""

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from quotes.models import Event, JointStatement, Quote, Speaker

from .addresses import ItemPage
from .cards import names_of_speakers, with_quote_cards, with_statement_cards
from .filters import filtered_list
from .filters.offered import YEARS
from .keyset import Order, listing
from .quotes import NEWEST_FIRST
from .statements import LAST_ISSUED_FIRST
from .visible import Rows, of_shown, public

LAST_HELD_FIRST = Order("held_on_sort")


@require_safe
def event_list(request: HttpRequest) -> HttpResponse:
    return filtered_list(request, "pages/events.html", (YEARS,), _narrowed, LAST_HELD_FIRST)


def _narrowed(asked: dict[str, Any]) -> QuerySet[Any]:
    return public(Event).between_years(*asked["year"]) if asked["year"] else public(Event)


class EventPage(ItemPage):
    model = Event
    template_name = "pages/event.html"

    def items(self, rows: Rows) -> QuerySet[Any]:
        participants = of_shown(Speaker).prefetch_related(names_of_speakers())
        return rows(Event).prefetch_related(
            Prefetch("participants", participants),
            Prefetch("parent", rows(Event)),
            Prefetch("parts", rows(Event)),
        )

    def context(self, request: HttpRequest, item: Event, rows: Rows) -> dict[str, Any]:
        quotes = with_quote_cards(rows(Quote).filter(event=item), rows)
        statements = with_statement_cards(rows(JointStatement).filter(event=item))
        return {
            "event": item,
            "page": listing(quotes, request, NEWEST_FIRST),
            "statements": listing(
                statements, request, LAST_ISSUED_FIRST, parameter="statements_after"
            ),
        }

"""Quotes and statements for the pages of others: a card in a frame, with its status and a way back.

Only these pages may be framed. They set no cookie, so that nobody is followed who reads elsewhere.
"""

from typing import Any

from csp.decorators import csp_replace
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import cache_control
from django.views.decorators.clickjacking import xframe_options_exempt

from quotes.models import JointStatement, Quote

from .addresses import Address, ItemPage
from .cards import with_quote_cards, with_statement_cards
from .frame import Frame
from .standing import standing
from .visible import Rows

# Seconds for which the frame of a corrected or withdrawn quote may still show what was.
FRESH = 300


@method_decorator(
    [
        csp_replace({"frame-ancestors": "*"}),
        xframe_options_exempt,
        cache_control(public=True, max_age=FRESH),
    ],
    name="dispatch",
)
class Embed(ItemPage):
    """The frame of one item: found, redirected and gone like the item's page."""

    gone_template_name = "pages/embed_gone.html"
    suffix = "embed/"

    def get(self, request: HttpRequest, address: Address) -> HttpResponse:
        response = super().get(request, address)
        response["X-Robots-Tag"] = "noindex"
        response.keeps_no_cookie = True  # type: ignore[attr-defined]  # read by LanguageMiddleware
        return response

    def frame(self, request: HttpRequest, item: Any) -> Frame:
        """Nothing more: machines are sent to the page itself."""
        return Frame()


class QuoteEmbed(Embed):
    model = Quote
    template_name = "pages/embed_quote.html"

    def items(self, rows: Rows) -> QuerySet[Any]:
        return with_quote_cards(rows(Quote), rows)

    def context(self, request: HttpRequest, item: Quote, rows: Rows) -> dict[str, Any]:
        return {"quote": item, "standing": standing(item, rows)}


class StatementEmbed(Embed):
    model = JointStatement
    template_name = "pages/embed_statement.html"

    def items(self, rows: Rows) -> QuerySet[Any]:
        return with_statement_cards(rows(JointStatement))

    def context(self, request: HttpRequest, item: JointStatement, rows: Rows) -> dict[str, Any]:
        return {"statement": item}

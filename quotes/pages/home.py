"""The first page: what this is, what was said last, what was issued last."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from quotes.interchange.schema_org import web_site
from quotes.models import JointStatement, Quote

from .cards import with_quote_cards, with_statement_cards
from .feeds import ALL_QUOTES, feed_links
from .frame import Frame, site_of
from .quotes import NEWEST_FIRST
from .statements import LAST_ISSUED_FIRST
from .visible import public

QUOTES, STATEMENTS = 6, 3


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    quotes = NEWEST_FIRST.sorted(with_quote_cards(public(Quote), public))
    statements = LAST_ISSUED_FIRST.sorted(with_statement_cards(public(JointStatement), public))
    return render(
        request,
        "pages/home.html",
        {
            "quotes": quotes[:QUOTES],
            "statements": statements[:STATEMENTS],
            "frame": Frame(
                data=web_site(site_of(request)),
                links=feed_links(reverse("pages:quotes"), ALL_QUOTES),
                parameters=(),
            ),
        },
    )

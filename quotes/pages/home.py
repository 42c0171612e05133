"""The first page: what this is, a look-up of names, what was published last, ways in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from quotes.interchange.schema_org import web_site
from quotes.models import JointStatement, Quote

from .cards import with_quote_cards, with_statement_cards
from .feeds import ALL_QUOTES, feed_links
from .frame import Frame, site_of
from .visible import public

QUOTES, STATEMENTS = 7, 3
LAST_PUBLISHED_FIRST = ("-first_published_at", "-pk")


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    quotes = with_quote_cards(public(Quote), public).order_by(*LAST_PUBLISHED_FIRST)
    statements = with_statement_cards(public(JointStatement))
    return render(
        request,
        "pages/home.html",
        {
            "quotes": quotes[:QUOTES],
            "statements": statements.order_by(*LAST_PUBLISHED_FIRST)[:STATEMENTS],
            "frame": Frame(
                data=web_site(site_of(request)),
                links=feed_links(reverse("pages:quotes"), ALL_QUOTES),
                parameters=(),
            ),
        },
    )

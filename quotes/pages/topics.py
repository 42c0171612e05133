"""The list of topics by name, and the page of one: what was said and issued about it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from quotes.models import JointStatement, Quote, Topic

from .addresses import ItemPage
from .cards import with_quote_cards, with_statement_cards
from .feeds import feed_links
from .frame import Link
from .keyset import Order, listing
from .quotes import NEWEST_FIRST
from .statements import LAST_ISSUED_FIRST
from .visible import Rows, public


@require_safe
def topic_list(request: HttpRequest) -> HttpResponse:
    german = (get_language() or "en").startswith("de")
    by_name = Order("name_de" if german else "name_en", dates=False)
    return render(request, "pages/topics.html", {"page": listing(public(Topic), request, by_name)})


class TopicPage(ItemPage):
    model = Topic
    template_name = "pages/topic.html"

    def context(self, request: HttpRequest, item: Topic, rows: Rows) -> dict[str, Any]:
        quotes = with_quote_cards(rows(Quote).filter(topics=item), rows)
        statements = with_statement_cards(rows(JointStatement).filter(topics=item))
        return {
            "topic": item,
            "page": listing(quotes, request, NEWEST_FIRST),
            "statements": listing(
                statements, request, LAST_ISSUED_FIRST, parameter="statements_after"
            ),
        }

    def links(self, request: HttpRequest, item: Topic) -> list[Link]:
        return feed_links(item.get_absolute_url(), item.name)

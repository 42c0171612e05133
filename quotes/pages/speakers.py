"""The list of speakers by name, and the page of one: names, roles, words."""

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from quotes.models import (
    Article,
    JointStatement,
    Quote,
    Speaker,
    SpeakerKind,
    Tenure,
)

from .addresses import ItemPage
from .cards import names_of_speakers, with_quote_cards, with_statement_cards
from .feeds import feed_links
from .filters import ChoiceField, NameField, filtered_list
from .frame import Link
from .keyset import Order, listing
from .quotes import NEWEST_FIRST
from .statements import LAST_ISSUED_FIRST
from .visible import Rows, of_shown, public
from .years import years_of

BY_NAME = Order("sort_name", dates=False)
FILTERS = (
    NameField("name", _("Name"), _("Its beginning, in any script")),
    ChoiceField("kind", _("Kind"), choices=dict(SpeakerKind.choices)),
)


@require_safe
def speaker_list(request: HttpRequest) -> HttpResponse:
    return filtered_list(request, "pages/speakers.html", FILTERS, _narrowed, BY_NAME)


def _narrowed(asked: dict[str, Any]) -> QuerySet[Any]:
    speakers = public(Speaker)
    if asked["name"]:
        speakers = speakers.named(asked["name"])
    if asked["kind"]:
        speakers = speakers.filter(kind=asked["kind"])
    return with_roles(speakers.with_quote_count(), public)


def with_roles(speakers: QuerySet[Any], rows: Rows) -> QuerySet[Any]:
    """Speakers with their names and the roles they held, each with organisation and source."""
    roles = of_shown(Tenure).prefetch_related(
        # An organisation or a source that is not public is left out, the role stays.
        Prefetch("organisation", rows(Speaker).prefetch_related(names_of_speakers())),
        Prefetch("source", rows(Article).select_related("outlet")),
    )
    return speakers.prefetch_related(names_of_speakers(), Prefetch("tenures", roles))


class SpeakerPage(ItemPage):
    model = Speaker
    template_name = "pages/speaker.html"
    open_graph_kind = "profile"

    def items(self, rows: Rows) -> QuerySet[Any]:
        return with_roles(rows(Speaker), rows)

    def context(self, request: HttpRequest, item: Speaker, rows: Rows) -> dict[str, Any]:
        # A quote names a speaker once, as a statement does: the joins repeat no row.
        quotes = with_quote_cards(rows(Quote).filter(attributions__speaker=item), rows)
        statements = with_statement_cards(rows(JointStatement).filter(signatories__speaker=item))
        return {
            "speaker": item,
            "years": years_of(item, rows),
            "page": listing(quotes, request, NEWEST_FIRST),
            "statements": listing(
                statements, request, LAST_ISSUED_FIRST, parameter="statements_after"
            ),
        }

    def links(self, request: HttpRequest, item: Speaker) -> list[Link]:
        return feed_links(item.get_absolute_url(), item.display_name)

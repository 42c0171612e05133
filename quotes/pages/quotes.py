"""The list of quotes, and the page of one: words, who and when, sources, the way they came."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, QuerySet, Value
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from quotes.interchange.source_links import link_to_passage
from quotes.models import (
    Attribution,
    Occurrence,
    Quote,
    Rights,
    Segment,
    StatementLink,
    Topic,
    WordingOrigin,
)
from quotes.models.rights import WIDEST_CONTEXT
from quotes.text.excerpts import Excerpt, excerpts, whole

from .addresses import ItemPage
from .cards import speakers_of, with_quote_cards
from .cite import cite_links
from .citing import citing
from .feeds import ALL_QUOTES, feed_links
from .filters import ChoiceField, filtered_list
from .filters.offered import OUTLET, TOPIC, YEARS, occurrence_language, speaker_field
from .frame import Link
from .keyset import Order
from .labels import SPEECH_TYPES, explained
from .oembed import oembed_links
from .provenance import Provenance, Step
from .relations import related_to
from .standing import standing_among
from .visible import Rows, of_shown, public
from .wordings import side_by_side

NEWEST_FIRST = Order("said_on_sort")
FILTERS = (
    speaker_field("speaker", _("Speaker")),
    YEARS,
    occurrence_language(),
    ChoiceField(
        "type", _("Type of speech"), choices={key: row.name for key, row in SPEECH_TYPES.items()}
    ),
    OUTLET,
    TOPIC,
)


@require_safe
def quote_list(request: HttpRequest) -> HttpResponse:
    links = feed_links(reverse("pages:quotes"), ALL_QUOTES)
    return filtered_list(
        request, "pages/quotes.html", FILTERS, _narrowed, NEWEST_FIRST, links=links
    )


def _narrowed(asked: dict[str, Any]) -> QuerySet[Any]:
    quotes = public(Quote)
    if asked["speaker"]:
        quotes = quotes.said_by(asked["speaker"])
    if asked["topic"]:
        quotes = quotes.about(asked["topic"])
    if asked["year"]:
        quotes = quotes.between_years(*asked["year"])
    quotes = quotes.printed_in(
        outlet=asked["outlet"], language=asked["language"], speech_type=asked["type"]
    )
    if asked["language"]:
        # Each card shows the words in the language that was asked for.
        quotes = quotes.annotate(asked_language=Value(asked["language"]))
    return with_quote_cards(quotes, public)


@dataclass(frozen=True)
class Source:
    """One occurrence, with its passage in context, its link, and where its article had it from."""

    occurrence: Occurrence
    excerpts: list[Excerpt]
    link: str
    steps: list[Step]


class QuotePage(ItemPage):
    model = Quote
    template_name = "pages/quote.html"
    ends_with_history = True

    def items(self, rows: Rows) -> QuerySet[Any]:
        occurrences = (
            rows(Occurrence)
            .select_related("snapshot__article__outlet", "snapshot__article__carried_by")
            .prefetch_related(
                Prefetch("segments", of_shown(Segment)),
            )
        )
        links = rows(StatementLink).select_related("statement", "provision")
        return (
            rows(Quote)
            .select_related("event")
            .prefetch_related(
                speakers_of("attributions", Attribution, offices=True),
                Prefetch("occurrences", occurrences),
                Prefetch("statement_links", links),
                Prefetch("topics", of_shown(Topic)),
            )
        )

    def context(self, request: HttpRequest, item: Quote, rows: Rows) -> dict[str, Any]:
        occurrences = sorted(item.occurrences.all(), key=_by_weight)
        sources = _sources(occurrences, rows)
        related = related_to(item, rows)
        later = standing_among(related)
        return {
            "quote": item,
            "standing": later,
            "citing": citing(request, item, later),
            "wordings": side_by_side(item),
            "sources": sources,
            "without_way": [source.occurrence for source in sources if not source.steps],
            "labels": explained(occurrences),
            "expression_language": _language_of(item.said_on_expression, occurrences),
            "addressee_language": _language_of(item.addressee, occurrences),
            "related": related,
        }

    def links(self, request: HttpRequest, item: Quote) -> list[Link]:
        return [*oembed_links(request, item), *cite_links(item)]


def _by_weight(occurrence: Occurrence) -> tuple[Any, ...]:
    """The preferred one, then original wordings, then by the date of the article."""
    return (
        not occurrence.preferred,
        occurrence.wording_origin != WordingOrigin.ORIGINAL,
        occurrence.snapshot.article.published_on_sort,
        occurrence.pk,
    )


def _sources(occurrences: Sequence[Occurrence], rows: Rows) -> list[Source]:
    provenance = Provenance(
        (row.snapshot.article_id for row in occurrences), rows, (row.pk for row in occurrences)
    )
    return [
        Source(
            occurrence=row,
            excerpts=excerpts_of(row),
            link=link_to_passage(row.snapshot.article, list(row.segments.all())),
            steps=provenance.of_occurrence(row.pk, row.snapshot.article),
        )
        for row in occurrences
    ]


def excerpts_of(occurrence: Occurrence) -> list[Excerpt]:
    """The occurrence's passage with as much around it as its article's rights allow."""
    text = occurrence.snapshot.text
    spans = [(segment.start, segment.end) for segment in occurrence.segments.all()]
    if occurrence.snapshot.article.rights == Rights.WHOLE:
        return [whole(text, spans)]
    return excerpts(text, spans, WIDEST_CONTEXT)


def _language_of(printed: str, occurrences: Iterable[Occurrence]) -> str:
    """The language of the source that prints these words; empty where none does."""
    if not printed:
        return ""
    return next((row.language for row in occurrences if printed in row.snapshot.text), "")

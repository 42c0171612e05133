"""Quotes and their occurrences as tables."""

from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Coalesce, NullIf

from quotes.models import (
    Attribution,
    Occurrence,
    QuoteRelation,
    RelationKind,
    Segment,
    StatementLink,
    Topic,
)

from .columns import (
    Column,
    Kind,
    date,
    identity,
    integer,
    integers,
    page,
    table,
    text,
    texts,
    truth,
    web_address,
)


def _attributions() -> QuerySet:
    return Attribution.objects.published().filter(quote=OuterRef("pk")).order_by("position")


def _known() -> QuerySet:
    return _attributions().filter(speaker__isnull=False)


def _occurrences() -> QuerySet:
    return Occurrence.objects.published().filter(quote=OuterRef("pk")).order_by("pk")


def _topics() -> QuerySet:
    return Topic.objects.published().filter(quotes=OuterRef("pk")).order_by("name_en")


def _statements() -> QuerySet:
    links = StatementLink.objects.published().filter(quote=OuterRef("pk"))
    return links.order_by("statement_id").distinct()


def _segments() -> QuerySet:
    segments = Segment.objects.published().filter(occurrence=OuterRef("pk"))
    return segments.order_by("position")


def _said_against(name: str, kind: RelationKind, meaning: str) -> Column:
    """The quotes that stand to the row's in the relation ``kind``."""
    rows = QuoteRelation.objects.published().filter(to_quote=OuterRef("pk"), kind=kind)
    return integers(name, meaning, lambda: rows.order_by("from_quote_id"), "from_quote_id")


def _preferred(name: str, kind: Kind, meaning: str, value: Any) -> Column:
    """Of the occurrence whose words the quote carries."""
    rows = Occurrence.objects.published().filter(quote=OuterRef("pk"), preferred=True)
    return Column(name, kind, meaning, lambda site: Subquery(rows.all().values_list(value)[:1]))


_ROLE = Coalesce(
    NullIf("tenure__title_en", Value("")),
    "tenure__title_de",
    Value(""),
    output_field=TextField(),
)
# An anonymous source is told by its description.
_WHO = Coalesce("speaker__name", "description", output_field=TextField())

QUOTES = table(
    identity(),
    page("quotes"),
    text("wording", "The words, as the preferred source prints them."),
    text("language", "Their language, BCP 47.", F("language")),
    date("said_on", "When it was said"),
    text("said_on_basis", "How the date is known."),
    texts("speakers", "Who said it, in order.", _attributions, _WHO),
    integers("speaker_ids", "Ids of the speakers that have a name.", _known, "speaker_id"),
    texts(
        "roles", "The role of each speaker then, empty where none is told.", _attributions, _ROLE
    ),
    text("addressee", "To whom, as the source has it."),
    text("context", "What a reader must know to understand the words."),
    integer("event_id", "Id of the occasion."),
    text("event", "The occasion, in English.", F("event__title_en")),
    text("event_place", "Where that was.", F("event__place")),
    _preferred("speech_type", Kind.TEXT, "Whether the words are as they were said.", "speech_type"),
    _preferred(
        "wording_origin", Kind.TEXT, "Whether they are original or translated.", "wording_origin"
    ),
    _preferred("article_id", Kind.INTEGER, "Id of the preferred source.", "snapshot__article_id"),
    _preferred("outlet", Kind.TEXT, "Who published it.", "snapshot__article__outlet__name"),
    _preferred("headline", Kind.TEXT, "Its headline.", "snapshot__article__headline"),
    _preferred(
        "source_url", Kind.TEXT, "Its address elsewhere.", web_address("snapshot__article__url")
    ),
    texts(
        "languages",
        "Every language in which a source prints it.",
        lambda: _occurrences().order_by("language").distinct(),
        "language",
    ),
    integers("occurrence_ids", "Ids of its occurrences.", _occurrences, "pk"),
    texts("topics", "What it is about, in English.", _topics, "name_en"),
    integers("topic_ids", "Ids of these.", _topics, "pk"),
    integers(
        "statement_ids", "Ids of joint statements it belongs to.", _statements, "statement_id"
    ),
    _said_against("retracted_by_ids", RelationKind.RETRACTS, "Ids of quotes that retract it."),
    _said_against(
        "contradicted_by_ids", RelationKind.CONTRADICTS, "Ids of quotes that contradict it."
    ),
)

OCCURRENCES = table(
    identity(),
    integer("quote_id", "Id of the quote."),
    truth("preferred", "Whether the quote carries these words."),
    text("speech_type", "Whether the words are as they were said."),
    text("language", "Their language, BCP 47."),
    text("wording", "The words as this source prints them."),
    text("wording_origin", "Whether they are original or translated."),
    text("reporting_phrase", "The words that report them."),
    text("locator", "Page or time, where there is no text to point into."),
    truth("orphan", "Whether the place in the text is lost."),
    integer("article_id", "Id of the source.", F("snapshot__article_id")),
    text("outlet", "Who published it.", F("snapshot__article__outlet__name")),
    text("headline", "Its headline.", F("snapshot__article__headline")),
    Column(
        "source_url",
        Kind.TEXT,
        "Its address elsewhere.",
        lambda site: web_address("snapshot__article__url"),
    ),
    date("published_on", "When it was published", "snapshot__article__published_on"),
    integer("snapshot_id", "Id of the captured text that the offsets count in."),
    integers("starts", "Where each run of characters begins, in code points.", _segments, "start"),
    integers("ends", "Where each ends.", _segments, "end"),
)

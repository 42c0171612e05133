"""Speakers, events and topics as tables."""

from django.db.models import OuterRef, QuerySet, TextField, Value
from django.db.models.functions import Coalesce, NullIf

from quotes.models import Event, Speaker, SpeakerName, Tenure

from .columns import (
    Column,
    Kind,
    date,
    identity,
    integers,
    page,
    public_name,
    table,
    text,
    texts,
)


def _names() -> QuerySet:
    return SpeakerName.objects.published().filter(speaker=OuterRef("pk")).order_by("pk")


def _tenures() -> QuerySet:
    tenures = Tenure.objects.published().filter(speaker=OuterRef("pk"))
    return tenures.order_by("since_sort", "pk")


def _participants() -> QuerySet:
    return Speaker.objects.published().filter(events=OuterRef("pk")).order_by("pk")


_TITLE = Coalesce(NullIf("title_en", Value("")), "title_de", output_field=TextField())

SPEAKERS = table(
    identity(),
    page("speakers"),
    text("name", "The name as we show it."),
    text("kind", "A person, an organisation or a group."),
    text("family_name", "The family name of a person."),
    text("sort_name", "What the speaker is sorted by."),
    text("wikidata_id", "The item in Wikidata, where checked."),
    texts("names", "Every form of the name.", _names, "text"),
    texts("name_languages", "The language and script of each of these.", _names, "language"),
    texts("roles", "Roles held, the oldest first.", _tenures, _TITLE),
)

EVENTS = table(
    identity(),
    page("events"),
    text("title_de", "Its German title."),
    text("title_en", "Its English title."),
    text("kind", "What sort of occasion it is."),
    date("held_on", "When it was"),
    text("place", "Where it was."),
    texts("participants", "Who took part.", _participants, "name"),
    integers("participant_ids", "Ids of these.", _participants, "pk"),
    Column(
        "parent_id",
        Kind.INTEGER,
        "Id of the larger event it was part of.",
        lambda site: public_name(Event, "parent_id", "pk"),
    ),
)

TOPICS = table(
    identity(),
    page("topics"),
    text("name_de", "Its German name."),
    text("name_en", "Its English name."),
    text("wikidata_id", "The item in Wikidata."),
)

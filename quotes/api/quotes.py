"""Quotes: speech acts, who made them, and how each source prints them."""

from typing import Any

from rest_framework import serializers

from quotes.models import (
    Attribution,
    DateBasis,
    Occurrence,
    Quote,
    QuoteRelation,
    SpeechType,
    StatementLink,
    Tenure,
    Topic,
)

from .bodies.expressions import Param
from .bodies.relations import Part, Parts, Related, RelatedRows
from .filters import (
    ChoiceFilter,
    FromFilter,
    IdFilter,
    LanguageFilter,
    NameFilter,
    ToFilter,
    YearFilter,
)
from .resource import Resource
from .roles import RoleSerializer
from .values import ApiAddressField, MomentField, PageAddressField, SaidOnSerializer
from .writing.editable import Submittable
from .writing.quotes import EditedQuoteSerializer


class AttributionSerializer(serializers.ModelSerializer):
    """Who said it."""

    speaker = Related(
        "speakers",
        "speaker_id",
        reached=True,
        allow_null=True,
        help_text="Null for an anonymous source.",
    )
    role = Part(
        RoleSerializer,
        Tenure.objects.all,
        "tenure_id",
        allow_null=True,
        help_text="The role held then; null where none is named.",
    )

    class Meta:
        model = Attribution
        fields = ("position", "speaker", "role", "description", "name_as_printed")
        extra_kwargs = {
            "position": {"help_text": "The order of several speakers, from 1."},
            "description": {"help_text": "A source without a name, as printed."},
            "name_as_printed": {"help_text": "The name as the preferred source prints it."},
        }


class QuoteStatementSerializer(serializers.ModelSerializer):
    """How the quote stands to a joint statement."""

    statement = Related(
        "statements", "statement_id", reached=True, help_text="The joint statement."
    )
    provision = Related(
        "provisions",
        "provision_id",
        reached=True,
        allow_null=True,
        help_text="The provision whose words these are; null where it is none.",
    )

    class Meta:
        model = StatementLink
        fields = ("kind", "statement", "provision")
        extra_kwargs = {
            "kind": {"help_text": "The statement’s own words, or words about it."},
        }


class RelationSerializer(serializers.ModelSerializer):
    """What this quote does to another one."""

    quote = Related("quotes", "to_quote_id", reached=True, help_text="The other quote.")

    class Meta:
        model = QuoteRelation
        fields = ("kind", "quote")
        extra_kwargs = {"kind": {"help_text": "What this quote does to the other."}}


class RelationToSerializer(serializers.ModelSerializer):
    """What another quote does to this one."""

    quote = Related("quotes", "from_quote_id", reached=True, help_text="The other quote.")

    class Meta:
        model = QuoteRelation
        fields = ("kind", "quote")
        extra_kwargs = {"kind": {"help_text": "What the other quote does to this one."}}


def _occurrences() -> Any:
    return Occurrence.objects.published().order_by("-preferred", "pk")


class QuoteSerializer(serializers.ModelSerializer):
    """A speech act, one in all languages; its occurrences are how the sources print it."""

    url = PageAddressField("/quotes/{pk}/")
    api_url = ApiAddressField("quotes")
    said_on = SaidOnSerializer(help_text="When it was said.")
    event = Related(
        "events",
        "event_id",
        reached=True,
        allow_null=True,
        help_text="The occasion; null where none is named.",
    )
    attributions = Parts(
        AttributionSerializer, Attribution.objects.all, "quote", help_text="Who said it, in order."
    )
    occurrences = RelatedRows(
        "occurrences",
        _occurrences,
        "quote",
        help_text="How the sources print it, the preferred one first.",
    )
    topics = RelatedRows("topics", Topic.objects.all, "quotes", help_text="What it is about.")
    statements = Parts(
        QuoteStatementSerializer,
        StatementLink.objects.published,
        "quote",
        help_text="Joint statements it belongs to.",
    )
    relations = Parts(
        RelationSerializer,
        QuoteRelation.objects.published,
        "from_quote",
        help_text="What it does to other quotes.",
    )
    relations_to = Parts(
        RelationToSerializer,
        QuoteRelation.objects.published,
        "to_quote",
        help_text="What other quotes do to it.",
    )
    first_published_at = MomentField(
        read_only=True, help_text="When it first became public on this site (UTC)."
    )

    class Meta:
        model = Quote
        fields = (
            "id",
            "url",
            "api_url",
            "wording",
            "language",
            "said_on",
            "event",
            "addressee",
            "context",
            "attributions",
            "occurrences",
            "topics",
            "statements",
            "relations",
            "relations_to",
            "first_published_at",
        )
        extra_kwargs = {
            "language": {"help_text": "Language of the preferred occurrence, BCP 47."},
        }


def _said_by(rows: Any, speaker: Param) -> Any:
    return rows.said_by(speaker)


def _said_in_role(rows: Any, organisation: Param) -> Any:
    return rows.said_for(organisation)


def _about(rows: Any, topic: Param) -> Any:
    return rows.about(topic)


def _of_statement(rows: Any, statement: Param) -> Any:
    return rows.of_statement(statement)


def _printed_in(rows: Any, **asked: Param) -> Any:
    return rows.printed_in(**asked)


QUOTES = Resource(
    name="quotes",
    about="Who said what, when, and how each source prints it.",
    rows=Quote.objects.published,
    serializer=QuoteSerializer,
    orderings={
        "-said_on": "said_on_sort",
        "said_on": "said_on_sort",
        "-first_published": "first_published_at",
        "first_published": "first_published_at",
        "id": "pk",
        "-id": "pk",
    },
    own_filters={
        "speaker": IdFilter(_said_by, "Said by the speaker with this id, alone or with others."),
        "speaker_name": NameFilter(
            lambda rows, name, folded: rows.said_by_name(name, folded),
            "Said by a speaker with this name: any form of it, whole or its beginning; accents, "
            "case and punctuation do not matter.",
        ),
        "outlet": IdFilter(
            _printed_in,
            "Printed by the outlet with this id. This, article, language and speech_type together "
            "are fulfilled by one and the same occurrence, which need not be the preferred.",
        ),
        "article": IdFilter(_printed_in, "Printed in the article with this id."),
        "language": LanguageFilter(
            _printed_in, "Printed in this language (BCP 47), in whatever script or region."
        ),
        "speech_type": ChoiceFilter(_printed_in, SpeechType, "Printed as this type of speech."),
        "topic": IdFilter(_about, "About the topic with this id."),
        "event": IdFilter("event", "Said at the event with this id."),
        "statement": IdFilter(
            _of_statement, "From the joint statement with this id, or said about it."
        ),
        "organisation": IdFilter(
            _said_in_role, "Said by somebody in a role at the speaker with this id."
        ),
        "date_basis": ChoiceFilter("said_on_basis", DateBasis, "Whose date is known in this way."),
        "said_from": FromFilter("said_on", "Said on or after this date (ISO 8601 or EDTF)."),
        "said_to": ToFilter("said_on", "Said on or before this date (ISO 8601 or EDTF)."),
        "year": YearFilter("said_on", "Said in this year, as far as is known."),
    },
)


class QuoteViewSet(Submittable):
    """Who said what, when, and how each source prints it.

    Language, type and outlet are looked for in every public occurrence of a quote, not only in
    the preferred one, whose wording and language the quote itself carries.
    """

    resource = QUOTES
    edited = EditedQuoteSerializer

"""Quotes: speech acts, who made them, and how each source prints them."""

import django_filters
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from rest_framework import serializers

from quotes.models import (
    Attribution,
    Occurrence,
    Quote,
    QuoteRelation,
    SpeechType,
    StatementLink,
    Topic,
)

from .filters import (
    ChoiceFilter,
    FromFilter,
    IdFilter,
    LanguageFilter,
    NameFilter,
    ToFilter,
    in_language,
)
from .occurrences import OccurrenceSerializer, occurrences
from .references import (
    EventReference,
    QuoteReference,
    RoleSerializer,
    SpeakerReference,
    StatementReference,
    TopicReference,
)
from .resource import PublicResource
from .speakers import named
from .values import PageAddressField, SaidOnSerializer


class AttributionSerializer(serializers.ModelSerializer):
    """Who said it."""

    speaker = SpeakerReference(allow_null=True, help_text="Null for an anonymous source.")
    role = RoleSerializer(source="tenure", allow_null=True, help_text="The role held then.")

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

    statement = StatementReference(help_text="The joint statement.")
    provision = serializers.IntegerField(
        source="provision.number",
        default=None,
        allow_null=True,
        help_text="Number of the provision whose words these are.",
    )

    class Meta:
        model = StatementLink
        fields = ("kind", "statement", "provision")
        extra_kwargs = {
            "kind": {"help_text": "The statement’s own words, or words about it."},
        }


class RelationSerializer(serializers.ModelSerializer):
    """What this quote does to another one."""

    quote = QuoteReference(source="to_quote", help_text="The other quote.")

    class Meta:
        model = QuoteRelation
        fields = ("kind", "quote")
        extra_kwargs = {"kind": {"help_text": "What this quote does to the other."}}


class RelationToSerializer(serializers.ModelSerializer):
    """What another quote does to this one."""

    quote = QuoteReference(source="from_quote", help_text="The other quote.")

    class Meta:
        model = QuoteRelation
        fields = ("kind", "quote")
        extra_kwargs = {"kind": {"help_text": "What the other quote does to this one."}}


class QuoteSerializer(serializers.ModelSerializer):
    """A speech act, one in all languages; its occurrences are how the sources print it."""

    url = PageAddressField()
    said_on = SaidOnSerializer(help_text="When it was said.")
    event = EventReference(allow_null=True, help_text="The occasion.")
    attributions = AttributionSerializer(many=True, help_text="Who said it, in order.")
    occurrences = OccurrenceSerializer(
        many=True, help_text="How the sources print it, the preferred one first."
    )
    topics = TopicReference(many=True, help_text="What it is about.")
    statements = QuoteStatementSerializer(
        source="statement_links", many=True, help_text="Joint statements it belongs to."
    )
    relations = RelationSerializer(many=True, help_text="What it does to other quotes.")
    relations_to = RelationToSerializer(many=True, help_text="What other quotes do to it.")

    class Meta:
        model = Quote
        fields = (
            "id",
            "url",
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
        )
        extra_kwargs = {
            "language": {"help_text": "Language of the preferred occurrence, BCP 47."},
        }


class QuoteFilters(django_filters.FilterSet):
    speaker = IdFilter(
        "attributions__speaker", help_text="Said by the speaker with this id, alone or with others."
    )
    speaker_name = NameFilter(
        method="said_by_name",
        help_text="Said by a speaker with this name: any form of it, whole or its beginning; "
        "accents, case and punctuation do not matter.",
    )
    outlet = IdFilter(
        method="by_occurrence",
        help_text="Printed by the outlet with this id. This, article, language and speech_type "
        "together are fulfilled by one and the same occurrence, which need not be the preferred.",
    )
    article = IdFilter(method="by_occurrence", help_text="Printed in the article with this id.")
    language = LanguageFilter(
        method="by_occurrence",
        help_text="Printed in this language (BCP 47), in whatever script or region.",
    )
    speech_type = ChoiceFilter(
        choices=SpeechType, method="by_occurrence", help_text="Printed as this type of speech."
    )
    topic = IdFilter("topics", help_text="About the topic with this id.")
    event = IdFilter(help_text="Said at the event with this id.")
    statement = IdFilter(
        method="of_statement",
        help_text="From the joint statement with this id, or said about it.",
    )
    said_from = FromFilter("said_on", help_text="Said on or after this date (ISO 8601 or EDTF).")
    said_to = ToFilter("said_on", help_text="Said on or before this date (ISO 8601 or EDTF).")

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        return self._by_one_occurrence(super().filter_queryset(queryset))

    def by_occurrence(self, quotes: QuerySet, name: str, value: object) -> QuerySet:
        """Left to ``_by_one_occurrence``, since one occurrence has to fulfil them all."""
        return quotes

    def _by_one_occurrence(self, quotes: QuerySet) -> QuerySet:
        asked = self.form.cleaned_data
        condition = Q()
        if asked["outlet"]:
            condition &= Q(snapshot__article__outlet=asked["outlet"])
        if asked["article"]:
            condition &= Q(snapshot__article=asked["article"])
        if asked["language"]:
            condition &= in_language("language", asked["language"])
        if asked["speech_type"]:
            condition &= Q(speech_type=asked["speech_type"])
        if not condition:
            return quotes
        printed = Occurrence.objects.published().filter(condition, quote=OuterRef("pk"))
        return quotes.filter(Exists(printed))

    def said_by_name(self, quotes: QuerySet, name: str, value: str) -> QuerySet:
        said = Attribution.objects.published().filter(
            quote=OuterRef("pk"), speaker__in=named(value)
        )
        return quotes.filter(Exists(said))

    def of_statement(self, quotes: QuerySet, name: str, value: int) -> QuerySet:
        links = StatementLink.objects.published().filter(quote=OuterRef("pk"), statement=value)
        return quotes.filter(Exists(links))


class QuoteViewSet(PublicResource):
    """Who said what, when, and how each source prints it.

    Language, type and outlet are looked for in every public occurrence of a quote, not only in
    the preferred one, whose wording and language the quote itself carries.
    """

    queryset = (
        Quote.objects.published()
        .select_related("event")
        .prefetch_related(
            Prefetch(
                "attributions",
                Attribution.objects.published().select_related("speaker", "tenure__organisation"),
            ),
            occurrences(),
            Prefetch("topics", Topic.objects.published()),
            Prefetch(
                "statement_links",
                StatementLink.objects.published().select_related("statement", "provision"),
            ),
            Prefetch("relations", QuoteRelation.objects.published().select_related("to_quote")),
            Prefetch(
                "relations_to", QuoteRelation.objects.published().select_related("from_quote")
            ),
        )
    )
    serializer_class = QuoteSerializer
    filterset_class = QuoteFilters
    orderings = {"-said_on": "said_on_sort", "said_on": "said_on_sort"}

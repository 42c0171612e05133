"""Joint statements: who issued them, their versions, their provisions, quotes from them."""

import django_filters
from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from rest_framework import serializers

from quotes.models import (
    JointStatement,
    LinkKind,
    Provision,
    ProvisionText,
    Signatory,
    Speaker,
    StatementKind,
    StatementLink,
    StatementVersion,
    Topic,
)
from quotes.models.rights import provision_text, version_text_if_allowed

from .filters import ChoiceFilter, FromFilter, IdFilter, LanguageFilter, ToFilter, in_language
from .references import (
    ArticleReference,
    EventReference,
    QuoteReference,
    RoleSerializer,
    SpeakerReference,
    TopicReference,
)
from .resource import PublicResource
from .values import ImpreciseDateSerializer, PageAddressField


class SignatorySerializer(serializers.ModelSerializer):
    """Who issued the statement."""

    speaker = SpeakerReference(help_text="Who signed.")
    role = RoleSerializer(source="tenure", allow_null=True, help_text="The role held then.")

    class Meta:
        model = Signatory
        fields = ("position", "speaker", "role", "capacity")
        extra_kwargs = {
            "position": {"help_text": "The order of the signatories, from 1."},
            "capacity": {"help_text": "The capacity as printed."},
        }


class VersionSerializer(serializers.ModelSerializer):
    """The statement’s own text in one language, as one issuer published it."""

    issuer = SpeakerReference(help_text="Who issued this version.")
    article = ArticleReference(source="snapshot.article", help_text="Where we have it from.")
    text = serializers.CharField(
        source="public_text",
        allow_null=True,
        help_text="The whole text as far as we hold it; null where only its provisions may be "
        "shown.",
    )

    class Meta:
        model = StatementVersion
        fields = ("id", "issuer", "language", "official", "article", "text")
        extra_kwargs = {"official": {"help_text": "Whether it is an official text."}}


class ProvisionTextSerializer(serializers.ModelSerializer):
    """A provision’s words in one version."""

    version = serializers.IntegerField(source="version_id", help_text="Id of the version.")
    language = serializers.CharField(
        source="version.language", help_text="Language of the version, BCP 47."
    )
    wording = serializers.CharField(source="public_text", help_text="The provision’s words.")

    class Meta:
        model = ProvisionText
        fields = ("version", "language", "wording")


class LinkedQuoteSerializer(QuoteReference):
    """A quote, by its words, at the end of a link."""

    def to_representation(self, link: StatementLink) -> dict:
        return super().to_representation(link.quote)


class ProvisionSerializer(serializers.ModelSerializer):
    """A numbered point of the statement."""

    parties = SpeakerReference(
        many=True, help_text="Whom it binds; empty where it binds every signatory."
    )
    texts = ProvisionTextSerializer(many=True, help_text="Its words in each version.")
    quotes = LinkedQuoteSerializer(
        source="quote_links", many=True, help_text="Quotes that state it."
    )

    class Meta:
        model = Provision
        fields = ("id", "number", "number_printed", "kind", "parties", "texts", "quotes")
        extra_kwargs = {
            "number": {"help_text": "Its number."},
            "number_printed": {"help_text": "Whether the number is printed; else it is ours."},
            "kind": {"help_text": "What the signatories do in it."},
        }


class StatementSerializer(serializers.ModelSerializer):
    """A text that several issue together."""

    url = PageAddressField()
    event = EventReference(allow_null=True, help_text="The occasion.")
    issued_on = ImpreciseDateSerializer(help_text="When it was issued.")
    signatories = SignatorySerializer(many=True, help_text="Who issued it, in order.")
    versions = VersionSerializer(many=True, help_text="Its texts, by issuer and language.")
    provisions = ProvisionSerializer(many=True, help_text="Its numbered points, in order.")
    other_quotes = LinkedQuoteSerializer(
        source="quote_links",
        many=True,
        help_text="Quotes of its words that belong to none of these points.",
    )
    topics = TopicReference(many=True, help_text="What it is about.")

    class Meta:
        model = JointStatement
        fields = (
            "id",
            "url",
            "title_de",
            "title_en",
            "kind",
            "event",
            "issued_on",
            "signatories",
            "versions",
            "provisions",
            "other_quotes",
            "topics",
        )
        extra_kwargs = {"kind": {"help_text": "What sort of text it is."}}


class StatementFilters(django_filters.FilterSet):
    kind = ChoiceFilter(choices=StatementKind, help_text="Statements of this kind only.")
    signatory = IdFilter(
        "signatories__speaker", help_text="Issued by the speaker with this id and others."
    )
    event = IdFilter(help_text="Issued at the event with this id.")
    topic = IdFilter("topics", help_text="About the topic with this id.")
    language = LanguageFilter(
        method="in_version", help_text="With a version in this language (BCP 47)."
    )
    issued_from = FromFilter(
        "issued_on", help_text="Issued on or after this date (ISO 8601 or EDTF)."
    )
    issued_to = ToFilter("issued_on", help_text="Issued on or before this date (ISO 8601 or EDTF).")

    def in_version(self, statements: QuerySet, name: str, value: str) -> QuerySet:
        versions = StatementVersion.objects.published().filter(
            in_language("language", value), statement=OuterRef("pk")
        )
        return statements.filter(Exists(versions))


def _stated() -> QuerySet:
    return StatementLink.objects.published().filter(kind=LinkKind.STATES).select_related("quote")


class StatementViewSet(PublicResource):
    """What several issued together: signatories, versions, numbered provisions.

    What was said about a statement is found by `/quotes/?statement=…`.
    """

    queryset = (
        JointStatement.objects.published()
        .select_related("event")
        .prefetch_related(
            Prefetch(
                "signatories",
                Signatory.objects.published().select_related("speaker", "tenure__organisation"),
            ),
            Prefetch(
                "versions",
                StatementVersion.objects.published()
                .select_related("issuer", "snapshot__article__outlet")
                .defer("snapshot__text")
                .annotate(public_text=version_text_if_allowed()),
            ),
            Prefetch("provisions", Provision.objects.published()),
            Prefetch("provisions__parties", Speaker.objects.published()),
            Prefetch(
                "provisions__texts",
                ProvisionText.objects.published()
                .select_related("version")
                .annotate(public_text=provision_text()),
            ),
            Prefetch("provisions__quote_links", _stated()),
            Prefetch("quote_links", _stated().filter(provision=None)),
            Prefetch("topics", Topic.objects.published()),
        )
    )
    serializer_class = StatementSerializer
    filterset_class = StatementFilters
    orderings = {"-issued_on": "issued_on_sort", "issued_on": "issued_on_sort"}

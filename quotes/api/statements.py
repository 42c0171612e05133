"""Joint statements: who issued them, their versions, their provisions, quotes from them."""

from typing import Any

from rest_framework import serializers

from quotes.models import (
    JointStatement,
    Provision,
    Rights,
    Signatory,
    StatementKind,
    StatementLink,
    StatementVersion,
    Tenure,
    Topic,
)
from quotes.models.rights import version_text_if_allowed

from .bodies.expressions import Param
from .bodies.relations import Part, Parts, Related, RelatedRows
from .filters import ChoiceFilter, FromFilter, IdFilter, LanguageFilter, ToFilter, YearFilter
from .resource import Resource
from .roles import RoleSerializer
from .values import ApiAddressField, ImpreciseDateSerializer, MomentField, PageAddressField
from .writing.editable import Submittable
from .writing.statements import EditedStatementSerializer


class SignatorySerializer(serializers.ModelSerializer):
    """Who issued the statement."""

    speaker = Related("speakers", "speaker_id", reached=True, help_text="Who signed.")
    role = Part(
        RoleSerializer,
        Tenure.objects.all,
        "tenure_id",
        allow_null=True,
        help_text="The role held then; null where none is named.",
    )

    class Meta:
        model = Signatory
        fields = ("position", "speaker", "role", "capacity")
        extra_kwargs = {
            "position": {"help_text": "The order of the signatories, from 1."},
            "capacity": {"help_text": "The capacity as printed."},
        }


class VersionSerializer(serializers.ModelSerializer):
    """The statement’s own text in one language, as one issuer published it."""

    issuer = Related("speakers", "issuer_id", reached=True, help_text="Who issued this version.")
    article = Related(
        "articles", "snapshot.article_id", reached=True, help_text="Where we have it from."
    )

    class Meta:
        model = StatementVersion
        fields = ("id", "issuer", "language", "official", "article")
        extra_kwargs = {"official": {"help_text": "Whether it is an official text."}}


class VersionTextField(serializers.CharField):
    """The version's whole text, where the rights of the article allow that."""

    def get_attribute(self, instance: StatementVersion) -> Any:
        return instance

    def to_representation(self, value: Any) -> str | None:  # type: ignore[override]
        return value.text if value.snapshot.article.rights == Rights.WHOLE else None

    def in_sql(self, expansion: object) -> Any:
        return version_text_if_allowed()


class VersionWithTextSerializer(VersionSerializer):
    """A version with its text, where that may be shown."""

    text = VersionTextField(
        read_only=True,
        allow_null=True,
        help_text="The whole text as far as we hold it; null where only its provisions may be "
        "shown.",
    )

    class Meta(VersionSerializer.Meta):
        fields = (*VersionSerializer.Meta.fields, "text")  # type: ignore[assignment]


class StatementQuoteSerializer(serializers.ModelSerializer):
    """A quote from the statement or about it."""

    quote = Related("quotes", "quote_id", reached=True, help_text="The quote.")
    provision = Related(
        "provisions",
        "provision_id",
        reached=True,
        allow_null=True,
        help_text="The provision whose words these are; null where it is none.",
    )

    class Meta:
        model = StatementLink
        fields = ("kind", "quote", "provision")
        extra_kwargs = {
            "kind": {"help_text": "The statement’s own words, or words about it."},
        }


class StatementSerializer(serializers.ModelSerializer):
    """A text that several issue together."""

    url = PageAddressField("/statements/{pk}/")
    api_url = ApiAddressField("statements")
    event = Related(
        "events",
        "event_id",
        reached=True,
        allow_null=True,
        help_text="The occasion; null where none is named.",
    )
    issued_on = ImpreciseDateSerializer(help_text="When it was issued.")
    signatories = Parts(
        SignatorySerializer,
        Signatory.objects.all,
        "statement",
        help_text="Who issued it, in order.",
    )
    versions = Parts(
        VersionSerializer,
        StatementVersion.objects.published,
        "statement",
        help_text="Its texts, by issuer and language.",
    )
    provisions = RelatedRows(
        "provisions",
        Provision.objects.all,
        "statement",
        help_text="Its numbered points, in order.",
    )
    quotes = Parts(
        StatementQuoteSerializer,
        StatementLink.objects.published,
        "statement",
        help_text="Quotes of its words, and quotes about it.",
    )
    topics = RelatedRows("topics", Topic.objects.all, "statements", help_text="What it is about.")
    first_published_at = MomentField(
        read_only=True, help_text="When it first became public on this site (UTC)."
    )

    class Meta:
        model = JointStatement
        fields = (
            "id",
            "url",
            "api_url",
            "title_de",
            "title_en",
            "kind",
            "event",
            "issued_on",
            "signatories",
            "versions",
            "provisions",
            "quotes",
            "topics",
            "first_published_at",
        )
        extra_kwargs = {"kind": {"help_text": "What sort of text it is."}}


class StatementWithTextSerializer(StatementSerializer):
    """A text that several issue together, with its versions' texts where they may be shown."""

    versions = Parts(
        VersionWithTextSerializer,
        StatementVersion.objects.published,
        "statement",
        help_text="Its texts, by issuer and language.",
    )


def _issued_by(rows: Any, signatory: Param) -> Any:
    return rows.issued_by(signatory)


def _about(rows: Any, topic: Param) -> Any:
    return rows.about(topic)


def _with_version_in(rows: Any, language: Param) -> Any:
    return rows.with_version_in(language)


STATEMENTS = Resource(
    name="statements",
    about="Joint statements with signatories, versions and provisions.",
    rows=JointStatement.objects.published,
    serializer=StatementSerializer,
    item_serializer=StatementWithTextSerializer,
    orderings={
        "-issued_on": "issued_on_sort",
        "issued_on": "issued_on_sort",
        "-first_published": "first_published_at",
        "first_published": "first_published_at",
        "id": "pk",
        "-id": "pk",
    },
    own_filters={
        "kind": ChoiceFilter("kind", StatementKind, "Statements of this kind only."),
        "signatory": IdFilter(_issued_by, "Issued by the speaker with this id and others."),
        "event": IdFilter("event", "Issued at the event with this id."),
        "topic": IdFilter(_about, "About the topic with this id."),
        "language": LanguageFilter(_with_version_in, "With a version in this language (BCP 47)."),
        "issued_from": FromFilter("issued_on", "Issued on or after this date (ISO 8601 or EDTF)."),
        "issued_to": ToFilter("issued_on", "Issued on or before this date (ISO 8601 or EDTF)."),
        "year": YearFilter("issued_on", "Issued in this year, as far as is known."),
    },
)


class StatementViewSet(Submittable):
    """What several issued together: signatories, versions, numbered provisions.

    What was said about a statement is found by `/quotes/?statement=…`.
    """

    resource = STATEMENTS
    edited = EditedStatementSerializer

"""Articles: single publications, where from they have their text, and how they were captured."""

import django_filters
from django.db.models import Prefetch, QuerySet
from rest_framework import serializers

from quotes.models import Article, Credit, Genre, Snapshot
from quotes.models.rights import text_if_allowed

from .filters import ChoiceFilter, FromFilter, IdFilter, LanguageFilter, ToFilter
from .hops import HopSerializer, hops
from .references import OutletReference
from .resource import PublicResource
from .values import ImpreciseDateSerializer, PageAddressField, SourceAddressField


class CreditSerializer(serializers.ModelSerializer):
    """A printed credit that says nothing of where the words came from."""

    outlet = OutletReference(allow_null=True, help_text="The outlet credited.")

    class Meta:
        model = Credit
        fields = ("kind", "text", "outlet")
        extra_kwargs = {
            "kind": {"help_text": "What is credited."},
            "text": {"help_text": "The credit as printed."},
        }


class SnapshotSerializer(serializers.ModelSerializer):
    """When and how the text was captured. Offsets of segments count in this text."""

    class Meta:
        model = Snapshot
        fields = ("id", "sha256", "length", "method", "extent", "captured_at")
        extra_kwargs = {
            "sha256": {"help_text": "SHA-256 of the text in UTF-8, hexadecimal."},
            "method": {"help_text": "How it was captured."},
            "extent": {"help_text": "Whether it holds the whole text."},
            "captured_at": {"help_text": "When it was captured."},
        }


class SnapshotWithTextSerializer(SnapshotSerializer):
    """A snapshot with its text, where that may be shown."""

    text = serializers.CharField(
        source="public_text",
        allow_null=True,
        help_text="The whole text; null where only excerpts may be shown.",
    )

    class Meta(SnapshotSerializer.Meta):
        fields = (*SnapshotSerializer.Meta.fields, "text")  # type: ignore[assignment]


class ArticleSerializer(serializers.ModelSerializer):
    """One publication."""

    url = PageAddressField()
    source_url = SourceAddressField(
        source="url", help_text="Where it was published; null for print and broadcast."
    )
    archive_url = SourceAddressField(help_text="An archived copy; null where there is none.")
    outlet = OutletReference(help_text="Who published it.")
    carried_by = OutletReference(
        allow_null=True, help_text="The site that holds this copy, where it is another one."
    )
    published_on = ImpreciseDateSerializer(help_text="When it was published.")
    credits = CreditSerializer(many=True, help_text="Printed credits, in order.")
    hops = HopSerializer(many=True, help_text="Where it has its text from, in order.")
    snapshots = SnapshotSerializer(many=True, help_text="Its captured texts, the oldest first.")

    class Meta:
        model = Article
        fields = (
            "id",
            "url",
            "headline",
            "source_url",
            "archive_url",
            "outlet",
            "carried_by",
            "byline",
            "language",
            "published_on",
            "genre",
            "rights",
            "rights_note",
            "credits",
            "hops",
            "snapshots",
        )
        extra_kwargs = {
            "genre": {"help_text": "What sort of publication it is."},
            "rights_note": {"help_text": "The licence or permission; may be empty."},
        }


class ArticleWithTextSerializer(ArticleSerializer):
    """One publication, with its text where that may be shown."""

    snapshots = SnapshotWithTextSerializer(
        many=True, help_text="Its captured texts, the oldest first."
    )


class ArticleFilters(django_filters.FilterSet):
    outlet = IdFilter(help_text="Articles of the outlet with this id.")
    carried_by = IdFilter(help_text="Copies on the site of the outlet with this id.")
    language = LanguageFilter(help_text="Articles in this language (BCP 47).")
    genre = ChoiceFilter(choices=Genre, help_text="Articles of this genre only.")
    published_from = FromFilter(
        "published_on", help_text="Published on or after this date (ISO 8601 or EDTF)."
    )
    published_to = ToFilter(
        "published_on", help_text="Published on or before this date (ISO 8601 or EDTF)."
    )


class ArticleViewSet(PublicResource):
    """The publications in which quotes were found.

    An article’s whole text is given only where its rights say so, and with the single article
    only; its quoted passages are the occurrences of its quotes (`/quotes/?article=…`).
    """

    queryset = (
        Article.objects.published()
        .select_related("outlet", "carried_by")
        .prefetch_related(
            Prefetch("credits", Credit.objects.published().select_related("outlet")),
            hops(),
        )
    )
    serializer_class = ArticleSerializer
    detail_serializer_class = ArticleWithTextSerializer
    filterset_class = ArticleFilters
    orderings = {"-published_on": "published_on_sort", "published_on": "published_on_sort"}

    def get_queryset(self) -> QuerySet:
        snapshots = Snapshot.objects.published().defer("text")
        if self.action == "retrieve":
            snapshots = snapshots.annotate(public_text=text_if_allowed())
        return super().get_queryset().prefetch_related(Prefetch("snapshots", snapshots))

"""Articles: single publications, where from they have their text, and how they were captured."""

from typing import Any

from rest_framework import serializers

from quotes.models import Article, Credit, Genre, Hop, Rights, Snapshot
from quotes.models.rights import text_if_allowed

from .bodies.expressions import Param
from .bodies.relations import Parts, Related, RelatedRows
from .filters import ChoiceFilter, FromFilter, IdFilter, LanguageFilter, ToFilter, YearFilter
from .resource import Resource
from .values import (
    ApiAddressField,
    ImpreciseDateSerializer,
    MomentField,
    PageAddressField,
    SourceAddressField,
)
from .web_address_filter import WebAddressFilter
from .writing.articles import EditedArticleSerializer
from .writing.editable import Submittable


class CreditSerializer(serializers.ModelSerializer):
    """A printed credit that says nothing of where the words came from."""

    outlet = Related(
        "outlets",
        "outlet_id",
        reached=True,
        allow_null=True,
        help_text="The outlet credited; null where none is named.",
    )

    class Meta:
        model = Credit
        fields = ("kind", "text", "outlet")
        extra_kwargs = {
            "kind": {"help_text": "What is credited."},
            "text": {"help_text": "The credit as printed."},
        }


class SnapshotSerializer(serializers.ModelSerializer):
    """When and how the text was captured. Offsets of segments count in this text."""

    captured_at = MomentField(help_text="When it was captured (UTC).")
    seen_again_at = MomentField(
        allow_null=True,
        help_text="When the page went back to this text after another one (UTC); else null.",
    )

    class Meta:
        model = Snapshot
        fields = ("id", "sha256", "length", "method", "extent", "captured_at", "seen_again_at")
        extra_kwargs = {
            "sha256": {"help_text": "SHA-256 of the text in UTF-8, hexadecimal."},
            "method": {"help_text": "How it was captured."},
            "extent": {"help_text": "Whether it holds the whole text."},
        }


class SnapshotTextField(serializers.CharField):
    """The whole text, where the rights of the article allow that."""

    def get_attribute(self, instance: Snapshot) -> Any:
        return instance

    def to_representation(self, value: Any) -> str | None:  # type: ignore[override]
        return value.text if value.article.rights == Rights.WHOLE else None

    def in_sql(self, expansion: object) -> Any:
        return text_if_allowed()


class SnapshotWithTextSerializer(SnapshotSerializer):
    """A snapshot with its text, where that may be shown."""

    text = SnapshotTextField(
        read_only=True,
        allow_null=True,
        help_text="The whole text; null where only excerpts may be shown.",
    )

    class Meta(SnapshotSerializer.Meta):
        fields = (*SnapshotSerializer.Meta.fields, "text")  # type: ignore[assignment]


# All of these are public with their article.
_SNAPSHOTS = Snapshot.objects.defer("text").all


class ArticleSerializer(serializers.ModelSerializer):
    """One publication."""

    url = PageAddressField("/articles/{pk}/")
    api_url = ApiAddressField("articles")
    source_url = SourceAddressField(
        source="url", help_text="Where it was published; null for print and broadcast."
    )
    archive_url = SourceAddressField(help_text="An archived copy; null where there is none.")
    outlet = Related("outlets", "outlet_id", reached=True, help_text="Who published it.")
    carried_by = Related(
        "outlets",
        "carried_by_id",
        reached=True,
        allow_null=True,
        help_text="The outlet that holds this copy, where it is another one.",
    )
    published_on = ImpreciseDateSerializer(help_text="When it was published.")
    credits = Parts(
        CreditSerializer, Credit.objects.all, "article", help_text="Printed credits, in order."
    )
    hops = RelatedRows(
        "hops", Hop.objects.published, "article", help_text="Where it has its text from, in order."
    )
    snapshots = Parts(
        SnapshotSerializer,
        _SNAPSHOTS,
        "article",
        help_text="Its captured texts, the oldest first.",
    )
    first_published_at = MomentField(
        read_only=True, help_text="When it first became public on this site (UTC)."
    )

    class Meta:
        model = Article
        fields = (
            "id",
            "url",
            "api_url",
            "headline",
            "source_url",
            "link_dead_since",
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
            "first_published_at",
        )
        extra_kwargs = {
            "link_dead_since": {
                "help_text": "The day on which the page was first found to be gone; null where it"
                " is there, or was not looked at."
            },
            "genre": {"help_text": "What sort of publication it is."},
            "rights_note": {"help_text": "The licence or permission; may be empty."},
        }


class ArticleWithTextSerializer(ArticleSerializer):
    """One publication, with its text where that may be shown."""

    snapshots = Parts(
        SnapshotWithTextSerializer,
        _SNAPSHOTS,
        "article",
        help_text="Its captured texts, the oldest first.",
    )


def _in_language(rows: Any, language: Param) -> Any:
    return rows.in_language(language)


ARTICLES = Resource(
    name="articles",
    about="The publications in which quotes were found.",
    rows=Article.objects.published,
    serializer=ArticleSerializer,
    item_serializer=ArticleWithTextSerializer,
    orderings={
        "-published_on": "published_on_sort",
        "published_on": "published_on_sort",
        "-first_published": "first_published_at",
        "first_published": "first_published_at",
        "id": "pk",
        "-id": "pk",
    },
    own_filters={
        "url": WebAddressFilter(
            "canonical_url",
            "The article at this address (percent-encoded, as every value of a parameter). What "
            "only traces readers (`utm_source` and the like), a fragment, an AMP form and the way "
            "it is written make no difference; http and https do.",
        ),
        "outlet": IdFilter("outlet", "Articles of the outlet with this id."),
        "carried_by": IdFilter("carried_by", "Copies on the site of the outlet with this id."),
        "language": LanguageFilter(_in_language, "Articles in this language (BCP 47)."),
        "genre": ChoiceFilter("genre", Genre, "Articles of this genre only."),
        "rights": ChoiceFilter("rights", Rights, "By what may be shown of their text."),
        "published_from": FromFilter(
            "published_on", "Published on or after this date (ISO 8601 or EDTF)."
        ),
        "published_to": ToFilter(
            "published_on", "Published on or before this date (ISO 8601 or EDTF)."
        ),
        "year": YearFilter("published_on", "Published in this year, as far as is known."),
    },
)


class ArticleViewSet(Submittable):
    """The publications in which quotes were found.

    An article’s whole text is given only where its rights say so, and with the single article
    only; its quoted passages are the occurrences of its quotes (`/occurrences/?article=…`).
    """

    resource = ARTICLES
    edited = EditedArticleSerializer

"""Hops: where an article, or one occurrence in it, got its text from."""

from typing import Any

from django.db.models.functions import Coalesce
from rest_framework import serializers

from quotes.models import Hop, HopAgent, HopKind

from .bodies.relations import Related
from .bodies.shapes import Expansion
from .filters import ChoiceFilter, IdFilter, YesNoFilter
from .resource import Resource
from .values import ApiAddressField, PageAddressField
from .views import ResourceViewSet


class HopPageField(PageAddressField):
    """The page of the article, or of the quote whose occurrence came this way."""

    OF_ARTICLE, OF_QUOTE = "/articles/{article_id}/", "/quotes/{occurrence.quote_id}/"

    def __init__(self, **options: Any) -> None:
        super().__init__(self.OF_ARTICLE, **options)

    def to_representation(self, row: Any) -> str:
        self.pattern = self.OF_ARTICLE if row.article_id else self.OF_QUOTE
        return super().to_representation(row)

    def in_sql(self, expansion: Expansion) -> Any:
        ways = [PageAddressField(pattern) for pattern in (self.OF_ARTICLE, self.OF_QUOTE)]
        return Coalesce(*(way.in_sql(expansion) for way in ways))


class HopSerializer(serializers.ModelSerializer):
    """One step back towards the source (PROV: wasDerivedFrom)."""

    url = HopPageField(
        help_text="The page of what came this way, for people. The address never changes."
    )
    api_url = ApiAddressField("hops")
    # A hop that is public is one of a public article or of a public occurrence.
    article = Related(
        "articles",
        "article_id",
        reached=True,
        allow_null=True,
        help_text="The article that came this way; null where one occurrence did.",
    )
    occurrence = Related(
        "occurrences",
        "occurrence_id",
        reached=True,
        allow_null=True,
        help_text="The occurrence that came this way; null where a whole article did.",
    )
    source_article = Related(
        "articles",
        "source_article_id",
        reached=True,
        allow_null=True,
        help_text="The article it comes from, where we hold it.",
    )
    source_outlet = Related(
        "outlets",
        "source_outlet_id",
        reached=True,
        allow_null=True,
        help_text="The outlet it comes from, where only that is known.",
    )
    evidence_in = Related(
        "articles",
        "evidence_in_id",
        reached=True,
        allow_null=True,
        help_text="The article that prints these words, where it is not this one itself.",
    )

    class Meta:
        model = Hop
        fields = (
            "id",
            "url",
            "api_url",
            "article",
            "occurrence",
            "position",
            "kind",
            "agent",
            "source_article",
            "source_outlet",
            "evidence",
            "evidence_in",
            "inferred",
        )
        extra_kwargs = {
            "position": {"help_text": "The order of several sources, from 1."},
            "kind": {"help_text": "What was done with the source’s text."},
            "agent": {"help_text": "Who did it."},
        }


HOPS = Resource(
    name="hops",
    about="Where articles and single occurrences have their words from.",
    rows=Hop.objects.published,
    serializer=HopSerializer,
    orderings={"id": "pk", "-id": "pk"},
    own_filters={
        "article": IdFilter("article", "Where the article with this id has its text from."),
        "occurrence": IdFilter("occurrence", "Where the occurrence with this id comes from."),
        "quote": IdFilter("occurrence__quote", "Where occurrences of this quote come from."),
        "source_article": IdFilter("source_article", "What came from the article with this id."),
        "source_outlet": IdFilter("source_outlet", "What came from the outlet with this id."),
        "kind": ChoiceFilter("kind", HopKind, "Done with the source’s text in this way."),
        "agent": ChoiceFilter("agent", HopAgent, "Done by people, by machine, or not known."),
        "inferred": YesNoFilter("inferred", "Whether an editor has inferred it."),
    },
)


class HopViewSet(ResourceViewSet):
    """Where articles and single occurrences have their words from, step by step."""

    resource = HOPS

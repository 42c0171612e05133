"""Speakers: people, organisations and groups that are quoted."""

import django_filters
from django.db.models import Prefetch, Q, QuerySet
from rest_framework import serializers

from quotes.models import Article, Speaker, SpeakerKind, SpeakerName, Tenure
from quotes.text.names import fold_name

from .filters import ChoiceFilter, IdFilter, NameFilter, WikidataFilter
from .references import ArticleReference, SpeakerReference
from .resource import PublicResource
from .values import ImpreciseDateSerializer, PageAddressField


class NameFormSerializer(serializers.ModelSerializer):
    """One written form of a name."""

    class Meta:
        model = SpeakerName
        fields = ("text", "language", "kind")
        extra_kwargs = {
            "text": {"help_text": "The name as written."},
            "kind": {"help_text": "What sort of name it is."},
        }


class TenureSerializer(serializers.ModelSerializer):
    """A role held."""

    organisation = SpeakerReference(
        allow_null=True, help_text="Whose role it is; null where not known."
    )
    since = ImpreciseDateSerializer(help_text="When the role began.")
    until = ImpreciseDateSerializer(help_text="When the role ended.")
    source = ArticleReference(  # type: ignore[assignment]
        allow_null=True, help_text="The article that says so."
    )

    class Meta:
        model = Tenure
        fields = ("id", "title_de", "title_en", "organisation", "since", "until", "source", "note")


class SpeakerSerializer(serializers.ModelSerializer):
    """A person, an organisation or a group."""

    url = PageAddressField()
    names = NameFormSerializer(many=True, help_text="Every form of the name that we hold.")
    tenures = TenureSerializer(many=True, help_text="Roles held, the oldest first.")

    class Meta:
        model = Speaker
        fields = (
            "id",
            "url",
            "kind",
            "name",
            "family_name",
            "sort_name",
            "wikidata_id",
            "names",
            "tenures",
        )
        extra_kwargs = {"kind": {"help_text": "A person, an organisation or a group."}}


class SpeakerFilters(django_filters.FilterSet):
    kind = ChoiceFilter(choices=SpeakerKind, help_text="People, organisations or groups only.")
    name = NameFilter(
        method="named",
        help_text="Any form of the name, whole or its beginning; accents, case and punctuation "
        "do not matter.",
    )
    organisation = IdFilter(
        method="of_organisation", help_text="Who held a role in the speaker with this id."
    )
    wikidata_id = WikidataFilter(help_text="The speaker with this Wikidata id.")

    def named(self, speakers: QuerySet, name: str, value: str) -> QuerySet:
        return speakers.filter(pk__in=named(value))

    def of_organisation(self, speakers: QuerySet, name: str, value: int) -> QuerySet:
        return speakers.filter(
            pk__in=Tenure.objects.filter(organisation=value).values("speaker_id")
        )


def named(name: str) -> QuerySet:
    """Ids of the speakers one of whose name forms is or begins with ``name``."""
    folded = fold_name(name)
    return (
        Speaker.objects.filter(
            Q(names__folded__startswith=folded)
            | Q(sort_name__startswith=folded)
            | Q(name__istartswith=name)
        )
        .order_by()
        .values("pk")
    )


class SpeakerViewSet(PublicResource):
    """Who is quoted, signs, issues or takes part: people, organisations and groups."""

    queryset = Speaker.objects.published().prefetch_related(
        Prefetch("names", SpeakerName.objects.published()),
        Prefetch("tenures", Tenure.objects.published()),
        Prefetch("tenures__organisation", Speaker.objects.published()),
        Prefetch("tenures__source", Article.objects.published().select_related("outlet")),
    )
    serializer_class = SpeakerSerializer
    filterset_class = SpeakerFilters
    orderings = {"name": "sort_name", "-name": "sort_name"}

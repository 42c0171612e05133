"""Topics: subject headings of quotes and statements."""

import django_filters
from rest_framework import serializers

from quotes.models import Topic

from .filters import WikidataFilter
from .resource import PublicResource
from .values import PageAddressField


class TopicSerializer(serializers.ModelSerializer):
    """A subject heading."""

    url = PageAddressField()

    class Meta:
        model = Topic
        fields = ("id", "url", "name_de", "name_en", "wikidata_id")


class TopicFilters(django_filters.FilterSet):
    wikidata_id = WikidataFilter(help_text="The topic with this Wikidata id.")


class TopicViewSet(PublicResource):
    """What quotes and statements are about."""

    queryset = Topic.objects.published()
    serializer_class = TopicSerializer
    filterset_class = TopicFilters
    orderings = {"name": "name_en", "-name": "name_en"}

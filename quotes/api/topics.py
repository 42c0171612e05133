"""Topics: subject headings of quotes and statements."""

from rest_framework import serializers

from quotes.models import Topic

from .filters import WikidataFilter
from .resource import Resource
from .values import ApiAddressField, PageAddressField
from .writing.editable import Editable
from .writing.topics import EditedTopicSerializer


class TopicSerializer(serializers.ModelSerializer):
    """A subject heading."""

    url = PageAddressField("/topics/{pk}/")
    api_url = ApiAddressField("topics")

    class Meta:
        model = Topic
        fields = ("id", "url", "api_url", "name_de", "name_en", "wikidata_id")


TOPICS = Resource(
    name="topics",
    about="What quotes and statements are about.",
    rows=Topic.objects.published,
    serializer=TopicSerializer,
    orderings={"name": "name_en", "-name": "name_en", "id": "pk", "-id": "pk"},
    own_filters={"wikidata": WikidataFilter("wikidata_id", "The topic with this Wikidata id.")},
)


class TopicViewSet(Editable):
    """What quotes and statements are about."""

    resource = TOPICS
    edited = EditedTopicSerializer

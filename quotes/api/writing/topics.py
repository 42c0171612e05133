"""Topics as editors change them."""

from quotes.models import Topic

from .edited import ABOUT, EditedItemSerializer


class EditedTopicSerializer(EditedItemSerializer):
    """A topic as editors see it."""

    resource = "topics"
    reads = ()

    class Meta:
        model = Topic
        fields = (*ABOUT, "name_de", "name_en", "wikidata_id")

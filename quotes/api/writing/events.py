"""Events as editors change them."""

from quotes.models import Event

from .edited import ABOUT, EditedItemSerializer
from .members import DateSerializer


class EditedEventSerializer(EditedItemSerializer):
    """An event as editors see it."""

    resource = "events"
    reads = ("participants",)
    held_on = DateSerializer(help_text="When it was.")

    class Meta:
        model = Event
        fields = (
            *ABOUT,
            *("title_de", "title_en", "kind", "held_on", "place", "participants", "parent"),
        )
        extra_kwargs = {
            "kind": {"help_text": "What sort of occasion it is."},
            "participants": {"help_text": "Ids of the speakers who took part."},
            "parent": {"help_text": "Id of the larger event that it was part of."},
        }

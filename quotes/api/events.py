"""Events: the occasions at which people speak."""

from rest_framework import serializers

from quotes.models import Event, EventKind, Speaker

from .bodies.relations import Related, RelatedRows
from .filters import ChoiceFilter, FromFilter, IdFilter, ToFilter, YearFilter
from .resource import Resource
from .values import ApiAddressField, ImpreciseDateSerializer, PageAddressField
from .writing.editable import Editable
from .writing.events import EditedEventSerializer


class EventSerializer(serializers.ModelSerializer):
    """A meeting, press conference, interview or speech."""

    url = PageAddressField("/events/{pk}/")
    api_url = ApiAddressField("events")
    held_on = ImpreciseDateSerializer(help_text="When it was.")
    participants = RelatedRows(
        "speakers", Speaker.objects.all, "events", help_text="Who took part."
    )
    parent = Related(  # type: ignore[assignment]
        "events",
        "parent_id",
        allow_null=True,
        help_text="The larger event it was part of; null where there is none.",
    )

    class Meta:
        model = Event
        fields = (
            "id",
            "url",
            "api_url",
            "title_de",
            "title_en",
            "kind",
            "held_on",
            "place",
            "participants",
            "parent",
        )
        extra_kwargs = {"kind": {"help_text": "What sort of occasion it is."}}


EVENTS = Resource(
    name="events",
    about="The occasions at which people spoke.",
    rows=Event.objects.published,
    serializer=EventSerializer,
    orderings={
        "-held_on": "held_on_sort",
        "held_on": "held_on_sort",
        "id": "pk",
        "-id": "pk",
    },
    own_filters={
        "kind": ChoiceFilter("kind", EventKind, "Events of this kind only."),
        "participant": IdFilter("participants", "Where the speaker with this id took part."),
        "parent": IdFilter("parent", "Parts of the event with this id."),
        "held_from": FromFilter("held_on", "On or after this date (ISO 8601 or EDTF)."),
        "held_to": ToFilter("held_on", "On or before this date (ISO 8601 or EDTF)."),
        "year": YearFilter("held_on", "In this year, as far as is known."),
    },
)


class EventViewSet(Editable):
    """Where quotes were said and statements issued."""

    resource = EVENTS
    edited = EditedEventSerializer

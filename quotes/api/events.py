"""Events: the occasions at which people speak."""

import django_filters
from django.db.models import Prefetch
from rest_framework import serializers

from quotes.models import Event, EventKind, Speaker

from .filters import ChoiceFilter, FromFilter, IdFilter, ToFilter
from .references import EventReference, SpeakerReference
from .resource import PublicResource
from .values import ImpreciseDateSerializer, PageAddressField


class EventSerializer(serializers.ModelSerializer):
    """A meeting, press conference, interview or speech."""

    url = PageAddressField()
    held_on = ImpreciseDateSerializer(help_text="When it was.")
    participants = SpeakerReference(many=True, help_text="Who took part.")
    parent = EventReference(allow_null=True, help_text="The larger event it was part of.")

    class Meta:
        model = Event
        fields = (
            "id",
            "url",
            "title_de",
            "title_en",
            "kind",
            "held_on",
            "place",
            "participants",
            "parent",
        )
        extra_kwargs = {"kind": {"help_text": "What sort of occasion it is."}}


class EventFilters(django_filters.FilterSet):
    kind = ChoiceFilter(choices=EventKind, help_text="Events of this kind only.")
    participant = IdFilter("participants", help_text="Where the speaker with this id took part.")
    parent = IdFilter(help_text="Parts of the event with this id.")
    held_from = FromFilter("held_on", help_text="On or after this date (ISO 8601 or EDTF).")
    held_to = ToFilter("held_on", help_text="On or before this date (ISO 8601 or EDTF).")


class EventViewSet(PublicResource):
    """Where quotes were said and statements issued."""

    queryset = Event.objects.published().prefetch_related(
        Prefetch("participants", Speaker.objects.published()),
        Prefetch("parent", Event.objects.published()),
    )
    serializer_class = EventSerializer
    filterset_class = EventFilters
    orderings = {"-held_on": "held_on_sort", "held_on": "held_on_sort"}

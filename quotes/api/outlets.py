"""Outlets: newspapers, agencies, ministries, broadcasters, aggregators."""

import django_filters
from rest_framework import serializers

from quotes.models import Outlet, OutletKind

from .filters import ChoiceFilter, IdFilter
from .references import SpeakerReference
from .resource import PublicResource
from .values import PageAddressField, SourceAddressField


class OutletSerializer(serializers.ModelSerializer):
    """Who publishes."""

    url = PageAddressField()
    homepage = SourceAddressField(help_text="Its homepage; null where none is known.")
    organisation = SpeakerReference(
        allow_null=True, help_text="The speaker that the outlet belongs to."
    )

    class Meta:
        model = Outlet
        fields = ("id", "url", "name", "kind", "homepage", "organisation")
        extra_kwargs = {"kind": {"help_text": "What sort of publisher it is."}}


class OutletFilters(django_filters.FilterSet):
    kind = ChoiceFilter(choices=OutletKind, help_text="Outlets of this kind only.")
    organisation = IdFilter(help_text="Outlets of the speaker with this id.")


class OutletViewSet(PublicResource):
    """Who published the articles, or is named as where they came from."""

    queryset = Outlet.objects.published().select_related("organisation")
    serializer_class = OutletSerializer
    filterset_class = OutletFilters
    orderings = {"name": "name", "-name": "name"}

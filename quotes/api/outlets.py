"""Outlets: newspapers, agencies, ministries, broadcasters, aggregators."""

from rest_framework import serializers

from quotes.models import Outlet, OutletKind

from .bodies.relations import Related
from .filters import ChoiceFilter, IdFilter
from .resource import Resource
from .values import ApiAddressField, PageAddressField, SourceAddressField
from .writing.editable import Editable
from .writing.outlets import EditedOutletSerializer


class OutletSerializer(serializers.ModelSerializer):
    """Who publishes."""

    url = PageAddressField("/outlets/{pk}/")
    api_url = ApiAddressField("outlets")
    homepage = SourceAddressField(help_text="Its homepage; null where none is known.")
    organisation = Related(
        "speakers",
        "organisation_id",
        allow_null=True,
        help_text="The speaker that the outlet belongs to; null where none is known.",
    )

    class Meta:
        model = Outlet
        fields = ("id", "url", "api_url", "name", "kind", "homepage", "organisation")
        extra_kwargs = {"kind": {"help_text": "What sort of publisher it is."}}


OUTLETS = Resource(
    name="outlets",
    about="Who published the articles, or is named as where they came from.",
    rows=Outlet.objects.published,
    serializer=OutletSerializer,
    orderings={"name": "name", "-name": "name", "id": "pk", "-id": "pk"},
    own_filters={
        "kind": ChoiceFilter("kind", OutletKind, "Outlets of this kind only."),
        "organisation": IdFilter("organisation", "Outlets of the speaker with this id."),
    },
)


class OutletViewSet(Editable):
    """Who published the articles, or is named as where they came from."""

    resource = OUTLETS
    edited = EditedOutletSerializer

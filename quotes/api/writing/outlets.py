"""Outlets as editors change them."""

from quotes.models import Outlet

from .edited import ABOUT, EditedItemSerializer


class EditedOutletSerializer(EditedItemSerializer):
    """An outlet as editors see it."""

    resource = "outlets"
    reads = ()

    class Meta:
        model = Outlet
        fields = (*ABOUT, "name", "kind", "homepage", "organisation")
        extra_kwargs = {
            "kind": {"help_text": "What sort of outlet it is."},
            "homepage": {"help_text": "Its address on the web."},
            "organisation": {"help_text": "Id of the speaker that it belongs to."},
        }

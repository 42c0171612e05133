"""An item as editors see and change it: what is sent, what is taken and the schema are one."""

from typing import Any, ClassVar

from django.db import models
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.reverse import reverse

from quotes.editorial.reasons import LONGEST_REASON
from quotes.models.dates import EdtfField
from quotes.models.topics import WikidataField

from .members import Number, OneOf, RowId, Text, YesNo

LONGEST_LIST = 500  # rows


class EditedRowSerializer(serializers.ModelSerializer):
    """A row of an item. With its ``id`` it is the one that is there, without it a new one."""

    serializer_field_mapping = {
        **serializers.ModelSerializer.serializer_field_mapping,
        models.CharField: Text,
        models.TextField: Text,
        models.URLField: Text,
        EdtfField: Text,
        WikidataField: Text,
        models.BooleanField: YesNo,
        models.PositiveSmallIntegerField: Number,
        models.PositiveIntegerField: Number,
    }
    serializer_choice_field = OneOf
    serializer_related_field = RowId

    def build_standard_field(self, field_name: str, model_field: Any) -> Any:
        made, options = super().build_standard_field(field_name, model_field)
        # What is unique, and what an address is, the model judges with all its other rules.
        options.pop("validators", None)
        if not model_field.has_default() and model_field.blank:
            options["required"] = False
        return made, options

    def build_relational_field(self, field_name: str, relation_info: Any) -> Any:
        made, options = super().build_relational_field(field_name, relation_info)
        options.pop("validators", None)
        if options.get("queryset") is not None:
            # Editors name what is not public, too.
            options["queryset"] = relation_info.related_model._base_manager.all()
        return made, options

    def get_validators(self) -> list[Any]:
        return []


class EditedItemSerializer(EditedRowSerializer):
    """An item. ``state`` and the times are moved by moves alone."""

    api_url = serializers.SerializerMethodField(help_text="Its address in this API.")
    url = serializers.SerializerMethodField(help_text="Its page on this site, once it is public.")
    # Taken out of the body before the item is read.
    reason = Text(
        write_only=True,
        required=False,
        allow_blank=True,
        max_length=LONGEST_REASON,
        help_text="Why, for the history. Needed for what is no draft; what has no state is none.",
    )

    resource: ClassVar[str]
    # What is read with an item, in one query each.
    reads: ClassVar[tuple[str, ...]]

    @extend_schema_field({"type": "string", "format": "uri"})
    def get_url(self, row: Any) -> str:
        return self.context["request"].build_absolute_uri(row.get_absolute_url())

    @extend_schema_field({"type": "string", "format": "uri"})
    def get_api_url(self, row: Any) -> str:
        return reverse(
            f"api:{self.resource}-detail", args=[row.pk], request=self.context["request"]
        )


ABOUT = ("id", "url", "api_url", "reason")
ABOUT_STATEFUL = (
    *ABOUT,
    *("state", "first_published_at", "published_at", "withdrawal_reason", "unseen_since"),
)
STATE_HELP = {
    "state": {"read_only": True, "help_text": "draft, in_review, published or withdrawn."},
    "first_published_at": {"read_only": True, "help_text": "When it was first published."},
    "published_at": {"read_only": True, "help_text": "When it was last published."},
    "withdrawal_reason": {"read_only": True, "help_text": "Why it was withdrawn."},
    "unseen_since": {
        "read_only": True,
        "help_text": "Changed after publication and not yet confirmed by a second editor.",
    },
}

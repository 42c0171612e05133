"""Values that several resources show in the same way: addresses of pages, imprecise dates."""

from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from quotes.interchange.source_links import web_address
from quotes.models import DateBasis


@extend_schema_field(OpenApiTypes.URI)
class PageAddressField(serializers.Field):
    """The whole address of a row's public page."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", "Its page on this site, for people.")
        super().__init__(source="*", read_only=True, **options)

    def to_representation(self, row: Any) -> str:
        return self.context["request"].build_absolute_uri(row.get_absolute_url())


class SourceAddressField(serializers.URLField):
    """An address elsewhere on the web; null where there is none."""

    def __init__(self, **options: Any) -> None:
        super().__init__(read_only=True, allow_null=True, **options)

    def to_representation(self, value: str) -> str | None:  # type: ignore[override]
        return web_address(value) or None


class ImpreciseDateSerializer(serializers.Serializer):
    """A date as exact as it is known (EDTF level 1, ISO 8601-2).

    Reads the columns ``<field name>``, ``…_earliest`` and ``…_latest`` of the row.
    """

    edtf = serializers.CharField(
        allow_null=True, help_text="EDTF, for example 2025-09-08 or 2025-09; null: not known."
    )
    earliest = serializers.DateField(
        allow_null=True, help_text="No earlier day is possible; null: open or not known."
    )
    latest = serializers.DateField(
        allow_null=True, help_text="No later day is possible; null: open or not known."
    )

    def __init__(self, **options: Any) -> None:
        super().__init__(source="*", read_only=True, **options)

    def to_representation(self, row: Any) -> dict[str, Any]:
        name = str(self.field_name)
        return {
            "edtf": getattr(row, name) or None,
            "earliest": _iso(getattr(row, f"{name}_earliest")),
            "latest": _iso(getattr(row, f"{name}_latest")),
        }


class SaidOnSerializer(ImpreciseDateSerializer):
    """When something was said, and how that is known."""

    basis = serializers.ChoiceField(choices=DateBasis.choices, help_text="How the date is known.")
    expression = serializers.CharField(
        help_text="The date as printed, where it had to be worked out; may be empty."
    )

    def to_representation(self, row: Any) -> dict[str, Any]:
        return {
            **super().to_representation(row),
            "basis": row.said_on_basis,
            "expression": row.said_on_expression,
        }


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None

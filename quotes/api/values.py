"""Values that several resources show in the same way: addresses, imprecise dates, moments.

Each knows both how it is written from a row and how it is asked of the database.
"""

from datetime import UTC
from typing import Any

from django.db.models import F
from django.urls import get_script_prefix
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from quotes.interchange.source_links import web_address
from quotes.models import DateBasis

from .bodies.expressions import JsonObject, Otherwise, WebAddress, joined
from .bodies.shapes import Expansion, site


def site_address(request: Any) -> str:
    """Where all addresses of the site begin, without the last slash."""
    return f"{request.scheme}://{request.get_host()}{get_script_prefix()[:-1]}"


@extend_schema_field(OpenApiTypes.URI)
class AddressField(serializers.Field):
    """An address of this site, made of a text with columns of the row in braces."""

    def __init__(self, pattern: str, **options: Any) -> None:
        super().__init__(source="*", read_only=True, **options)
        self.pattern = pattern

    def to_representation(self, row: Any) -> str:
        """Needs ``site`` or ``request`` in the context."""
        start = self.context.get("site") or site_address(self.context["request"])
        path = ""
        for number, part in enumerate(_parts(self.pattern)):
            if number % 2:
                value = row
                for step in part.split("."):
                    value = getattr(value, step)
                part = str(value)
            path += part
        return start + path

    def in_sql(self, expansion: Expansion) -> Any:
        parts = (
            F(part.replace(".", "__")) if number % 2 else part
            for number, part in enumerate(_parts(self.pattern))
        )
        return joined(site(), *(part for part in parts if part))


def _parts(pattern: str) -> list[str]:
    """Text and names of columns in turn."""
    return pattern.replace("}", "{").split("{")


class PageAddressField(AddressField):
    """The lasting address of a row’s public page: without a slug, which may change.

    The page answers at it with a redirect to its present address.
    """

    def __init__(self, pattern: str, **options: Any) -> None:
        options.setdefault(
            "help_text", "Its page on this site, for people. The address never changes."
        )
        super().__init__(pattern, **options)


class ApiAddressField(AddressField):
    """The address of a row in the API."""

    def __init__(self, resource: str, **options: Any) -> None:
        options.setdefault("help_text", "The same as data, at an address of its own.")
        super().__init__(f"/api/v1/{resource}/{{pk}}/", **options)


class SourceAddressField(serializers.URLField):
    """An address elsewhere on the web; null where there is none."""

    def __init__(self, **options: Any) -> None:
        super().__init__(read_only=True, allow_null=True, **options)

    def to_representation(self, value: str) -> str | None:  # type: ignore[override]
        return web_address(value) or None

    def in_sql(self, expansion: Expansion) -> Any:
        return WebAddress(F(str(self.source)))


class MomentField(serializers.DateTimeField):
    """A point in time in UTC, to the second."""

    def to_representation(self, value: Any) -> Any:
        return f"{value.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if value else None


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

    def in_sql(self, expansion: Expansion) -> Any:
        return JsonObject(self._members())

    def _members(self) -> dict[str, Any]:
        name = str(self.field_name)
        return {
            "edtf": Otherwise(F(name)),
            "earliest": F(f"{name}_earliest"),
            "latest": F(f"{name}_latest"),
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

    def _members(self) -> dict[str, Any]:
        return {
            **super()._members(),
            "basis": F("said_on_basis"),
            "expression": F("said_on_expression"),
        }


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None

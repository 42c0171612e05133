"""From a serializer to the JSON that PostgreSQL builds: one member for each of its fields.

A field says with ``in_sql(shape)`` how it is asked of the database; a plain field is its column.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import F
from rest_framework import serializers

from .expressions import JsonObject, Moment, Param

Expansion = Mapping[str, "Expansion"]


def site() -> Param:
    """Scheme, host and script prefix that addresses begin with, without the last slash."""
    return Param("site")


@dataclass(frozen=True)
class Shape:
    """A serializer, and which of its relations are written out."""

    serializer: type[serializers.Serializer]
    expansion: Expansion = field(default_factory=dict)

    def expression(self) -> JsonObject:
        """The row as a JSON object. Columns are those of the queryset that it is asked of."""
        return JsonObject(
            {name: self._member(name, each) for name, each in self.serializer().fields.items()}
        )

    def _member(self, name: str, each: serializers.Field) -> Any:
        in_sql = getattr(each, "in_sql", None)
        if in_sql is not None:
            return in_sql(self.expansion)
        column = F(str(each.source).replace(".", "__"))
        return Moment(column) if isinstance(each, serializers.DateTimeField) else column

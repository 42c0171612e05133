"""Relations in the bodies: the id of the other row, or the row itself where that is asked for.

``expand=occurrences.article`` names relations by their paths. What is no resource of its own is
always written out (``Parts``), and its own relations are ids again.
"""

from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from django.db.models import F, Model, OuterRef, QuerySet, Subquery
from drf_spectacular.extensions import OpenApiSerializerFieldExtension
from rest_framework import serializers

from .expressions import JsonRows
from .shapes import Expansion, Shape

if TYPE_CHECKING:
    from quotes.api.resource import Resource


def resource_named(name: str) -> "Resource":
    from quotes.api.resource import resources

    return resources[name]


class _Relation(serializers.Field):
    """Knows its resource by name, since resources name each other in circles."""

    many: bool

    def __init__(self, resource: str, **options: Any) -> None:
        super().__init__(source="*", read_only=True, **options)
        self.resource_name = resource

    @property
    def resource(self) -> "Resource":
        return resource_named(self.resource_name)

    @property
    def serializer_class(self) -> type[serializers.Serializer]:
        return self.resource.serializer

    def _expansion(self) -> Expansion:
        return self.context.get("expand", {})

    def _written_out(self, row: Model) -> Any:
        context = {**self.context, "expand": self._expansion()[str(self.field_name)]}
        return self.serializer_class(row, context=context).data


class Related(_Relation):
    """One other row, or null. ``source`` is the path to its key.

    A row that is not public is null; ``reached`` says that it always is public, since a public
    row reaches it (``quotes/models/visibility.py``), and need not be looked at.
    """

    many = False

    def __init__(
        self, resource: str, source: str, *, reached: bool = False, **options: Any
    ) -> None:
        super().__init__(resource, **options)
        self.path, self.reached = source, reached

    def in_sql(self, expansion: Expansion) -> Any:
        key = self.path.replace(".", "__")
        name = str(self.field_name)
        if name not in expansion and self.reached:
            return F(key)
        model = self.resource.rows().model
        rows = model._default_manager.all() if self.reached else self.resource.rows()
        rows = rows.filter(pk=OuterRef(key)).order_by()
        if name not in expansion:
            return Subquery(rows.values("pk"))
        return Subquery(
            rows.values_list(Shape(self.serializer_class, expansion[name]).expression())
        )

    def to_representation(self, row: Model) -> Any:
        try:
            pk = attrgetter(self.path)(row)
        except AttributeError:  # a path through nothing
            return None
        other = self.resource.rows().filter(pk=pk).first() if pk is not None else None
        if other is None:
            return None
        return self._written_out(other) if self.field_name in self._expansion() else other.pk


class RelatedRows(_Relation):
    """Several other rows in order. ``rows`` gives the public ones; ``via`` is their path here."""

    many = True

    def __init__(
        self,
        resource: str,
        rows: Callable[[], QuerySet],
        via: str,
        **options: Any,
    ) -> None:
        super().__init__(resource, **options)
        self.rows, self.via = rows, via

    def in_sql(self, expansion: Expansion) -> Any:
        name = str(self.field_name)
        rows = self.rows().filter(**{self.via: OuterRef("pk")})
        if name not in expansion:
            return JsonRows(rows, F("pk"))
        return JsonRows(rows, Shape(self.serializer_class, expansion[name]).expression())

    def to_representation(self, row: Model) -> Any:
        rows = self.rows().filter(**{self.via: row.pk})
        if self.field_name not in self._expansion():
            return list(rows.values_list("pk", flat=True))
        return [self._written_out(each) for each in rows]


class Parts(serializers.Field):
    """Rows that are no resource of their own, always written out. ``via`` is their path here."""

    many = True

    def __init__(
        self,
        serializer: type[serializers.Serializer],
        rows: Callable[[], QuerySet],
        via: str,
        **options: Any,
    ) -> None:
        super().__init__(source="*", read_only=True, **options)
        self.serializer_class, self.rows, self.via = serializer, rows, via

    def in_sql(self, expansion: Expansion) -> Any:
        shape = Shape(self.serializer_class, expansion.get(str(self.field_name), {}))
        return JsonRows(self.rows().filter(**{self.via: OuterRef("pk")}), shape.expression())

    def to_representation(self, row: Model) -> Any:
        expansion = self.context.get("expand", {}).get(self.field_name, {})
        context = {**self.context, "expand": expansion}
        rows = self.rows().filter(**{self.via: row.pk})
        return [self.serializer_class(each, context=context).data for each in rows]


class Part(serializers.Field):
    """One row that is no resource of its own, or null. ``source`` is the path to its key."""

    many = False

    def __init__(
        self,
        serializer: type[serializers.Serializer],
        rows: Callable[[], QuerySet],
        source: str,
        **options: Any,
    ) -> None:
        super().__init__(source="*", read_only=True, **options)
        self.serializer_class, self.rows, self.path = serializer, rows, source

    def in_sql(self, expansion: Expansion) -> Any:
        shape = Shape(self.serializer_class, expansion.get(str(self.field_name), {}))
        rows = self.rows().filter(pk=OuterRef(self.path.replace(".", "__"))).order_by()
        return Subquery(rows.values_list(shape.expression()))

    def to_representation(self, row: Model) -> Any:
        other = self.rows().filter(pk=attrgetter(self.path)(row)).first()
        if other is None:
            return None
        expansion = self.context.get("expand", {}).get(self.field_name, {})
        return self.serializer_class(other, context={**self.context, "expand": expansion}).data


class RelationInSchema(OpenApiSerializerFieldExtension):
    """A relation is an id or, expanded, an object."""

    target_class = _Relation
    match_subclasses = True

    def map_serializer_field(self, auto_schema: Any, direction: str) -> Any:
        relation = self.target
        component = auto_schema.resolve_serializer(relation.serializer_class, direction).ref
        either: list[Any] = [{"type": "integer"}, component]
        if relation.many:
            return {"type": "array", "items": {"oneOf": either}}
        return {"oneOf": either}


class PartsInSchema(OpenApiSerializerFieldExtension):
    """What is always written out."""

    target_class = Parts

    def map_serializer_field(self, auto_schema: Any, direction: str) -> Any:
        component = auto_schema.resolve_serializer(self.target.serializer_class, direction).ref
        return {"type": "array", "items": component}


class PartInSchema(OpenApiSerializerFieldExtension):
    """What is always written out, where there is one."""

    target_class = Part

    def map_serializer_field(self, auto_schema: Any, direction: str) -> Any:
        component = auto_schema.resolve_serializer(self.target.serializer_class, direction).ref
        return component

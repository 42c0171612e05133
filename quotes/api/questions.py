"""The forms of question that a resource can be asked in; each has one statement, made once."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db.models import BigIntegerField, F, IntegerField
from django.db.models import Field as ModelField
from django.utils import translation

from quotes.models.changes import PublicVersion

from .bodies.expansion import read_expansion
from .bodies.expressions import Beyond, Param, text
from .bodies.shapes import Shape
from .bodies.statements import Statement
from .paging import Ordering
from .resource import Resource, resources

# Statements kept, most of them of a few kilobytes.
_KEPT = 1000
_SQL_TYPES = {"DateField": "date", "DateTimeField": "timestamptz", "BigAutoField": "bigint"}


@dataclass(frozen=True)
class ListQuestion:
    """What a page is asked for, without the values: they change from request to request."""

    resource: str
    filters: frozenset[str] = frozenset()
    ordering: str = ""
    # Whether the page begins at a cursor, and whether it is read against the order.
    from_cursor: bool = False
    backward: bool = False
    expand: str = ""
    # How many rows, or None for all of them.
    limit: int | None = None


@lru_cache(_KEPT)
def list_statement(question: ListQuestion) -> Statement:
    """Columns: the row’s body, its sort value, its primary key; in a page (with a limit) also the
    version of everything public that it was read in.

    Parameters: ``site``, those of the filters, and for a cursor ``after`` and ``after_id``.
    """
    resource = resources[question.resource]
    ordering = Ordering(question.ordering, resource.orderings[question.ordering])
    rows = resource.narrowed(question.filters)
    if question.from_cursor:
        rows = rows.filter(_beyond(resource, ordering, question.backward))
    body = _body(resource, question.expand)
    rows = rows.order_by(*ordering.fields(question.backward))
    columns: list[Any] = [text(body), text(F(ordering.column)), text(F("pk"))]
    if question.limit is not None:
        columns.append(PublicVersion())
    return Statement.of(rows.values_list(*columns)[: question.limit])


@lru_cache(_KEPT)
def item_statement(resource_name: str, expand: str) -> Statement:
    """Columns: the row’s body, and the version of everything public that it was read in.

    Parameters: ``site``, ``item``.
    """
    resource = resources[resource_name]
    serializer = resource.item_serializer or resource.serializer
    rows = resource.rows().filter(pk=Param("item", "bigint", BigIntegerField())).order_by()
    body = text(_body(resource, expand, serializer))
    return Statement.of(rows.values_list(body, PublicVersion()))


def _body(resource: Resource, expand: str, serializer: Any = None) -> Any:
    serializer = serializer or resource.serializer
    tree = read_expansion(expand, serializer) if expand else {}
    with translation.override("en"):
        return Shape(serializer, tree).expression()


def _beyond(resource: Resource, ordering: Ordering, backward: bool) -> Beyond:
    column = ordering.field(resource.model)
    sql_type = _SQL_TYPES.get(column.get_internal_type(), "text")
    output: ModelField = column if sql_type != "bigint" else IntegerField()
    return Beyond(
        ordering.sign(backward),
        (F(ordering.column), F("pk")),
        (Param("after", sql_type, output), Param("after_id", "bigint", IntegerField())),
    )

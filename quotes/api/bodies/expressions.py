"""What the statements of the API are made of: named parameters, JSON, comparisons of rows."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    BooleanField,
    CharField,
    DateTimeField,
    Expression,
    F,
    Func,
    JSONField,
    QuerySet,
    TextField,
    Value,
)
from django.db.models.functions import Cast


class Slot:
    """Where the value of a parameter goes, among the constants of a compiled statement."""

    def __init__(self, name: str) -> None:
        self.name = name


class Param(Expression):
    """A named parameter of a statement: its value is given when the statement is run.

    Values are given as text, in PostgreSQL's own notation, whatever ``sql_type`` they become.
    """

    def __init__(self, name: str, sql_type: str = "text", output_field: Any = None) -> None:
        super().__init__(output_field=output_field or TextField())
        self.name, self.sql_type = name, sql_type

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        return f"%s::{self.sql_type}", [Slot(self.name)]


class JsonObject(Func):
    """An object with its members in the order given (``json``: ``jsonb`` sorts and is slower)."""

    function = "JSON_BUILD_OBJECT"
    output_field = JSONField()

    def __init__(self, members: dict[str, Any]) -> None:
        arguments: list[Any] = []
        for name, expression in members.items():
            arguments += [Value(name), expression]
        super().__init__(*arguments)


class JsonList(Func):
    """A list of what is given."""

    function = "JSON_BUILD_ARRAY"
    output_field = JSONField()


class JsonRows(ArraySubquery):
    """A list of one value for each row of ``rows``, which stays in order; ``[]`` for none."""

    def __init__(self, rows: QuerySet, value: Any) -> None:
        super().__init__(rows.values_list(value))


class Otherwise(Func):
    """NULL for the empty text."""

    template = "NULLIF(%(expressions)s, '')"
    output_field = CharField()


class WebAddress(Func):
    """An address that a browser fetches (http, https), NULL for every other (``web_address``)."""

    template = "CASE WHEN %(expressions)s ~* '^https?://' THEN %(expressions)s END"
    arity = 1
    output_field = CharField()

    def as_sql(self, compiler: Any, connection: Any, **options: Any) -> Any:  # type: ignore[override]
        sql, params = super().as_sql(compiler, connection, **options)
        return sql, (*params, *params)


class Moment(Func):
    """A point in time: ISO 8601, UTC, whole seconds."""

    template = "TO_CHAR((%(expressions)s) AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
    output_field = CharField()


class Beyond(Func):
    """Whether a row comes after (``>``) or before (``<``) a place in an order of two columns."""

    output_field = BooleanField()
    conditional = True

    def __init__(self, sign: str, columns: tuple[Any, Any], place: tuple[Any, Any]) -> None:
        super().__init__(*columns, *place, template=f"(%s, %s) {sign} (%s, %s)")

    def as_sql(self, compiler: Any, connection: Any, **options: Any) -> Any:  # type: ignore[override]
        parts = [compiler.compile(each) for each in self.source_expressions]
        sql = self.extra["template"] % tuple(part for part, _ in parts)
        return sql, [each for _, params in parts for each in params]


class AnyOf(Func):
    """Whether a column's value is one of a list's."""

    template = "%(expressions)s"
    arg_joiner = " = ANY "
    output_field = BooleanField()
    conditional = True

    def __init__(self, column: Any, values: Param) -> None:
        super().__init__(column, values)

    def as_sql(self, compiler: Any, connection: Any, **options: Any) -> Any:  # type: ignore[override]
        column, first = compiler.compile(self.source_expressions[0])
        values, second = compiler.compile(self.source_expressions[1])
        return f"{column} = ANY({values})", [*first, *second]


def text(expression: Any) -> Cast:
    """The value as PostgreSQL writes it."""
    return Cast(expression, TextField())


def joined(*parts: Any) -> Expression:
    """Texts one after the other; NULL where one of them is."""
    return _Joined(*(Value(part) if isinstance(part, str) else part for part in parts))


class _Joined(Func):
    template = "(%(expressions)s)"
    arg_joiner = " || "
    output_field = TextField()


__all__ = [
    "AnyOf",
    "Beyond",
    "DateTimeField",
    "F",
    "JsonList",
    "JsonObject",
    "JsonRows",
    "Moment",
    "Otherwise",
    "Param",
    "Slot",
    "WebAddress",
    "joined",
    "text",
]

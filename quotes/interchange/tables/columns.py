"""What tables are made of: named, typed columns, each an expression of the row's model."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, Expression, F, OuterRef, QuerySet, TextField, Value, When
from django.db.models.functions import Cast, Concat


class Kind(Enum):
    """What the values of a column are. A list is never null, but may be empty."""

    INTEGER = "whole number"
    TEXT = "text"
    DATE = "date"
    TRUTH = "true or false"
    INTEGERS = "list of whole numbers"
    TEXTS = "list of texts"


@dataclass(frozen=True)
class Column:
    """``expression`` takes the site's address (an expression) and gives the column's."""

    name: str
    kind: Kind
    text: str
    expression: Callable[[Expression], Any]


@dataclass(frozen=True)
class Table:
    columns: tuple[Column, ...]

    @property
    def names(self) -> list[str]:
        return [column.name for column in self.columns]

    def asked_of(self, rows: QuerySet, site: Expression) -> QuerySet:
        """The rows with one value for each column, in order."""
        return rows.values_list(*(column.expression(site) for column in self.columns))


def table(*columns: Column | Iterable[Column]) -> Table:
    flat = [
        column
        for each in columns
        for column in ([each] if isinstance(each, Column) else list(each))
    ]
    return Table(tuple(flat))


def integer(name: str, text: str, source: Any = None) -> Column:
    return _plain(name, Kind.INTEGER, text, source)


def text(name: str, meaning: str, source: Any = None) -> Column:
    return _plain(name, Kind.TEXT, meaning, source)


def truth(name: str, text: str, source: Any = None) -> Column:
    return _plain(name, Kind.TRUTH, text, source)


def identity() -> Column:
    return integer("id", "Its id, which never changes.", F("pk"))


def page(path: str) -> Column:
    """The lasting address of the row's page below ``path``, without a slug."""
    return Column(
        "url",
        Kind.TEXT,
        "Its page on this site, for people.",
        lambda site: Concat(
            site,
            Value(f"/{path}/"),
            Cast("pk", TextField()),
            Value("/"),
            output_field=TextField(),
        ),
    )


def date(name: str, meaning: str, source: str | None = None) -> list[Column]:
    """Three columns for an imprecise date; ``source`` is the EdtfField."""
    source = source or name
    return [
        text(name, f"{meaning}, EDTF; empty where not known.", F(source)),
        _plain(
            f"{name}_earliest", Kind.DATE, "No earlier day is possible.", F(f"{source}_earliest")
        ),
        _plain(f"{name}_latest", Kind.DATE, "No later day is possible.", F(f"{source}_latest")),
    ]


def texts(name: str, meaning: str, rows: Callable[[], QuerySet], value: Any) -> Column:
    """A list: ``value`` of each of ``rows``, which name the outer row by ``OuterRef``."""
    return _list(name, Kind.TEXTS, meaning, rows, value)


def integers(name: str, meaning: str, rows: Callable[[], QuerySet], value: Any) -> Column:
    return _list(name, Kind.INTEGERS, meaning, rows, value)


def web_address(column: str) -> Case:
    """An address that a browser fetches; null for every other (``source_links``)."""
    fetched = {f"{column}__istartswith": "http://"}, {f"{column}__istartswith": "https://"}
    return Case(*(When(**each, then=F(column)) for each in fetched), output_field=TextField())


def public_name(model: Any, key: str, column: str = "name") -> Any:
    """``column`` of a row that is named by ``key``, if that row is public."""
    return model.objects.published().filter(pk=OuterRef(key)).values(column)[:1]


def _plain(name: str, kind: Kind, meaning: str, source: Any) -> Column:
    return Column(name, kind, meaning, lambda site: F(name) if source is None else source)


def _list(name: str, kind: Kind, meaning: str, rows: Callable[[], QuerySet], value: Any) -> Column:
    # A query of its own for each statement: Django's are changed as they are compiled.
    return Column(name, kind, meaning, lambda site: ArraySubquery(rows().values_list(value)))

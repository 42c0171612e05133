"""Pages by keyset: a page begins after a row, not after a number of rows.

So a deep page costs as much as the first, nothing is counted, and rows that are published
meanwhile shift no page. Every order ends in the primary key, which makes it total.
"""

import base64
import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model, Q
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import remove_query_param, replace_query_param

from quotes.text.characters import UnstorableText, check_storable

from .ids import LARGEST_ID
from .problems import BadParameters

DEFAULT_SIZE = 25
LARGEST_SIZE = 100
# A sort name has at most 200 characters of at most 4 bytes.
LONGEST_CURSOR = 2000


class MalformedCursor(ValueError):
    """Not a cursor that this list gave out."""


@dataclass(frozen=True)
class Ordering:
    """An order of rows by ``column`` and then by primary key, both in one direction."""

    name: str
    column: str

    @property
    def descending(self) -> bool:
        return self.name.startswith("-")

    def fields(self, backward: bool) -> list[str]:
        sign = "-" if self.descending != backward else ""
        return [f"{sign}{self.column}", f"{sign}pk"]

    def beyond(self, cursor: "Cursor") -> Q:
        """The rows after the cursor's row, or before it if it looks backward."""
        way = "lt" if self.descending != cursor.backward else "gt"
        return Q(**{f"{self.column}__{way}e": cursor.value}) & (
            Q(**{f"{self.column}__{way}": cursor.value}) | Q(**{f"pk__{way}": cursor.pk})
        )


@dataclass(frozen=True)
class Cursor:
    """A row's place in an order (its sort value and key), and which way to read from there."""

    backward: bool
    value: Any
    pk: int

    @classmethod
    def at(cls, row: Model, ordering: Ordering, backward: bool) -> "Cursor":
        return cls(backward, getattr(row, ordering.column), row.pk)

    def written(self, ordering: Ordering) -> str:
        value = self.value.isoformat() if isinstance(self.value, date) else self.value
        content = json.dumps(
            [ordering.name, self.backward, value, self.pk],
            ensure_ascii=False,
            separators=(",", ":"),
        )
        return base64.urlsafe_b64encode(content.encode()).decode().rstrip("=")

    @classmethod
    def read(cls, text: str, ordering: Ordering, model: type[Model]) -> "Cursor":
        """Raises MalformedCursor, also for a cursor of another order."""
        if len(text) > LONGEST_CURSOR:
            raise MalformedCursor
        try:
            content = json.loads(
                base64.b64decode(text + "=" * (-len(text) % 4), altchars="-_", validate=True)
            )
            name, backward, value, pk = content
        except (ValueError, TypeError, RecursionError) as error:
            raise MalformedCursor from error
        if (
            name != ordering.name
            or not isinstance(backward, bool)
            or not isinstance(value, str)
            or type(pk) is not int
            or not 1 <= pk <= LARGEST_ID
        ):
            raise MalformedCursor
        try:
            check_storable(value)
            column: Any = model._meta.get_field(ordering.column)
            return cls(backward, column.to_python(value), pk)
        except (UnstorableText, ValidationError) as error:
            raise MalformedCursor from error


class KeysetPagination(BasePagination):
    """Needs of its view: ``orderings`` (parameter value → column), the default one first."""

    parameters = ("cursor", "page_size", "ordering")

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any]:
        self.request, self.view = request, view
        self.ordering = self._ordering()
        size = self._size()
        cursor = self._cursor(queryset.model)
        backward = cursor is not None and cursor.backward
        if cursor is not None:
            queryset = queryset.filter(self.ordering.beyond(cursor))
        rows = list(queryset.order_by(*self.ordering.fields(backward))[: size + 1])
        more = len(rows) > size
        rows = rows[:size]
        if backward:
            rows.reverse()
        self.next_link = self._link(rows, backward=False) if more or backward else None
        has_previous = more if backward else cursor is not None
        self.previous_link = self._link(rows, backward=True) if has_previous else None
        return rows

    def get_paginated_response(self, data: Any) -> Response:
        return Response({"next": self.next_link, "previous": self.previous_link, "results": data})

    def _ordering(self) -> Ordering:
        orderings = self.view.orderings
        name = self.request.query_params.get("ordering", next(iter(orderings)))
        if name not in orderings:
            raise self._refusal("ordering", f"“{name}” is none of: {', '.join(orderings)}.")
        return Ordering(name, orderings[name])

    def _size(self) -> int:
        text = self.request.query_params.get("page_size", str(DEFAULT_SIZE))
        if text.isascii() and text.isdigit() and len(text) <= 4 and 1 <= int(text) <= LARGEST_SIZE:
            return int(text)
        raise self._refusal("page_size", f"A page has from 1 to {LARGEST_SIZE} rows.")

    def _cursor(self, model: type[Model]) -> Cursor | None:
        text = self.request.query_params.get("cursor")
        if text is None:
            return None
        try:
            return Cursor.read(text, self.ordering, model)
        except MalformedCursor as error:
            raise self._refusal(
                "cursor",
                "Not a cursor of this list in this order. Take it from “next” or “previous” of "
                "an answer, or leave it out to begin with the first page.",
            ) from error

    def _refusal(self, name: str, message: str) -> BadParameters:
        return BadParameters({name: [message]}, self.view.valid_parameters())

    def _link(self, rows: list[Model], backward: bool) -> str | None:
        address = self.request.build_absolute_uri()
        if not rows:
            # Nothing is left where the cursor points: only the beginning is sure to be there.
            return None if backward else remove_query_param(address, "cursor")
        row = rows[0] if backward else rows[-1]
        cursor = Cursor.at(row, self.ordering, backward)
        return replace_query_param(address, "cursor", cursor.written(self.ordering))

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        orderings = list(view.orderings)
        return [
            {
                "name": "cursor",
                "in": "query",
                "required": False,
                "description": "Where a page begins. Taken from “next” or “previous”.",
                "schema": {"type": "string", "minLength": 1, "maxLength": LONGEST_CURSOR},
            },
            {
                "name": "page_size",
                "in": "query",
                "required": False,
                "description": f"How many rows a page has; {DEFAULT_SIZE} unless told.",
                "schema": {
                    "type": "integer",
                    "minimum": 1,
                    "maximum": LARGEST_SIZE,
                    "default": DEFAULT_SIZE,
                },
            },
            {
                "name": "ordering",
                "in": "query",
                "required": False,
                "description": "The order of the rows; “-” means descending. Ties go by id.",
                "schema": {"type": "string", "enum": orderings, "default": orderings[0]},
            },
        ]

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        link = {"type": ["string", "null"], "format": "uri"}
        return {
            "type": "object",
            "required": ["next", "previous", "results"],
            "properties": {
                "next": {**link, "description": "The next page; null on the last one."},
                "previous": {**link, "description": "The page before; null on the first one."},
                "results": {**schema, "description": "The rows of this page."},
            },
        }

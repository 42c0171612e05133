"""Lists page by page, by keyset: a page begins after the last row of the one before it."""

import base64
import binascii
import datetime
import json
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import BadRequest
from django.db.models import F, Q, QuerySet
from django.http import HttpRequest

from quotes.text.characters import UnstorableText, check_storable

PAGE_SIZE = 30
# Characters of a cursor: a sort name of 200 characters, each of them escaped, and then some.
LONGEST_CURSOR = 2_000
LARGEST_ID = 2**63 - 1


class BadCursor(BadRequest):
    """What stands behind ``?after=`` was not made by this site."""


@dataclass(frozen=True)
class Order:
    """By one column, then by id in the same direction; ``column`` holds dates or text."""

    column: str
    dates: bool = True

    def sorted(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        if self.dates:
            return rows.order_by(F(self.column).desc(), F("pk").desc())
        return rows.order_by(self.column, "pk")

    def after(self, rows: QuerySet[Any], value: datetime.date | str, pk: int) -> QuerySet[Any]:
        # "At or beyond the value" comes first, so that an index on the column is used.
        beyond = "lt" if self.dates else "gt"
        return rows.filter(
            Q(**{f"{self.column}__{beyond}e": value}),
            Q(**{f"{self.column}__{beyond}": value}) | Q(**{f"pk__{beyond}": pk}),
        )

    def cursor(self, row: Any) -> str:
        value = getattr(row, self.column)
        place = json.dumps([value.isoformat() if self.dates else value, row.pk])
        return base64.urlsafe_b64encode(place.encode()).decode().rstrip("=")

    def place(self, cursor: str) -> tuple[datetime.date | str, int]:
        """The value and the id that a cursor names. Raises BadCursor."""
        try:
            if len(cursor) > LONGEST_CURSOR:
                raise ValueError
            padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
            value, pk = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
            if not isinstance(value, str) or type(pk) is not int or not 0 < pk <= LARGEST_ID:
                raise ValueError
            check_storable(value)
            return (datetime.date.fromisoformat(value) if self.dates else value), pk
        except (ValueError, TypeError, RecursionError, binascii.Error, UnstorableText) as error:
            raise BadCursor("The cursor of a list is malformed.") from error


@dataclass(frozen=True)
class Listing:
    """One page of a list: its rows, and where the next page begins (empty after the last row)."""

    rows: list[Any]
    next_cursor: str
    is_first: bool
    parameter: str


def listing(
    rows: QuerySet[Any],
    request: HttpRequest,
    order: Order,
    *,
    size: int = PAGE_SIZE,
    parameter: str = "after",
) -> Listing:
    """The page of ``rows`` that ``?after=`` asks for. Raises BadCursor."""
    cursor = request.GET.get(parameter, "")
    rows = order.sorted(rows)
    if cursor:
        rows = order.after(rows, *order.place(cursor))
    found = list(rows[: size + 1])
    more = len(found) > size
    return Listing(
        found[:size], order.cursor(found[size - 1]) if more else "", not cursor, parameter
    )

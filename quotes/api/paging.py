"""Pages by keyset: a page begins after a row, not after a number of rows.

So a deep page costs as much as the first, nothing is counted, and rows that are published
meanwhile shift no page. Every order ends in the primary key, which makes it total.
"""

import base64
import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Field, Model

from quotes.text.characters import UnstorableText, check_storable

from .ids import LARGEST_ID, read_id

DEFAULT_SIZE = 25
LARGEST_SIZE = 100
# A sort name has at most 200 characters of at most 4 bytes.
LONGEST_CURSOR = 2000


def read_size(text: str, largest: int = LARGEST_SIZE) -> int:
    """How many rows a page shall have. Raises ValueError that says what is right."""
    number = read_id(text)
    if number is None or number > largest:
        raise ValueError(f"A page has from 1 to {largest} rows.")
    return number


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

    def fields(self, backward: bool = False) -> list[str]:
        sign = "-" if self.descending != backward else ""
        return [f"{sign}{self.column}", f"{sign}pk"] if self.column != "pk" else [f"{sign}pk"]

    def field(self, model: type[Model]) -> Field:
        fields: dict[str, Any] = {each.name: each for each in model._meta.concrete_fields}
        return model._meta.pk if self.column == "pk" else fields[self.column]

    def sign(self, backward: bool) -> str:
        """How the sort values of the rows beyond a place compare to it."""
        return "<" if self.descending != backward else ">"


@dataclass(frozen=True)
class Cursor:
    """A row's place in an order (its sort value as PostgreSQL writes it, and its key), and which
    way to read from there."""

    ordering: str
    backward: bool
    value: str
    pk: int

    def written(self) -> str:
        content = json.dumps(
            [self.ordering, self.backward, self.value, self.pk],
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
            return cls(name, backward, _plain(ordering.field(model), value), pk)
        except (UnstorableText, ValidationError, OverflowError) as error:
            raise MalformedCursor from error


def _plain(column: Field, value: str) -> str:
    """A value of this column as PostgreSQL can surely read it."""
    found = column.to_python(value)
    if isinstance(found, datetime):
        if found.tzinfo is None:
            raise MalformedCursor
        found = found.astimezone(UTC)
    return found.isoformat() if isinstance(found, date) else str(found)

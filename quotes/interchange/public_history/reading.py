"""An item's public history, page by page, the newest first."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db import connection

from .statement import history_statement

PAGE_SIZE = 20
_DIGITS = "%Y%m%d%H%M%S%f"


@dataclass(frozen=True)
class Entry:
    """What happened at one time, as JSON that says no more than may be said."""

    body: str

    def read(self) -> dict[str, Any]:
        content: dict[str, Any] = json.loads(self.body)
        return content


@dataclass(frozen=True)
class History:
    """A page of it; ``following`` is where the next, older one begins, "" after the last."""

    entries: list[Entry]
    following: str


class MalformedPlace(ValueError):
    """Not a place in a history that was given out."""


def read_history(kind: str, pk: int, before: str = "", size: int = PAGE_SIZE) -> History:
    """The public history of a quote, statement or article (``kind``), in one statement.

    Empty for one that was never public. ``before`` is the ``following`` of another page. Raises
    MalformedPlace.
    """
    values: dict[str, Any] = {
        "item": pk,
        "key": f"{kind} {pk}",
        "before": _time(before) if before else "infinity",
        "limit": size + 1,
    }
    with connection.cursor() as cursor:
        cursor.execute(history_statement(kind), values)
        rows = cursor.fetchall()
    following = rows[size - 1][0] if len(rows) > size else ""
    return History([Entry(body) for _digits, body in rows[:size]], following)


def _time(digits: str) -> datetime:
    if not (digits.isascii() and digits.isdigit() and len(digits) == 20):
        raise MalformedPlace(digits)
    try:
        return datetime.strptime(digits, _DIGITS).replace(tzinfo=UTC)
    except ValueError as error:
        raise MalformedPlace(digits) from error

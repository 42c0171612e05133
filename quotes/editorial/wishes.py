"""What an item shall be, as somebody asks for it: values, rows of parts, where each was given."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .refusals import Path


@dataclass
class Wish:
    """What one row shall be.

    ``values`` are by name of column or of many-to-many field, with rows (not ids) for what they
    name; ``parts`` are the rows that belong to it, all of them, by the name of their accessor;
    what is in neither stays as it is. ``pk`` names the row that is meant; None makes a new one.
    ``path`` says where this was asked for and ``names`` under which name there a column stands;
    columns in ``unread`` were given in a form that says nothing, and are not judged.
    """

    values: dict[str, Any] = field(default_factory=dict)
    parts: dict[str, list["Wish"]] = field(default_factory=dict)
    pk: int | None = None
    path: Path = ()
    names: Mapping[str, Path] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)

    def place(self, column: str) -> Path:
        """Where a column of this row was asked for."""
        return self.path + self.names.get(column, (column,))


@dataclass(frozen=True)
class Words:
    """A stretch of a text as somebody names it: by its words, by offsets (code points), or both.

    Of both, the offsets tell the place, and the words are compared.
    """

    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None
    path: Path = ()

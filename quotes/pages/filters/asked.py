"""What a reader has asked a list for: values, chips, the form as it was filled in."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.db.models import Model
from django.http import HttpRequest
from django.utils.encoding import escape_uri_path

from .fields import Field, Option, Reading


@dataclass(frozen=True)
class Box:
    """One filter in the form: what was typed, and what can be chosen."""

    field: Field
    reading: Reading
    # Each row of that name, with the address that chooses it.
    choices: list[tuple[str, str]]

    @property
    def selected(self) -> str:
        return self.reading.canonical or self.reading.typed

    @cached_property
    def options(self) -> list[Option] | None:
        """With what is chosen now, even if it is not one of those that are offered."""
        options = self.field.options()
        if options is None:
            return None
        chosen = self.reading
        if chosen.is_chosen and chosen.canonical not in {option.value for option in options}:
            return [Option(chosen.canonical, chosen.words), *options]
        return options

    @property
    def is_row_of_many(self) -> bool:
        """A row that was chosen out of more than are offered: its id goes on with the form."""
        return self.options is None and isinstance(self.reading.value, Model)


@dataclass(frozen=True)
class Chip:
    """A chosen filter in words, and the address of the list without it."""

    label: str
    words: str
    address: str


class Filters:
    """The filters of one list, read from the request's query."""

    def __init__(self, request: HttpRequest, fields: Sequence[Field]) -> None:
        self._request = request
        self._fields = fields
        self._readings = {each.name: each.read(request.GET.get(each.name, "")) for each in fields}

    @property
    def values(self) -> dict[str, Any]:
        """What was chosen, for the querysets; None where nothing was."""
        return {name: reading.value for name, reading in self._readings.items()}

    @property
    def are_malformed(self) -> bool:
        """Whether something is written so that no list can be meant by it."""
        return any(reading.problem and reading.is_malformed for reading in self._readings.values())

    @property
    def can_be_answered(self) -> bool:
        """Whether every filter is understood, and means one thing."""
        return not any(reading.problem or reading.choices for reading in self._readings.values())

    @cached_property
    def boxes(self) -> list[Box]:
        return [
            Box(
                each,
                self._readings[each.name],
                [
                    (option.words, self.address(**{each.name: option.value}))
                    for option in self._readings[each.name].choices
                ],
            )
            for each in self._fields
        ]

    @property
    def chips(self) -> list[Chip]:
        return [
            Chip(str(each.label), reading.words, self.address(**{each.name: ""}))
            for each in self._fields
            if (reading := self._readings[each.name]).is_chosen
        ]

    @property
    def in_words(self) -> str:
        """“Gen Nakatani · in Japanese · 2025”; empty where nothing is chosen."""
        return " · ".join(chip.words for chip in self.chips)

    @property
    def query(self) -> str:
        """The chosen filters as they stand in an address, in the order of the form."""
        return urlencode(self._parameters({}))

    def address(self, **changed: str) -> str:
        """This list with some filters changed, from its beginning; an empty value drops one."""
        parameters = self._parameters(changed)
        if "lang" in self._request.GET:
            parameters["lang"] = self._request.GET["lang"]
        path = escape_uri_path(self._request.path)
        return f"{path}?{urlencode(parameters)}" if parameters else path

    @property
    def without_any(self) -> str:
        return self.address(**{each.name: "" for each in self._fields})

    @property
    def tidier(self) -> str:
        """The address to go to where this one has empty filters, or names where ids stand."""
        if not self.can_be_answered:
            return ""
        given = {
            name: self._request.GET.getlist(name)
            for name in self._readings
            if name in self._request.GET
        }
        tidy = {name: [value] for name, value in self._parameters({}).items()}
        return "" if given == tidy else self.address()

    def _parameters(self, changed: dict[str, str]) -> dict[str, str]:
        kept = {
            name: reading.canonical or reading.typed for name, reading in self._readings.items()
        }
        return {name: value for name, value in {**kept, **changed}.items() if value}

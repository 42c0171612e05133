"""What a list can be filtered by: kinds of query parameters, their checks, their documentation.

A filter reads the text of a parameter into a text that PostgreSQL reads; how it narrows the rows
is said with parameters in the place of values, since a statement is compiled once for all values.
"""

from collections.abc import Callable
from typing import Any, ClassVar

from django.db.models import (
    BooleanField,
    DateField,
    F,
    Func,
    IntegerField,
    QuerySet,
    TextField,
    Value,
)
from django.db.models import Field as ModelField

from quotes.models.selection import may_lie_from, may_lie_until
from quotes.text.characters import UnstorableText, check_storable
from quotes.text.dates import MalformedDate, parse
from quotes.text.languages import MalformedLanguage, canonical
from quotes.text.names import fold_name

from .bodies.expressions import AnyOf, Param
from .ids import LARGEST_ID, read_id

# How many rows can be looked up by their ids at once.
MOST_IDS = 100

Narrow = Callable[..., QuerySet]


class Filter:
    """A query parameter of a list.

    ``narrow`` is the lookup that it is equal to, or a function of rows and of the parameters by
    name; filters with one and the same function are given to it together.
    """

    sql_type: ClassVar[str] = "text"
    output_field: ClassVar[ModelField] = TextField()
    json_schema: dict[str, Any] = {"type": "string", "minLength": 1}

    def __init__(self, narrow: str | Narrow, help_text: str) -> None:
        self.narrow: Narrow = _equal(narrow) if isinstance(narrow, str) else narrow
        self.help_text = help_text

    def param(self, name: str) -> Param:
        return Param(name, self.sql_type, self.output_field)

    def read(self, text: str) -> str:
        """The value in PostgreSQL's notation. Raises ValueError that says what is right."""
        raise NotImplementedError

    def values(self, name: str, text: str) -> dict[str, str]:
        """The values of all parameters that the filter's condition has."""
        return {name: self.read(text)}


def _equal(lookup: str) -> Narrow:
    return lambda rows, **params: rows.filter(**{lookup: next(iter(params.values()))})


class IdFilter(Filter):
    """The id of a row."""

    sql_type = "bigint"
    output_field = IntegerField()
    json_schema = {"type": "integer", "minimum": 1, "maximum": LARGEST_ID}

    def read(self, text: str) -> str:
        number = read_id(text)
        if number is None:
            raise ValueError("An id is a whole number, for example 17.")
        return str(number)


class IdsFilter(Filter):
    """Ids of rows of the list itself; those that are not public are left out."""

    sql_type = "bigint[]"
    json_schema = {
        "type": "string",
        "pattern": r"^[1-9][0-9]{0,17}(,[1-9][0-9]{0,17}){0,99}$",
        "examples": ["17", "3,17,42"],
    }

    def __init__(self) -> None:
        super().__init__(
            lambda rows, id: rows.filter(AnyOf(F("pk"), id)),
            f"Rows with these ids, separated by commas; at most {MOST_IDS}. Those that do not "
            "exist or are not public are left out.",
        )

    def read(self, text: str) -> str:
        ids = [read_id(each) for each in text.split(",", MOST_IDS)]
        if len(ids) > MOST_IDS:
            raise ValueError(f"At most {MOST_IDS} ids can be looked up at once.")
        if None in ids:
            raise ValueError("Ids are whole numbers, separated by commas, for example 3,17,42.")
        return "{" + ",".join(str(each) for each in ids) + "}"


class ChoiceFilter(Filter):
    """One of a closed list of words."""

    def __init__(self, narrow: str | Narrow, choices: type, help_text: str) -> None:
        super().__init__(narrow, help_text)
        self.words: list[str] = list(choices.values)  # type: ignore[attr-defined]
        self.json_schema = {"type": "string", "enum": self.words}

    def read(self, text: str) -> str:
        if text not in self.words:
            raise ValueError(f"“{text}” is none of: {', '.join(self.words)}.")
        return text


class YesNoFilter(Filter):
    """Something that is so or is not."""

    sql_type = "boolean"
    output_field = BooleanField()
    json_schema = {"type": "string", "enum": ["true", "false"]}

    def read(self, text: str) -> str:
        if text not in ("true", "false"):
            raise ValueError(f"“{text}” is none of: true, false.")
        return text


class LanguageFilter(Filter):
    """A language, with all its scripts and regions (RFC 4647, basic filtering)."""

    json_schema = {
        "type": "string",
        # Language, script, region, a variant: rarer parts are taken, too.
        "pattern": "^[A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?"
        "(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))?$",
        "examples": ["de", "ja", "ko-Latn"],
    }

    def read(self, text: str) -> str:
        try:
            return canonical(text)
        except MalformedLanguage as error:
            raise ValueError(str(error)) from error


class WikidataFilter(Filter):
    """A Wikidata item."""

    json_schema = {"type": "string", "pattern": "^Q[1-9][0-9]{0,15}$"}

    def read(self, text: str) -> str:
        number = read_id(text[1:]) if text.startswith("Q") else None
        if number is None or number >= 10**16:
            raise ValueError("A Wikidata id is a Q and a number, for example Q42.")
        return text


class NameFilter(Filter):
    """A name in any of its forms: without regard to accents, case and punctuation."""

    json_schema = {"type": "string", "minLength": 1, "examples": ["中谷元", "Gen Nakatani"]}

    def __init__(self, narrow: Narrow, help_text: str) -> None:
        def named(rows: QuerySet, **params: Param) -> QuerySet:
            ((name, written),) = params.items()
            return narrow(rows, written, Param(f"{name}_folded"))

        super().__init__(named, help_text)

    def read(self, text: str) -> str:
        if not fold_name(storable(text)):
            raise ValueError("A name has at least one letter.")
        return text.strip()

    def values(self, name: str, text: str) -> dict[str, str]:
        written = self.read(text)
        return {name: written, f"{name}_folded": fold_name(written)}


class _DateFilter(Filter):
    """A day (ISO 8601) or an imprecise date (EDTF level 1)."""

    bound: str
    sql_type = "date"
    output_field = DateField()
    json_schema = {"type": "string", "minLength": 4, "examples": list(MalformedDate.examples)}

    def read(self, text: str) -> str:
        try:
            day = getattr(parse(storable(text)), self.bound)
        except MalformedDate as error:
            raise ValueError(str(error)) from error
        if day is None:
            raise ValueError(
                f"“{text}” has no {self.bound} day. Leave this end out, or name a day."
            )
        return day.isoformat()


class FromFilter(_DateFilter):
    """Rows that may lie on or after the first day of the date given; undated rows do not."""

    bound = "earliest"

    def __init__(self, field: str, help_text: str) -> None:
        super().__init__(
            lambda rows, **day: rows.filter(may_lie_from(field, *day.values())), help_text
        )


class ToFilter(_DateFilter):
    """Rows that may lie on or before the last day of the date given; undated rows do not."""

    bound = "latest"

    def __init__(self, field: str, help_text: str) -> None:
        super().__init__(
            lambda rows, **day: rows.filter(may_lie_until(field, *day.values())), help_text
        )


class YearFilter(Filter):
    """Rows that may lie in a year; undated rows do not."""

    sql_type = "integer"
    output_field = IntegerField()
    json_schema = {"type": "integer", "minimum": 1, "maximum": 9999}

    def __init__(self, field: str, help_text: str) -> None:
        def in_year(rows: QuerySet, year: Param) -> QuerySet:
            return rows.filter(
                may_lie_from(field, _day(year, 1, 1)), may_lie_until(field, _day(year, 12, 31))
            )

        super().__init__(in_year, help_text)

    def read(self, text: str) -> str:
        number = read_id(text)
        if number is None or number > 9999:
            raise ValueError("A year is a number from 1 to 9999, for example 2025.")
        return str(number)


def _day(year: Param, month: int, day: int) -> Func:
    return Func(year, Value(month), Value(day), function="MAKE_DATE", output_field=DateField())


def storable(text: str) -> str:
    """The text. Raises ValueError where no database can hold it."""
    try:
        check_storable(text)
    except UnstorableText as error:
        raise ValueError(str(error)) from error
    return text

"""Kinds of filters: how each is typed, how it stands in the address, how it reads in words.

A row is chosen by its id (``?speaker=17``) or found by its name as typed (``?speaker=nakatani``).
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from quotes.text.characters import UnstorableText, check_storable
from quotes.text.languages import MalformedLanguage, canonical, language_name
from quotes.text.names import fold_name

# As many choices as are quickly read through; where there are more, names are typed.
FEW = 40
LONGEST_TYPED = 200
# PostgreSQL's bigint.
_ID = re.compile("0*([1-9][0-9]{0,17})")
_YEARS = re.compile(r"(?P<first>[0-9]{1,4})?\s*(?P<to>-|–|—|/|\.\.)?\s*(?P<last>[0-9]{1,4})?")


@dataclass(frozen=True)
class Option:
    value: str
    words: str


@dataclass(frozen=True)
class Reading:
    """What stands behind one parameter.

    A ``value`` for the querysets, written ``canonical`` in addresses and ``words`` on the page; or
    a ``problem``; or several rows of that name to choose from, as ``choices``.
    """

    typed: str = ""
    value: Any = None
    canonical: str = ""
    words: str = ""
    problem: str = ""
    # Whether the problem lies in how it is written, not in what there is.
    is_malformed: bool = True
    choices: tuple[Option, ...] = ()

    @property
    def is_chosen(self) -> bool:
        return self.value is not None


@dataclass(frozen=True)
class Field:
    """One filter of a list: the parameter's name, its label in the form, how to fill it in."""

    name: str
    label: str | Promise
    hint: str | Promise = ""

    def read(self, typed: str) -> Reading:
        typed = typed.strip()
        if not typed:
            return Reading()
        try:
            check_storable(typed)
        except UnstorableText:
            return Reading(problem=_("This holds a character that no text here can hold."))
        if len(typed) > LONGEST_TYPED:
            return Reading(typed, problem=_("This is too long for a filter."))
        return replace(self.reading(typed), typed=typed)

    def reading(self, typed: str) -> Reading:
        raise NotImplementedError

    def options(self) -> list[Option] | None:
        """What can be chosen, where that is little enough to be shown; None: it is typed."""
        return None


@dataclass(frozen=True)
class YearsField(Field):
    """A calendar year, or several: “2025”, “2020–2025”, “2020-”. Its value is (first, last)."""

    def reading(self, typed: str) -> Reading:
        found = _YEARS.fullmatch(typed)
        first, last = (
            int(found[end]) if found and found[end] else None for end in ("first", "last")
        )
        if found is None or first == 0 or last == 0 or (first is None and last is None):
            return Reading(problem=_("Write a year (2025) or the first and last one (2020–2025)."))
        if not found["to"]:
            if last is not None:  # “2020 2025”
                return Reading(problem=_("Put a dash between the two years: 2020–2025."))
            return Reading(value=(first, first), canonical=f"{first}", words=f"{first}")
        if first and last and first > last:
            return Reading(
                problem=_("The first year lies after the last one: write %(last)s–%(first)s.")
                % {"first": first, "last": last}
            )
        return Reading(
            value=(first, last),
            canonical=f"{first or ''}-{last or ''}" if first != last else f"{first}",
            words=_years_in_words(first, last),
        )


def _years_in_words(first: int | None, last: int | None) -> str:
    if last is None:
        return _("from %(year)s on") % {"year": first}
    if first is None:
        return _("until %(year)s") % {"year": last}
    return f"{first}" if first == last else f"{first}–{last}"


@dataclass(frozen=True)
class LanguageField(Field):
    """A language (BCP 47) out of those that ``held`` finds."""

    held: Callable[[], Iterable[str]] = tuple

    def reading(self, typed: str) -> Reading:
        try:
            tag = canonical(typed)
        except MalformedLanguage:
            return Reading(problem=_("Not a language: choose one of the list."))
        words = _("in %(language)s") % {"language": _name(tag)}
        return Reading(value=tag, canonical=tag, words=words)

    def options(self) -> list[Option]:
        return sorted((Option(tag, _name(tag)) for tag in self.held()), key=lambda row: row.words)


def _name(tag: str) -> str:
    return language_name(tag, get_language() or "en")


@dataclass(frozen=True)
class ChoiceField(Field):
    """One of a closed list; ``choices`` gives stored values and their words."""

    choices: Mapping[str, str | Promise] = field(default_factory=dict)

    def reading(self, typed: str) -> Reading:
        if typed not in self.choices:
            return Reading(problem=_("Not one of the list: choose one of it."))
        return Reading(value=typed, canonical=typed, words=str(self.choices[typed]))

    def options(self) -> list[Option]:
        return [Option(value, str(words)) for value, words in self.choices.items()]


@dataclass(frozen=True)
class NameField(Field):
    """The beginning of a name, in any script."""

    def reading(self, typed: str) -> Reading:
        if not fold_name(typed):
            return Reading(problem=_("A name has at least one letter."))
        return Reading(value=typed, canonical=typed, words=_("“%(name)s”") % {"name": typed})


@dataclass(frozen=True)
class RowField(Field):
    """A public row. ``rows`` gives them all, in order; ``named`` those of a name as typed.

    ``few`` says whether all of them may be shown to choose from.
    """

    rows: Callable[[], QuerySet[Any]] = lambda: QuerySet()
    named: Callable[[QuerySet[Any], str], QuerySet[Any]] = lambda rows, typed: rows
    name_of: Callable[[Model], str] = str
    none_called: str | Promise = ""
    none_numbered: str | Promise = ""
    few: bool = True

    def reading(self, typed: str) -> Reading:
        if typed.isascii() and typed.isdigit():
            number = _ID.fullmatch(typed)
            row = self.rows().filter(pk=int(number[1])).first() if number else None
            return self._of(row) if row else Reading(problem=str(self.none_numbered))
        found = list(self.named(self.rows(), typed)[: FEW + 1])
        called_so = [row for row in found if fold_name(self.name_of(row)) == fold_name(typed)]
        if len(called_so) == 1 or len(found) == 1:
            return self._of((called_so or found)[0])
        if not found:
            return Reading(problem=str(self.none_called), is_malformed=False)
        choices = tuple(Option(str(row.pk), self.name_of(row)) for row in found[:FEW])
        return Reading(choices=choices)

    def options(self) -> list[Option] | None:
        if not self.few:
            return None
        rows = list(self.rows()[: FEW + 1])
        if len(rows) > FEW:
            return None
        return [Option(str(row.pk), self.name_of(row)) for row in rows]

    def _of(self, row: Any) -> Reading:
        return Reading(value=row, canonical=str(row.pk), words=self.name_of(row))

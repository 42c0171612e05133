"""The public history at the end of a page, in the reader's words.

What may be said is decided in ``quotes/interchange/public_history``; here it is only worded.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.core.exceptions import BadRequest
from django.db import models
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from quotes.interchange.public_history import HISTORIES, Part, read_history
from quotes.interchange.public_history.parts import ItemHistory
from quotes.interchange.public_history.reading import MalformedPlace
from quotes.models import Article, Speaker, Tenure
from quotes.models.dates import EdtfField
from quotes.models.languages import LanguageField
from quotes.models.public_rule import RESOURCES
from quotes.text.dates import MalformedDate, show
from quotes.text.languages import language_name
from quotes.text.prose_language import german_or_english

from .relations import READ_BACKWARDS

# The parameter that says where a page of the history begins.
HISTORY = "history"
_KINDS = {history.model: kind for kind, history in HISTORIES.items()}
Names = dict[tuple[type[models.Model], int], str]
Choices = Mapping[str, str | Promise]


@dataclass(frozen=True)
class ShownField:
    """``printed`` texts are a source's, in whatever language it has; ``name`` is empty where the
    part's own says it already."""

    name: str
    before: str
    after: str
    told: bool
    printed: bool


@dataclass(frozen=True)
class ShownPart:
    """``words`` say what happened to it, “Topic added”; nothing where the entry says so already,
    since the item itself was changed."""

    words: str
    fields: list[ShownField]


@dataclass(frozen=True)
class ShownEntry:
    at: datetime
    words: str
    reason: str
    reason_language: str
    changes: list[ShownPart]


@dataclass(frozen=True)
class ShownHistory:
    entries: list[ShownEntry]
    following: str
    is_first: bool


def shown_history(
    request: HttpRequest, model: type[Any], pk: int, said: str = ""
) -> ShownHistory | None:
    """What became of a quote, a statement or an article; None where there is nothing to tell.

    ``said`` is the reason of the newest withdrawal where the page has given it already. Raises
    BadRequest for a place that no page of a history leads to.
    """
    kind = _KINDS[model]
    before = request.GET.get(HISTORY, "")
    try:
        history = read_history(kind, pk, before)
    except MalformedPlace as error:
        raise BadRequest("The place in the history is malformed.") from error
    if not history.entries and not before:
        return None
    entries = [entry.read() for entry in history.entries]
    newest = next((each for each in entries if each["kind"] == "withdrawn"), None)
    if newest and not before and newest["reason"] == said:
        newest["reason"] = None
    told = _Words(HISTORIES[kind], entries)
    return ShownHistory([told.entry(each) for each in entries], history.following, not before)


class _Words:
    """Words for the entries of one item; one query for each kind of thing that they lead to."""

    def __init__(self, history: ItemHistory, entries: Iterable[dict[str, Any]]) -> None:
        self.parts = {part.name: part for part in history.parts}
        self.itself = history.parts[0]
        self.names = self._names(entries)

    def entry(self, entry: dict[str, Any]) -> ShownEntry:
        kinds = {
            "published": _("published"),
            "changed": _("changed"),
            "withdrawn": _("withdrawn"),
            "reopened": _("taken up again"),
        }
        reason = entry["reason"] or ""
        return ShownEntry(
            datetime.fromisoformat(entry["at"]),
            kinds[entry["kind"]],
            reason,
            german_or_english(reason),
            [self._part(each) for each in entry["changes"]],
        )

    def _part(self, change: dict[str, Any]) -> ShownPart:
        part = self.parts[change["part"]]
        name = capfirst(_name(part.model))
        words = {
            "added": _("%(part)s added"),
            "changed": _("%(part)s changed"),
            "removed": _("%(part)s removed"),
        }[change["change"]] % {"part": name}
        fields = [self._field(part, each) for each in change["fields"]]
        if change["change"] != "changed":
            # Of what came or went as a whole only what can be told is worth a line.
            fields = [each for each in fields if each.told and (each.before or each.after)]
        elif part is self.itself:
            words = ""
        return ShownPart(words, fields)

    def _field(self, part: Part, field: dict[str, Any]) -> ShownField:
        column = _column(part, field["field"])
        name = _name(Article) if field["field"] == "article" else str(column.verbose_name)
        if _is_bare_link(part.model):
            name = ""
        target = _target(part, field["field"])
        choices = _choices(part, column)
        before, after = (
            self._value(column, target, choices, field[side]) for side in ("before", "after")
        )
        worded = target is not None or choices or isinstance(column, EdtfField)
        printed = not worded and isinstance(column, models.CharField | models.TextField)
        printed = printed and not isinstance(column, LanguageField)
        return ShownField(capfirst(name), before, after, field["told"], printed)

    def _value(
        self, column: Any, target: type[models.Model] | None, choices: Choices, value: Any
    ) -> str:
        if value is None or value is False:
            return ""
        if target is not None:
            return self.names.get((target, value), "")
        if value is True:
            return _("yes")
        if choices:
            return str(choices.get(value, value))
        if isinstance(column, LanguageField):
            return language_name(value, get_language() or "en")
        return _date(value) if isinstance(column, EdtfField) else str(value)

    def _names(self, entries: Iterable[dict[str, Any]]) -> Names:
        wanted: dict[type[models.Model], set[int]] = defaultdict(set)
        for change in (change for entry in entries for change in entry["changes"]):
            for field in change["fields"]:
                target = _target(self.parts[change["part"]], field["field"])
                if target is not None:
                    values = {field["before"], field["after"]} - {None}
                    wanted[target] |= values
        found: Names = {}
        for model, keys in wanted.items():
            rows: Any = model._default_manager.published().filter(pk__in=keys)  # type: ignore[attr-defined]
            if model is Article:
                rows = rows.select_related("outlet")
            if model is Speaker:
                rows = rows.prefetch_related("names")
            found |= {(model, row.pk): _named(row) for row in rows} if keys else {}
        return found


def _target(part: Part, name: str) -> type[models.Model] | None:
    """What the values of a field lead to."""
    if name == "role":
        return Tenure
    resource = part.columns[name].leads_to
    return apps.get_model("quotes", RESOURCES[resource]) if resource else None


def _column(part: Part, name: str) -> Any:
    model = part.model._meta.concrete_model or part.model
    return model._meta.get_field(part.columns[name].named_by)


def _choices(part: Part, column: Any) -> Choices:
    """The words for the values of a field; a relation reads otherwise from its other end."""
    if part.name == "relation_to" and column.name == "kind":
        return READ_BACKWARDS
    return dict(column.flatchoices)


def _is_bare_link(model: type[models.Model]) -> bool:
    """Whether a row says nothing but which two belong together."""
    return bool((model._meta.concrete_model or model)._meta.auto_created)


def _name(model: type[models.Model]) -> str:
    """A many-to-many row is called by what it adds, not by the name of its table."""
    table: Any = model._meta.concrete_model or model
    if _is_bare_link(model):
        far: Any = [field for field in table._meta.concrete_fields if field.is_relation][-1]
        return str(far.related_model._meta.verbose_name)
    return str(table._meta.verbose_name)


def _named(row: Any) -> str:
    for name in ("display_name", "title", "name"):
        if value := getattr(row, name, ""):
            return str(value)
    return str(row)


def _date(edtf: str) -> str:
    try:
        return show(edtf, get_language() or "en")
    except MalformedDate:
        return edtf

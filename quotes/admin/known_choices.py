"""Autocompleting selects that know the chosen row already, so that a form asks for none of them."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.admin.widgets import (
    AutocompleteSelect,
    AutocompleteSelectMultiple,
    RelatedFieldWidgetWrapper,
)
from django.db import models


def choice_label(row: models.Model) -> str:
    """How a row is named in a list of choices: tellingly, where its name alone is not enough."""
    label = _LABELS.get(type(row))
    return label(row) if label else str(row)


_LABELS: dict[type[models.Model], Any] = {}


def labels(model: type[models.Model]) -> Any:
    """Decorator: the function names rows of ``model`` in lists of choices."""

    def register(function: Any) -> Any:
        _LABELS[model] = function
        return function

    return register


class LabelledChoiceField(forms.ModelChoiceField):
    def label_from_instance(self, obj: models.Model) -> str:
        return choice_label(obj)


def is_key(text: str) -> bool:
    """Whether ``text`` can be the key of a row: a number that PostgreSQL's bigint holds."""
    return text.isascii() and text.isdigit() and len(text) < 19


class KnownChoiceSelect(AutocompleteSelect):
    """Takes the selected row from ``known`` where it is there, else from the database."""

    known: models.Model | None = None

    def optgroups(self, name: str, value: Sequence[str], attrs: Any = None) -> list[Any]:
        if self.known is None or [str(chosen) for chosen in value] != [str(self.known.pk)]:
            return super().optgroups(name, _keys(value), attrs)
        options = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        chosen = self.create_option(
            name, self.known.pk, choice_label(self.known), True, len(options)
        )
        return [(None, [*options, chosen], 0)]


class KeyedChoiceSelect(AutocompleteSelectMultiple):
    """Several rows; what is no key of a row is refused by the field and not looked up."""

    def optgroups(self, name: str, value: Sequence[str], attrs: Any = None) -> list[Any]:
        return super().optgroups(name, _keys(value), attrs)


def _keys(values: Sequence[Any]) -> list[str]:
    return [str(value) for value in values if is_key(str(value))]


def tell_known_choices(fields: Iterable[tuple[str, forms.Field]], row: models.Model) -> None:
    """Give each autocompleting select the row that ``row`` already holds for its field."""
    for name, field in fields:
        widget = field.widget
        if isinstance(widget, RelatedFieldWidgetWrapper):
            widget = widget.widget
        if isinstance(widget, KnownChoiceSelect):
            widget.known = row._state.fields_cache.get(name)


class LabelledAutocompleteView(AutocompleteJsonView):
    """Answers what a select asks for, with the labels that the form itself uses."""

    def serialize_result(self, obj: models.Model, to_field_name: str) -> dict[str, str]:
        return {"id": str(getattr(obj, to_field_name)), "text": choice_label(obj)}

    def get_queryset(self) -> models.QuerySet:
        if "\x00" in self.term:
            return self.model_admin.model._default_manager.none()
        found = super().get_queryset()
        joined = self.model_admin.list_select_related
        return found.select_related(*joined) if isinstance(joined, list | tuple) else found

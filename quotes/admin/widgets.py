"""How columns are typed in: long texts with lines kept, dates and tags in short fields."""

from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget, RelatedFieldWidgetWrapper
from django.db import models
from django.http import HttpRequest

from quotes.models.dates import EdtfField
from quotes.models.languages import LanguageField

from .item_form import LinesField
from .known_choices import KeyedChoiceSelect, KnownChoiceSelect, LabelledChoiceField


def editing_field(column: models.Field, kwargs: dict[str, Any]) -> dict[str, Any]:
    """Arguments for the form field of ``column``, beside those that the admin gives."""
    if isinstance(column, models.TextField):
        kwargs.setdefault("form_class", LinesField)
        kwargs.setdefault("widget", AdminTextareaWidget(attrs={"rows": 4}))
    elif isinstance(column, EdtfField):
        kwargs.setdefault("widget", forms.TextInput(attrs={"class": "edtf", "size": 22}))
    elif isinstance(column, LanguageField):
        kwargs.setdefault("widget", forms.TextInput(attrs={"class": "language", "size": 12}))
    elif isinstance(column, models.URLField):
        kwargs.setdefault("assume_scheme", "https")
    return kwargs


def autocompleting(
    model_admin: Any, column: models.Field, request: HttpRequest, kwargs: dict[str, Any]
) -> dict[str, Any]:
    """Arguments for what is chosen by typing a part of its name: one row, or several."""
    if column.name in model_admin.get_autocomplete_fields(request):
        if isinstance(column, models.ManyToManyField):
            kwargs.setdefault("widget", KeyedChoiceSelect(column, model_admin.admin_site))
        else:
            kwargs.setdefault("form_class", LabelledChoiceField)
            kwargs.setdefault("widget", KnownChoiceSelect(column, model_admin.admin_site))
    return kwargs


def without_deleting(field: forms.Field | None) -> forms.Field | None:
    """A choice whose row can be added and changed from here, but not deleted by a slip."""
    if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
        wrapper = field.widget
        wrapper.can_delete_related = False
        wrapper.can_view_related = wrapper.can_view_related and not wrapper.can_change_related
    return field

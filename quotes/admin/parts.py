"""Rows that belong to an item, edited in its form: inlines, their forms, their order."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.contrib.admin.options import InlineModelAdmin
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _

from quotes.editorial.refusals import check_by_itself

from .known_choices import is_key, tell_known_choices
from .submission import is_open
from .widgets import autocompleting, editing_field, without_deleting


class PartForm(forms.ModelForm):
    """One row of an item. What is unique among the rows is judged when all of them are known."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tell_known_choices(self.fields.items(), self.instance)

    def validate_constraints(self) -> None:
        # The rows beside this one are changed in the same go: the formset compares what was
        # typed, and the database has the last word.
        try:
            check_by_itself(self.instance, self._get_validation_exclusions())  # type: ignore[attr-defined]
        except ValidationError as error:
            self._update_errors(error)  # type: ignore[attr-defined]


class PartFormSet(forms.BaseInlineFormSet):
    """The rows of one kind that belong to an item. ``user``, ``reason``: set before saving."""

    user: Any = None
    reason: str = ""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            deletion = form.fields["DELETE"]
            deletion.widget.attrs["aria-label"] = str(deletion.label)

    def total_form_count(self) -> int:
        """As many as are told of, but no more than could have been sent: each sends a field."""
        told: int = super().total_form_count()
        return min(told, len(self.data)) if self.is_bound else told

    @property
    def kept(self) -> list[Any]:
        """The forms whose rows are there after saving, as they stand on the page."""
        deleted = self.deleted_forms if self.can_delete else []
        return [
            form
            for form in self.forms
            if form not in deleted and (form.instance.pk is not None or form.has_changed())
        ]


class OrderedPartForm(PartForm):
    place = forms.IntegerField(
        label=_("Order"),
        required=False,
        min_value=1,
        max_value=9999,
        help_text=_("Empty: after the one before it."),
        widget=forms.NumberInput(attrs={"class": "place"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is not None:
            self.initial["place"] = self.instance.position

    def _get_validation_exclusions(self) -> set[str]:
        exclude = super()._get_validation_exclusions()  # type: ignore[misc]
        return exclude | {"position"}


class OrderedPartFormSet(PartFormSet):
    """Rows in an order: that of their numbers, else of the forms. Numbered 1, 2, 3 when saved."""

    def save(self, commit: bool = True) -> list[Any]:
        saved = super().save(commit)
        if commit and self.has_changed():
            self._number()
        return saved

    def _number(self) -> None:
        ordered = []
        place = 0
        for index, form in enumerate(self.kept):
            place = form.cleaned_data.get("place") or place
            ordered.append((place, index, form.instance))
        rows = [row for _place, _index, row in sorted(ordered, key=lambda entry: entry[:2])]
        shown = {row.pk for row in rows}
        # Rows that somebody added meanwhile stand in no form; they follow.
        rows += [row for row in self.get_queryset().all() if row.pk not in shown and row.pk]
        deleted = {row.pk for row in self.deleted_objects}
        numbered = [row for row in rows if row.pk not in deleted and row.pk is not None]
        for position, row in enumerate(numbered, start=1):
            if row.position != position:
                row.position = position
                row.save(update_fields=["position"])


class PartInline(InlineModelAdmin):
    """Rows of an item. Who may not change the item now, sees them and no more."""

    form = PartForm
    formset = PartFormSet
    extra = 0
    select_related: ClassVar[tuple[str, ...]] = ()

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        return super().get_queryset(request).select_related(*self.select_related)

    def formfield_for_dbfield(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        field = super().formfield_for_dbfield(db_field, request, **editing_field(db_field, kwargs))
        return without_deleting(field)

    def formfield_for_foreignkey(
        self, db_field: models.ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> forms.ModelChoiceField | None:
        return super().formfield_for_foreignkey(
            db_field, request, **autocompleting(self, db_field, request, kwargs)
        )

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        fields = super().get_fields(request, obj)
        if self.has_change_permission(request, obj) or self.has_add_permission(request, obj):
            return fields
        # What is only typed in has nothing to show to who may not type.
        return _without(fields, set(self.form.declared_fields) - _columns(self.model))

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_add_permission(request, obj) and _is_open(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return super().has_change_permission(request, obj) and _is_open(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return super().has_delete_permission(request, obj) and _is_open(request, obj)


class StackedPartInline(PartInline):
    template = "admin/edit_inline/stacked.html"


class TabularPartInline(PartInline):
    """Rows of a table: its headings are no labels, so that each field carries its own."""

    template = "admin/edit_inline/tabular.html"

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        formset = super().get_formset(request, obj, **kwargs)
        for field in formset.form.base_fields.values():
            widget: Any = getattr(field.widget, "widget", field.widget)
            widget.attrs.setdefault("aria-label", str(field.label))
        return formset


def _without(fields: Any, names: set[str]) -> list[Any]:
    kept = []
    for field in fields:
        if isinstance(field, list | tuple):
            field = tuple(name for name in field if name not in names)
        if field and field not in names:
            kept.append(field)
    return kept


def _columns(model: type[models.Model]) -> set[str]:
    return {column.name for column in model._meta.get_fields()}


def _is_open(request: HttpRequest, obj: Any) -> bool:
    root = getattr(obj, "quote", None) or getattr(obj, "statement", None) or obj
    return is_open(request, root)


def with_gone_rows_as_new(
    data: QueryDict, prefix: str, existing: set[str], revive: bool
) -> QueryDict:
    """The submitted forms of ``prefix``, with rows that are no longer there made new ones.

    Somebody deleted them while they were being edited; what was typed about them is not lost
    (unless ``revive`` is false: the rows are never typed in). Forms of rows that still stand come
    first, as a formset asks.
    """
    try:
        total = int(str(data[f"{prefix}-TOTAL_FORMS"]))
        initial = int(str(data[f"{prefix}-INITIAL_FORMS"]))
    except (KeyError, ValueError):
        return data
    if not 0 <= initial <= total <= len(data):
        return data
    gone = [index for index in range(initial) if _is_gone(data, prefix, index, existing)]
    if not gone:
        return data
    revived = [index for index in gone if revive and f"{prefix}-{index}-DELETE" not in data]
    standing = [index for index in range(initial) if index not in gone]
    order = [*standing, *range(initial, total), *revived]
    renamed = data.copy()
    by_index: dict[int, dict[str, list[str]]] = {index: {} for index in range(total)}
    for key in data:
        index, found, name = _numbered(key, prefix)
        if found and index in by_index:
            by_index[index][name] = data.getlist(key)
            del renamed[key]
    for new_index, old_index in enumerate(order):
        for name, values in by_index[old_index].items():
            is_key = name == "id" and old_index in gone
            renamed.setlist(f"{prefix}-{new_index}-{name}", [""] if is_key else values)
    renamed[f"{prefix}-TOTAL_FORMS"] = str(len(order))
    renamed[f"{prefix}-INITIAL_FORMS"] = str(len(standing))
    return renamed


def _is_gone(data: QueryDict, prefix: str, index: int, existing: set[str]) -> bool:
    key = data.get(f"{prefix}-{index}-id", "")
    return is_key(key) and key not in existing


def _numbered(key: str, prefix: str) -> tuple[int, bool, str]:
    start = f"{prefix}-"
    if not key.startswith(start):
        return 0, False, ""
    number, _dash, name = key[len(start) :].partition("-")
    return (int(number), True, name) if number.isascii() and number.isdigit() else (0, False, "")


def row_keys(queryset: models.QuerySet, data: Mapping[str, Any], prefix: str) -> set[str]:
    """Which of the rows that the submitted forms are about still stand, as text."""
    asked = [
        value
        for key, value in data.items()
        if key.startswith(f"{prefix}-") and key.endswith("-id") and is_key(value)
    ]
    return {str(pk) for pk in queryset.filter(pk__in=asked).values_list("pk", flat=True)}


def is_field_of(key: str, prefix: str, name: str) -> bool:
    """Whether ``key`` names the field ``name`` of one of the forms of ``prefix``."""
    _index, found, field = _numbered(key, prefix)
    return found and field == name

"""What a list can be filtered by: kinds of query parameters, their checks, their documentation."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import django_filters
from django import forms
from django.core.validators import RegexValidator
from django.db.models import Q, QuerySet
from rest_framework.request import Request

from quotes.text.dates import MalformedDate, parse
from quotes.text.languages import MalformedLanguage, canonical
from quotes.text.names import fold_name

from .ids import LARGEST_ID, read_id
from .problems import BadParameters


class IdFilter(django_filters.Filter):
    """The id of a row."""

    class field_class(forms.CharField):
        def clean(self, value: str) -> int | None:
            text = super().clean(value)
            if text and read_id(text) is None:
                raise forms.ValidationError("An id is a whole number, for example 17.")
            return read_id(text)

    json_schema = {"type": "integer", "minimum": 1, "maximum": LARGEST_ID}


class ChoiceFilter(django_filters.ChoiceFilter):
    """One of a closed list of words."""

    def __init__(self, field_name: str | None = None, *, choices: type, **extra: Any) -> None:
        self.words: list[str] = list(choices.values)  # type: ignore[attr-defined]
        super().__init__(
            field_name,
            choices=[(word, word) for word in self.words],
            error_messages={"invalid_choice": f"“%(value)s” is none of: {', '.join(self.words)}."},
            **extra,
        )

    @property
    def json_schema(self) -> dict[str, Any]:
        return {"type": "string", "enum": self.words}


class LanguageFilter(django_filters.Filter):
    """A language, with all its scripts and regions (RFC 4647, basic filtering)."""

    class field_class(forms.CharField):
        def clean(self, value: str) -> str | None:
            text = super().clean(value)
            try:
                return canonical(text) if text else None
            except MalformedLanguage as error:
                raise forms.ValidationError(str(error)) from error

    json_schema = {
        "type": "string",
        "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
        "examples": ["de", "ja", "ko-Latn"],
    }

    def filter(self, queryset: QuerySet, value: str | None) -> QuerySet:
        return queryset.filter(in_language(self.field_name, value)) if value else queryset


def in_language(field: str, language: str) -> Q:
    """Rows whose ``field`` is this language, in whatever script or region."""
    return Q(**{field: language}) | Q(**{f"{field}__startswith": f"{language}-"})


class WikidataFilter(django_filters.CharFilter):
    """A Wikidata item."""

    def __init__(self, field_name: str | None = None, **extra: Any) -> None:
        message = "A Wikidata id is a Q and a number, for example Q42."
        super().__init__(
            field_name, validators=[RegexValidator(r"^Q[1-9][0-9]{0,15}\Z", message)], **extra
        )

    json_schema = {"type": "string", "pattern": "^Q[1-9][0-9]{0,15}$"}


class NameFilter(django_filters.Filter):
    """A name in any of its forms: without regard to accents, case and punctuation."""

    class field_class(forms.CharField):
        def clean(self, value: str) -> str | None:
            text = super().clean(value)
            if text and not fold_name(text):
                raise forms.ValidationError("A name has at least one letter.")
            return text or None

    json_schema = {"type": "string", "minLength": 1, "examples": ["中谷元", "Gen Nakatani"]}


class _DateFilter(django_filters.Filter):
    """A day (ISO 8601) or an imprecise date (EDTF level 1). ``field_name`` is an EdtfField."""

    bound: str

    class field_class(forms.CharField):
        def __init__(self, *, bound: str, **options: Any) -> None:
            self.bound = bound
            super().__init__(**options)

        def clean(self, value: str) -> date | None:
            text = super().clean(value)
            if not text:
                return None
            try:
                day: date | None = getattr(parse(text), self.bound)
            except MalformedDate as error:
                raise forms.ValidationError(str(error)) from error
            if day is None:
                raise forms.ValidationError(
                    f"“{text}” has no {self.bound} day. Leave this end out, or name a day."
                )
            return day

    json_schema = {
        "type": "string",
        "minLength": 4,
        "examples": list(MalformedDate.examples),
    }

    def __init__(self, field_name: str, **extra: Any) -> None:
        super().__init__(field_name, bound=self.bound, **extra)

    def filter(self, queryset: QuerySet, value: date | None) -> QuerySet:
        return queryset.filter(self.condition(value)) if value else queryset

    def condition(self, day: date) -> Q:
        raise NotImplementedError


class FromFilter(_DateFilter):
    """Rows that may lie on or after the first day of the date given; undated rows do not."""

    bound = "earliest"

    def condition(self, day: date) -> Q:
        open_end = Q(
            **{f"{self.field_name}_latest": None, f"{self.field_name}_earliest__isnull": False}
        )
        return Q(**{f"{self.field_name}_latest__gte": day}) | open_end


class ToFilter(_DateFilter):
    """Rows that may lie on or before the last day of the date given; undated rows do not."""

    bound = "latest"

    def condition(self, day: date) -> Q:
        open_start = Q(
            **{f"{self.field_name}_earliest": None, f"{self.field_name}_latest__isnull": False}
        )
        return Q(**{f"{self.field_name}_earliest__lte": day}) | open_start


class PublicFilterBackend:
    """Applies a view's ``filterset_class``; what cannot be read is a 400 that says what can."""

    def filter_queryset(self, request: Request, queryset: QuerySet, view: Any) -> QuerySet:
        filterset = view.filterset_class(
            data=request.query_params, queryset=queryset, request=request
        )
        if not filterset.is_valid():
            raise BadParameters(filterset.errors, view.valid_parameters())
        return filterset.qs

    def get_schema_operation_parameters(self, view: Any) -> Iterable[dict[str, Any]]:
        return [
            {
                "name": name,
                "in": "query",
                "required": False,
                "description": str(each.extra["help_text"]),
                "schema": dict(each.json_schema),
            }
            for name, each in view.filterset_class.base_filters.items()
        ]

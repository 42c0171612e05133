"""Filters beside the lists, labelled as editors speak."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from quotes.models import Outlet
from quotes.text.languages import language_name

from .known_choices import is_key


class LanguageFilter(admin.SimpleListFilter):
    """By a language in use, named in the editor's language. One query."""

    title = _("language")
    parameter_name = "language"
    path: ClassVar[str] = "language"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        tags = (
            model_admin.model._base_manager.order_by()
            .exclude(**{self.path: ""})
            .values_list(self.path, flat=True)
            .distinct()
        )
        reader = get_language() or "en"
        named = [(tag, language_name(tag, reader)) for tag in tags if tag]
        return sorted(named, key=lambda pair: pair[1])

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if not self.value():
            return queryset
        keys = queryset.model._base_manager.filter(**{self.path: self.value()}).values("pk")
        return queryset.filter(pk__in=keys)


class OccurrenceLanguageFilter(LanguageFilter):
    """Quotes by the language of any of their occurrences."""

    path = "occurrences__language"


class OutletFilter(admin.SimpleListFilter):
    """By an outlet in use. One query."""

    title = _("outlet")
    parameter_name = "outlet"
    path: ClassVar[str] = "outlet"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        used = model_admin.model._base_manager.order_by().values(self.path)
        return [
            (str(outlet.pk), outlet.name)
            for outlet in Outlet.objects.filter(pk__in=used).order_by("name")[:200]
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        value = self.value() or ""
        if not is_key(value):
            return queryset
        keys = queryset.model._base_manager.filter(**{self.path: int(value)}).values("pk")
        return queryset.filter(pk__in=keys)


class OccurrenceOutletFilter(OutletFilter):
    """Quotes by the outlet of any of their occurrences."""

    path = "occurrences__snapshot__article__outlet"


class UnseenFilter(admin.SimpleListFilter):
    """Published items that wait for a second editor."""

    # “By …” goes before it.
    title = pgettext_lazy("filter", "changed, not yet seen")
    parameter_name = "unseen"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("1", _("waits to be confirmed"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(unseen_since__isnull=False) if self.value() else queryset

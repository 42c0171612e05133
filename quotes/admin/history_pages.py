"""The history of an item, field by field, and the way back to an earlier version."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.formats import localize
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from quotes.editorial.aggregates import PARTS
from quotes.editorial.history import (
    Change,
    FieldChange,
    RowChange,
    changes,
    names_of,
    version_token,
)
from quotes.editorial.reasons import check_reason
from quotes.editorial.recording import recorded
from quotes.editorial.restoring import restore
from quotes.models import Hop, Segment
from quotes.models.dates import EdtfField
from quotes.text.dates import MalformedDate, show

from .submission import VERSION, Submission
from .telling import tell_refusal

PER_PAGE = 30
# The column by which a row belongs to the item whose history this is, or to a part of it.
_OWNERS = {part.model: (part.foreign_key,) for parts in PARTS.values() for part in parts} | {
    Segment: ("occurrence", "prefix", "suffix"),
    Hop: ("article", "occurrence"),
}


@dataclass(frozen=True)
class ShownField:
    label: str
    before: str
    after: str


@dataclass(frozen=True)
class ShownRow:
    kind: str
    label: str
    name: str
    fields: list[ShownField]


@dataclass(frozen=True)
class ShownChange:
    """A change in words, for a page. ``at`` is its time to the microsecond, for restoring."""

    at: datetime.datetime
    who: str
    reason: str
    rows: list[ShownRow]

    @property
    def is_long(self) -> bool:
        return sum(len(row.fields) for row in self.rows) > 12


class HistoryPages(admin.ModelAdmin):
    """An item's history page and the restoring of a version."""

    # The foreign key to the item that a row belongs to, where it is not an item itself.
    root_field: ClassVar[str | None] = None
    admin_site: Any

    def get_urls(self) -> list[URLPattern]:
        restoring = path(
            "<path:object_id>/restore/",
            self.admin_site.admin_view(self.restore_view),
            name=f"{self.opts.app_label}_{self.opts.model_name}_restore",
        )
        return [restoring, *super().get_urls()]

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        item = self.get_object(request, unquote(object_id))
        if item is None:
            return self.missing(request, object_id)
        if not self.has_view_or_change_permission(request, item):
            raise PermissionDenied
        if self.root_field:
            root = getattr(item, self.root_field)
            return HttpResponseRedirect(self.admin_site.item_url(root, "history"))
        version = version_token(item)
        paginator = Paginator(changes(item), PER_PAGE)
        page = paginator.get_page(request.GET.get("p"))
        context = {
            **self.admin_site.each_context(request),
            "title": _("History: %s") % item,
            "opts": self.opts,
            "original": item,
            "page": page,
            "changes": self.shown_changes(page.object_list),
            "newest": page.number == 1,
            "version_name": VERSION,
            "version": version,
            "may_restore": self.has_change_permission(request, item),
            "module_name": capfirst(self.opts.verbose_name_plural),
            **(extra_context or {}),
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/item_history.html", context)

    def missing(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Django's way of saying that there is no such row."""
        redirect = self._get_obj_does_not_exist_redirect  # type: ignore[attr-defined]
        return redirect(request, self.opts, object_id)

    def restore_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """POST: bring the item back to what it was at ``at``, for a reason."""
        item = self.get_object(request, unquote(object_id))
        if item is None:
            return self.missing(request, object_id)
        if request.method != "POST" or not self.has_change_permission(request, item):
            raise PermissionDenied
        if self.root_field:
            raise PermissionDenied
        try:
            self._restore(request, item)
        except ValidationError as refusal:
            tell_refusal(request, refusal)
        else:
            messages.success(request, _("The earlier version of “%s” is restored.") % item)
        return HttpResponseRedirect(self.admin_site.item_url(item, "history"))

    def _restore(self, request: HttpRequest, item: Any) -> None:
        submission = Submission.of(request)
        try:
            at = datetime.datetime.fromisoformat(request.POST.get("at", ""))
        except ValueError:
            raise ValidationError(_("Choose a version of this history.")) from None
        if at.tzinfo is None:
            raise ValidationError(_("Choose a version of this history."))
        check_reason(item, submission.reason)
        with recorded(request.user, submission.reason):
            type(item)._base_manager.select_for_update().get(pk=item.pk)
            if version_token(item) != submission.asked_version:
                raise ValidationError(
                    _("This was changed meanwhile. Look at the newest changes, then restore again.")
                )
            restore(item, at, request.user, submission.reason)

    def shown_changes(self, found: Iterable[Change]) -> list[ShownChange]:
        """Changes in words; one query for each model that foreign keys point to."""
        listed = list(found)
        names = names_of(row for change in listed for row in change.rows)
        return [
            ShownChange(
                change.at,
                change.user_name or _("unknown"),
                change.reason,
                [shown for row in change.rows if (shown := _shown_row(row, names)).fields],
            )
            for change in listed
        ]


def _shown_row(row: RowChange, names: dict[Any, str]) -> ShownRow:
    kinds = {"insert": _("added"), "update": _("changed"), "delete": _("removed")}
    model = row.model._meta.concrete_model or row.model
    return ShownRow(
        kinds.get(row.kind, row.kind),
        capfirst(str(_row_label(row.model))),
        f"{model._meta.model_name} {row.pk}",
        [
            ShownField(
                capfirst(str(_column_label(change.field))),
                _value(change, change.before, names),
                _value(change, change.after, names),
            )
            for change in row.fields
        ],
    )


def _row_label(model: type[models.Model]) -> Any:
    """A many-to-many row is called by what it adds, not by the name of its table."""
    table = model._meta.concrete_model or model
    if table._meta.auto_created:
        far: Any = [field for field in model._meta.concrete_fields if field.is_relation][-1]
        return far.related_model._meta.verbose_name
    return model._meta.verbose_name


def _column_label(column: Any) -> Any:
    """A foreign key without a name of its own is called by what it points to."""
    if isinstance(column, models.ForeignKey) and not isinstance(column.verbose_name, Promise):
        return column.related_model._meta.verbose_name
    return column.verbose_name


def _value(change: FieldChange, value: Any, names: dict[Any, str]) -> str:
    column = change.field
    if value is None or value == "":
        return ""
    if isinstance(column, models.ForeignKey):
        known = names.get((column.related_model, value))
        return known or _("no. %(number)s (deleted)") % {"number": value}
    if isinstance(column, models.BooleanField):
        return _("yes") if value else _("no")
    if column.choices:
        return str(dict(column.flatchoices).get(value, value))
    if isinstance(column, EdtfField):
        return _shown_date(value)
    return str(localize(value))


def _shown_date(edtf: str) -> str:
    try:
        return show(edtf, get_language() or "en")
    except MalformedDate:
        return edtf

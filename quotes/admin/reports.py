"""Errors that readers reported: read, answered by e-mail, dismissed."""

from collections.abc import Callable
from copy import copy
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.db.models import Case, IntegerField, When
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from quotes.editorial import error_reports
from quotes.models import Delivery, ErrorReport, ReportState

from .editorial_admin import EditorialAdmin
from .site import site
from .telling import tell_refusal


@admin.register(ErrorReport, site=site)
class ErrorReportAdmin(EditorialAdmin):
    change_form_template = "admin/error_report.html"
    list_display = ("__str__", "state", "kind", "about", "reported_at", "delivery")
    list_filter = ("state", "kind", "delivery", "language")
    list_select_related = ("quote", "statement", "article__outlet")
    search_fields = ("message", "answer")
    date_hierarchy = None
    actions = ["dismiss_selected"]
    fieldsets = (
        (None, {"fields": ("about", "public_page", "kind", "message")}),
        (gettext_lazy("The reader"), {"fields": ("name", "email", "language", "reported_at")}),
        (
            gettext_lazy("What became of it"),
            {"fields": ("state", "answer", "delivery", "closed_at", "closed_by_name")},
        ),
    )

    def get_ordering(self, request: HttpRequest) -> list[Any]:
        """Open ones first."""
        waits = Case(When(state=ReportState.OPEN, then=0), default=1, output_field=IntegerField())
        return [waits, "-reported_at", "-id"]

    # What it is about

    @admin.display(description=gettext_lazy("about"))
    def about(self, row: ErrorReport) -> str:
        return format_html(
            '{} <a href="{}">{}</a>',
            row.item._meta.verbose_name,
            self.admin_site.item_url(row.item),
            _shortened(str(row.item)),
        )

    @admin.display(description=gettext_lazy("public page"))
    def public_page(self, row: ErrorReport) -> str:
        address = row.item.get_absolute_url()
        return format_html('<a href="{}">{}</a>', address, address)

    # Nobody writes or changes what a reader wrote; it is answered below.

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_answer_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("quotes.change_errorreport")

    def form_context(self, request: HttpRequest, obj: Any, form: Any) -> dict[str, Any]:
        return {
            "may_answer": self.has_answer_permission(request),
            "unanswered": obj.state == ReportState.OPEN,
            "unsent": bool(obj.email) and obj.delivery in (Delivery.WAITING, Delivery.FAILED),
            "dismissed": obj.state == ReportState.DISMISSED,
        }

    # Steps

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.step_view)
        return [
            path("<path:object_id>/step/", view, name="quotes_errorreport_step"),
            *super().get_urls(),
        ]

    def step_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """POST: answer, send once more, dismiss or open again."""
        row = self.get_object(request, unquote(object_id))
        take = _STEPS.get(request.POST.get("_step", ""))
        if row is None or take is None or not self.has_answer_permission(request):
            raise PermissionDenied
        try:
            take(request, row)
        except ValidationError as refusal:
            tell_refusal(request, refusal)
            return self._with_what_was_typed(request, object_id)
        return HttpResponseRedirect(self._url("change", row))

    def _with_what_was_typed(self, request: HttpRequest, object_id: str) -> HttpResponse:
        shown = copy(request)
        shown.method = "GET"
        return self.changeform_view(shown, object_id, "", {"typed": request.POST.get("answer", "")})

    @admin.action(description=gettext_lazy("Dismiss without an answer"), permissions=["answer"])
    def dismiss_selected(self, request: HttpRequest, queryset: models.QuerySet) -> None:
        done = 0
        for row in queryset:
            try:
                error_reports.dismiss(row, request.user)
            except ValidationError as refusal:
                tell_refusal(request, refusal, _shortened(str(row)))
            else:
                done += 1
        if done:
            messages.success(
                request,
                ngettext(
                    "%(count)s report was dismissed.", "%(count)s reports were dismissed.", done
                )
                % {"count": done},
            )


def _shortened(text: str) -> str:
    return Truncator(text).chars(120)


def _page(request: HttpRequest, row: ErrorReport) -> str:
    return request.build_absolute_uri(row.item.get_absolute_url())


def _answer(request: HttpRequest, row: ErrorReport) -> None:
    text = request.POST.get("answer", "")
    _tell(request, error_reports.answer(row, request.user, text, _page(request, row)))


def _send(request: HttpRequest, row: ErrorReport) -> None:
    _tell(request, error_reports.send_answer(row, request.user, _page(request, row)))


def _tell(request: HttpRequest, row: ErrorReport) -> None:
    if row.delivery == Delivery.SENT:
        messages.success(request, _("The answer is kept and was sent."))
    elif row.delivery == Delivery.FAILED:
        messages.warning(
            request,
            _("The answer is kept, but the mail server did not take it. Send it again later."),
        )
    else:
        messages.success(request, _("The answer is kept. The reader left no address."))


def _dismiss(request: HttpRequest, row: ErrorReport) -> None:
    error_reports.dismiss(row, request.user)
    messages.success(request, _("The report was dismissed."))


def _reopen(request: HttpRequest, row: ErrorReport) -> None:
    error_reports.reopen(row, request.user)
    messages.success(request, _("The report waits for an answer again."))


# What the forms below a report send as “_step”.
_STEPS: dict[str, Callable[[HttpRequest, ErrorReport], None]] = {
    "answer": _answer,
    "send": _send,
    "dismiss": _dismiss,
    "reopen": _reopen,
}

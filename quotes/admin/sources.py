"""Outlets, and articles with their captured texts, credits and origins."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quotes.editorial.sources import add_snapshot
from quotes.models import Article, Credit, Hop, Occurrence, Outlet, Snapshot

from .columns import language_column, shown_date
from .editorial_admin import EditorialAdmin
from .filters import LanguageFilter, OutletFilter, UnseenFilter
from .known_choices import labels
from .parts import (
    OrderedPartForm,
    OrderedPartFormSet,
    PartForm,
    PartFormSet,
    StackedPartInline,
    TabularPartInline,
)
from .passages import snapshot_pane
from .row_admin import RowAdmin
from .search import NamedSearch
from .site import site
from .stateful_admin import StatefulAdmin, state_label
from .submission import Submission
from .workbench import WorkbenchPages


@admin.register(Outlet, site=site)
class OutletAdmin(NamedSearch, EditorialAdmin):
    list_display = ("name", "kind", "organisation")
    list_filter = ("kind",)
    list_select_related = ("organisation",)
    by_text = ("name", "homepage")
    by_speaker = ("organisation",)
    autocomplete_fields = ("organisation",)
    fieldsets = ((None, {"fields": (("name", "kind"), "homepage", "organisation")}),)


class SnapshotForm(PartForm):
    """A new capture. One that is there already is only looked at."""

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or {}
        if self.instance.pk is None and cleaned.get("text"):
            held = Snapshot(text=cleaned["text"])
            held.take()
            cleaned["text"] = held.text
            captures = Snapshot.objects.filter(article=self.instance.article_id)
            if captures.filter(sha256=held.sha256).exists():
                self.add_error("text", _("This article has a snapshot with this text already."))
        return cleaned

    def _get_validation_exclusions(self) -> set[str]:
        # Measured when the text is taken.
        exclude = super()._get_validation_exclusions()  # type: ignore[misc]
        return exclude | {"sha256", "length"}


class SnapshotFormSet(PartFormSet):
    """New captures are added as every capture is: measured, kept, looked through for passages."""

    def save_new(self, form: Any, commit: bool = True) -> Snapshot:
        row = form.instance
        return add_snapshot(
            self.instance,
            row.text,
            user=self.user,
            extent=row.extent,
            method=row.method,
            reason=self.reason,
        )


class SnapshotInline(StackedPartInline):
    model = Snapshot
    form = SnapshotForm
    formset = SnapshotFormSet
    fields = ("captured", "text", ("method", "extent"))
    readonly_fields = ("captured",)

    def formfield_for_dbfield(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        if db_field.name == "text":
            kwargs.update(strip=False, widget=AdminTextareaWidget(attrs={"rows": 12}))
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        # A captured text never changes.
        return False

    @admin.display(description=gettext_lazy("captured"))
    def captured(self, snapshot: Snapshot) -> str:
        if snapshot.pk is None:
            return _("when you save")
        return format_html(
            '{}{} · {} · <code>{}</code> · <a href="{}">{}</a>',
            snapshot.captured_at.astimezone().strftime("%Y-%m-%d %H:%M"),
            _seen_again(snapshot),
            _("%(length)s characters") % {"length": snapshot.length},
            snapshot.sha256[:12],
            site.item_url(snapshot, "workbench"),
            _("Workbench"),
        )


def _seen_again(snapshot: Snapshot) -> str:
    """When the page went back to this text; empty where it did not."""
    if snapshot.seen_again_at is None:
        return ""
    when = snapshot.seen_again_at.astimezone().strftime("%Y-%m-%d %H:%M")
    return f" ({_('seen again')} {when})"


class CreditInline(TabularPartInline):
    model = Credit
    form = OrderedPartForm
    formset = OrderedPartFormSet
    autocomplete_fields = ("outlet",)
    select_related = ("outlet",)
    fields = ("place", "kind", "text", "outlet")


class HopInline(StackedPartInline):
    model = Hop
    form = OrderedPartForm
    formset = OrderedPartFormSet
    autocomplete_fields = ("source_article", "source_outlet", "evidence_in")
    select_related = ("source_article__outlet", "source_outlet", "evidence_in__outlet")
    fields = (
        ("place", "kind", "agent"),
        ("source_article", "source_outlet"),
        ("evidence", "evidence_in", "inferred"),
    )


class ArticleHopInline(HopInline):
    fk_name = "article"


@admin.register(Article, site=site)
class ArticleAdmin(NamedSearch, StatefulAdmin):
    preview = "preview-article"
    list_display = ("__str__", "outlet", language_column, "published", state_label)
    list_filter = ("state", UnseenFilter, LanguageFilter, OutletFilter, "genre")
    list_select_related = ("outlet",)
    by_text = ("headline", "url", "outlet__name", "byline")
    autocomplete_fields = ("outlet", "carried_by")
    inlines = (SnapshotInline, CreditInline, ArticleHopInline)
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "headline",
                    ("outlet", "carried_by"),
                    ("language", "published_on", "genre"),
                    "byline",
                    "url",
                    "archive_url",
                    ("rights", "rights_note"),
                )
            },
        ),
    )

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        return super().get_queryset(request).select_related("outlet", "carried_by")

    @admin.display(
        description=Article._meta.get_field("published_on").verbose_name,
        ordering="published_on_sort",
    )
    def published(self, article: Article) -> str:
        return shown_date(article.published_on)

    def form_context(self, request: HttpRequest, obj: Any, form: Any) -> dict[str, Any]:
        context = super().form_context(request, obj, form)
        if obj is not None and obj.pk and request.user.has_perm("quotes.add_capture"):
            context["recapture_url"] = f"{reverse('admin:quotes_capture_add')}?article={obj.pk}"
        return context

    def after_saving(self, request: HttpRequest, form: Any) -> None:
        super().after_saving(request, form)
        if not Submission.of(request).changed:
            return
        orphans = Occurrence.objects.filter(
            snapshot__article=form.instance, orphan=True, withdrawn=False
        ).select_related("quote")
        for occurrence in orphans:
            self.message_user(
                request,
                format_html(
                    _("The newest text no longer holds this passage: {}"),
                    format_html(
                        '<a href="{}">{}</a>', site.item_url(occurrence.quote), occurrence.wording
                    ),
                ),
                messages.WARNING,
            )


@admin.register(Snapshot, site=site)
class SnapshotAdmin(WorkbenchPages, NamedSearch, RowAdmin):
    """To choose from and to read: captured texts are added with their article."""

    list_display = ("__str__", "captured_at", "method", "extent")
    list_select_related = ("article__outlet",)
    ordering = ("-captured_at", "-id")
    by_text = ("article__headline", "article__url", "article__outlet__name")
    root_field = "article"

    def get_urls(self) -> list[URLPattern]:
        text = path(
            "<int:pk>/text/",
            self.admin_site.admin_view(self.text_view),
            name="quotes_snapshot_text",
        )
        return [text, *super().get_urls()]

    def text_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The pane that stands beside an occurrence, for the one who has just chosen it."""
        snapshot = self.get_object(request, str(pk))
        if snapshot is None or not self.has_view_permission(request, snapshot):
            return HttpResponse(status=404)
        return HttpResponse(snapshot_pane(snapshot, [], snapshot.article.language))


@labels(Snapshot)
def _snapshot_label(snapshot: Snapshot) -> str:
    captured = f"{snapshot.captured_at:%Y-%m-%d}"
    return f"{_article_label(snapshot.article)} · {snapshot.get_extent_display()}, {captured}"


@labels(Article)
def _article_label(article: Article) -> str:
    if not article.headline:
        return str(article)
    date = shown_date(article.published_on)
    return f"{article.headline} – {article.outlet}" + (f", {date}" if date else "")

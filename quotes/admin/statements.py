"""Joint statements with their signatories, versions and provisions."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from quotes.editorial.refusals import Refused
from quotes.editorial.statement_texts import locate_provision, locate_version
from quotes.models import JointStatement, Provision, ProvisionText, Signatory, StatementVersion
from quotes.text.anchors import Span

from .columns import shown_date
from .filters import UnseenFilter
from .known_choices import labels
from .parts import (
    OrderedPartForm,
    OrderedPartFormSet,
    PartForm,
    StackedPartInline,
    TabularPartInline,
)
from .passages import BesideField, PassageField, snapshot_pane
from .row_admin import OwnPageAdmin, RowAdmin
from .search import NamedSearch
from .site import site
from .stateful_admin import StatefulAdmin, state_label


class SignatoryInline(TabularPartInline):
    model = Signatory
    form = OrderedPartForm
    formset = OrderedPartFormSet
    autocomplete_fields = ("speaker", "tenure")
    select_related = ("speaker", "tenure__speaker")
    fields = ("place", "speaker", "tenure", "capacity")


class SpanForm(PartForm):
    """A row that is one span of a text: the passage is pasted, the offsets follow from it."""

    passage = PassageField()
    before = BesideField(label=gettext_lazy("Words before it"))
    after = BesideField(label=gettext_lazy("Words after it"))
    # The field that says in which text to look.
    holder = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is not None:
            self.initial["passage"] = self.instance.text.strip()

    def locate(self, holder: Any, passage: str, before: str, after: str) -> Span:
        raise NotImplementedError

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or {}
        holder = cleaned.get(self.holder)
        asked = {"passage", "before", "after", self.holder} & set(self.changed_data)
        if holder is None or "passage" not in cleaned or not (asked or self.instance.pk is None):
            return cleaned
        try:
            span = self.locate(
                holder, cleaned["passage"], cleaned.get("before", ""), cleaned.get("after", "")
            )
        except Refused as refusal:
            self.add_error("passage", ValidationError(refusal.messages))
        else:
            self.instance.start, self.instance.end = span.start, span.end
        return cleaned


class StatementVersionForm(SpanForm):
    holder = "snapshot"
    passage = PassageField(
        help_text=gettext_lazy(
            "The statement’s own text, paragraphs one a line; empty: the whole snapshot."
        )
    )

    def locate(self, holder: Any, passage: str, before: str, after: str) -> Span:
        return locate_version(holder, passage, before, after)


class StatementVersionInline(StackedPartInline):
    model = StatementVersion
    form = StatementVersionForm
    template = "admin/occurrence_inline.html"
    autocomplete_fields = ("issuer", "snapshot")
    select_related = ("issuer", "snapshot__article__outlet", "statement")
    readonly_fields = ("text_beside",)
    fields = (
        "text_beside",
        ("issuer", "language", "official"),
        "snapshot",
        "passage",
        ("before", "after"),
    )

    @admin.display(description=gettext_lazy("Text"))
    def text_beside(self, version: StatementVersion) -> SafeString:
        return _pane(version.snapshot if version.snapshot_id is not None else None, version)


class ProvisionInline(TabularPartInline):
    model = Provision
    fields = ("number", "number_printed", "kind")
    show_change_link = True


@admin.register(JointStatement, site=site)
class JointStatementAdmin(NamedSearch, StatefulAdmin):
    preview = "preview-statement"
    list_display = ("__str__", "kind", "signed_by", "issued", state_label)
    list_filter = ("state", UnseenFilter, "kind")
    list_prefetch_related = ("signatories__speaker",)
    by_text = ("title_de", "title_en")
    by_speaker = ("signatories__speaker",)
    autocomplete_fields = ("event", "topics")
    inlines = (SignatoryInline, StatementVersionInline, ProvisionInline)
    fieldsets = (
        (
            None,
            {"fields": (("title_de", "title_en"), ("kind", "issued_on"), "event", "topics")},
        ),
    )

    @admin.display(description=gettext_lazy("signatories"))
    def signed_by(self, statement: JointStatement) -> str:
        return ", ".join(str(signatory) for signatory in statement.signatories.all())

    @admin.display(
        description=JointStatement._meta.get_field("issued_on").verbose_name,
        ordering="issued_on_sort",
    )
    def issued(self, statement: JointStatement) -> str:
        return shown_date(statement.issued_on)


class ProvisionTextForm(SpanForm):
    holder = "version"

    def locate(self, holder: Any, passage: str, before: str, after: str) -> Span:
        return locate_provision(holder, passage, before, after)


class ProvisionTextInline(StackedPartInline):
    model = ProvisionText
    form = ProvisionTextForm
    template = "admin/occurrence_inline.html"
    autocomplete_fields = ("version",)
    select_related = ("version__statement", "version__issuer", "version__snapshot__article__outlet")
    readonly_fields = ("text_beside",)
    fields = ("text_beside", "version", "passage", ("before", "after"))

    @admin.display(description=gettext_lazy("Text"))
    def text_beside(self, text: ProvisionText) -> SafeString:
        return _pane(text.version.snapshot if text.version_id is not None else None, text)


@admin.register(Provision, site=site)
class ProvisionAdmin(NamedSearch, OwnPageAdmin):
    """One provision with its text in each version."""

    list_display = ("__str__", "statement", "number", "kind")
    list_filter = ("kind",)
    list_select_related = ("statement",)
    by_text = ("statement__title_de", "statement__title_en")
    root_field = "statement"
    autocomplete_fields = ("parties",)
    inlines = (ProvisionTextInline,)
    readonly_fields = ("statement",)
    fieldsets = (
        (None, {"fields": ("statement", ("number", "number_printed", "kind"), "parties")}),
    )

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        return super().get_queryset(request).select_related("statement")


@admin.register(StatementVersion, site=site)
class StatementVersionAdmin(NamedSearch, RowAdmin):
    """Only to choose from: versions are edited with their statement."""

    list_display = ("__str__", "issuer", "language", "official")
    list_select_related = ("statement", "issuer", "snapshot__article__outlet")
    by_text = ("statement__title_de", "statement__title_en", "language")
    by_speaker = ("issuer",)
    root_field = "statement"


def _pane(snapshot: Any, row: Any) -> SafeString:
    """The snapshot beside a row that is a span of it."""
    spans = [Span(row.start, row.end)] if row.start is not None and row.end is not None else []
    return snapshot_pane(snapshot, spans, snapshot.article.language if snapshot else "")


@labels(Provision)
def _provision_label(provision: Provision) -> str:
    return f"{provision.statement}: {provision}"


@labels(StatementVersion)
def _version_label(version: StatementVersion) -> str:
    return f"{version.statement} – {version.issuer} ({version.language})"

"""Quotes with their speakers, their occurrences beside the texts they stand in, and their bonds."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quotes.editorial.anchoring import anchor, follow_preferred, locate, prefer
from quotes.editorial.refusals import Refused
from quotes.models import (
    Attribution,
    Hop,
    Occurrence,
    Quote,
    QuoteRelation,
    StatementLink,
)
from quotes.text.anchors import Span

from .columns import language_column, shortened, shown_date
from .filters import OccurrenceLanguageFilter, OccurrenceOutletFilter, UnseenFilter
from .known_choices import labels
from .parts import (
    OrderedPartForm,
    OrderedPartFormSet,
    PartForm,
    PartFormSet,
    StackedPartInline,
    TabularPartInline,
)
from .passages import BesideField, PassageField, one_line, snapshot_pane, spans_of
from .row_admin import OwnPageAdmin
from .search import NamedSearch
from .site import site
from .sources import HopInline
from .stateful_admin import StatefulAdmin, state_label


class AttributionInline(StackedPartInline):
    model = Attribution
    form = OrderedPartForm
    formset = OrderedPartFormSet
    autocomplete_fields = ("speaker", "tenure")
    select_related = ("speaker", "tenure__speaker")
    fields = (("place", "speaker", "tenure"), ("name_as_printed", "description"))

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        return 1 if obj is None else 0


class OccurrenceForm(PartForm):
    """One occurrence. Its passage is looked for in the snapshot before anything is saved."""

    preferred = forms.BooleanField(
        label=capfirst(gettext_lazy("preferred")),
        required=False,
        help_text=gettext_lazy("The quote takes its wording and language from this occurrence."),
    )
    passage = PassageField()
    before = BesideField(label=gettext_lazy("Words before it"))
    after = BesideField(label=gettext_lazy("Words after it"))

    spans: Sequence[Span] | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.was_preferred = self.instance.preferred
        if self.instance.pk is not None:
            self.initial["passage"] = "\n".join(
                one_line(segment.exact) for segment in self.instance.segments.all()
            )

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or {}
        if cleaned.get("withdrawn") and cleaned.get("preferred"):
            self.add_error("withdrawn", _("A withdrawn occurrence cannot be the preferred one."))
        snapshot = cleaned.get("snapshot")
        asked = {"passage", "before", "after", "snapshot"} & set(self.changed_data)
        if snapshot is None or not asked or "passage" not in cleaned:
            return cleaned
        if not cleaned["passage"]:
            self.spans = []
            return cleaned
        try:
            self.spans = locate(
                snapshot, cleaned["passage"], cleaned.get("before", ""), cleaned.get("after", "")
            )
        except Refused as refusal:
            self.add_error("passage", ValidationError(refusal.messages))
        else:
            # For the text beside the form, should something else be refused.
            self.instance.spans_shown = self.spans
        return cleaned


class OccurrenceFormSet(PartFormSet):
    """The occurrences of a quote, of which at most one gives it its wording."""

    def clean(self) -> None:
        super().clean()
        if sum(bool(form.cleaned_data.get("preferred")) for form in self._complete()) > 1:
            raise ValidationError(_("One occurrence of a quote is preferred, not several."))

    def _complete(self) -> list[Any]:
        return [form for form in self.kept if hasattr(form, "cleaned_data")]

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if index == 0 and self.instance.pk is None:
            # The first source of a new quote gives it its words, unless the editor says otherwise.
            form.initial["preferred"] = True

    def save(self, commit: bool = True) -> list[Any]:
        complete = self._complete()
        chosen = [form.instance for form in complete if form.cleaned_data.get("preferred")]
        for form in complete:
            # One after the other: never two at a time.
            form.instance.preferred = form.was_preferred and form.instance in chosen
        saved = super().save(commit)
        for form in complete:
            if form.spans is not None:
                anchor(form.instance, form.spans)
        for occurrence in chosen:
            if not occurrence.preferred:
                prefer(occurrence)
        return saved


class OccurrenceInline(StackedPartInline):
    model = Occurrence
    form = OccurrenceForm
    formset = OccurrenceFormSet
    template = "admin/occurrence_inline.html"
    autocomplete_fields = ("snapshot",)
    select_related = ("snapshot__article__outlet", "quote")
    readonly_fields = ("text_beside", "origins")
    fields = (
        "text_beside",
        "snapshot",
        "passage",
        ("before", "after"),
        ("speech_type", "language", "wording_origin"),
        ("reporting_phrase", "locator"),
        ("preferred", "withdrawn"),
        "origins",
    )

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        hops = Hop.objects.select_related("source_article__outlet", "source_outlet")
        return (
            super()
            .get_queryset(request)
            .prefetch_related("segments", models.Prefetch("hops", queryset=hops))
        )

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        return 1 if obj is None else 0

    @admin.display(description=gettext_lazy("Text"))
    def text_beside(self, occurrence: Occurrence) -> str:
        """The whole captured text with the passage marked."""
        snapshot = occurrence.snapshot if occurrence.snapshot_id is not None else None
        spans = getattr(occurrence, "spans_shown", None)
        language = snapshot.article.language if snapshot is not None else ""
        return snapshot_pane(snapshot, spans_of(occurrence) if spans is None else spans, language)

    @admin.display(description=gettext_lazy("Origins"))
    def origins(self, occurrence: Occurrence) -> str:
        """Where this occurrence alone got its words from, and the page to say so."""
        if occurrence.pk is None:
            return _("can be named once the occurrence is saved")
        return format_html(
            '{} <a href="{}">{}</a>',
            "; ".join(str(hop) for hop in occurrence.hops.all()) or _("those of its article"),
            site.item_url(occurrence),
            _("Name its own origins"),
        )


class StatementLinkInline(TabularPartInline):
    model = StatementLink
    autocomplete_fields = ("statement", "provision")
    select_related = ("statement", "provision__statement")
    fields = ("kind", "statement", "provision")


class QuoteRelationInline(TabularPartInline):
    model = QuoteRelation
    fk_name = "from_quote"
    autocomplete_fields = ("to_quote",)
    select_related = ("to_quote",)
    fields = ("kind", "to_quote")


@admin.register(Quote, site=site)
class QuoteAdmin(NamedSearch, StatefulAdmin):
    preview = "preview-quote"
    list_display = ("words", "speakers", language_column, "said", state_label)
    list_filter = (
        "state",
        UnseenFilter,
        OccurrenceLanguageFilter,
        "occurrences__speech_type",
        OccurrenceOutletFilter,
    )
    list_prefetch_related = ("attributions__speaker",)
    by_text = ("wording", "occurrences__wording", "attributions__name_as_printed")
    by_speaker = ("attributions__speaker",)
    autocomplete_fields = ("event", "topics")
    inlines = (AttributionInline, OccurrenceInline, StatementLinkInline, QuoteRelationInline)
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("said_on", "said_on_basis", "said_on_expression"),
                    ("event", "addressee"),
                    "context",
                    "topics",
                )
            },
        ),
    )

    @admin.display(description=gettext_lazy("wording"), ordering="wording")
    def words(self, quote: Quote) -> str:
        return shortened(str(quote), quote.language)

    @admin.display(description=gettext_lazy("speakers"))
    def speakers(self, quote: Quote) -> str:
        return ", ".join(str(attribution) for attribution in quote.attributions.all())

    @admin.display(
        description=Quote._meta.get_field("said_on").verbose_name, ordering="said_on_sort"
    )
    def said(self, quote: Quote) -> str:
        return shown_date(quote.said_on)

    def settle(self, obj: Quote) -> None:
        follow_preferred(obj)


class OccurrenceHopInline(HopInline):
    fk_name = "occurrence"


@admin.register(Occurrence, site=site)
class OccurrenceAdmin(OwnPageAdmin):
    """Where one occurrence got its words from, where that is not its article's origin."""

    list_display = ("__str__", "quote", "snapshot", "speech_type", "orphan")
    list_filter = ("orphan", "speech_type")
    list_select_related = ("quote", "snapshot__article__outlet")
    root_field = "quote"
    inlines = (OccurrenceHopInline,)
    readonly_fields = ("quote", "snapshot", "wording", "text_beside")
    fieldsets = ((None, {"fields": readonly_fields}),)

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        return (
            super()
            .get_queryset(request)
            .select_related("quote", "snapshot__article__outlet")
            .prefetch_related("segments")
        )

    @admin.display(description=gettext_lazy("Text"))
    def text_beside(self, occurrence: Occurrence) -> str:
        snapshot = occurrence.snapshot
        return snapshot_pane(snapshot, spans_of(occurrence), snapshot.article.language)


@labels(Quote)
def _quote_label(quote: Quote) -> str:
    return f"{quote.pk}: {quote}"

"""The passage of an occurrence beside the text it stands in."""

from collections.abc import Iterable

from django import forms
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quotes.models import Occurrence, Snapshot
from quotes.text.anchors import Span
from quotes.text.languages import direction

from .item_form import LinesField


class PassageField(LinesField):
    """A passage as an editor pastes it; one part a line where a reporting clause interrupts it."""

    def __init__(self, **kwargs: object) -> None:
        kwargs.setdefault("label", gettext_lazy("Passage"))
        kwargs.setdefault("required", False)
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": 5, "class": "passage"}))
        kwargs.setdefault(
            "help_text",
            gettext_lazy(
                "As the source prints it, without the quotation marks around it."
                " An interrupted one: one part a line."
            ),
        )
        super().__init__(**kwargs)  # type: ignore[arg-type]


class BesideField(LinesField):
    """Words that stand just before or after a passage, to choose among several places."""

    def __init__(self, **kwargs: object) -> None:
        kwargs.setdefault("required", False)
        kwargs.setdefault("widget", forms.TextInput(attrs={"class": "beside"}))
        super().__init__(**kwargs)  # type: ignore[arg-type]


def one_line(passage: str) -> str:
    """A passage that runs over several paragraphs as one line, so that it stays one part."""
    return " ".join(passage.split("\n")).strip()


def marked(text: str, spans: Iterable[Span]) -> SafeString:
    """``text`` with ``spans`` (code points, in order) marked; everything escaped."""
    pieces = []
    end = 0
    for number, span in enumerate(spans, start=1):
        pieces.append((text[end : span.start], number, text[span.start : span.end]))
        end = span.end
    return format_html(
        "{}{}",
        format_html_join("", '{}<mark data-part="{}">{}</mark>', pieces),
        text[end:],
    )


def snapshot_pane(snapshot: Snapshot | None, spans: Iterable[Span], language: str) -> SafeString:
    """The captured text to read beside a form, scrollable also by keyboard; the passage marked."""
    if snapshot is None:
        return format_html(
            '<p class="snapshot-hint" data-text-url="{}">{}</p>',
            reverse("admin:quotes_snapshot_text", args=[0]),
            _("Choose a snapshot: its text will stand here."),
        )
    return format_html(
        '<div class="snapshot-text" tabindex="0" role="group" aria-label="{}" lang="{}" dir="{}"'
        ' data-snapshot="{}" data-text-url="{}">{}</div>',
        _("Text of the snapshot"),
        language,
        direction(language) if language else "auto",
        snapshot.pk,
        reverse("admin:quotes_snapshot_text", args=[0]),
        marked(snapshot.text, spans),
    )


def spans_of(occurrence: Occurrence) -> list[Span]:
    """Where an occurrence stands in its snapshot (code points). Reads ``segments``."""
    if occurrence.pk is None:
        return []
    return [Span(segment.start, segment.end) for segment in occurrence.segments.all()]

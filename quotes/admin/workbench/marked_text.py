"""A captured text with every candidate marked, however they nest or cross."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe


@dataclass(frozen=True)
class Mark:
    """A stretch to mark (code points); ``candidate`` is the number of the one it belongs to."""

    start: int
    end: int
    candidate: int
    kind: str
    state: str
    kind_label: str
    state_label: str
    current: bool = False


def with_marks(text: str, marks: Iterable[Mark]) -> SafeString:
    """``text``, escaped, with ``<mark>`` elements around the stretches.

    One that lies within another is nested in it; where two cross, the later one is split. The
    text of the elements together is exactly ``text``: offsets are counted in it.
    """
    waiting = sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.candidate), reverse=True)
    pieces: list[str] = []
    open_marks: list[Mark] = []
    at = 0
    while waiting or open_marks:
        ends = min((mark.end for mark in open_marks), default=len(text))
        begins = waiting[-1].start if waiting else len(text)
        place = min(ends, begins)
        pieces.append(conditional_escape(text[at:place]))
        at = place
        if open_marks and ends <= begins:
            open_marks = _close(pieces, open_marks, at)
        else:
            mark = waiting.pop()
            pieces.append(_opening(mark, first=True))
            open_marks.append(mark)
    pieces.append(conditional_escape(text[at:]))
    return mark_safe("".join(pieces))


def _close(pieces: list[str], open_marks: list[Mark], at: int) -> list[Mark]:
    """Close what ends here; what was opened later and goes on is closed and opened again."""
    outermost = next(place for place, mark in enumerate(open_marks) if mark.end == at)
    reopened = [mark for mark in open_marks[outermost:] if mark.end > at]
    pieces.append("</mark>" * (len(open_marks) - outermost))
    pieces.extend(_opening(mark, first=False) for mark in reopened)
    return open_marks[:outermost] + reopened


def _opening(mark: Mark, *, first: bool) -> str:
    return format_html(
        '<mark class="kind-{} is-{}{}" data-candidate="{}"{}>',
        mark.kind,
        mark.state,
        " current" if mark.current else "",
        mark.candidate,
        format_html(
            ' data-first data-kind="{}" title="{}, {}"',
            mark.kind_label,
            mark.kind_label,
            mark.state_label,
        )
        if first
        else "",
    )

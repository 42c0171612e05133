"""Where an occurrence stands in its snapshot, and the wording that follows from it."""

from collections.abc import Sequence
from contextlib import suppress

from django.db import models
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from quotes.models import Article, Extent, Occurrence, Quote, Segment, Snapshot
from quotes.text.anchors import Orphan, Span, find, find_parts, selector, strip_quotation_marks
from quotes.text.passages import join_segments

from .refusals import Finding, Path, Refused, RefusedInPlaces
from .wishes import Words

CONTEXT = 32  # code points kept before and after a segment (W3C Web Annotation prefix, suffix)


def passage_parts(passage: str) -> list[str]:
    """The parts of a passage as an editor types it: one a line, quotation marks left out."""
    parts = (strip_quotation_marks(line) for line in passage.splitlines())
    return [part for part in parts if part]


def locate(snapshot: Snapshot, passage: str, prefix: str = "", suffix: str = "") -> list[Span]:
    """The spans (code points) of a passage in a snapshot; raises Refused with the reason."""
    parts = passage_parts(passage)
    if len(parts) > 1:
        # Pasted with its line breaks, not interrupted: one passage after all.
        with suppress(Orphan):
            whole = strip_quotation_marks(" ".join(passage.split()))
            return [find(snapshot.text, whole, prefix, suffix)]
    try:
        return find_parts(snapshot.text, parts, prefix, suffix)
    except Orphan as orphan:
        raise Refused([_why_orphan(orphan)], rule=f"passage_{orphan.reason}") from orphan


def locate_words(snapshot: Snapshot, words: Sequence[Words]) -> list[Span]:
    """The spans of a passage whose parts are named one by one; raises Refused with the reason.

    Parts that are named by their words alone are looked for together, as ``locate`` does.
    """
    if any(part.start is not None or part.end is not None for part in words):
        return [locate_part(snapshot.text, part) for part in words]
    beside = [(part.prefix, part.suffix) for part in words]
    inside = [suffix for _prefix, suffix in beside[:-1]] + [prefix for prefix, _s in beside[1:]]
    if any(inside):
        return [locate_part(snapshot.text, part) for part in words]
    exact = [strip_quotation_marks(part.exact) for part in words]
    try:
        return find_parts(snapshot.text, exact, words[0].prefix, words[-1].suffix) if words else []
    except Orphan as orphan:
        raise _refused(orphan, words[0].path if len(words) == 1 else words[0].path[:-1]) from orphan


def locate_part(text: str, words: Words) -> Span:
    """The span of one stretch of ``text``, by offsets or by words; raises Refused."""
    if words.start is None and words.end is None:
        try:
            return find(text, strip_quotation_marks(words.exact), words.prefix, words.suffix)
        except Orphan as orphan:
            raise _refused(orphan, words.path) from orphan
    if words.start is None or words.end is None:
        raise _misplaced(words.path, _("Give both ends of the passage, or neither."))
    try:
        found = selector(text, words.start, words.end, 0)
    except ValueError:
        raise _misplaced(
            words.path,
            _("There is no passage at this place: the text has %(length)s characters.")
            % {"length": len(text)},
        ) from None
    if words.exact and words.exact != found.exact:
        raise _misplaced(
            words.path,
            _("Other words stand at this place. Leave the offsets out to look for these words."),
        )
    return Span(words.start, words.end)


def _misplaced(path: Path, sentence: str) -> RefusedInPlaces:
    return RefusedInPlaces([Finding(path, sentence, "passage_misplaced")])


def _refused(orphan: Orphan, path: Path) -> RefusedInPlaces:
    return RefusedInPlaces([Finding(path, _why_orphan(orphan), f"passage_{orphan.reason}")])


def _why_orphan(orphan: Orphan) -> str:
    if orphan.reason == "empty":
        return _("Give the passage as the source prints it.")
    if orphan.reason == "ambiguous":
        return _(
            "This passage stands in the text %(places)s times. Paste some words more,"
            " or say what stands before or after it."
        ) % {"places": orphan.places}
    return _(
        "This passage does not stand in the text. Paste it exactly as the source prints it;"
        " where a reporting clause interrupts it, put each part on a line of its own."
    )


def anchor(occurrence: Occurrence, spans: Sequence[Span]) -> None:
    """Fix a saved occurrence at ``spans`` of its snapshot and bring the wordings into line.

    Must run inside ``recorded()``.
    """
    text = occurrence.snapshot.text
    existing = list(occurrence.segments.order_by("position"))
    for position, span in enumerate(spans, start=1):
        found = selector(text, span.start, span.end, CONTEXT)
        segment = existing.pop(0) if existing else Segment(occurrence=occurrence)
        segment.position = position
        segment.start, segment.end = span.start, span.end
        segment.exact, segment.prefix, segment.suffix = found.exact, found.prefix, found.suffix
        segment.save()
    for superfluous in existing:
        superfluous.delete()
    occurrence.wording = join_segments([text[span.start : span.end] for span in spans])
    occurrence.orphan = not _still_holds(occurrence, spans)
    occurrence.save()
    follow_preferred(occurrence.quote)


def prefer(occurrence: Occurrence) -> None:
    """Make this the occurrence whose wording and language are the quote's."""
    for other in occurrence.quote.occurrences.filter(preferred=True).exclude(pk=occurrence.pk):
        other.preferred = False
        other.save()
    occurrence.preferred = True
    occurrence.save()
    follow_preferred(occurrence.quote)


def follow_preferred(quote: Quote) -> None:
    """Give the quote the wording and the language of its preferred occurrence, if it has one."""
    preferred = quote.occurrences.filter(preferred=True).first()
    wording, language = (preferred.wording, preferred.language) if preferred else ("", "")
    if (quote.wording, quote.language) != (wording, language):
        quote.wording, quote.language = wording, language
        quote.save(update_fields=["wording", "language", "updated_at"])


def newest_whole_text(article: Article) -> Snapshot | None:
    """The snapshot that claims to hold the article's whole text and was seen last.

    Where a page went back to an earlier text, that is the one.
    """
    return whole_texts().filter(article=article).first()


def whole_texts() -> models.QuerySet[Snapshot]:
    """The snapshots that claim to hold a whole text, the one seen last first."""
    since = Coalesce("seen_again_at", "captured_at")
    return Snapshot.objects.filter(extent=Extent.WHOLE).order_by(since.desc(), "-id")


def _still_holds(occurrence: Occurrence, spans: Sequence[Span]) -> bool:
    """Whether the newest text of the article still prints the passage.

    A newer excerpt says nothing about what it leaves out.
    """
    newest = newest_whole_text(occurrence.snapshot.article)
    if newest is None or newest.current_since <= occurrence.snapshot.current_since:
        return bool(spans)
    try:
        places_in(newest.text, occurrence.snapshot.text, spans)
    except Orphan:
        return False
    return bool(spans)


def places_in(newer: str, text: str, spans: Sequence[Span]) -> list[Span]:
    """Where the passages that stand in ``text`` at ``spans`` stand in a newer text (code points).

    Raises Orphan where one of them has no certain place there.
    """
    selectors = [selector(text, span.start, span.end, CONTEXT) for span in spans]
    return [find(newer, found.exact, found.prefix, found.suffix) for found in selectors]


def mark_orphans(article: Article) -> list[Occurrence]:
    """Look for every passage of an article in its newest text; those not found are orphans."""
    orphans = []
    occurrences: models.QuerySet[Occurrence] = (
        Occurrence.objects.filter(snapshot__article=article)
        .select_related("snapshot__article")
        .prefetch_related("segments")
    )
    for occurrence in occurrences:
        spans = [Span(segment.start, segment.end) for segment in occurrence.segments.all()]
        orphan = not _still_holds(occurrence, spans)
        if orphan:
            orphans.append(occurrence)
        if orphan != occurrence.orphan:
            occurrence.orphan = orphan
            occurrence.save(update_fields=["orphan"])
    return orphans

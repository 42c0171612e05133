"""Which of a quote's wordings a reader sees first, and which beneath it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import get_language, gettext

from quotes.models import Occurrence, Quote, SpeechType, WordingOrigin
from quotes.text.languages import quotation_marks

# The nearer to the exact words, the sooner.
_BY_SPEECH_TYPE = {
    kind: rank
    for rank, kind in enumerate(
        (SpeechType.DIRECT, SpeechType.FRAGMENT, SpeechType.MIXED, SpeechType.INDIRECT)
    )
}


def wordings(quote: Quote) -> list[Occurrence]:
    """All occurrences: those in the reader's language first, then the preferred one.

    Where a list was asked for a language (``quote.asked_language``), that one is the reader's.
    Reads ``quote.occurrences``: prefetch those that may be shown.
    """
    language = _plain(getattr(quote, "asked_language", "")) or _readers_language()
    return sorted(
        quote.occurrences.all(),
        key=lambda row: (
            _plain(row.language) != language,
            not row.preferred,
            _BY_SPEECH_TYPE[SpeechType(row.speech_type)],
            row.pk,
        ),
    )


def shown_first(quote: Quote) -> Occurrence | None:
    """The first of its wordings; None where a draft has none."""
    return next(iter(wordings(quote)), None)


def shown_beneath(quote: Quote) -> Occurrence | None:
    """The original beneath a translation: an original wording, else the preferred occurrence."""
    first = shown_first(quote)
    if first is None or first.wording_origin == WordingOrigin.ORIGINAL:
        return None
    others: Sequence[Occurrence] = [
        row
        for row in quote.occurrences.all()
        if row.language != first.language
        and (row.preferred or row.wording_origin == WordingOrigin.ORIGINAL)
    ]
    return min(
        others,
        key=lambda row: (row.wording_origin != WordingOrigin.ORIGINAL, not row.preferred, row.pk),
        default=None,
    )


@dataclass(frozen=True)
class Wording:
    """One wording of a quote in one language, and every occurrence that prints it so."""

    occurrences: list[Occurrence]


def side_by_side(quote: Quote) -> list[Wording]:
    """Every wording of ``quote`` once, the reader's language first and originals before others.

    Empty where the first wording and the original beneath it are all there is: they stand side
    by side already.
    """
    grouped: dict[tuple[str, ...], list[Occurrence]] = {}
    for row in sorted(wordings(quote), key=_original_before_translations):
        key = (row.language, " ".join(row.wording.split()), row.speech_type, row.wording_origin)
        grouped.setdefault(key, []).append(row)
    shown = {row.pk for row in (shown_first(quote), shown_beneath(quote)) if row}
    if all(shown & {row.pk for row in rows} for rows in grouped.values()):
        return []
    return [Wording(rows) for rows in grouped.values()]


def _original_before_translations(row: Occurrence) -> tuple[bool, bool, str]:
    return (
        _plain(row.language) != _readers_language(),
        row.wording_origin != WordingOrigin.ORIGINAL,
        row.language,
    )


def marks_around(occurrence: Occurrence) -> tuple[str, str]:
    """The marks of the wording's own language around direct words and fragments; else none."""
    if occurrence.speech_type in (SpeechType.DIRECT, SpeechType.FRAGMENT):
        return quotation_marks(occurrence.language)
    return "", ""


def introduction(occurrence: Occurrence) -> str:
    """The source's own words that lead to what is no whole sentence of the speaker's, with a gap
    after them; empty for any other wording."""
    phrase = occurrence.reporting_phrase
    if not phrase or occurrence.speech_type == SpeechType.DIRECT:
        return ""
    return phrase if "…" in phrase else f"{phrase} …"


def in_marks(occurrence: Occurrence | None) -> str:
    """The wording in one line with its marks, for links, titles and descriptions."""
    if occurrence is None:
        return gettext("Quote without a wording")
    opening, closing = marks_around(occurrence)
    return opening + " ".join(occurrence.wording.split()) + closing


def _readers_language() -> str:
    return _plain(get_language() or "en")


def _plain(tag: str) -> str:
    """The language alone: script and region do not matter to who reads."""
    return tag.partition("-")[0]

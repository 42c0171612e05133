"""A quote as plain HTML to copy: a ``<blockquote>`` and who said it, without script or style."""

from collections.abc import Sequence

from django.utils.html import format_html
from django.utils.safestring import SafeString

from quotes.models import Attribution, Occurrence, Quote, SpeechType
from quotes.text.dates import show
from quotes.text.languages import direction, quotation_marks

from .site import Site


def blockquote(
    quote: Quote,
    occurrence: Occurrence,
    site: Site,
    language: str,
    *,
    original: Occurrence | None = None,
    labels: Sequence[str] = (),
    words: str = "",
    status: str = "",
) -> SafeString:
    """The wording of ``occurrence`` with its language, its speakers and the way to its sources.

    ``language`` is the active one ("de" or "en"), that of date, names and roles. ``original``
    stands beneath a translation; ``labels`` say how true to the words it is. ``words`` takes the
    place of the wording where that is too long; ``status`` is said before it, where the quote
    has one.
    """
    cite = site.identity(quote)
    return format_html(
        '{status}{shown}{beneath}<p>{by}. {labels}<a href="{cite}">{site}</a></p>',
        status=format_html("<p><strong>{}</strong></p>\n", status) if status else "",
        shown=_quoted(occurrence, words or occurrence.wording, cite),
        beneath=_quoted(original, original.wording, cite) if original else "",
        by=said_by(quote, language).rstrip("."),
        labels=format_html("({}) ", ", ".join(labels)) if labels else "",
        cite=cite,
        site=site.name,
    )


def said_by(quote: Quote, language: str) -> str:
    """Who, in which role then, and when: “Gen Nakatani, Minister of Defense of Japan, 8 …”.

    Reads ``quote.attributions`` with tenures and with speakers and their names.
    """
    people = "; ".join(_person(row) for row in quote.attributions.all())
    return ", ".join(part for part in (people, show(quote.said_on, language)) if part)


def _person(row: Attribution) -> str:
    name = row.speaker.display_name if row.speaker else row.description
    return f"{name}, {row.tenure.title}" if row.tenure else name


def _quoted(occurrence: Occurrence, words: str, cite: str) -> SafeString:
    opening, closing = (
        quotation_marks(occurrence.language)
        if occurrence.speech_type in (SpeechType.DIRECT, SpeechType.FRAGMENT)
        else ("", "")
    )
    return format_html(
        '<blockquote cite="{}" lang="{}"{}><p>{}{}{}</p></blockquote>\n',
        cite,
        occurrence.language,
        SafeString(' dir="rtl"') if direction(occurrence.language) == "rtl" else "",
        opening,
        " ".join(words.split()),
        closing,
    )

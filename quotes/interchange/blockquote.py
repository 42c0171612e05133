"""A quote as plain HTML to copy: a ``<blockquote>`` and who said it, without script or style."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

from quotes.models import Occurrence, Quote, SpeechType
from quotes.text.dates import show
from quotes.text.languages import direction, quotation_marks

from .site import Site


def blockquote(
    quote: Quote,
    occurrence: Occurrence,
    site: Site,
    language: str,
    *,
    words: str = "",
    status: str = "",
) -> SafeString:
    """The wording of ``occurrence`` with its language, its speakers and the way to its sources.

    ``language`` is that of date and names ("de" or "en"). ``words`` takes the place of the
    wording where that is too long; ``status`` is said before it, where the quote has one.
    Reads ``quote.attributions`` with speakers and their names.
    """
    opening, closing = (
        quotation_marks(occurrence.language)
        if occurrence.speech_type in (SpeechType.DIRECT, SpeechType.FRAGMENT)
        else ("", "")
    )
    people = ", ".join(
        row.speaker.display_name if row.speaker else row.description
        for row in quote.attributions.all()
    )
    date = show(quote.said_on, language)
    return format_html(
        '{status}<blockquote cite="{cite}" lang="{lang}"{dir}><p>{words}</p></blockquote>\n'
        '<p>{by}. <a href="{cite}">{site}</a></p>',
        status=format_html("<p><strong>{}</strong></p>\n", status) if status else "",
        cite=site.identity(quote),
        lang=occurrence.language,
        dir=SafeString(' dir="rtl"') if direction(occurrence.language) == "rtl" else "",
        words=f"{opening}{words or ' '.join(occurrence.wording.split())}{closing}",
        by=", ".join(part for part in (people, date) if part).rstrip("."),
        site=site.name,
    )

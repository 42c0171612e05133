"""How the public pages show words, dates and languages."""

from typing import Any

from django import template
from django.http import HttpRequest
from django.utils.encoding import escape_uri_path
from django.utils.translation import get_language

from quotes.models import Article, Occurrence
from quotes.pages.keyset import Listing
from quotes.pages.labels import Label, labels_of
from quotes.pages.wordings import (
    in_marks,
    marks_around,
    shown_beneath,
    shown_first,
    wordings,
)
from quotes.text import dates, languages

register = template.Library()

# BCP 47: the language of a text that we do not hold.
UNDETERMINED = "und"

register.filter("wordings", wordings)
register.filter("shown_first", shown_first)
register.filter("shown_beneath", shown_beneath)
register.filter("in_marks", in_marks)
register.filter("direction", languages.direction)
register.filter("machine_date", dates.machine)


@register.filter
def date_in_words(edtf: str) -> str:
    """“8 September 2025”, “September 2025”, “um 2025”; empty where nothing is known."""
    return dates.show(edtf, get_language() or "en")


@register.filter
def language_in_words(tag: str) -> str:
    """“Japanese”, in the reader's language."""
    return languages.language_name(tag, get_language() or "en")


@register.filter
def title_in_words(article: Article) -> str:
    """The headline, or what an article without one is known by: outlet, date and language."""
    if article.headline:
        return article.headline
    date = date_in_words(article.published_on)
    name = f"{article.outlet.name}, {date}" if date else article.outlet.name
    if article.language == UNDETERMINED:
        return name
    return f"{name} ({language_in_words(article.language)})"


@register.filter
def labels(occurrence: Occurrence) -> tuple[Label, Label]:
    """The labels of fidelity: speech type and origin of the wording."""
    return labels_of(occurrence)


@register.filter
def is_paraphrased(occurrence: Occurrence) -> bool:
    return marks_around(occurrence) == ("", "")


@register.inclusion_tag("pages/words.html")
def words(occurrence: Occurrence, size: str = "", link: str = "") -> dict[str, Any]:
    """The wording as one source prints it, set off, in the marks of its own language."""
    opening, closing = marks_around(occurrence)
    return {
        "text": occurrence.wording,
        "language": occurrence.language,
        "opening": opening,
        "closing": closing,
        "size": size,
        "link": link,
    }


@register.simple_tag(takes_context=True)
def address_with(context: template.Context, **parameters: str) -> str:
    """This page's address with some parameters of its query set anew; an empty one is left out."""
    request: HttpRequest = context["request"]
    query = _query_with(request, parameters)
    return f"?{query}" if query else escape_uri_path(request.path)


def _query_with(request: HttpRequest, parameters: dict[str, str]) -> str:
    query = request.GET.copy()
    for name, value in parameters.items():
        query.pop(name, None)
        if value:
            query[name] = value
    return query.urlencode()


@register.simple_tag(takes_context=True)
def next_page(context: template.Context, page: Listing) -> str:
    return address_with(context, **{page.parameter: page.next_cursor})


@register.simple_tag(takes_context=True)
def first_page(context: template.Context, page: Listing) -> str:
    return address_with(context, **{page.parameter: ""})

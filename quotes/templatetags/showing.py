"""How the public pages show words, dates and languages."""

from functools import lru_cache

from django import template
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.encoding import escape_uri_path
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from quotes.models import Article, Occurrence
from quotes.pages.against import warnings_of
from quotes.pages.keyset import Listing
from quotes.pages.labels import Label, labels_for, labels_of
from quotes.pages.wordings import (
    in_marks,
    introduction,
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
register.filter("warnings", warnings_of)
register.filter("introduction", introduction)
register.filter("in_marks", in_marks)
register.filter("direction", languages.direction)
register.filter("machine_date", dates.machine)


@register.filter
def date_in_words(edtf: str) -> str:
    """“8 September 2025”, “September 2025”, “um 2025”; empty where nothing is known."""
    return dates.show(edtf, get_language() or "en")


@register.filter
def date_element(edtf: str) -> SafeString:
    """The date in words, as HTML's <time> where it is a plain day, month or year."""
    words, machine = date_in_words(edtf), dates.machine(edtf)
    if not machine:
        return conditional_escape(words)
    return format_html('<time datetime="{}">{}</time>', machine, words)


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


@register.simple_tag
def label_items(occurrence: Occurrence, linked: bool = False) -> SafeString:
    """The labels of fidelity as items of a list; ``linked`` to where they are explained."""
    return _label_items(
        occurrence.speech_type, occurrence.wording_origin, linked, get_language() or "en"
    )


@lru_cache(maxsize=256)
def _label_items(speech_type: str, origin: str, linked: bool, language: str) -> SafeString:
    """In ``language``, which is the active one."""
    shown = {"labels": labels_for(speech_type, origin), "linked": linked}
    return render_to_string("pages/labels.html", shown)


@register.simple_tag
def words(
    occurrence: Occurrence, size: str = "", link: str = "", introduced: bool = False
) -> SafeString:
    """The wording as one source prints it, set off, in the marks of its own language.

    ``introduced``: above what is no whole sentence of the speaker's stand the words with which
    the source leads to it, as printed.
    """
    opening, closing = marks_around(occurrence)
    kind = "words" if opening else "words words-paraphrased"
    return format_html(
        '{introduction}<blockquote class="{kind}" lang="{language}" dir="{direction}">'
        "{before}{mark}{text}{closing}{after}</blockquote>",
        introduction=_introduction(occurrence) if introduced else "",
        kind=f"{kind} words-{size}" if size else kind,
        language=occurrence.language,
        direction=languages.direction(occurrence.language),
        before=format_html('<a href="{}">', link) if link else "",
        mark=format_html('<span class="words-mark">{}</span>', opening) if opening else "",
        text=occurrence.wording,
        closing=closing,
        after=SafeString("</a>") if link else "",
    )


def _introduction(occurrence: Occurrence) -> SafeString:
    phrase = introduction(occurrence)
    if not phrase:
        return SafeString("")
    return format_html(
        '<p class="introduction" lang="{}" dir="{}">{}</p>',
        occurrence.language,
        languages.direction(occurrence.language),
        phrase,
    )


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

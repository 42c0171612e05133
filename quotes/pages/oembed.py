"""``/oembed?url=…``: what to show of a quote or a statement for its address."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.defaultfilters import truncatechars
from django.urls import Resolver404, resolve, reverse
from django.utils import translation
from django.utils.html import format_html
from django.utils.text import Truncator
from django.views.decorators.http import conditional_page, require_safe

from quotes.interchange import oembed
from quotes.interchange.blockquote import blockquote, said_by
from quotes.interchange.site import Site
from quotes.models import JointStatement, Quote
from quotes.text import dates

from .address_language import in_this_language
from .against import warnings_of
from .cards import with_quote_cards, with_statement_cards
from .frame import Link, site_of
from .labels import names_of_labels
from .visible import public
from .wordings import in_marks, shown_beneath, shown_first

_FORMATS = {
    "json": (oembed.as_json, "application/json"),
    "xml": (oembed.as_xml, "text/xml"),
}


class Refused(Exception):
    """``status`` is one of those that the specification names, or 400."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


def oembed_links(request: HttpRequest, item: Quote | JointStatement) -> list[Link]:
    """By which a consumer finds the response for a page, in the language of the interface."""
    page = in_this_language(site_of(request).page(item))
    endpoint = reverse("pages:oembed")
    return [
        Link(media_type, oembed.discovery_address(endpoint, page, form), str(item)[:90])
        for form, media_type in (
            ("json", "application/json+oembed"),
            ("xml", "text/xml+oembed"),
        )
    ]


@conditional_page
@require_safe
def endpoint(request: HttpRequest) -> HttpResponse:
    try:
        write, media_type = _format(request)
        room = oembed.Room(_pixels(request, "maxwidth"), _pixels(request, "maxheight"))
        kind, pk, language = _asked_for(request)
        with translation.override(language):
            found = _SHOWN[kind](pk, site_of(request), room, language)
        response = HttpResponse(write(found), content_type=f"{media_type}; charset=utf-8")
        response["Content-Language"] = language
        response["Cache-Control"] = f"public, max-age={oembed.CACHE_AGE}"
    except Refused as refused:
        response = HttpResponse(
            f"{refused}\n", content_type="text/plain; charset=utf-8", status=refused.status
        )
    # Open to the scripts of every site: there is nothing here that is not public.
    response["Access-Control-Allow-Origin"] = "*"
    return response


def _format(request: HttpRequest) -> tuple[Callable[[dict[str, Any]], str], str]:
    form = request.GET.get("format", "json")
    if form not in _FORMATS:
        raise Refused(501, "There are two formats: json and xml.")
    return _FORMATS[form]


def _pixels(request: HttpRequest, name: str) -> int | None:
    text = request.GET.get(name)
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 6 and int(text)):
        raise Refused(400, f"{name} is a number of pixels, for example 600.")
    return int(text)


def _asked_for(request: HttpRequest) -> tuple[str, int, str]:
    """The kind and the id of the row whose page is asked for, and in which language."""
    address = request.GET.get("url", "")
    if not address:
        raise Refused(400, "The address of a page is missing: ?url=…")
    nothing = Refused(404, "Only public quotes and statements of this site can be embedded.")
    try:
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or parts.netloc != request.get_host():
            raise nothing
        match = resolve(unquote(parts.path, errors="strict"))
    except (ValueError, Resolver404) as error:
        raise nothing from error
    kind = match.view_name.removesuffix("-embed")
    if kind not in _SHOWN:
        raise nothing
    language = (parse_qs(parts.query).get("lang") or [settings.LANGUAGE_CODE])[0]
    if language not in dict(settings.LANGUAGES):
        language = settings.LANGUAGE_CODE
    return kind, match.kwargs["address"].pk, language


def _quote(pk: int, site: Site, room: oembed.Room, language: str) -> dict[str, Any]:
    quote = with_quote_cards(public(Quote), public).filter(pk=pk).first()
    occurrence = shown_first(quote) if quote else None
    if quote is None or occurrence is None:
        raise Refused(404, "There is no public quote at this address.")
    words = " ".join(occurrence.wording.split())
    by = said_by(quote, language) + ", ".join(labels := names_of_labels(occurrence))
    original = shown_beneath(quote)
    if original and not room.fits(words, original.wording, by):
        # Half of both would be worse than the words alone, which say that they are translated.
        original = None
    shortened = Truncator(words).chars(room.most_characters(by) or len(words))
    status = ", ".join(map(str, warnings_of(quote)))
    people = [row.speaker for row in quote.attributions.all() if row.speaker]
    return oembed.rich(
        site,
        title=truncatechars(in_marks(occurrence), 90),
        authors=[
            row.speaker.display_name if row.speaker else row.description
            for row in quote.attributions.all()
        ],
        author_url=site.page(people[0]) if len(people) == 1 else "",
        html=blockquote(
            quote,
            occurrence,
            site,
            language,
            original=original,
            labels=labels,
            words=shortened,
            status=status,
        ),
        width=room.taken_width,
        height=room.taken_height(shortened, by, *([original.wording] if original else [])),
    )


def _statement(pk: int, site: Site, room: oembed.Room, language: str) -> dict[str, Any]:
    statement = with_statement_cards(public(JointStatement)).filter(pk=pk).first()
    if statement is None:
        raise Refused(404, "There is no public statement at this address.")
    names = [row.speaker.display_name for row in statement.signatories.all()]
    said = (statement.get_kind_display(), dates.show(statement.issued_on, language))
    html = format_html(
        '<p><cite><a href="{}">{}</a></cite></p>\n<p>{}. {}</p>',
        site.identity(statement),
        statement.title,
        ", ".join(part for part in (*said, *names) if part),
        site.name,
    )
    return oembed.rich(
        site,
        title=statement.title,
        authors=names,
        author_url="",
        html=html,
        width=room.taken_width,
        height=room.taken_height(statement.title, ", ".join(names)),
    )


_SHOWN = {"pages:quote": _quote, "pages:statement": _statement}

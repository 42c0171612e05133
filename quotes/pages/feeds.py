"""Feeds of what was published last: all quotes, those of a speaker, on a topic, of a statement."""

from typing import Any, ClassVar

from django.conf import settings
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.defaultfilters import truncatechars
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.decorators import method_decorator
from django.utils.functional import Promise
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import conditional_page, require_safe

from quotes.interchange import feeds
from quotes.interchange.public_times import last_change_of_anything, last_changes_of_quotes
from quotes.interchange.site import Site
from quotes.models import JointStatement, Quote, Speaker, Topic

from .address_language import in_this_language, language_of
from .addresses import ItemAddress
from .cards import names_of_speakers, with_quote_cards
from .frame import Link, site_of
from .visible import Rows, of_shown, public
from .wordings import in_marks, shown_first

ENTRIES = 30
_FORMATS = {
    "atom": (feeds.atom, feeds.ATOM, "Atom"),
    "json": (feeds.json_feed, feeds.JSON_FEED, "JSON Feed"),
}
ALL_QUOTES: str | Promise = gettext_lazy("New quotes")


def feed_links(page: str, title: str | Promise) -> list[Link]:
    """Both feeds beneath the address of a page, in the language of the interface."""
    return [
        Link(media_type, in_this_language(f"{page}feed.{extension}"), title, name)
        for extension, (_write, media_type, name) in _FORMATS.items()
    ]


@conditional_page
@require_safe
def quote_feed(request: HttpRequest, extension: str) -> HttpResponse:
    with translation.override(language_of(request)):
        return _answer(request, extension, public(Quote), reverse("pages:quotes"), str(ALL_QUOTES))


@method_decorator(conditional_page, name="dispatch")
class ItemFeed(ItemAddress):
    """The quotes that have to do with one row."""

    extension = "atom"

    @property
    def suffix(self) -> str:  # type: ignore[override]
        return f"feed.{self.extension}"

    def quotes(self, item: Any) -> QuerySet[Any]:
        raise NotImplementedError

    def title(self, item: Any) -> str:
        return str(item)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with translation.override(language_of(request)):
            return super().get(request, *args, **kwargs)

    def answer(self, request: HttpRequest, item: Any) -> HttpResponse:
        page = item.get_absolute_url()
        identity = item.permanent_address
        return _answer(
            request, self.extension, self.quotes(item), page, self.title(item), identity=identity
        )


class SpeakerFeed(ItemFeed):
    model: ClassVar[Any] = Speaker

    def items(self, rows: Rows) -> QuerySet[Any]:
        return rows(Speaker).prefetch_related(names_of_speakers())

    def quotes(self, item: Speaker) -> QuerySet[Any]:
        return public(Quote).said_by(item)

    def title(self, item: Speaker) -> str:
        return item.display_name


class TopicFeed(ItemFeed):
    model: ClassVar[Any] = Topic

    def quotes(self, item: Topic) -> QuerySet[Any]:
        return public(Quote).about(item)


class StatementFeed(ItemFeed):
    model: ClassVar[Any] = JointStatement

    def quotes(self, item: JointStatement) -> QuerySet[Any]:
        return public(Quote).of_statement(item)


def _answer(
    request: HttpRequest,
    extension: str,
    quotes: QuerySet[Any],
    page: str,
    title: str,
    identity: str = "",
) -> HttpResponse:
    site = site_of(request)
    language = translation.get_language() or settings.LANGUAGE_CODE
    address = f"{site.address}{page}feed.{extension}?lang={language}"
    found = list(
        with_quote_cards(quotes, public)
        .prefetch_related(Prefetch("topics", of_shown(Topic)))
        .order_by("-first_published_at", "-pk")[:ENTRIES]
    )
    changed = last_changes_of_quotes(found)
    feed = feeds.Feed(
        # The same entries in another language are another feed.
        identity=f"{site.address}{identity or page}feed?lang={language}",
        title=f"{title} | {site.name}",
        subtitle=_("Who said what, when; how do we know; and what became of it."),
        page=f"{site.address}{page}?lang={language}",
        address=address,
        language=language,
        site=site,
        entries=[_entry(quote, site, language, changed[quote.pk]) for quote in found],
    )
    write, media_type, _name = _FORMATS[extension]
    response = HttpResponse(write(feed), content_type=f"{media_type}; charset=utf-8")
    response["Content-Language"] = language
    response["Cache-Control"] = "public, no-cache"
    # When anything public last changed: what leaves a feed by being withdrawn has no time in it.
    last = last_change_of_anything()
    if last is not None:
        response["Last-Modified"] = http_date(last.timestamp())
    return response


def _entry(quote: Quote, site: Site, language: str, changed: Any) -> feeds.Entry:
    people = [
        row.speaker.display_name if row.speaker else row.description
        for row in quote.attributions.all()
    ]
    words = truncatechars(in_marks(shown_first(quote)), 90)
    return feeds.Entry(
        identity=site.identity(quote),
        address=site.page(quote),
        title=f"{', '.join(people)}: {words}",
        html=render_to_string(
            "feeds/quote.html", {"quote": quote, "site": site.address, "LANGUAGE_CODE": language}
        ),
        published=quote.first_published_at,  # type: ignore[arg-type]  # what is public has a time
        updated=changed,
        language=language,
        authors=people,
        topics=[topic.name for topic in quote.topics.all()],
    )

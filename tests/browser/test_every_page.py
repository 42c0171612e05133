"""Every public page in a real browser: no barrier, no sideways scrolling, nothing from elsewhere.

The addresses come from the URL configuration, so that a new page is looked at from its first day.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.test import Client
from django.urls import get_resolver, reverse
from playwright.sync_api import Page, expect

from quotes.editorial.recording import recorded
from quotes.models import Article, JointStatement, Quote, Speaker, Topic
from tests.barriers import assert_no_barrier
from tests.factories import UserFactory, withdraw
from tests.pages.test_no_leaks import routes

NARROW, WIDE = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
ERRORS = ("/nowhere/", "/quotes/?after=%00", "/quotes/?year=abc&speaker=n", "/quotes/999999/")


# Asks for something else than an item, and answers with XML.
FOR_MACHINES = ("pages:sitemap-part",)


def examples() -> dict[str, Any]:
    """For each kind of page the item that has most to show, by the first part of its address."""
    return {
        "quotes": Quote.objects.published().get(wording__startswith="両大臣は、急変する"),
        "statements": JointStatement.objects.published().get(),
        "articles": Article.objects.published().get(outlet__name="vietnam.vn"),
        "speakers": Speaker.objects.published().get(name="Ahn Gyu-back"),
    }


def public_pages() -> Iterator[str]:
    """The address of one page of each kind, of those that answer with HTML."""
    items = examples()
    client = Client()
    for name, parameters in routes(get_resolver()):
        if not name.startswith("pages:") or parameters == {"pk"} or name in FOR_MACHINES:
            continue
        if not parameters:
            address = reverse(name)
        else:
            # Whatever else an address may ask for, this test must learn of first.
            assert parameters == {"address"}, name
            kind = reverse(name, args=["1"]).split("/")[1]
            item = items.get(kind) or _any(kind)
            address = reverse(name, args=[item.address])
        answer = client.get(address)
        if answer["Content-Type"].startswith("text/html"):
            assert answer.status_code == 200, address
            yield address


def _any(kind: str) -> Any:
    models = {model.address_root: model for model in _addressed()}
    item = models[kind].objects.published().first()
    assert item, f"The dossier has nothing to show at /{kind}/."
    return item


def _addressed() -> list[Any]:
    quotes = apps.get_app_config("quotes")
    return [model for model in quotes.get_models() if hasattr(model, "address_root")]


@pytest.fixture
def pages(transactional_db: None, settings: Any) -> list[str]:
    settings.WORTLAUT_IMPRINT = "Verein Wortlaut\nBerlin\n\nVorstand: N. N."
    settings.WORTLAUT_CONTACT_EMAIL = "redaktion@wortlaut.example"
    call_command("load_dossier", verbosity=0)
    _change(examples()["quotes"])
    return list(public_pages())


def _change(quote: Quote) -> None:
    """So that its history has something to tell: a field, a topic, a name."""
    editor = UserFactory()
    with recorded(editor, "Probe"):
        quote.addressee, quote.context = "報道陣", "Nach dem Treffen in Seoul."
        quote.save()
    with recorded(editor, "Probe"):
        quote.topics.add(*Topic.objects.exclude(quotes=quote)[:1])
    with recorded(editor, "Probe"):
        quote.attributions.filter(position=1).update(name_as_printed="両大臣")


@pytest.fixture
def withdrawn(pages: list[str]) -> list[str]:
    """Addresses of what was withdrawn: its page and its frame."""
    quote = Quote.objects.published().filter(relations_to=None, statement_links=None).first()
    assert quote
    withdraw(quote)
    return [f"/quotes/{quote.pk}/", f"/quotes/{quote.pk}/embed/"]


# Barriers are sought (which takes most of the time) in each colour scheme, size and language once.
@pytest.mark.parametrize(
    ("scheme", "size", "language", "seeks_barriers"),
    [
        ("light", NARROW, "de", True),
        ("dark", NARROW, "en", False),
        ("light", WIDE, "de", False),
        ("dark", WIDE, "en", True),
    ],
)
def test_no_page_has_a_barrier_scrolls_sideways_or_asks_another_host(
    page_of: Callable[..., Page],
    pages: list[str],
    withdrawn: list[str],
    scheme: Any,
    size: Any,
    language: str,
    seeks_barriers: bool,
):
    page = page_of()
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme)
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on(
        "console",
        lambda message: (
            complaints.append(f"{page.url}: {message.text}")
            if message.type in ("error", "warning")
            else None
        ),
    )
    assert len(pages) > 15
    for address in (*pages, *withdrawn, *ERRORS):
        answer = page.goto(f"{address}{'&' if '?' in address else '?'}lang={language}")
        assert answer
        if answer.status >= 400:
            # The browser itself complains of the status.
            complaints[:] = [one for one in complaints if f" {answer.status} " not in one]
        expect(page.locator("html")).to_have_attribute("lang", language)
        if seeks_barriers:
            assert_no_barrier(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], address
    assert complaints == []
    origin = page.evaluate("location.origin")
    assert [url for url in asked if not url.startswith(f"{origin}/")] == []
    assert asked

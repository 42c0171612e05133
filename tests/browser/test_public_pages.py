"""The public pages in a real browser: reachable, light, wide and narrow, on paper."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.management import call_command
from django.db import transaction
from playwright.sync_api import Page, expect

from quotes.models import Article, Event, JointStatement, Quote, Speaker
from tests.factories import published_quote

STATIC = Path(__file__).parents[2] / "quotes" / "static" / "quotes"
NARROW = {"width": 390, "height": 844}
WIDE = {"width": 1600, "height": 1000}


@pytest.fixture
def pages(transactional_db: None) -> list[str]:
    """Addresses of one page of each kind, from the dossier."""
    call_command("load_dossier", verbosity=0)
    items = [
        Quote.objects.published().get(wording__startswith="当局間の協力"),
        JointStatement.objects.published().get(),
        Article.objects.published().get(outlet__name="vietnam.vn"),
        Speaker.objects.published().get(name="Gen Nakatani"),
        Event.objects.published().earliest("held_on_sort"),
    ]
    return ["/", "/quotes/", "/speakers/", *(item.get_absolute_url() for item in items)]


@pytest.fixture
def quote_page(transactional_db: None) -> str:
    """The address of a single German quote."""
    with transaction.atomic():
        return published_quote().get_absolute_url()


def test_no_page_has_a_barrier_or_scrolls_sideways(page_of: Callable[..., Page], pages: list[str]):
    page = page_of()
    for scheme, size, language in (("light", NARROW, "de"), ("dark", WIDE, "en")):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        for address in pages:
            page.goto(f"{address}?lang={language}")
            expect(page.locator("html")).to_have_attribute("lang", language)
            found = Axe().run(page)
            assert found.violations_count == 0, found.generate_report()
            assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], address


def test_a_reader_comes_from_home_to_the_very_words_in_the_source(
    page_of: Callable[..., Page], pages: list[str]
):
    page = page_of()
    page.goto("/?lang=en")
    page.get_by_role("navigation", name="Sections").get_by_role("link", name="Speakers").click()
    page.get_by_role("link", name="Gen Nakatani").click()
    page.get_by_role("link", name="Persistently fostering rapport").click()
    expect(page.get_by_text("当局間の協力・連携を持続的に強化するためには").first).to_be_visible()
    source = page.get_by_role("article").filter(has_text="vietnam.vn")
    link = source.get_by_role("link", name="Open the passage at vietnam.vn")
    address = unquote(link.get_attribute("href") or "")
    assert address.startswith("https://www.vietnam.vn/de/bo-truong-quoc-phong-nhat-ban")
    assert "#:~:text=" in address
    assert "geduldig Vertrauen aufzubauen" in address


def test_the_keyboard_reaches_the_content_first_and_shows_where_it_is(
    page_of: Callable[..., Page], quote_page: str
):
    page = page_of()
    page.goto("/quotes/?lang=en")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    assert focused.evaluate("link => link.closest('main') !== null")
    assert focused.evaluate("link => getComputedStyle(link).outlineStyle") == "solid"


def test_the_reader_changes_the_language_and_it_stays(
    page_of: Callable[..., Page], pages: list[str]
):
    page = page_of()
    page.goto(pages[3])
    page.get_by_role("link", name="Deutsch").click()
    expect(page.locator("html")).to_have_attribute("lang", "de")
    expect(page.locator(".words").first).to_contain_text("geduldig Vertrauen aufzubauen“")
    page.goto(pages[4])
    expect(page.locator("html")).to_have_attribute("lang", "de")


def test_marks_hang_outside_the_edge_on_which_the_words_stand(
    page_of: Callable[..., Page], quote_page: str
):
    page = page_of()
    page.set_viewport_size(NARROW)
    page.goto(f"{quote_page}?lang=de")
    words, mark = page.locator(".words").first, page.locator(".words-mark").first
    edge, hanging = words.bounding_box(), mark.bounding_box()
    assert edge
    assert hanging
    assert 0 <= hanging["x"] < hanging["x"] + hanging["width"] <= edge["x"] + 1


def test_on_paper_the_sources_addresses_are_printed_and_the_navigation_is_not(
    page_of: Callable[..., Page], quote_page: str
):
    page = page_of()
    page.goto(f"{quote_page}?lang=en")
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="Sections")).to_be_hidden()
    after = "link => getComputedStyle(link, '::after').content"
    assert "https://" in page.locator(".source-link a").first.evaluate(after)


def test_style_weighs_less_than_fifty_kilobytes_and_there_is_no_script(
    page_of: Callable[..., Page], quote_page: str
):
    page = page_of()
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    page.goto(quote_page)
    assert all(url.startswith(page.evaluate("location.origin")) for url in requested)
    assert not [url for url in requested if url.endswith(".js")]
    assert page.locator("script, style, [style]").count() == 0
    assert (STATIC / "site.css").stat().st_size < 50_000

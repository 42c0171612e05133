"""The public pages in a real browser: reachable, light, wide and narrow, on paper."""

import re
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote

import pytest
from django.core.management import call_command
from django.db import transaction
from playwright.sync_api import Page, expect

from benchmarks.page_figures import HEAVIEST, figures
from quotes.models import Article, Event, JointStatement, Quote, Speaker
from tests.factories import published_quote

NARROW = {"width": 390, "height": 844}


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


def test_a_reader_of_the_german_article_finds_what_was_said_in_japanese(
    page_of: Callable[..., Page], pages: list[str]
):
    page = page_of()
    page.set_viewport_size(NARROW)
    page.goto(f"{pages[5]}?lang=de")
    expect(page.locator("mark").filter(has_text="geduldig Vertrauen aufzubauen")).to_be_visible()
    page.get_by_role("link", name="„Um die Zusammenarbeit").click()
    # His own language first, as the machine's translation that it is; the original beneath.
    words = page.get_by_role("region", name="Der Wortlaut")
    german, japanese = words.locator(".words").all()
    expect(german).to_contain_text("geduldig Vertrauen aufzubauen“")
    expect(words.get_by_role("link", name="maschinell übersetzt")).to_have_accessible_description(
        re.compile("Maschine")
    )
    expect(japanese).to_have_attribute("lang", "ja")
    expect(japanese).to_contain_text("「当局間の協力・連携を持続的に強化するためには")
    # And from there to these very words in the Japanese source.
    source = page.get_by_role("article").filter(
        has_text="Jiji Press, 8. September 2025 (Japanisch)"
    )
    expect(source.locator("mark")).to_contain_text("粘り強く醸成することが必要だ")
    address = unquote(source.locator(".source-link a").get_attribute("href") or "")
    assert address.startswith("https://www.nippon.com/ja/news/yjj2025090800754/#:~:text=")
    assert "当局間の協力" in address


def test_a_label_explains_itself_to_the_pointer_and_to_the_keyboard(
    page_of: Callable[..., Page], quote_page: str
):
    page = page_of()
    page.goto(f"{quote_page}?lang=en")
    label = page.get_by_role("region", name="The words").get_by_role("link", name="direct")
    shown = "label => getComputedStyle(label, '::after').content"
    assert label.evaluate(shown) == "none"
    label.hover()
    assert "Printed as the exact words" in label.evaluate(shown)
    page.mouse.move(0, 0)
    assert label.evaluate(shown) == "none"
    page.locator("h1").evaluate("h1 => h1.setAttribute('tabindex', '-1') || h1.focus()")
    page.keyboard.press("Tab")
    expect(label).to_be_focused()
    assert "Printed as the exact words" in label.evaluate(shown)
    expect(label).to_have_accessible_description("Printed as the exact words, in quotation marks.")


def test_a_bar_of_a_speakers_years_leads_to_the_quotes_of_that_year(
    page_of: Callable[..., Page], pages: list[str]
):
    page = page_of()
    page.goto("/speakers/?lang=en")
    page.get_by_role("link", name="Ahn Gyu-back").click()
    chart = page.get_by_role("group", name="Years")
    bars = chart.get_by_role("link")
    expect(bars).to_have_count(2)
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        edges = [bar.bounding_box() for bar in bars.all()]
        assert all(edge and edge["x"] >= 0 and edge["width"] >= 24 for edge in edges)
    bars.last.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="to conduct mutual visits every year")).to_be_visible()
    assert "year=2026" in page.url
    assert page.get_by_role("article").count() > 1
    assert page.locator("main time").evaluate_all(
        "times => times.every(time => time.dateTime.startsWith('2026'))"
    )


@pytest.fixture
def serve_elsewhere() -> Iterator[Callable[[str], str]]:
    """Serves a page from another origin and gives its address."""
    served: list[str] = []

    class Elsewhere(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(served[-1].encode())

        def log_message(self, *arguments: object) -> None:
            """Quietly."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere)
    threading.Thread(target=server.serve_forever, daemon=True).start()

    def serve(page: str) -> str:
        served.append(f"<!DOCTYPE html><title>Elsewhere</title>{page}")
        return f"http://127.0.0.1:{server.server_port}/"

    yield serve
    server.shutdown()
    server.server_close()


def test_a_frame_shows_the_quote_on_the_page_of_somebody_else(
    page_of: Callable[..., Page], quote_page: str, serve_elsewhere: Callable[[str], str]
):
    page = page_of()
    page.goto(f"{quote_page}?lang=en")
    copied = page.locator("#copy-framed").input_value()
    assert copied.startswith("<iframe ")
    kept = page.context.cookies()
    page.goto(serve_elsewhere(copied))
    frame = page.frame_locator("iframe")
    expect(frame.get_by_text("geduldig Vertrauen aufzubauen")).to_be_visible()
    expect(frame.get_by_role("link", name="All sources at Wortlaut")).to_be_visible()
    assert page.context.cookies(page.frames[-1].url) == kept


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


def test_style_and_script_weigh_less_than_fifty_kilobytes_and_nothing_shifts(
    page_of: Callable[..., Page], pages: list[str]
):
    page = page_of()
    page.set_viewport_size(NARROW)
    page.goto(pages[3])
    taken = figures(page)
    assert 0 < taken.code < HEAVIEST
    assert taken.shift == 0
    assert page.locator("style, [style], script:not([type='application/ld+json'])").count() == 0


def test_the_words_of_a_card_show_that_they_are_a_link_to_pointer_and_keyboard(
    page_of: Callable[..., Page], quote_page: str
):
    page = page_of()
    page.goto("/quotes/?lang=en")
    link, card = page.locator(".card .words a").first, page.locator(".card-quote").first
    underline = "link => getComputedStyle(link).textDecorationLine"
    bar = "card => getComputedStyle(card).boxShadow"
    assert link.evaluate(underline) == "none"
    assert card.evaluate(bar) == "none"
    link.hover()
    assert link.evaluate(underline) == "underline"
    assert card.evaluate(bar) != "none"
    page.mouse.move(0, 0)
    assert card.evaluate(bar) == "none"
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert link.evaluate(underline) == "underline"
    assert card.evaluate(bar) != "none"


def test_the_sections_stand_in_one_row_on_a_narrow_screen(
    page_of: Callable[..., Page], quote_page: str
):
    page = page_of()
    page.set_viewport_size(NARROW)
    for language, name in (("de", "Bereiche"), ("en", "Sections")):
        page.goto(f"/?lang={language}")
        links = page.get_by_role("navigation", name=name).get_by_role("link")
        boxes = [box for link in links.all() if (box := link.bounding_box())]
        assert len(boxes) == 6
        assert len({box["y"] for box in boxes}) == 1
        # What is too long for the screen moves by itself, not the page.
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
        links.last.scroll_into_view_if_needed()
        expect(links.last).to_be_in_viewport(ratio=1)


# Lower than any card, which is as high as its frame where it needs no more.
LOW = 100


def height_of_frame(page: Page, address: str) -> int:
    """What the text to copy gives the frame, in pixels."""
    page.goto(address)
    copied = page.locator("#copy-framed").input_value()
    return int(re.search(r'height="(\d+)"', copied)[1])  # type: ignore[index]


def test_a_frame_is_as_high_as_the_card_on_a_narrow_page(
    page_of: Callable[..., Page], pages: list[str]
):
    page = page_of()
    page.set_viewport_size({"width": NARROW["width"], "height": LOW})
    listed = Quote.objects.published().order_by("pk")
    addresses = [pages[4], *(quote.get_absolute_url() for quote in listed[:8])]
    for address in addresses:
        for language in ("de", "en"):
            given = height_of_frame(page, f"{address}?lang={language}")
            page.goto(f"{address}embed/?lang={language}")
            drawn = page.locator("body").evaluate("body => body.offsetHeight")
            # Never cut off; with a third as much again to spare at most, or a few lines.
            assert drawn <= given <= drawn * 1.35 + 30


def test_on_a_wide_page_the_card_fills_its_frame_without_an_edge_of_the_browsers(
    page_of: Callable[..., Page], quote_page: str, serve_elsewhere: Callable[[str], str]
):
    page = page_of()
    page.set_viewport_size({"width": 900, "height": 900})
    given = height_of_frame(page, f"{quote_page}?lang=de")
    copied = page.locator("#copy-framed").input_value()
    page.goto(serve_elsewhere(f'<div style="width: 720px">{copied}</div>'))
    outer = page.locator("iframe").evaluate("frame => [frame.offsetWidth, frame.offsetHeight]")
    assert outer == [720, given]
    inside = page.frame_locator("iframe")
    body, foot = inside.locator("body"), inside.locator(".embed-foot")
    # The whole of the frame is the card's: neither an edge around it nor a bar to scroll.
    assert body.evaluate("body => [body.offsetWidth, body.offsetHeight]") == [720, given]
    edges = "part => [part.getBoundingClientRect().top, part.getBoundingClientRect().bottom]"
    top, bottom = inside.locator("main").evaluate(edges)
    foot_top, foot_bottom = foot.evaluate(edges)
    assert given - 24 <= foot_bottom < given
    # There is room to spare, and the words stand in the middle of it.
    assert top > 50
    assert abs(top - (foot_top - bottom)) < 24

"""“Report an error” in a real browser: without barriers, by keyboard, nothing typed lost."""

from collections.abc import Callable

import pytest
from django.db import transaction
from playwright.sync_api import Page, expect

from quotes.models import ErrorReport
from quotes.pages import reports
from tests.barriers import assert_no_barrier
from tests.factories import published_quote

NARROW = {"width": 390, "height": 844}
WIDE = {"width": 1280, "height": 900}


@pytest.fixture
def quote_page(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a quote; its form takes as little time as a test does."""
    monkeypatch.setattr(reports, "SHORTEST", 0)
    with transaction.atomic():
        return published_quote().get_absolute_url()


def test_the_form_has_no_barrier_and_fits(page_of: Callable[..., Page], quote_page: str):
    page = page_of()
    for scheme, size, language in (("light", NARROW, "de"), ("dark", WIDE, "en")):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        for suffix in ("report/", "report/sent/"):
            page.goto(f"{quote_page}{suffix}?lang={language}")
            _has_no_barrier(page)
        page.goto(f"{quote_page}report/?lang={language}")
        page.locator("button[type=submit]").click()
        expect(page.get_by_role("alert")).to_be_visible()
        _has_no_barrier(page)


def _has_no_barrier(page: Page) -> None:
    assert_no_barrier(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_reader_reports_an_error_by_keyboard(page_of: Callable[..., Page], quote_page: str):
    page = page_of()
    page.goto(f"{quote_page}?lang=en")
    page.get_by_role("link", name="Report an error").click()
    page.get_by_label("the translation is wrong").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.type("zu kurz")
    page.keyboard.press("Tab")
    # What stays empty is reached by nobody.
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    said = page.get_by_label("What should it say")
    expect(said).to_have_value("zu kurz")
    expect(said).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label("the translation is wrong")).to_be_checked()
    assert not ErrorReport.objects.exists()
    said.fill("„Vertrauen aufzubauen“ ist zu schwach.")
    page.get_by_role("button", name="Send the report").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you for your report")
    assert ErrorReport.objects.get().kind == "translation"
    page.get_by_role("link", name="Back to the page it is about").click()
    assert page.url.endswith(quote_page)

"""An article worked through by keys alone."""

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from quotes.models import Decision, Quote
from tests.article_worked_on import captured, proposed
from tests.factories import draft_quote

from .opened import at_hand, open_workbench


class Keys:
    """A keyboard that counts."""

    def __init__(self, page: Page) -> None:
        self.page, self.pressed = page, 0

    def __call__(self, *keys: str) -> None:
        for key in keys:
            self.pressed += 1
            self.page.keyboard.press(key)


def test_reject_undo_next_and_previous(page_of: Callable[..., Page], edith: Any):
    pieces = proposed(captured())
    page = page_of(edith)
    open_workbench(page, pieces["3"].snapshot)
    press = Keys(page)
    press("x")
    at_hand(page, pieces["5"])
    expect(page.locator("#wb-told")).to_contain_text("Rejected: “Beide Seiten stimmten")
    press("j")
    at_hand(page, pieces["6a"])
    press("k")
    at_hand(page, pieces["5"])
    press("ArrowUp")
    at_hand(page, pieces["3"])
    expect(page.locator(".wb-decided")).to_have_text("edith rejected this")
    press("n")
    at_hand(page, pieces["5"])
    press("u")
    at_hand(page, pieces["3"])
    expect(page.locator("#wb-progress")).to_have_text("0 of 12 decided")
    press("u")
    expect(page.locator("#wb-told")).to_have_text("There is nothing to undo.")
    page.reload()
    at_hand(page, pieces["3"])
    assert not Decision.objects.exists()


def test_what_is_alike_is_taken_with_its_number(page_of: Callable[..., Page], edith: Any):
    pieces = proposed(captured())
    quote = draft_quote(pieces["5"].exact)
    page = page_of(edith)
    open_workbench(page, pieces["5"].snapshot, pieces["5"])
    expect(page.locator("[data-similar]")).to_have_count(1)
    page.keyboard.press("1")
    at_hand(page, pieces["6a"])
    assert quote.occurrences.count() == 2


def test_all_of_a_speaker_and_publishing(page_of: Callable[..., Page], edith: Any, settings: Any):
    settings.WORTLAUT_TWO_PAIRS_OF_EYES = False
    pieces = proposed(captured())
    page = page_of(edith)
    open_workbench(page, pieces["6a"].snapshot, pieces["6a"])
    page.keyboard.press("s")
    expect(page.get_by_role("button", name="All 4 of this speaker")).to_be_visible()
    page.keyboard.press("Shift+A")
    expect(page.locator("#wb-progress")).to_have_text("4 of 12 decided")
    expect(page.locator("#wb-drafts")).to_contain_text("5 are ready, the article included.")
    page.keyboard.press("g")
    expect(page.locator("#wb-told")).to_contain_text("5 published.")
    assert Quote.objects.published().count() == 4


def test_single_keys_can_be_switched_off(page_of: Callable[..., Page], edith: Any):
    pieces = proposed(captured())
    page = page_of(edith)
    open_workbench(page, pieces["5"].snapshot, pieces["5"])
    page.get_by_label("Single keys do something").uncheck()
    page.locator("#wb-panel").focus()
    page.keyboard.press("x")
    page.reload()
    page.locator("#workbench[data-ready]").wait_for()
    page.keyboard.press("x")
    page.get_by_role("link", name=re.compile("^Next")).click()
    at_hand(page, pieces["6a"])
    assert not Decision.objects.exists()

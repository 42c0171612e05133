"""What became of a candidate is seen in the text and in the list, without either sent anew."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, Response, expect

from quotes.editorial.candidates import reject
from tests.article_worked_on import captured, proposed

from .opened import at_hand, open_workbench


def test_a_decision_shows_in_the_text_and_in_the_list(page_of: Callable[..., Page], edith: Any):
    pieces = proposed(captured())
    reject(pieces["9"], edith)
    page = page_of(edith)
    open_workbench(page, pieces["5"].snapshot, pieces["5"])
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer) if "/do/" in answer.url else None)
    mark = page.locator(f'mark[data-first][data-candidate="{pieces["5"].pk}"]')
    line = page.locator(f'#wb-lines li:has([data-candidate="{pieces["5"].pk}"])')
    page.keyboard.press("x")
    at_hand(page, pieces["6a"])
    expect(mark).to_contain_class("kind-direct is-rejected")
    expect(mark).to_have_attribute("title", "direct, rejected")
    expect(line).to_have_class("is-rejected")
    expect(line.locator(".quiet")).to_have_text("direct · rejected")
    current = page.locator("#wb-lines [aria-current=true]")
    expect(current).to_have_attribute("data-candidate", str(pieces["6a"].pk))
    page.keyboard.press("u")
    at_hand(page, pieces["5"])
    expect(mark).to_contain_class("kind-direct is-open current")
    expect(mark).to_have_attribute("title", "direct, open")
    assert [set(answer.json()) & {"text", "lines"} for answer in answers] == [set(), set()]


def test_another_kind_shows_in_the_text_and_in_the_list(page_of: Callable[..., Page], edith: Any):
    pieces = proposed(captured())
    page = page_of(edith)
    open_workbench(page, pieces["5"].snapshot, pieces["5"])
    page.locator("#wb-kind").select_option("mixed")
    mark = page.locator(f'mark[data-first][data-candidate="{pieces["5"].pk}"]')
    expect(mark).to_contain_class("kind-mixed is-open current")
    line = page.locator(f'#wb-lines li:has([data-candidate="{pieces["5"].pk}"])')
    expect(line.locator(".quiet")).to_have_text("mixed · open")

"""Two editors on one text see each other’s decisions."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from quotes.editorial.candidates import reject
from tests.article_worked_on import captured, proposed

from .opened import at_hand, open_workbench


def test_two_editors_see_each_others_decisions(page_of: Callable[..., Page], edith: Any, rosa: Any):
    pieces = proposed(captured())
    ediths, rosas = page_of(edith), page_of(rosa)
    open_workbench(ediths, pieces["5"].snapshot, pieces["5"])
    open_workbench(rosas, pieces["5"].snapshot, pieces["9"])
    rosas.keyboard.press("x")
    expect(rosas.locator("#wb-progress")).to_have_text("1 of 12 decided")
    expect(ediths.locator("#wb-progress")).to_have_text("1 of 12 decided")
    expect(ediths.locator("#wb-told")).to_contain_text("rosa rejected this: “streben die beiden")
    at_hand(ediths, pieces["5"])


def test_a_decision_that_somebody_else_has_made_is_said(
    page_of: Callable[..., Page], edith: Any, rosa: Any
):
    pieces = proposed(captured())
    page = page_of(edith)
    open_workbench(page, pieces["5"].snapshot, pieces["5"])
    page.route("**/workbench/state/**", lambda route: route.abort())
    reject(pieces["5"], rosa)
    page.keyboard.press("s")
    expect(page.locator("#wb-alert")).to_contain_text("rosa has rejected this already.")
    expect(page.locator(".wb-decided")).to_have_text("rosa rejected this")

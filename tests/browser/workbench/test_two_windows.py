"""One editor with two windows on one text: what waits is done once, and neither forgets it."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from quotes.models import Candidate, Decision
from tests.article_worked_on import captured, proposed

from .opened import at_hand, open_workbench, saved

DO = "**/workbench/do/"


def cut_off(page: Page) -> None:
    page.route(DO, lambda route: route.abort())


def unsaved(page: Page) -> None:
    expect(page.locator("#wb-saved")).to_contain_text("Not saved yet")


def test_what_another_window_sent_and_took_back_is_not_sent_again(
    page_of: Callable[..., Page], edith: Any
):
    pieces = proposed(captured())
    first = page_of(edith)
    open_workbench(first, pieces["5"].snapshot, pieces["5"])
    cut_off(first)
    first.keyboard.press("x")
    unsaved(first)
    second = first.context.new_page()
    open_workbench(second, pieces["5"].snapshot, pieces["5"])
    expect(second.locator("#wb-progress")).to_have_text("1 of 12 decided")
    saved(second)
    second.keyboard.press("u")
    expect(second.locator("#wb-progress")).to_have_text("0 of 12 decided")
    first.unroute(DO)
    saved(first)
    assert not Decision.objects.exists()


def test_a_window_that_is_closed_leaves_what_it_did_not_send_to_the_next(
    page_of: Callable[..., Page], edith: Any
):
    pieces = proposed(captured())
    first = page_of(edith)
    open_workbench(first, pieces["5"].snapshot, pieces["5"])
    second = first.context.new_page()
    open_workbench(second, pieces["9"].snapshot, pieces["9"])
    for page in (first, second):
        cut_off(page)
        page.keyboard.press("x")
        unsaved(page)
    first.close()
    second.unroute(DO)
    saved(second)
    open_workbench(second, pieces["3"].snapshot, pieces["3"])
    expect(second.locator("#wb-progress")).to_have_text("2 of 12 decided")
    at_hand(second, pieces["6a"])
    assert {row.candidate for row in Decision.objects.all()} == {pieces["5"], pieces["9"]}


def test_an_action_on_its_way_is_done_once_though_a_window_opened_meanwhile_sends_it_too(
    page_of: Callable[..., Page], edith: Any
):
    pieces = proposed(captured())
    first = page_of(edith)
    open_workbench(first, pieces["12"].snapshot, pieces["12"])
    held: list[Any] = []
    first.route(DO, lambda route: held.append(route))
    first.keyboard.press("x")
    expect(first.locator("#wb-saved")).to_have_text("Saving …")
    second = first.context.new_page()
    open_workbench(second, pieces["12"].snapshot, pieces["12"])
    expect(second.locator("#wb-progress")).to_have_text("1 of 12 decided")
    saved(second)
    second.keyboard.press("u")
    expect(second.locator("#wb-progress")).to_have_text("0 of 12 decided")
    [route] = held
    route.continue_()
    saved(first)
    expect(first.locator("#wb-alert")).to_have_text("")
    assert not Decision.objects.exists()


def borders_moved_in_vain(page_of: Callable[..., Page], edith: Any) -> tuple[Candidate, Page, Page]:
    """Two windows, both cut off: the second found what the first could not send."""
    piece = proposed(captured())["5"]
    first = page_of(edith)
    open_workbench(first, piece.snapshot, piece)
    cut_off(first)
    first.keyboard.press("Shift+ArrowLeft")
    unsaved(first)
    second = first.context.new_page()
    cut_off(second)
    open_workbench(second, piece.snapshot, piece)
    unsaved(second)
    return piece, first, second


def end_of(piece: Candidate) -> int:
    return Candidate.objects.get(pk=piece.pk).end


def back_on_line(page: Page) -> None:
    page.unroute(DO)
    saved(page)


def test_borders_moved_on_in_one_window_are_not_moved_back_by_another_that_was_cut_off(
    page_of: Callable[..., Page], edith: Any
):
    piece, first, second = borders_moved_in_vain(page_of, edith)
    first.keyboard.press("Shift+ArrowLeft")
    back_on_line(first)
    moved = end_of(piece)
    assert moved < piece.end
    back_on_line(second)
    assert end_of(piece) == moved


def test_borders_moved_on_by_the_window_that_found_them_waiting_stay(
    page_of: Callable[..., Page], edith: Any
):
    piece, first, second = borders_moved_in_vain(page_of, edith)
    for _ in range(2):
        second.keyboard.press("Shift+ArrowLeft")
    back_on_line(second)
    moved = end_of(piece)
    assert moved < piece.end
    back_on_line(first)
    assert end_of(piece) == moved

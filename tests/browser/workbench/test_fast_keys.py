"""Keys pressed faster than the server answers, and what “u” takes back."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from quotes.editorial.candidates import reject
from quotes.models import Candidate, Decision, Speaker
from tests.article_worked_on import captured, proposed

from .opened import at_hand, open_workbench, saved


class Held:
    """Requests of a page that the server is not asked until they may go on."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.open = page, False
        self.routes: list[Route] = []
        page.route(f"**/workbench/{address}/**", lambda route: self.hold(route))

    def hold(self, route: Route) -> None:
        if self.open:
            route.continue_()
        else:
            self.routes.append(route)

    def come(self) -> list[Route]:
        """Those made within a moment."""
        self.page.wait_for_timeout(300)
        assert len(self.routes) == 1
        return self.routes

    def go_on(self) -> None:
        routes = self.come()
        self.open = True
        for route in routes:
            route.continue_()


@pytest.fixture
def opened(page_of: Callable[..., Page], edith: Any) -> Callable[..., Page]:
    def opening(pieces: dict[str, Candidate], number: str) -> Page:
        page = page_of(edith)
        open_workbench(page, pieces[number].snapshot, pieces[number])
        return page

    return opening


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def decided() -> set[Candidate]:
    return {decision.candidate for decision in Decision.objects.all()}


def test_next_and_reject_at_once_reject_the_next(opened: Callable[..., Page]):
    pieces = proposed(captured())
    page = opened(pieces, "5")
    held = Held(page, "state")
    press(page, "j", "x", "j", "x")
    held.go_on()
    expect(page.locator("#wb-progress")).to_have_text("2 of 12 decided")
    assert decided() == {pieces["6a"], pieces["7"]}


def test_a_click_on_another_and_a_key_at_once_mean_the_other(opened: Callable[..., Page]):
    pieces = proposed(captured())
    page = opened(pieces, "5")
    held = Held(page, "state")
    page.locator(f'mark[data-candidate="{pieces["9"].pk}"]').first.click()
    press(page, "x")
    held.go_on()
    expect(page.locator("#wb-progress")).to_have_text("1 of 12 decided")
    assert decided() == {pieces["9"]}


def test_a_slip_taken_back_at_once_is_the_one_that_is_taken_back(opened: Callable[..., Page]):
    pieces = proposed(captured())
    page = opened(pieces, "5")
    held = Held(page, "do")
    press(page, "x", "x", "u")
    held.go_on()
    expect(page.locator("#wb-told")).to_contain_text("Open again")
    at_hand(page, pieces["6a"])
    saved(page)
    assert decided() == {pieces["5"]}


def test_upon_a_refusal_what_was_pressed_behind_it_is_forgotten(opened: Callable[..., Page]):
    pieces = proposed(captured())
    page = opened(pieces, "5")
    held = Held(page, "do")
    press(page, "a", "x")
    held.go_on()
    expect(page.locator("#wb-alert")).to_contain_text("is not among the speakers yet")
    at_hand(page, pieces["5"])
    press(page, "x")
    at_hand(page, pieces["6a"])
    assert decided() == {pieces["5"]}
    assert Decision.objects.count() == 1


def test_upon_a_lost_answer_what_was_pressed_behind_it_is_forgotten(opened: Callable[..., Page]):
    pieces = proposed(captured())
    page = opened(pieces, "5")
    held = Held(page, "state")
    press(page, "j", "x")
    held.come()[0].abort()
    page.wait_for_timeout(300)
    saved(page)
    at_hand(page, pieces["5"])
    assert not Decision.objects.exists()


def test_undo_while_a_decision_is_not_saved_touches_nothing_else(opened: Callable[..., Page]):
    pieces = proposed(captured())
    page = opened(pieces, "5")
    press(page, "x")
    at_hand(page, pieces["6a"])
    page.route("**/workbench/do/", lambda route: route.abort())
    press(page, "x")
    expect(page.locator("#wb-saved")).to_contain_text("Not saved yet")
    press(page, "u")
    expect(page.locator("#wb-alert")).to_contain_text("Not saved yet")
    page.unroute("**/workbench/do/")
    at_hand(page, pieces["6b"])
    assert decided() == {pieces["5"], pieces["6a"]}


def test_undo_takes_the_dates_back_then_the_rejection(opened: Callable[..., Page]):
    pieces = proposed(captured())
    Candidate.objects.update(said_on="", said_on_basis="", said_on_expression="")
    page = opened(pieces, "5")
    press(page, "x", "d")
    expect(page.locator("#wb-told")).to_contain_text("Dated by the publication: 11 candidates.")
    press(page, "u")
    expect(page.locator("#wb-told")).to_contain_text("Taken back for 11 candidates.")
    assert not Candidate.objects.exclude(said_on="").exists()
    assert decided() == {pieces["5"]}
    press(page, "u")
    at_hand(page, pieces["5"])
    assert not Decision.objects.exists()


def test_undo_takes_back_a_speaker_a_mark_and_what_was_typed(opened: Callable[..., Page]):
    pieces = proposed(captured())
    page = opened(pieces, "6a")
    press(page, "s", "m")
    expect(page.locator("#wb-told")).to_contain_text("New candidate")
    assert Speaker.objects.count() == 1
    page.locator("#wb-addressee").fill("Reportern")
    page.locator("#wb-addressee").blur()
    saved(page)
    assert Candidate.objects.get(origin="marked").addressee == "Reportern"
    press(page, "u")
    expect(page.locator("#wb-addressee")).to_have_value("")
    press(page, "u")
    at_hand(page, pieces["6a"])
    assert not Candidate.objects.filter(origin="marked").exists()
    press(page, "u")
    expect(page.locator("#wb-told")).to_contain_text("Taken back for 10 candidates.")
    assert not Speaker.objects.exists()
    press(page, "u")
    expect(page.locator("#wb-told")).to_have_text("There is nothing to undo.")


def test_undo_says_what_no_key_takes_back_and_leaves_what_was_before(
    opened: Callable[..., Page],
):
    pieces = proposed(captured())
    page = opened(pieces, "5")
    press(page, "x", "g")
    expect(page.locator("#wb-told")).to_contain_text("1 waits for review")
    press(page, "u", "u")
    expect(page.locator("#wb-told")).to_have_text("This cannot be undone with a key.")
    saved(page)
    assert decided() == {pieces["5"]}
    press(page, "k")
    at_hand(page, pieces["5"])
    press(page, "u")
    expect(page.locator("#wb-progress")).to_have_text("0 of 12 decided")


def test_all_of_a_speaker_are_opened_again_together(opened: Callable[..., Page]):
    pieces = proposed(captured())
    page = opened(pieces, "6a")
    press(page, "s", "Shift+A")
    expect(page.locator("#wb-progress")).to_have_text("4 of 12 decided")
    press(page, "u")
    expect(page.locator("#wb-progress")).to_have_text("0 of 12 decided")
    expect(page.locator("#wb-told")).to_contain_text("4 candidates open again.")


def test_caps_lock_makes_no_other_key_of_a_letter(opened: Callable[..., Page]):
    pieces = proposed(captured())
    page = opened(pieces, "6a")
    press(page, "s")
    expect(page.get_by_role("button", name="All 4 of this speaker")).to_be_visible()
    # Playwright presses a large letter without the shift key, as caps lock does.
    press(page, "A")
    expect(page.locator("#wb-progress")).to_have_text("1 of 12 decided")
    assert Speaker.objects.count() == 1
    assert decided() == {pieces["6a"]}


def test_the_decision_of_somebody_else_is_opened_by_the_button_alone(
    opened: Callable[..., Page], rosa: Any
):
    pieces = proposed(captured())
    reject(pieces["9"], rosa)
    page = opened(pieces, "9")
    press(page, "u")
    expect(page.locator("#wb-told")).to_have_text("There is nothing to undo.")
    assert decided() == {pieces["9"]}
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#wb-progress")).to_have_text("0 of 12 decided")

"""An article worked through by keys alone."""

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from quotes.models import Decision, JointStatement, Quote, Speaker, State
from tests.article_worked_on import AHN, NAKATANI, PIECES, captured, proposed
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


def test_the_seed_article_by_keyboard_alone(page_of: Callable[..., Page], edith: Any):
    pieces = proposed(captured())
    page = page_of(edith)
    open_workbench(page, pieces["3"].snapshot)
    press = Keys(page)

    # Piece 3: both ministers are made of the text, and the statement; all others know them then.
    at_hand(page, pieces["3"])
    press("s")
    expect(page.locator(".wb-unknown")).to_have_count(0)
    press("t")
    expect(page.locator("#wb-statement option:checked")).to_contain_text("Gemeinsame Erklärung")
    press("a")
    for number, following in (
        ("5", "6a"), ("6a", "6b"), ("6b", "7"), ("7", "8a"), ("8a", "8b"), ("8b", "9")
    ):  # fmt: skip
        at_hand(page, pieces[number])
        press("a")
        at_hand(page, pieces[following])
    # Piece 9: the ministry is an organisation, by the name that stands there.
    press("s")
    expect(page.locator("[data-speaker]:checked")).to_have_count(1)
    press("a")
    for number in ("10", "11b", "11", "12"):
        at_hand(page, pieces[number])
        press("a")
        expect(
            page.locator(f'mark.is-accepted[data-first][data-candidate="{pieces[number].pk}"]')
        ).to_have_count(1)
    expect(page.locator("#wb-progress")).to_have_text("12 of 12 decided")

    assert press.pressed == 15
    assert Quote.objects.count() == len(PIECES) == 12
    assert Decision.objects.exclude(occurrence=None).count() == 12
    both = {"3", "7", "10", "11", "11b", "12"}
    for number, candidate in pieces.items():
        candidate.refresh_from_db()
        quote = candidate.decision.occurrence.quote
        assert (quote.state, quote.wording) == (State.DRAFT, candidate.exact)
        said = [row.speaker.name for row in quote.attributions.all()]
        single = {"5": NAKATANI, "9": "japanischen Verteidigungsministerium"}.get(number, AHN)
        assert said == ([NAKATANI, AHN] if number in both else [single]), number
        stated = number in {"3", "11", "11b", "12"}
        assert quote.statement_links.count() == stated
    assert [row.speaker.name for row in JointStatement.objects.get().signatories.all()] == [
        NAKATANI,
        AHN,
    ]
    assert set(Speaker.objects.values_list("name", "family_name")) >= {
        (NAKATANI, "Nakatani"),
        (AHN, "Ahn"),
    }


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

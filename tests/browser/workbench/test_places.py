"""Candidates are marked, and their borders moved, by selections and word by word."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from tests.article_worked_on import captured

from .opened import open_workbench, saved

ODD = (
    "𝔘nd 👩‍🚀 rief „Cafe\u0301“ am Mittag.\n"
    "Danach sagte er: „Vertrauen ist gut“, so die Agentur. Es sei spät geworden.\n"
)


def select(page: Page, words: str) -> None:
    """Select words of the text, as a mouse would."""
    page.evaluate(
        """words => {
            const root = document.getElementById("wb-text");
            const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
            const nodes = [];
            while (walker.nextNode()) nodes.push(walker.currentNode);
            const start = root.textContent.indexOf(words), end = start + words.length;
            const range = document.createRange();
            let at = 0;
            for (const node of nodes) {
                const next = at + node.length;
                if (at <= start && start < next) range.setStart(node, start - at);
                if (at < end && end <= next) range.setEnd(node, end - at);
                at = next;
            }
            getSelection().removeAllRanges();
            getSelection().addRange(range);
        }""",
        words,
    )


def test_selections_are_counted_in_code_points(page_of: Callable[..., Page], edith: Any):
    snapshot = captured(ODD)
    page = page_of(edith)
    open_workbench(page, snapshot)
    select(page, "„Vertrauen ist gut“")
    page.keyboard.press("m")
    expect(page.locator("mark.current")).to_have_text("Vertrauen ist gut")
    assert snapshot.candidates.get().exact == "Vertrauen ist gut"
    select(page, "Vertrauen ist")
    page.keyboard.press("b")
    expect(page.locator(".wb-wording")).to_have_text("Vertrauen ist")
    # Word by word, without a mouse.
    for key, words in (
        ("Shift+ArrowRight", "Vertrauen ist gut"),
        ("Shift+ArrowRight", "Vertrauen ist gut“, so"),
        ("Shift+ArrowLeft", "Vertrauen ist gut"),
        ("Shift+ArrowDown", "ist gut"),
        ("Shift+ArrowUp", "Vertrauen ist gut"),
        ("Shift+ArrowUp", "er: „Vertrauen ist gut"),
    ):
        page.keyboard.press(key)
        expect(page.locator(".wb-wording")).to_have_text(words)
        saved(page)
    assert snapshot.candidates.get().exact == "er: „Vertrauen ist gut"
    # Without a selection the next sentence is marked.
    page.keyboard.press("m")
    expect(page.locator(".wb-wording")).to_have_text("Es sei spät geworden.")
    assert snapshot.candidates.count() == 2


def test_quick_presses_all_count(page_of: Callable[..., Page], edith: Any):
    snapshot = captured(ODD)
    page = page_of(edith)
    open_workbench(page, snapshot)
    select(page, "Danach")
    page.keyboard.press("m")
    expect(page.locator(".wb-wording")).to_have_text("Danach")
    for _time in range(5):
        page.keyboard.press("Shift+ArrowRight")
    expect(page.locator(".wb-wording")).to_have_text("Danach sagte er: „Vertrauen ist gut")
    saved(page)
    assert snapshot.candidates.get().exact == "Danach sagte er: „Vertrauen ist gut"

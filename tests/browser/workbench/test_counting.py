"""In a real browser: the event from which a date counts, picked by keys, typed over, undone."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from quotes.models import Candidate, Event
from tests.article_worked_on import captured
from tests.factories import CandidateFactory, EventFactory, SpeakerFactory

from .opened import open_workbench, saved

EXPRESSION = "einen Tag nach der Ankündigung des Rücktritts"


def counting() -> Candidate:
    return CandidateFactory(
        snapshot=captured(),
        speaker=SpeakerFactory(),
        said_on_expression=EXPRESSION,
        hangs_on="der Ankündigung des Rücktritts",
    )


def test_a_key_leads_to_the_event_and_undo_leads_back(page_of: Callable[..., Page], edith: Any):
    candidate = counting()
    EventFactory(title_en="Resignation announced", held_on="2025-09-07")
    page = page_of(edith)
    open_workbench(page, candidate.snapshot)
    expect(page.locator(".wb-counts")).to_contain_text(f"“{EXPRESSION}” counts from an event.")
    page.keyboard.press("c")
    expect(page.locator("#wb-counts-from")).to_be_focused()
    page.keyboard.type("Resignation")
    expect(page.locator("#wb-date")).to_have_value("2025-09-08")
    expect(page.locator("#wb-date-words")).to_contain_text("counted from: Resignation announced")
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    expect(page.locator("#wb-progress")).to_have_text("1 of 1 decided")
    page.keyboard.press("u")
    expect(page.locator("#wb-progress")).to_have_text("0 of 1 decided")
    expect(page.locator("#wb-date")).to_have_value("2025-09-08")
    page.keyboard.press("u")
    expect(page.locator("#wb-date")).to_have_value("")
    expect(page.locator("#wb-counts-from")).to_have_value("")
    page.keyboard.press("u")
    expect(page.locator("#wb-told")).to_have_text("There is nothing to undo.")
    assert Candidate.objects.get().counts_from is None


def test_it_is_reached_from_the_other_fields_by_tab(page_of: Callable[..., Page], edith: Any):
    candidate = counting()
    page = page_of(edith)
    open_workbench(page, candidate.snapshot)
    page.keyboard.press("e")
    for _time in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "wb-counts-from":
            break
    expect(page.locator("#wb-counts-from")).to_be_focused()


def test_what_is_typed_stands_until_the_counted_date_is_taken(
    page_of: Callable[..., Page], edith: Any
):
    candidate = counting()
    event = EventFactory(title_en="Resignation announced", held_on="2025-09-07")
    page = page_of(edith)
    open_workbench(page, candidate.snapshot)
    page.locator("#wb-counts-from").select_option(str(event.pk))
    expect(page.locator("#wb-date")).to_have_value("2025-09-08")
    page.locator("#wb-date").fill("2025-09-10")
    page.keyboard.press("Enter")
    saved(page)
    page.keyboard.press("Escape")
    expect(page.locator(".wb-counts")).to_contain_text("it would be: 8 September 2025.")
    page.get_by_role("button", name="Take this date").click()
    expect(page.locator("#wb-date")).to_have_value("2025-09-08")
    saved(page)
    assert Candidate.objects.get().said_on_counted


def test_an_event_is_found_by_typing_or_made_in_place(page_of: Callable[..., Page], edith: Any):
    candidate = counting()
    far = EventFactory(title_en="Resignation long ago", held_on="1995-09-07")
    page = page_of(edith)
    open_workbench(page, candidate.snapshot)
    page.get_by_text("Another or a new event").click()
    page.locator("#wb-find-counted").press_sequentially("long ago")
    expect(page.locator("#wb-found-counted option")).to_have_count(1)
    page.locator("#wb-find-counted").fill(f"Resignation long ago · {far.pk}")
    page.keyboard.press("Enter")
    expect(page.locator("#wb-date")).to_have_value("1995-09-08")
    # The name that the words have is there already.
    expect(page.locator("#wb-counted-title")).to_have_value("Ankündigung des Rücktritts")
    page.locator("#wb-counted-day").fill("2025-09-07")
    page.keyboard.press("Enter")
    expect(page.locator("#wb-date")).to_have_value("2025-09-08")
    saved(page)
    made = Event.objects.exclude(pk=far.pk).get()
    assert Candidate.objects.get().counts_from == made


def test_without_a_script_the_fields_are_saved_by_a_button(
    page_of: Callable[..., Page], edith: Any
):
    candidate = counting()
    event = EventFactory(held_on="2025-09-07")
    page = page_of(edith, script=False)
    page.goto(f"/admin/quotes/snapshot/{candidate.snapshot_id}/workbench/")
    page.locator("#wb-counts-from").select_option(str(event.pk))
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#wb-date")).to_have_value("2025-09-08")
    page.locator("#wb-date").fill("2025-09-10")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("button", name="Take this date").click()
    expect(page.locator("#wb-date")).to_have_value("2025-09-08")

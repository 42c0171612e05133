"""What is chosen for a candidate is saved as it is changed."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from quotes.models import Candidate
from tests.article_worked_on import captured, proposed
from tests.factories import EventFactory, SpeakerFactory, SpeakerNameFactory, TopicFactory

from .opened import open_workbench, saved


def test_fields_are_saved_as_they_are_changed(page_of: Callable[..., Page], edith: Any):
    pieces = proposed(captured())
    event, topic = EventFactory(), TopicFactory(name_en="Visits")
    ishiba = SpeakerNameFactory(
        speaker=SpeakerFactory(name="Shigeru Ishiba"), text="石破茂"
    ).speaker
    page = page_of(edith)
    open_workbench(page, pieces["5"].snapshot, pieces["5"])
    page.keyboard.press("e")
    expect(page.locator("#wb-find-speaker")).to_be_focused()
    page.keyboard.type("石破")
    expect(page.locator("#wb-found-speaker option")).to_have_count(1)
    page.locator("#wb-find-speaker").fill(f"Shigeru Ishiba · {ishiba.pk}")
    page.keyboard.press("Enter")
    expect(page.locator("[data-speaker]:checked")).to_have_count(1)
    page.locator("#wb-event").select_option(str(event.pk))
    page.locator("#wb-find-topic").fill(f"Visits · {topic.pk}")
    page.locator("#wb-find-topic").blur()
    expect(page.locator("[data-topic]")).to_have_count(1)
    # A letter in a field is a letter; what is typed is saved without leaving the field.
    page.locator("#wb-addressee").press_sequentially("axjReportern")
    expect(page.locator("#wb-told")).to_have_text("Saved.")
    page.keyboard.press("Escape")
    expect(page.locator("#wb-panel")).to_be_focused()
    saved(page)
    # A date that is none is refused, and stays to be mended.
    page.locator("#wb-date").fill("gestern")
    page.locator("#wb-date").press("Enter")
    expect(page.locator("#wb-alert")).to_contain_text("is not a date in EDTF")
    expect(page.locator("#wb-date")).to_have_value("gestern")
    page.locator("#wb-date").fill("2025-09-07")
    page.locator("#wb-date").press("Enter")
    expect(page.locator("#wb-alert")).to_have_text("")
    saved(page)
    row = Candidate.objects.get(pk=pieces["5"].pk)
    assert (row.speaker, row.event, list(row.topics.all())) == (ishiba, event, [topic])
    assert (row.addressee, row.said_on) == ("axjReportern", "2025-09-07")

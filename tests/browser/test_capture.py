"""A capture in a real browser, by keyboard alone: from the pasted address to the kept article."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect
from procrastinate.contrib.django.models import ProcrastinateJob

from quotes.ingest import fetching
from quotes.ingest.capturing import run
from quotes.models import Article, Capture
from tests.ingest.internet import Internet, answer
from tests.ingest.test_capturing import PAGE, URL

from .test_editor_round import button, press, tab_to, write


@pytest.fixture
def web(monkeypatch) -> Iterator[Internet]:
    with Internet() as internet:
        internet.pages["example.org/artikel"] = answer(PAGE)
        monkeypatch.setattr(fetching, "fetch", lambda url, allowed: internet.fetch(url))
        yield internet


def test_from_an_address_to_a_draft_without_reloading_by_hand(page_of, carl, web):
    page = page_of(carl)
    page.goto("/admin/")
    write(page, page.get_by_label("Address of the article, or its text"), URL)
    press(page, button(page, "Capture"))
    expect(page.get_by_role("status")).to_contain_text("Waits for its turn")
    assert ProcrastinateJob.objects.filter(status="todo").count() == 1

    # What the worker does meanwhile; nobody touches the page.
    run(Capture.objects.get())
    expect(page.get_by_label("Headline")).to_have_value("Treffen in Seoul")
    expect(page.get_by_label("Language")).to_have_value("de")
    expect(page.locator(".snapshot-text")).to_contain_text("„Geduldig Vertrauen aufzubauen")

    # A slip: what was typed stays.
    write(page, page.get_by_label("Date of publication"), "neulich")
    press(page, button(page, "Keep"))
    expect(page.locator(".errornote")).to_contain_text("Nothing was kept yet")
    expect(page.get_by_label("Date of publication")).to_have_value("neulich")

    write(page, page.get_by_label("Date of publication"), "2025-09-09")
    ticked = page.locator("#id_origins-0-kept")
    expect(ticked).to_be_checked()
    tab_to(page, ticked)
    page.keyboard.press("Space")
    press(page, button(page, "Keep"))
    page.wait_for_url(lambda url: "neulich" not in url and not url.endswith("/capture/add/"))
    expect(page.get_by_text("Kept, with 1 passage").first).to_be_visible()
    article = Article.objects.get()
    assert (article.published_on, article.outlet.name) == ("2025-09-09", "Beispielzeitung")
    assert not article.hops.exists()


def test_a_refusal_appears_by_itself_and_a_pasted_text_helps(page_of, carl, web):
    page = page_of(carl)
    page.goto("/admin/quotes/capture/add/")
    write(page, page.get_by_label("Address of the article, or its text"), "example.org/fort")
    press(page, button(page, "Capture"))
    expect(page.get_by_role("status")).to_contain_text("Waits for its turn")
    web.pages.pop("example.org/artikel")
    capture = Capture.objects.get()
    capture.url = "http://example.org/fort"
    capture.save()
    run(capture)
    expect(page.get_by_role("status")).to_have_text("There is no such page (status 404).")
    write(
        page,
        page.get_by_label("Address of the article, or its text"),
        "„Wir kommen wieder“, sagte sie.",
    )
    press(page, button(page, "Capture"))
    expect(page.locator(".snapshot-text")).to_contain_text("Wir kommen wieder")

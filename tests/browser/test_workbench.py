"""An article worked through in a real browser: by keys alone, by two, with the connection lost."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, Route, expect

from quotes.editorial.candidates import reject
from quotes.models import Candidate, Decision, JointStatement, Quote, Snapshot, Speaker, State
from tests.article_worked_on import AHN, NAKATANI, PIECES, captured, proposed
from tests.factories import (
    EventFactory,
    SpeakerFactory,
    SpeakerNameFactory,
    TopicFactory,
    draft_quote,
)

ODD = (
    "𝔘nd 👩‍🚀 rief „Cafe\u0301“ am Mittag.\n"
    "Danach sagte er: „Vertrauen ist gut“, so die Agentur. Es sei spät geworden.\n"
)


class Keys:
    """A keyboard that counts."""

    def __init__(self, page: Page) -> None:
        self.page, self.pressed = page, 0

    def __call__(self, *keys: str) -> None:
        for key in keys:
            self.pressed += 1
            self.page.keyboard.press(key)


def address(snapshot: Snapshot, candidate: Candidate | None = None) -> str:
    asked = f"?candidate={candidate.pk}" if candidate else ""
    return f"/admin/quotes/snapshot/{snapshot.pk}/workbench/{asked}"


def open_workbench(page: Page, snapshot: Snapshot, candidate: Candidate | None = None) -> None:
    page.goto(address(snapshot, candidate))
    page.locator("#workbench[data-ready]").wait_for()


def at_hand(page: Page, candidate: Candidate) -> None:
    expect(page.locator("[data-panel]")).to_have_attribute("data-panel", str(candidate.pk))


def saved(page: Page) -> None:
    expect(page.locator("#wb-saved")).to_have_text("Everything is saved.")


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


# Places


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


# Nothing is lost


def test_a_lost_connection_loses_nothing(page_of: Callable[..., Page], edith: Any):
    pieces = proposed(captured())
    page = page_of(edith)
    open_workbench(page, pieces["5"].snapshot, pieces["5"])
    page.route("**/workbench/do/", lambda route: route.abort())
    page.locator("#wb-addressee").fill("Reportern")
    page.locator("#wb-addressee").blur()
    expect(page.locator("#wb-saved")).to_contain_text("Not saved yet")
    expect(page.locator("#wb-addressee")).to_have_value("Reportern")
    page.unroute("**/workbench/do/")
    saved(page)
    assert Candidate.objects.get(pk=pieces["5"].pk).addressee == "Reportern"


def test_what_a_closed_page_did_not_send_is_sent_when_it_is_opened_again(
    page_of: Callable[..., Page], edith: Any
):
    pieces = proposed(captured())
    page = page_of(edith)
    open_workbench(page, pieces["5"].snapshot, pieces["5"])

    def fail(route: Route) -> None:
        route.fulfill(status=503, body="")

    page.route("**/workbench/do/", fail)
    page.keyboard.press("x")
    expect(page.locator("#wb-saved")).to_contain_text("Not saved yet")
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto("about:blank")
    assert not Decision.objects.exists()
    page.unroute("**/workbench/do/")
    open_workbench(page, pieces["5"].snapshot)
    expect(page.locator("#wb-progress")).to_have_text("1 of 12 decided")
    assert Decision.objects.get().candidate == pieces["5"]


def test_a_session_that_ended_is_said_and_nothing_is_lost(
    page_of: Callable[..., Page], edith: Any, live_server: Any
):
    pieces = proposed(captured())
    page = page_of(edith)
    open_workbench(page, pieces["5"].snapshot, pieces["5"])
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    page.locator("#wb-addressee").fill("Reportern")
    page.locator("#wb-addressee").blur()
    expect(page.locator("#wb-saved")).to_contain_text("You are signed out.")
    login = page.get_by_role("link", name="Sign in, in a new tab")
    expect(login).to_be_visible()
    expect(login).to_have_attribute("target", "_blank")
    client = Client()
    client.force_login(edith)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}]
    )
    saved(page)
    expect(login).to_be_hidden()
    expect(page.locator("#wb-addressee")).to_have_value("Reportern")
    assert Candidate.objects.get(pk=pieces["5"].pk).addressee == "Reportern"


# Two editors


def test_two_editors_see_each_others_decisions(page_of: Callable[..., Page], edith: Any, rosa: Any):
    pieces = proposed(captured())
    ediths, rosas = page_of(edith), page_of(rosa)
    open_workbench(ediths, pieces["5"].snapshot, pieces["5"])
    open_workbench(rosas, pieces["5"].snapshot, pieces["9"])
    rosas.keyboard.press("x")
    expect(rosas.locator("#wb-progress")).to_have_text("1 of 12 decided")
    expect(ediths.locator("#wb-progress")).to_have_text("1 of 12 decided", timeout=10_000)
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


# For everybody


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


def test_without_a_script_the_forms_decide(browser: Any, live_server: Any, edith: Any):
    pieces = proposed(captured())
    client = Client()
    client.force_login(edith)
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}]
    )
    page = context.new_page()
    page.goto(address(pieces["3"].snapshot))
    page.get_by_role("button", name=re.compile("^Make the speakers")).click()
    page.get_by_role("button", name=re.compile("^Accept")).click()
    at_hand(page, pieces["5"])
    page.get_by_role("button", name=re.compile("^Reject")).click()
    at_hand(page, pieces["6a"])
    page.get_by_role("link", name=re.compile("^Previous")).click()
    at_hand(page, pieces["5"])
    page.get_by_role("button", name=re.compile("^Undo")).click()
    at_hand(page, pieces["5"])
    assert Decision.objects.get().candidate == pieces["3"]
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("language", ["de", "en"])
def test_the_page_has_no_barrier_and_does_not_scroll_sideways(
    page_of: Callable[..., Page], edith: Any, scheme: Any, width: int, language: str
):
    pieces = proposed(captured())
    quote = draft_quote(pieces["5"].exact, event=EventFactory())
    reject(pieces["3"], edith)
    page = page_of(edith)
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{address(pieces['5'].snapshot)}?lang={language}")
    open_workbench(page, pieces["5"].snapshot, pieces["5"])
    expect(page.locator("html")).to_have_attribute("lang", language)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    expect(page.locator(f'[data-quote="{quote.pk}"]')).to_be_visible()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width

"""A lost connection, a closed page and a session that ended lose nothing."""

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, Route, expect

from quotes.models import Candidate, Decision
from tests.article_worked_on import captured, proposed

from .opened import open_workbench, saved


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


def test_what_is_typed_is_sent_by_a_page_that_is_left(page_of: Callable[..., Page], edith: Any):
    pieces = proposed(captured())
    page = page_of(edith)
    open_workbench(page, pieces["5"].snapshot, pieces["5"])
    page.locator("#wb-addressee").fill("Reportern")
    page.goto("about:blank")
    # Nobody is told when a page that is gone has sent it.
    sent = Candidate.objects.filter(pk=pieces["5"].pk, addressee="Reportern")
    end = time.monotonic() + 20
    while not sent.exists() and time.monotonic() < end:
        page.wait_for_timeout(50)
    assert sent.exists()


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

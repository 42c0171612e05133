"""The workbench of a text, opened in a browser; what its tests look for."""

from playwright.sync_api import Page, expect

from quotes.models import Candidate, Snapshot


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

"""Barriers to people with a disability, sought on a page in a real browser (axe: WCAG 2)."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# To list where each rule is kept, which nobody asks for, would take as long again.
_BREACHES_ONLY: dict[str, Any] = {"resultTypes": ["violations"]}


def assert_no_barrier(page: Page) -> None:
    """Fails with what is found and where."""
    found = Axe().run(page, options=_BREACHES_ONLY)
    assert found.violations_count == 0, f"{page.url}\n{found.generate_report()}"

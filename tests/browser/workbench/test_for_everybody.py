"""Without a script, on a small screen, in both languages, with assistive technology."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from quotes.editorial.candidate_choices import change
from quotes.editorial.candidate_rows import InRole
from quotes.editorial.candidates import reject
from quotes.models import Decision
from tests.article_worked_on import captured, proposed
from tests.barriers import assert_no_barrier
from tests.factories import EventFactory, TenureFactory, draft_quote

from .opened import address, at_hand, open_workbench


def test_without_a_script_the_forms_decide(page_of: Callable[..., Page], edith: Any):
    pieces = proposed(captured())
    page = page_of(edith, script=False)
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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("language", ["de", "en"])
def test_the_page_has_no_barrier_and_does_not_scroll_sideways(
    page_of: Callable[..., Page], edith: Any, scheme: Any, width: int, language: str
):
    pieces = proposed(captured())
    quote = draft_quote(pieces["5"].exact, event=EventFactory())
    reject(pieces["3"], edith)
    # A choice as wide as its longest entry.
    office = "Minister of Land, Infrastructure, Transport and Tourism of Japan"
    tenure = TenureFactory(title_de=office, title_en=office)
    change(pieces["5"], edith, speakers=[InRole(tenure.speaker, tenure)])
    page = page_of(edith)
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{address(pieces['5'].snapshot)}?lang={language}")
    open_workbench(page, pieces["5"].snapshot, pieces["5"])
    expect(page.locator("html")).to_have_attribute("lang", language)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    expect(page.locator(f'[data-quote="{quote.pk}"]')).to_be_visible()
    assert_no_barrier(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width

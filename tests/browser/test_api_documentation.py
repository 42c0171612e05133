"""The API's documentation in a real browser: no barrier, no sideways scrolling."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from quotes.api.documentation.described import resources
from tests.barriers import assert_no_barrier

NARROW, WIDE = {"width": 390, "height": 844}, {"width": 1280, "height": 900}


@pytest.mark.parametrize(("scheme", "size"), [("light", WIDE), ("dark", NARROW)])
def test_no_page_has_a_barrier_or_scrolls_sideways(
    transactional_db: None, page_of: Callable[..., Page], scheme: Any, size: Any
):
    page = page_of()
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme)
    for address in ("/api/", *(f"/api/reference/{each.slug}/" for each in resources())):
        answer = page.goto(address)
        assert answer
        assert answer.status == 200
        assert_no_barrier(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], address

"""In a real browser: no wording changes the order in which the text around it is read."""

from collections.abc import Callable

import pytest
from django.db import transaction
from playwright.sync_api import Page

from tests import factories

RLE, PDF, RLO = "\u202b", "\u202c", "\u202e"
RLI, FSI, PDI = "\u2067", "\u2068", "\u2069"
HOSTILE = [
    f"Wir {RLO}haben gewartet",
    f"{RLI}Wir haben {RLE}gewartet",
    # Closes what the page itself opens around the words, and then turns all that follows.
    f"Wir{PDF}{PDI}{PDI}{PDI}{PDI} haben {RLO} gewartet",
    f"{FSI}שלום{RLO} haben{PDF} gewartet",
    f"{RLE}{RLI}{RLO}Wir{PDI}",
    "שלום לכולם 2025",
]

# Where each letter of the elements' text stands, from left to right, line by line.
AS_SEEN = """element => {
  const seen = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    for (let n = 0; n < node.length; n++) {
      const range = document.createRange();
      range.setStart(node, n); range.setEnd(node, n + 1);
      const box = range.getBoundingClientRect();
      if (box.width) seen.push([Math.round(box.top / 4), box.left, node.data[n]]);
    }
  }
  seen.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return seen.map(each => each[2]).join("");
}"""


def as_seen(page: Page, selector: str) -> list[str]:
    return [" ".join(found.evaluate(AS_SEEN).split()) for found in page.locator(selector).all()]


@pytest.mark.parametrize("wording", HOSTILE)
def test_the_lines_around_a_hostile_wording_read_from_left_to_right(
    page_of: Callable[..., Page], transactional_db: None, wording: str
):
    with transaction.atomic():
        article = factories.published_article(
            text=f"„{wording}“, sagte er.", headline=wording, language="de"
        )
        speaker = factories.SpeakerFactory(name=wording, family_name="")
        tenure = factories.TenureFactory(speaker=speaker, title_en="Minister, 2025!")
        quote = factories.published_quote(
            wording, article=article, tenure=tenure, event=factories.EventFactory(title_en=wording)
        )
    page = page_of()
    page.set_viewport_size({"width": 1280, "height": 900})
    for address, place in (
        ("/quotes/?lang=en", ".card .speaker"),
        (f"{quote.get_absolute_url()}?lang=en", ".facts .who"),
    ):
        page.goto(address)
        roles = as_seen(page, place)
        assert roles
        # Without spaces: a line may end within the role.
        assert all("Minister,2025!" in role.replace(" ", "") for role in roles), roles
    page.goto("/quotes/?lang=en")
    # Name, comma, role: in this order, whatever the name holds.
    (line,) = as_seen(page, ".card .speaker")
    assert line.endswith(", Minister, 2025!"), line
    (date,) = as_seen(page, ".card time")
    assert date == "8 September 2025"
    meta = as_seen(page, ".card > .meta")[0]
    assert meta.startswith("8 September 2025 · "), meta


def test_hebrew_is_read_from_the_right_within_an_english_page(
    page_of: Callable[..., Page], transactional_db: None
):
    with transaction.atomic():
        quote = factories.published_quote("שלום לכולם", language="he")
    page = page_of()
    page.goto(f"{quote.get_absolute_url()}?lang=en")
    words = page.locator(".words").first
    assert words.evaluate("element => getComputedStyle(element).direction") == "rtl"
    # The first letter said stands at the right end; the opening mark hangs outside of it.
    assert as_seen(page, ".words >> nth=0")[0].replace(" ", "").strip("”“") == "םלוכלםולש"

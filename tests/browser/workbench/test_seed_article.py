"""The dossier's German article, from the pasted text to its drafts, by keyboard alone.

Nothing is prepared: the text is captured, what it quotes is found by the extraction, and the
database knew none of the names.
"""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from quotes.models import Capture, JointStatement, Quote, Snapshot, Speaker, State
from tests.article_worked_on import AHN, NAKATANI, SOURCE_A
from tests.browser.test_editor_round import button, press, write

from .opened import saved

MINISTRY = "japanisches Verteidigungsministerium"
BOTH = {NAKATANI, AHN}
# What source A holds (pieces 2, 3 and 5 to 12 of the dossier): how each draft begins, and who
# says it. A passage and the fragment within it are two.
DRAFTS = {
    "die Bedeutung der bilateralen": BOTH,
    "Beide Seiten stimmten darin überein": BOTH,
    "Um die Zusammenarbeit": {NAKATANI},
    "schwierigen": {AHN},
    "lange gedauert hat": {AHN},
    "die regelmäßigen Konsultationen": BOTH,
    "dass Minister Nakatani Korea": {AHN},
    "er werde auch einen Besuch": {AHN},
    "streben die beiden Länder": {MINISTRY},
    "den Besuch von Minister Nakatani": BOTH,
    "das „unerschütterliche Bekenntnis“": BOTH,
    "unerschütterliche Bekenntnis": BOTH,
    "werden Japan und Südkorea auch": BOTH,
}
# Words of the joint statement.
STATED = {
    "Beide Seiten stimmten darin überein",
    "das „unerschütterliche Bekenntnis“",
    "unerschütterliche Bekenntnis",
    "werden Japan und Südkorea auch",
}
# Found as well, and taken by no piece: passages around the fragments of piece 6.
NOT_WANTED = ("die „schwierigen“", "dass es „lange gedauert")


def test_pasted_text_becomes_drafts_with_their_speakers(
    page_of: Callable[..., Page], edith: Any
) -> None:
    page = page_of(edith)
    page.goto("/admin/quotes/capture/add/")
    page.get_by_label("Address of the article, or its text").focus()
    page.keyboard.insert_text(SOURCE_A)
    press(page, button(page, "Capture"))
    expect(page.get_by_label("Language")).to_have_value("de")
    write(page, page.get_by_label("Headline"), "Japan und Südkorea")
    write(page, page.get_by_label("Or a new outlet"), "vietnam.vn")
    write(page, page.get_by_label("Date of publication"), "2025-09")
    press(page, button(page, "Keep"))
    page.locator("#workbench[data-ready]").wait_for()

    pressed = ""

    def key(name: str) -> None:
        nonlocal pressed
        pressed += name
        page.keyboard.press(name)

    at_hand = page.locator("[data-panel]")
    total = int(page.locator("#wb-meter").get_attribute("max") or 0)
    for number in range(total):
        words = page.locator(".wb-wording p").first.inner_text().strip()
        current = at_hand.get_attribute("data-panel")
        if page.locator(".wb-unknown").count():
            key("s")
            expect(page.locator(".wb-unknown")).to_have_count(0)
        if number == 0:
            # No piece says its day: that of the publication, as no more.
            key("d")
            expect(page.get_by_label("Said on (EDTF)")).to_have_value("2025-09")
        if page.locator("#wb-document:checked").count() and not JointStatement.objects.exists():
            key("t")
            expect(page.locator("#wb-statement option:checked")).to_contain_text("Erklärung")
        key("x" if words.startswith(NOT_WANTED) else "a")
        expect(page.locator("#wb-progress")).to_contain_text(f"{number + 1} of {total}")
        if number + 1 < total:
            expect(at_hand).not_to_have_attribute("data-panel", current or "")
    saved(page)
    assert len(pressed) == 19
    assert Capture.objects.get().article is not None
    drafts = {quote.wording: quote for quote in Quote.objects.all()}
    for beginning, said in DRAFTS.items():
        [wording] = [each for each in drafts if each.startswith(beginning)]
        quote = drafts.pop(wording)
        assert {row.speaker.name for row in quote.attributions.all()} == said, wording
        assert (quote.state, quote.said_on, quote.said_on_basis) == (
            State.DRAFT,
            "2025-09",
            "publication",
        )
        assert quote.statement_links.count() == (beginning in STATED)
        [segment] = quote.occurrences.get().segments.all()
        assert Snapshot.objects.get().text[segment.start : segment.end] == wording
    assert drafts == {}
    assert Speaker.objects.count() == 3
    names = [row.speaker.name for row in JointStatement.objects.get().signatories.all()]
    assert names == [NAKATANI, AHN]

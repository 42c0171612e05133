"""An editor's round, by keyboard alone, in a real browser."""

from playwright.sync_api import Locator, Page, expect

from tests import factories

ARTICLE = (
    "„Um die Zusammenarbeit zu stärken, ist es notwendig, geduldig Vertrauen aufzubauen“,"
    " sagte Minister Nakatani nach den Gesprächen gegenüber Reportern.\n"
)
PASSAGE = "Um die Zusammenarbeit zu stärken, ist es notwendig, geduldig Vertrauen aufzubauen"


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until the focus is on ``target``, as somebody without a mouse does."""
    target.wait_for()
    for _step in range(500):
        if target.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reaches {target}")


def write(page: Page, target: Locator, text: str) -> None:
    tab_to(page, target)
    page.keyboard.press("Control+a")
    page.keyboard.type(text)


def press(page: Page, target: Locator) -> None:
    tab_to(page, target)
    page.keyboard.press("Enter")


def choose(page: Page, selection: Locator, typed: str, wanted: str) -> None:
    """Open an autocompleting select, type, and take the first answer."""
    press(page, selection)
    page.keyboard.type(typed)
    expect(page.locator(".select2-results__option--highlighted")).to_contain_text(wanted)
    page.keyboard.press("Enter")


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def test_from_a_wrong_anchor_to_a_published_quote(page_of, edith, rosa):
    speaker = factories.SpeakerFactory()
    factories.SpeakerNameFactory(speaker=speaker)
    article = factories.published_article(text=ARTICLE)
    quote = factories.QuoteFactory(said_on="", said_on_basis="")
    factories.anchored_occurrence(quote, article, "geduldig Vertrauen", preferred=True)
    address = f"/admin/quotes/quote/{quote.pk}/change/"
    ediths, rosas = page_of(edith), page_of(rosa)

    # Edith pastes the whole sentence; the mark in the text beside it moves.
    ediths.goto(address)
    expect(ediths.locator(".snapshot-text mark")).to_have_text("geduldig Vertrauen")
    write(ediths, ediths.locator("#id_occurrences-0-passage"), "Vertrauen wird aufgebaut")
    press(ediths, button(ediths, "Save and continue editing"))
    expect(ediths.get_by_text("This passage does not stand in the text.")).to_be_visible()
    expect(ediths.locator("#id_occurrences-0-passage")).to_have_value("Vertrauen wird aufgebaut")
    write(ediths, ediths.locator("#id_occurrences-0-passage"), f"„{PASSAGE}“")
    press(ediths, button(ediths, "Send to review"))
    expect(ediths.locator(".item-state")).to_contain_text("in review")
    expect(ediths.locator(".snapshot-text mark")).to_have_text(PASSAGE)

    # Rosa publishes and is told all that is missing, at once.
    rosas.goto(address)
    press(rosas, button(rosas, "Publish"))
    missing = rosas.locator(".errorlist.nonfield")
    expect(missing).to_contain_text("neither a speaker nor the description")
    expect(missing).to_contain_text("It has no date; say so if the date is not known.")

    # Edith mends it: a speaker, found by another form of the name, and a date.
    ediths.goto(address)
    press(ediths, ediths.get_by_role("button", name="Add another Attribution"))
    new = ediths.locator("#attributions-0")
    choose(ediths, new.get_by_role("combobox").first, "中谷", "Gen Nakatani")
    write(ediths, ediths.locator("#id_reason"), "Sprecher und Datum ergänzt")
    press(ediths, button(ediths, "Save and continue editing"))
    expect(ediths.locator(".messagelist .success")).to_be_visible()
    write_date(ediths)
    press(ediths, button(ediths, "Publish"))
    expect(ediths.locator(".errorlist.nonfield")).to_contain_text("a second person publishes it")
    press(ediths, button(ediths, "Save and continue editing"))
    expect(ediths.locator(".messagelist .success")).to_be_visible()

    # Rosa, the second person, publishes.
    rosas.goto(address)
    press(rosas, button(rosas, "Publish"))
    expect(rosas.locator(".item-state")).to_contain_text("published")

    # Edith writes something wrong on it and brings the earlier version back.
    ediths.goto(address)
    write(ediths, ediths.locator("#id_addressee"), "Korrespondenten")
    write(ediths, ediths.locator("#id_reason"), "aus dem Gedächtnis")
    press(ediths, button(ediths, "Save and continue editing"))
    expect(ediths.locator(".item-state")).to_contain_text("changed, not yet seen")
    press(ediths, ediths.get_by_role("link", name="History"))
    expect(ediths.get_by_text("aus dem Gedächtnis")).to_be_visible()
    press(ediths, ediths.locator("details.restore summary").first)
    write(ediths, ediths.locator("details[open] [name=reason]"), "steht in keiner Quelle")
    press(ediths, button(ediths, "Restore"))
    expect(ediths.locator(".messagelist .success")).to_contain_text("is restored")
    expect(ediths.locator(".change").first).to_contain_text("steht in keiner Quelle")
    quote.refresh_from_db()
    assert (quote.state, quote.wording, quote.addressee) == ("published", PASSAGE, "")
    assert quote.attributions.get().speaker == speaker


def write_date(page: Page) -> None:
    write(page, page.locator("#id_said_on"), "2025-09-08")
    tab_to(page, page.locator("#id_said_on_basis"))
    page.keyboard.type("the source names")
    write(page, page.locator("#id_reason"), "steht in D")


def test_two_editors_collide_and_nothing_is_lost(page_of, edith, rosa):
    quote = factories.draft_quote(article=factories.published_article())
    address = f"/admin/quotes/quote/{quote.pk}/change/"
    ediths, rosas = page_of(edith), page_of(rosa)
    ediths.goto(address)
    rosas.goto(address)

    write(ediths, ediths.locator("#id_addressee"), "Reporter")
    write(ediths, ediths.locator("#id_reason"), "steht in D")
    press(ediths, button(ediths, "Save and continue editing"))
    expect(ediths.locator(".messagelist .success")).to_be_visible()

    write(rosas, rosas.locator("#id_context"), "Nach den Gesprächen in Seoul.")
    press(rosas, button(rosas, "Save and continue editing"))
    told = rosas.get_by_role("region", name="Changed meanwhile")
    expect(told).to_contain_text("edith")
    expect(told).to_contain_text("steht in D")
    expect(told).to_contain_text("Reporter")
    expect(rosas.locator("#id_context")).to_have_value("Nach den Gesprächen in Seoul.")
    quote.refresh_from_db()
    assert (quote.addressee, quote.context) == ("Reporter", "")

    write(rosas, rosas.locator("#id_addressee"), "Reporter")
    press(rosas, button(rosas, "Save over it"))
    expect(rosas.locator(".messagelist .success")).to_be_visible()
    quote.refresh_from_db()
    assert (quote.addressee, quote.context) == ("Reporter", "Nach den Gesprächen in Seoul.")


def test_a_chosen_snapshot_shows_its_text_at_once(page_of, edith):
    factories.draft_article(headline="Besuch in Seoul", text=ARTICLE)
    page = page_of(edith)
    page.goto("/admin/quotes/quote/add/")
    selection = page.locator("#occurrences-0 .field-snapshot").get_by_role("combobox")
    choose(page, selection, "Besuch", "Besuch in Seoul")
    expect(page.locator("#occurrences-0 .snapshot-text")).to_contain_text(PASSAGE)

"""The section on a page that tells what became of the item, in the reader's words."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from quotes.editorial import moves
from quotes.editorial.recording import recorded
from tests import factories
from tests.models.attacks import rules_hold

pytestmark = pytest.mark.django_db
SECRET = "Verschlusssache"


def section(client: Client, item, lang: str, **parameters: str) -> str:
    """The words of the section, without markup, or nothing."""
    page = client.get(item.get_absolute_url(), {"lang": lang, **parameters}).text
    [found] = re.findall(r'<section aria-labelledby="history".*?</section>', page, re.S) or [""]
    return " ".join(re.sub(r"<[^>]+>", " ", found).split())


def change(item, **values):
    with recorded(factories.UserFactory(), SECRET):
        item.refresh_from_db()
        for name, value in values.items():
            setattr(item, name, value)
        item.save()


@pytest.fixture
def quote():
    found = factories.published_quote(said_on="2025-09-08", addressee="")
    rules_hold()
    return found


def test_a_field_is_named_in_the_readers_language_with_what_it_was(client, quote):
    change(quote, said_on="2025-09-09")
    german, english = section(client, quote, "de"), section(client, quote, "en")
    assert "geändert Gesagt am vorher: 8. September 2025 jetzt: 9. September 2025" in german
    assert "changed Said on before: 8 September 2025 now: 9 September 2025" in english
    for words in (german, english):
        # The entry says already that the quote was changed; why is the editors' own affair.
        assert "Zitat geändert" not in words
        assert "Quote changed" not in words
        assert SECRET not in words


def test_every_entry_has_its_day_in_words(client, quote):
    # The database's clock, which no test turns back.
    day = timezone.localtime(quote.pgh_event_model.objects.latest("pgh_id").pgh_created_at)
    assert section(client, quote, "en").endswith(f"{day.day} {day:%B} {day.year} published")


def test_a_link_is_told_by_its_two_ends_and_not_by_a_field(client, quote):
    topic = factories.TopicFactory(name_de="Rüstung", name_en="Arms")
    # Public as long as something public has it.
    factories.published_quote(topics=[topic])
    with recorded(factories.UserFactory(), SECRET):
        quote.topics.add(topic)
    assert "geändert Thema hinzugefügt Thema hinzugefügt jetzt: Rüstung" in section(
        client, quote, "de"
    )
    with recorded(factories.UserFactory(), SECRET):
        quote.topics.remove(topic)
    assert "Topic removed Topic removed before: Arms" in section(client, quote, "en")


def test_what_a_part_held_is_named_below_it(client, quote):
    second = factories.SpeakerFactory(name="Rita Holm")
    with recorded(factories.UserFactory(), SECRET):
        factories.AttributionFactory(quote=quote, speaker=second, position=2)
    words = section(client, quote, "de")
    assert "Person oder Organisation jetzt: Rita Holm" in words


def test_a_retraction_is_told_at_both_ends_each_in_its_own_words(client, quote):
    by = factories.published_quote("Ich nehme das zurück")
    rules_hold()
    with recorded(factories.UserFactory(), SECRET):
        factories.QuoteRelationFactory(from_quote=by, to_quote=quote, kind="retracts")
    there, here = section(client, quote, "en"), section(client, by, "en")
    assert "changed Relation added" in there
    assert "Kind now: is retracted by" in there
    assert "Quote now: Ich nehme das zurück" in there
    assert "Kind now: retracts" in here
    assert "is retracted by" not in here
    assert "jetzt: wird zurückgenommen in" in section(client, quote, "de")


def test_a_withdrawn_quote_keeps_its_history_and_names_the_reason(client, quote):
    moves.withdraw(quote, factories.UserFactory(), "Der Beleg fehlt.")
    assert client.get(quote.get_absolute_url()).status_code == 410
    # Said above by the page itself: the history does not repeat it.
    text = client.get(quote.get_absolute_url(), {"lang": "de"}).text
    assert text.count("Der Beleg fehlt.") == 1
    words = section(client, quote, "de")
    assert "zurückgezogen" in words
    assert "zurückgezogen :" not in words
    assert words.endswith("veröffentlicht")


def test_an_older_withdrawal_keeps_its_reason_in_the_language_of_its_editors(client, quote):
    edith, rosa = factories.UserFactory(), factories.UserFactory()
    for reason in ("The source is missing.", "Der Beleg fehlt."):
        if quote.state == "withdrawn":
            moves.reopen(quote, edith, "Ein Beleg fand sich.")
            moves.publish(quote, rosa)
        moves.withdraw(quote, edith, reason)
    text = client.get(quote.get_absolute_url(), {"lang": "de"}).text
    assert text.count("Der Beleg fehlt.") == 1
    assert '</strong>: <span lang="en">The source is missing.</span>' in text


def test_a_page_that_is_public_again_tells_why_it_was_withdrawn(client, quote):
    edith, rosa = factories.UserFactory(), factories.UserFactory()
    moves.withdraw(quote, edith, "Der Beleg fehlt.")
    moves.reopen(quote, edith, "Ein Beleg fand sich.")
    moves.publish(quote, rosa)
    text = client.get(quote.get_absolute_url(), {"lang": "en"}).text
    assert '<strong>withdrawn</strong>: <span lang="de">Der Beleg fehlt.</span>' in text


def test_a_place_in_the_history_that_is_none_is_refused(client, quote):
    assert client.get(quote.get_absolute_url(), {"history": "gestern"}).status_code == 400


def test_an_unpublished_page_has_no_history_to_show(client):
    draft = factories.draft_quote()
    assert client.get(draft.get_absolute_url()).status_code == 404

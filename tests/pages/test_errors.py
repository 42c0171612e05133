"""Pages for what cannot be answered say what to do next."""

import re

import pytest
from django.test import Client
from django.utils.timezone import localtime

from quotes.models import Quote
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "words"), [("de", "Hier steht nichts"), ("en", "Nothing stands here")]
)
def test_an_address_that_never_was_leads_to_the_lists(client: Client, language: str, words: str):
    response = client.get(f"/nowhere/?lang={language}")
    assert response.status_code == 404
    assert words in response.text
    assert 'href="/speakers/"' in response.text


def test_a_foreign_host_is_refused_with_a_page(client: Client):
    response = client.get("/quotes/", headers={"host": "evil.example"})
    assert response.status_code == 400
    assert "evil.example" not in response.text


def test_a_fault_of_ours_is_answered_with_a_page_that_shows_nothing_of_it(
    client: Client, monkeypatch: pytest.MonkeyPatch
):
    def fail(model: object) -> None:
        raise ZeroDivisionError("hunter2")

    monkeypatch.setattr("quotes.pages.quotes.public", fail)
    client.raise_request_exception = False
    response = client.get("/quotes/?lang=en")
    assert response.status_code == 500
    assert "The fault is ours" in response.text
    assert "hunter2" not in response.text


@pytest.mark.parametrize("address", ["/", "/quotes/", "/topics/"])
def test_pages_are_read_only(client: Client, address: str):
    assert client.post(address).status_code == 405
    assert client.head(address).status_code == 200


def test_a_page_cannot_be_changed_through_its_address_either(client: Client):
    address = factories.published_quote().get_absolute_url()
    assert client.post(address).status_code == 405
    assert client.head(address).status_code == 200


def test_pages_name_their_one_address_and_their_languages(client: Client):
    quote = factories.published_quote()
    address = f"http://testserver{quote.get_absolute_url()}"
    assert f'<link rel="canonical" href="{address}">' in client.get(address, {"utm": "x"}).text
    text = client.get(address, {"lang": "de"}).text
    # The German page is a page of its own, as its alternates say, too.
    assert f'<link rel="canonical" href="{address}?lang=de">' in text
    assert f'<link rel="alternate" hreflang="en" href="{address}?lang=en">' in text
    assert f'<link rel="alternate" hreflang="x-default" href="{address}">' in text
    assert "<title>„Um die Zusammenarbeit" in text
    assert '<meta name="description" content="„Um die Zusammenarbeit' in text


def test_pages_bring_no_script_and_no_style_of_their_own(client: Client):
    for address in ("/", factories.published_quote().get_absolute_url(), "/nowhere/"):
        response = client.get(address)
        # A block of data is not executed.
        scripts = response.text.count("<script")
        assert scripts == response.text.count('<script type="application/ld+json">')
        # What stands there to be copied is text, and styles the frame on the page of others.
        own = re.sub(r"<textarea.*?</textarea>", "", response.text, flags=re.DOTALL)
        assert "style=" not in own
        assert "unsafe" not in response["Content-Security-Policy"]


class TestNothingHere:
    def test_a_number_that_nothing_public_has_is_named(self, client: Client):
        draft = factories.draft_quote()
        for number in (draft.pk, 999999):
            response = client.get(f"/quotes/{number}-x/?lang=en")
            assert response.status_code == 404
            assert f"Nothing public has the number {number} here." in response.text
            assert '<a href="/quotes/">The list: Quotes</a>' in response.text

    def test_drafts_and_what_never_was_are_answered_alike(self, client: Client):
        draft = factories.draft_quote()
        texts = [
            client.get(f"/quotes/{number}/?lang=en").text.replace(str(number), "n")
            for number in (draft.pk, 999999)
        ]
        assert texts[0] == texts[1]

    def test_words_without_a_number_are_looked_up(self, client: Client):
        response = client.get("/speakers/gen-nakatani/?lang=en")
        assert "An address here begins with a number" in response.text
        assert 'value="gen nakatani"' in response.text
        assert '<form class="look-up" method="get" action="/speakers/"' in response.text

    @pytest.mark.parametrize("path", ["/%3Cscript%3E/", "/" + "a" * 3000, "/%00/", "/%E2%80%AE/"])
    def test_hostile_addresses_are_harmless(self, client: Client, path: str):
        response = client.get(path)
        assert response.status_code == 404
        assert "<script>" not in response.text
        assert "a" * 100 not in response.text
        assert "\u202e" not in response.text

    def test_the_language_switch_keeps_the_query(self, client: Client):
        assert 'href="?x=1&amp;lang=de"' in client.get("/nowhere/?x=1").text


def test_a_withdrawn_item_leads_to_what_is_public_but_names_nobody(client: Client):
    quote = factories.withdraw(factories.published_quote(speaker=factories.SpeakerFactory()))
    text = client.get(f"/quotes/{quote.pk}/?lang=en").text
    assert '<a href="/quotes/">The list of what is public</a>' in text
    assert '/method/#state-withdrawn"' in text
    assert "Nakatani" not in text


def test_a_page_that_is_written_to_says_what_it_answers(client: Client):
    response = client.post("/quotes/?lang=en", {"x": "1"})
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD"
    assert "The request was of the kind POST; answered are: GET, HEAD." in response.text


class TestBodies:
    def test_more_than_a_message_is_refused_unread(self, client: Client, settings):
        response = client.post(
            "/quotes/?lang=en", b"x" * (settings.LARGEST_BODY + 1), content_type="text/plain"
        )
        assert response.status_code == 413
        assert "This address takes at most 64 kilobytes" in response.text

    def test_as_much_as_is_allowed_is_not_refused_for_its_size(self, client: Client, settings):
        body = b"x" * settings.LARGEST_BODY
        assert client.post("/quotes/", body, content_type="text/plain").status_code == 405

    @pytest.mark.parametrize("length", ["", "x", "-1", "²", "9" * 30])
    def test_a_length_that_is_none_breaks_nothing(self, client: Client, length: str):
        assert client.get("/quotes/", CONTENT_LENGTH=length).status_code in (200, 413)

    def test_the_admin_has_its_own_limit(self, client: Client, ada, settings):
        client.force_login(ada)
        text = "ä" * settings.LARGEST_BODY
        response = client.post("/admin/quotes/article/add/", {"headline": text})
        assert response.status_code == 200


@pytest.mark.parametrize("number", [999, 0])
def test_a_part_that_nothing_has_is_not_taken_for_an_address_without_a_number(
    client: Client, number: int
):
    # Whether something public has the number or not, is not told.
    number = number or factories.published_quote().attributions.get().speaker_id or 0
    for part in ("feed.xml", "cite.bib"):
        response = client.get(f"/speakers/{number}-gen/{part}?lang=en")
        assert response.status_code == 404
        assert f"the number {number} here, or what has it has no “{part}”" in response.text
        assert "this one has none" not in response.text


def test_a_feed_of_nobody_says_so(client: Client):
    text = client.get("/speakers/999/feed.atom?lang=en").text
    assert "nothing public has the number 999 here" in text
    assert "The words after the number" not in text


@pytest.mark.parametrize(
    ("reason", "language"),
    [
        ("Die Quelle hat den Artikel zurückgezogen.", "de"),
        ("The source has taken its article back.", "en"),
        ("404", ""),
    ],
)
def test_a_withdrawn_item_says_since_when_and_why_in_the_language_of_its_editors(
    client: Client, reason: str, language: str
):
    quote = factories.published_quote()
    factories.withdraw(quote)
    type(quote).objects.filter(pk=quote.pk).update(withdrawal_reason=reason)
    text = client.get(f"/quotes/{quote.pk}/?lang=en").text
    assert f'<p class="empty" lang="{language}">{reason}</p>' in text
    day = localtime(Quote.objects.get(pk=quote.pk).updated_at)
    assert f"public here until {day.day} {day:%B %Y}" in text

"""Pages for what cannot be answered say what to do next."""

import pytest
from django.test import Client

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
        assert "style=" not in response.text
        assert "unsafe" not in response["Content-Security-Policy"]

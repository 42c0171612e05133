"""Quotes and statements in a frame on the page of somebody else."""

import pytest
from django.test import Client

from quotes.models import RelationKind
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(params=[factories.published_quote, factories.published_statement])
def item(request: pytest.FixtureRequest):
    return request.param()


def frame(client: Client, item, **query: str):
    return client.get(f"{item.get_absolute_url()}embed/", query)


def test_any_page_may_frame_it_but_no_page_the_whole_site(client: Client, item):
    framed, page = frame(client, item), client.get(item.get_absolute_url())
    assert "frame-ancestors *" in framed["Content-Security-Policy"]
    assert "default-src 'none'" in framed["Content-Security-Policy"]
    assert "X-Frame-Options" not in framed
    assert "frame-ancestors 'none'" in page["Content-Security-Policy"]
    assert page["X-Frame-Options"] == "DENY"


def test_it_sets_no_cookie_even_where_a_language_is_asked_for(client: Client, item):
    assert frame(client, item, lang="de").cookies == {}
    assert client.get(item.get_absolute_url(), {"lang": "de"}).cookies != {}


def test_search_engines_are_sent_to_the_page_itself(client: Client, item):
    response = frame(client, item)
    assert response["X-Robots-Tag"] == "noindex"
    address = f"http://testserver{item.get_absolute_url()}"
    assert f'<link rel="canonical" href="{address}">' in response.text


def test_it_says_since_when_it_is_public_and_leads_back(client: Client, item):
    text = frame(client, item, lang="en").text
    assert "Published since" in text
    assert f'<a href="{item.get_absolute_url()}">' in text
    assert "<script" not in text
    assert "<nav" not in text


def test_a_wrong_slug_leads_to_the_right_frame(client: Client, item):
    response = client.get(f"/{item.address_root}/{item.pk}-ganz-anders/embed/?lang=de")
    assert response.status_code == 301
    assert response["Location"] == f"{item.get_absolute_url()}embed/?lang=de"


def test_the_frame_of_a_withdrawn_item_says_why_and_no_longer_what(client: Client, item):
    factories.withdraw(item)
    response = frame(client, item, lang="en")
    assert response.status_code == 410
    assert "frame-ancestors *" in response["Content-Security-Policy"]
    assert item.withdrawal_reason in response.text
    assert "withdrawn on" in response.text
    assert f'<a href="/{item.address_root}/{item.pk}/">Its page at' in response.text
    assert str(item) not in response.text
    assert "<nav" not in response.text


def test_a_draft_has_no_frame(client: Client):
    for item in (factories.draft_quote(), factories.draft_statement()):
        assert frame(client, item).status_code == 404


def test_a_translation_brings_its_original_along(client: Client):
    quote = factories.published_quote(factories.NAKATANI_JA, language="ja")
    factories.anchored_occurrence(
        quote, factories.published_article(), wording_origin="machine_translation"
    )
    quote.occurrences.filter(language="ja").update(wording_origin="original")
    text = frame(client, quote, lang="de").text
    assert text.index(factories.NAKATANI_DE) < text.index(factories.NAKATANI_JA)


def test_words_that_were_taken_back_say_so_first_in_the_frame_and_on_the_page(client: Client):
    quote = factories.published_quote("Wir haben das nie gesagt")
    back = factories.published_quote("Ich nehme das zurück", said_on="2025-09-10")
    factories.QuoteRelationFactory(from_quote=back, to_quote=quote, kind=RelationKind.RETRACTS)
    withheld = factories.draft_quote("Das stimmt nicht")
    factories.QuoteRelationFactory(
        from_quote=withheld, to_quote=quote, kind=RelationKind.CONTRADICTS
    )
    for response in (
        frame(client, quote, lang="en"),
        client.get(quote.get_absolute_url(), {"lang": "en"}),
    ):
        text = response.text.split("<h1", 1)[1]
        assert text.index("Retracted") < text.index("Wir haben das nie gesagt")
        assert back.get_absolute_url() in text
        assert "Contradicted" not in text
    assert "Retracted" not in frame(client, back, lang="en").text

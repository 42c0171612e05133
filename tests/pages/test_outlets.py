"""The list of outlets and the page of one: what it is, its articles, where its texts came from."""

import pytest
from django.test import Client

from quotes.models import HopKind
from tests import factories

pytestmark = pytest.mark.django_db


def test_an_outlet_shows_its_articles_newest_first_with_their_quotes(client: Client):
    outlet = factories.OutletFactory(
        name="vietnam.vn",
        homepage="https://www.vietnam.vn/",
        organisation=factories.SpeakerFactory(kind="organisation", name="Ministry of Information"),
    )
    older = factories.published_article(outlet=outlet, published_on="2024", headline="Älter")
    newer = factories.published_article(outlet=outlet, published_on="2025", headline="Neuer")
    factories.published_quote(article=older)
    factories.draft_article(outlet=outlet, headline="Ein Entwurf")
    vna = factories.OutletFactory(name="VNA")
    for article, source in ((older, vna), (newer, outlet)):
        factories.HopFactory(article=article, source_outlet=source, kind=HopKind.TRANSLATES)
    text = client.get(outlet.get_absolute_url(), {"lang": "en"}).text
    assert text.index("Neuer") < text.index("Älter")
    assert "1 quote<" in text
    assert "Ein Entwurf" not in text
    assert 'href="https://www.vietnam.vn/"' in text
    assert "Ministry of Information" in text
    assert f'href="/quotes/?outlet={outlet.pk}"' in text
    origins = text[text.index('id="origins"') :]
    assert vna.get_absolute_url() in origins
    assert "translates" in origins
    # What it has from itself is no origin.
    assert outlet.get_absolute_url() not in origins.partition("<footer")[0]


def test_a_site_that_only_carries_copies_says_so(client: Client):
    carrier = factories.OutletFactory(name="MSN")
    article = factories.published_article(carried_by=carrier)
    text = client.get(carrier.get_absolute_url(), {"lang": "en"}).text
    assert "We hold no article of its own" in text
    copies = text[text.index('id="copies"') :]
    assert article.headline in copies


def test_an_organisation_that_is_not_public_is_not_named(client: Client):
    owner = factories.SpeakerFactory(kind="organisation", name="Geheim AG")
    outlet = factories.OutletFactory(name="AFP", organisation=owner)
    factories.CreditFactory(article=factories.published_article(), outlet=outlet)
    for address in ("/outlets/", outlet.get_absolute_url()):
        text = client.get(address).text
        assert "AFP" in text
        assert "Geheim" not in text


def test_an_outlet_of_drafts_has_no_page(client: Client):
    article = factories.draft_article()
    assert client.get(article.outlet.get_absolute_url()).status_code == 404


def test_outlets_are_linked_where_they_are_named(client: Client):
    source = factories.OutletFactory(name="Kyodo")
    article = factories.published_article(carried_by=factories.OutletFactory(name="MSN"))
    factories.HopFactory(article=article, source_outlet=source)
    quote = factories.published_quote(article=article)
    for address in (quote.get_absolute_url(), article.get_absolute_url()):
        text = client.get(address).text
        for outlet in (article.outlet, article.carried_by, source):
            assert f'href="{outlet.get_absolute_url()}"' in text


def test_outlets_by_name_and_kind(client: Client):
    article = factories.published_article(outlet=factories.OutletFactory(name="The Korea Herald"))
    assert client.get("/outlets/?name=herald").context["page"].rows == [article.outlet]
    assert client.get("/outlets/?kind=agency").context["page"].rows == [article.outlet]
    assert client.get("/outlets/?kind=newspaper").context["page"].rows == []

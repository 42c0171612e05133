"""oEmbed 1.0: what its specification asks of a provider."""

import re
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from quotes.models import RelationKind
from tests import factories
from tests.pages.test_query_budgets import BUDGETS

pytestmark = pytest.mark.django_db

HERE = "http://testserver"


def ask(client: Client, item: Any, **parameters: Any) -> Any:
    parameters.setdefault("url", f"{HERE}{item.get_absolute_url()}")
    return client.get("/oembed", parameters)


def check(response: dict[str, Any]) -> None:
    """Sections 2.3.4 (all types) and 2.3.4.4 (rich)."""
    assert response["version"] == "1.0"
    assert response["type"] == "rich"
    for name in ("html", "width", "height"):
        assert response[name]
    for name in ("width", "height", "cache_age"):
        assert isinstance(response[name], int)
    for name in ("author_url", "provider_url"):
        assert response.get(name, "http://").startswith("http")
    # Well-formed markup without scripts, frames and handlers.
    ElementTree.fromstring(f"<div>{response['html']}</div>")
    assert not re.search(r"<(script|iframe|style)|\son\w+=|style=", response["html"])


def test_a_quote_is_text_with_the_way_to_its_sources(client: Client):
    quote = factories.published_quote()
    response = ask(client, quote)
    assert response["Content-Type"] == "application/json; charset=utf-8"
    assert response["Access-Control-Allow-Origin"] == "*"
    body = response.json()
    check(body)
    assert body["title"].startswith("„Um die Zusammenarbeit")
    assert body["author_name"] == "Gen Nakatani"
    assert body["author_url"] == HERE + quote.attributions.get().speaker.get_absolute_url()
    assert f'<blockquote cite="{HERE}/quotes/{quote.pk}/" lang="de">' in body["html"]
    assert factories.NAKATANI_DE in body["html"]


def test_a_statement_is_named_with_those_who_issued_it(client: Client):
    body = ask(client, factories.published_statement()).json()
    check(body)
    assert body["author_name"] == "Gen Nakatani, Ahn Gyu-back"
    assert "Joint press statement of the defense ministers" in body["html"]


def test_every_address_of_a_quote_will_do(client: Client):
    quote = factories.published_quote("「信頼」", language="ja")
    expected = ask(client, quote).json()
    for address in (
        f"{HERE}/quotes/{quote.pk}/",
        f"https://testserver/quotes/{quote.pk}-x/?utm=1#top",
        f"{HERE}{quote.get_absolute_url()}embed/",
    ):
        assert ask(client, quote, url=address).json() == expected


def test_xml_says_the_same_as_json(client: Client):
    quote = factories.published_quote("A & <b> \x0b", speaker=factories.SpeakerFactory(name="<i>"))
    response = ask(client, quote, format="xml")
    assert response["Content-Type"] == "text/xml; charset=utf-8"
    root = ElementTree.fromstring(response.text)
    assert root.tag == "oembed"
    expected = {name: str(value) for name, value in ask(client, quote).json().items()}
    found = {element.tag: element.text for element in root}
    for body in (expected, found):
        body["html"] = body["html"].replace("\x0b", "").replace("\n", "")
        body["title"] = body["title"].replace("\x0b", "").strip()
    assert found == expected


def test_it_takes_no_more_room_than_there_is(client: Client):
    quote = factories.published_quote("Vertrauen aufbauen " * 60)
    free = ask(client, quote).json()
    assert free["width"] == 600
    narrow = ask(client, quote, maxwidth=300).json()
    assert narrow["width"] == 300
    assert narrow["height"] > free["height"]
    assert len(narrow["html"]) == len(free["html"])
    low = ask(client, quote, maxwidth=300, maxheight=200).json()
    assert (low["width"], low["height"]) == (300, 200)
    assert "…" in low["html"]
    assert len(low["html"]) < len(free["html"]) / 2


@pytest.mark.parametrize(
    ("parameters", "status"),
    [
        ({"format": "yaml"}, 501),
        ({"url": ""}, 400),
        ({"maxwidth": "wide"}, 400),
        ({"maxwidth": "0"}, 400),
        ({"maxheight": "٣"}, 400),
        ({"url": "http://elsewhere.example/quotes/1/"}, 404),
        ({"url": "ftp://testserver/quotes/1/"}, 404),
        ({"url": "http://testserver/quotes/"}, 404),
        ({"url": "http://testserver/quotes/999999/"}, 404),
        ({"url": "http://testserver/quotes/%FF/"}, 404),
        ({"url": "http://[testserver/"}, 404),
        ({"url": "http://testserver/admin/"}, 404),
        ({"url": "\x00"}, 404),
    ],
)
def test_what_it_cannot_answer_it_refuses_with_a_reason(
    client: Client, parameters: dict[str, str], status: int
):
    response = ask(client, factories.published_quote(), **parameters)
    assert response.status_code == status
    assert len(response.text) > 10
    assert response["Content-Type"].startswith("text/plain")


def test_what_is_not_public_is_not_there(client: Client):
    for item in (
        factories.draft_quote(),
        factories.draft_statement(),
        factories.withdraw(factories.published_quote()),
    ):
        assert ask(client, item).status_code == 404


def test_the_language_is_that_of_the_page_asked_for(client: Client):
    quote = factories.published_quote()
    url = f"{HERE}{quote.get_absolute_url()}?lang=de"
    assert "8. September 2025" in ask(client, quote, url=url).json()["html"]
    assert "8 September 2025" in ask(client, quote).json()["html"]


def test_a_retracted_quote_says_so(client: Client):
    quote = factories.published_quote()
    factories.QuoteRelationFactory(
        from_quote=factories.published_quote(), kind=RelationKind.RETRACTS, to_quote=quote
    )
    assert ask(client, quote).json()["html"].startswith("<p><strong>Retracted</strong></p>")


class Discovered(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "link" and (values.get("type") or "").endswith("+oembed"):
            self.found[values["type"] or ""] = values["href"] or ""


def test_pages_lead_to_it(client: Client):
    for item in (factories.published_quote("「信頼」 & Geduld"), factories.published_statement()):
        for language in ("de", "en"):
            parser = Discovered()
            parser.feed(client.get(item.get_absolute_url(), {"lang": language}).text)
            assert parser.found.keys() == {"application/json+oembed", "text/xml+oembed"}
            for address in parser.found.values():
                asked = parse_qs(urlsplit(address).query)
                assert asked["url"] == [f"{HERE}{item.get_absolute_url()}?lang={language}"]
                found = client.get(address)
                assert (found.status_code, found["Content-Language"]) == (200, language)


def test_it_costs_the_same_however_much_there_is(client: Client):
    quote, statement = factories.published_quote(), factories.published_statement()
    for _ in range(2):
        for item, kind in ((quote, "quote"), (statement, "statement")):
            with CaptureQueriesContext(connection) as captured:
                assert ask(client, item).status_code == 200
            assert len(captured) == BUDGETS[f"pages.oembed.{kind}"]
        for row in (factories.AttributionFactory, factories.SpeakerNameFactory):
            speaker = factories.SpeakerFactory()
            if row is factories.AttributionFactory:
                row(quote=quote, speaker=speaker)
            else:
                row(speaker=speaker)
        factories.anchored_occurrence(quote, factories.published_article())
        factories.SignatoryFactory(statement=statement)


def test_a_translation_says_so_and_the_original_stands_beneath_where_there_is_room(client: Client):
    quote = factories.published_quote(
        factories.NAKATANI_JA, language="ja", tenure=factories.TenureFactory()
    )
    quote.occurrences.update(wording_origin="original")
    factories.anchored_occurrence(
        quote, factories.published_article(), wording_origin="machine_translation"
    )
    url = f"{HERE}{quote.get_absolute_url()}?lang=de"
    free = ask(client, quote, url=url).json()
    check(free)
    assert free["html"].index(factories.NAKATANI_DE) < free["html"].index(factories.NAKATANI_JA)
    assert "Verteidigungsminister" in free["html"]
    assert "wörtlich, maschinell übersetzt" in free["html"]
    low = ask(client, quote, url=url, maxheight=free["height"] - 20).json()
    assert low["height"] < free["height"]
    assert factories.NAKATANI_DE in low["html"]
    assert factories.NAKATANI_JA not in low["html"]
    assert "maschinell übersetzt" in low["html"]

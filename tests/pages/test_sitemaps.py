"""Sitemaps: the rules of sitemaps.org, every public page in them, and no other."""

import re
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from quotes.interchange import sitemaps
from quotes.models import Quote
from tests import factories
from tests.pages.test_query_budgets import BUDGETS, Site

pytestmark = pytest.mark.django_db

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
W3C_DATETIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def read(client: Client, address: str, root: str, element: str) -> dict[str, str | None]:
    """Addresses and times of a sitemap that keeps the rules of the protocol."""
    response = client.get(address)
    assert response.status_code == 200, address
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    assert len(response.content) < 50 * 1024 * 1024
    document = ElementTree.fromstring(response.text)
    assert document.tag == f"{NAMESPACE}{root}"
    found = {}
    assert 0 < len(document) <= 50_000
    for entry in document:
        assert entry.tag == f"{NAMESPACE}{element}"
        (loc,) = entry.findall(f"{NAMESPACE}loc")
        address, changed = loc.text or "", entry.findtext(f"{NAMESPACE}lastmod")
        assert address.startswith("http://testserver/")
        assert len(address) < 2048
        # Percent-encoded, whatever the script.
        assert address.isascii()
        assert changed is None or W3C_DATETIME.fullmatch(changed)
        assert address not in found
        found[address] = changed
    return found


def everything(client: Client) -> dict[str, str | None]:
    found = {}
    for part in read(client, "/sitemap.xml", "sitemapindex", "sitemap"):
        found |= read(client, part, "urlset", "url")
    return found


def test_every_public_page_is_there_and_answers(client: Client):
    Site()
    factories.published_quote(factories.NAKATANI_JA, language="ja")
    found = everything(client)
    for model, _resource in sitemaps.KINDS.values():
        for row in model.objects.published():
            assert f"http://testserver{row.get_absolute_url()}" in found
    assert "http://testserver/quotes/" in found
    for address in found:
        assert client.get(address).status_code == 200, address


def test_what_is_not_public_is_not_there(client: Client):
    public = factories.published_quote("Das steht hier")
    hidden = [factories.draft_quote(), factories.withdraw(factories.published_quote())]
    found = everything(client)
    assert f"http://testserver{public.get_absolute_url()}" in found
    for row in hidden:
        assert not any(f"/quotes/{row.pk}-" in address for address in found)


def test_times_are_those_of_the_last_public_change(client: Client):
    quote = factories.published_quote()
    address = f"http://testserver{quote.get_absolute_url()}"
    assert everything(client)[address] is None
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SELECT max(at) FROM quotes_change WHERE resource = 'quote'")
        (at,) = cursor.fetchone()
    assert everything(client)[address] == at.strftime("%Y-%m-%dT%H:%M:%SZ")


def test_parts_are_ranges_of_ids_that_hold_something(client: Client, monkeypatch):
    monkeypatch.setattr(sitemaps, "PART", 2)
    quotes = [factories.published_quote() for _ in range(5)]
    factories.withdraw(quotes[2])
    factories.withdraw(quotes[3])
    index = read(client, "/sitemap.xml", "sitemapindex", "sitemap")
    parts = [part for part in index if "sitemap-quotes-" in part]
    ids = [
        [int(re.findall(r"/quotes/(\d+)", address)[0]) for address in read_part(client, part)]
        for part in parts
    ]
    assert [pk for part in ids for pk in part] == [
        quote.pk for quote in quotes if quote.state == "published"
    ]
    for part in ids:
        # The ids of a range ending in an even number.
        assert len({(pk - 1) // 2 for pk in part}) == 1


def read_part(client: Client, part: str) -> dict[str, str | None]:
    return read(client, part, "urlset", "url")


@pytest.mark.parametrize(
    "address",
    ["/sitemap-quotes-9.xml", f"/sitemap-quotes-{'9' * 30}.xml", "/sitemap-users-0.xml"],
)
def test_a_part_that_holds_nothing_is_not_there(client: Client, address: str):
    factories.published_quote()
    assert client.get(address).status_code == 404


def test_robots_are_shown_the_way_and_kept_from_the_editors(client: Client):
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    lines = response.text.splitlines()
    assert lines[0] == "User-agent: *"
    assert {"Disallow: /admin/", "Disallow: /preview/"} <= set(lines)
    assert "Sitemap: http://testserver/sitemap.xml" in lines


def test_an_index_and_a_part_cost_the_same_however_much_there_is(client: Client):
    site = Site()
    for _ in range(2):
        number = Quote.objects.order_by("pk").values_list("pk", flat=True)[0] // sitemaps.PART
        for address, name in (
            ("/sitemap.xml", "index"),
            (f"/sitemap-quotes-{number}.xml", "part"),
            (f"/sitemap-articles-{number}.xml", "part"),
        ):
            with CaptureQueriesContext(connection) as captured:
                assert client.get(address).status_code == 200
            assert len(captured) == BUDGETS[f"pages.sitemap.{name}"]
            assert not any(re.search("OFFSET [1-9]", query["sql"]) for query in captured)
        site.grow(2)

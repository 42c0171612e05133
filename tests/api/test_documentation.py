"""The documentation at /api/: whole, true to the schema, and readable without a script."""

import json
import re
from html.parser import HTMLParser

import pytest
from django.test import Client

from quotes.api.documentation.described import resources, schema
from quotes.api.documentation.views import SECTIONS
from quotes.api.licence import licence
from quotes.api.problem_types import PROBLEM_TYPES
from quotes.interchange.tables import TABLES

HTML = {"Accept": "text/html"}

pytestmark = pytest.mark.django_db


class Page(HTMLParser):
    """The ids, links and texts of a page."""

    def __init__(self, address: str) -> None:
        super().__init__()
        response = Client(headers=HTML).get(address)
        assert response.status_code == 200, address
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.text = ""
        self.feed(response.content.decode())

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        assert "style" not in found
        assert not [name for name in found if name.startswith("on")]
        if "id" in found:
            self.ids.append(found["id"])
        if tag == "a":
            self.links.append(found["href"])
        if "src" in found:
            self.loaded.append(found["src"])

    def handle_data(self, data):
        self.text += data


def every_page() -> dict[str, Page]:
    addresses = ["/api/", *(f"/api/reference/{each.slug}/" for each in resources())]
    return {address: Page(address) for address in addresses}


def test_every_link_within_the_documentation_leads_somewhere():
    pages = every_page()
    answered = set()
    for address, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), address
        for link in page.links:
            path, _, anchor = link.partition("#")
            path = path or address
            if path in pages and anchor:
                assert anchor in pages[path].ids, f"{address}: {link}"
            elif path.startswith("/") and "?" not in path and path not in answered:
                answered.add(path)
                assert Client().get(path).status_code == 200, f"{address}: {link}"


def test_nothing_is_loaded_from_elsewhere():
    for page in every_page().values():
        assert [each for each in page.loaded if not each.startswith("/static/")] == []


def test_every_endpoint_parameter_and_field_of_the_schema_is_told():
    pages = every_page()
    told = "".join(page.text for page in pages.values())
    for path, operations in schema()["paths"].items():
        for operation in operations.values():
            page = next(each for each in pages.values() if operation["operationId"] in each.ids)
            assert path in page.text
            for parameter in operation.get("parameters", ()):
                assert parameter["name"] in page.text
                for value in parameter["schema"].get("enum", ()):
                    assert str(value) in page.text
    for name, component in schema()["components"]["schemas"].items():
        if "properties" not in component or name.startswith("Paginated"):
            continue
        page = next((each for each in pages.values() if f"object-{name}" in each.ids), None)
        assert page, name
        for field, content in component["properties"].items():
            assert field in page.text
            assert content.get("description", "").replace("`", "") in page.text, f"{name}.{field}"
    assert "{%" not in told


def test_a_list_is_described_by_what_it_holds():
    descriptions = [
        operation["description"]
        for path, operations in schema()["paths"].items()
        for operation in [operations.get("get", {})]
        if path.endswith("/") and operation.get("operationId", "").endswith("_list")
    ]
    assert len(set(descriptions)) == len(descriptions) > 9
    assert not [text for text in descriptions if "``" in text or "for the schema" in text]


def test_a_file_s_columns_stand_in_a_list(client):
    page = client.get("/api/reference/speakers/", headers=HTML).content.decode()
    for column in TABLES["speakers"].columns:
        assert f"<li><code>{column.name}</code>: " in page


def test_the_guide_names_limits_and_terms_of_this_site(client, settings):
    settings.WORTLAUT_API_REQUESTS_PER_MINUTE = 4711
    settings.FILES_AT_ONCE = 17
    text = client.get("/api/", headers=HTML).content.decode()
    assert "4711 times a minute" in text
    assert "r=4710" in text
    assert "sends 17 at a time" in text
    terms = json.loads(licence())
    assert (terms["name"] or "named no licence") in text


def test_every_kind_of_problem_has_its_place(client):
    ids = Page("/api/").ids
    for each in PROBLEM_TYPES:
        assert f"problem-{each.slug}" in ids
    assert len({each.slug for each in PROBLEM_TYPES}) == len(PROBLEM_TYPES)
    for address, status in (("/api/v1/quotes/?colour=red", 400), ("/api/v1/quotes/4711/", 404)):
        body = client.get(address).json()
        assert body["status"] == status
        site, _, anchor = body["type"].partition("/api/#")
        assert site == "http://testserver"
        assert anchor in ids


def test_every_section_says_something():
    text = Page("/api/").text
    for section in SECTIONS:
        begin = text.rindex(section.title)
        assert len(re.sub(r"\s+", " ", text[begin : begin + 600])) > 300, section.slug


def test_who_asks_for_json_is_led_to_the_data(client):
    answer = client.get("/api/", headers={"Accept": "application/json"})
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.json() == {
        "api": "http://testserver/api/v1/",
        "schema": "http://testserver/api/v1/schema/",
        "documentation": "http://testserver/api/",
    }
    assert "Accept" in answer.headers["Vary"]
    assert "text/html" in client.get("/api/", headers=HTML).headers["Content-Type"]


def test_an_unchanged_page_is_not_sent_again(client):
    etag = client.get("/api/", headers=HTML).headers["ETag"]
    again = client.get("/api/", headers={**HTML, "If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")


def test_a_resource_that_is_none_has_no_reference(client):
    assert client.get("/api/reference/colours/", headers=HTML).status_code == 404


def test_the_documentation_asks_the_database_nothing(client, django_assert_num_queries):
    client.get("/api/reference/quotes/", headers=HTML)
    with django_assert_num_queries(0):
        for address in ("/api/", "/api/reference/quotes/"):
            assert client.get(address, headers=HTML).status_code == 200


@pytest.mark.django_db
def test_german_readers_are_told_that_it_is_in_english(client: Client):
    german = "Die Dokumentation der API ist auf Englisch geschrieben."
    assert german in client.get("/api/?lang=de").text
    assert "is in English" not in client.get("/api/?lang=en").text

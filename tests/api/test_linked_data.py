"""The same address gives JSON-LD to whoever asks for it."""

import json

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from quotes.interchange.schema_org import KINDS
from quotes.models import Quote
from tests.api.resource_tests import BUDGETS, problem, schema
from tests.api.whole_rows import whole_quote, whole_statement
from tests.factories import anchored_occurrence, draft_quote, published_article, withdraw
from tests.interchange.linked_data import check
from tests.interchange.test_web_annotation import check_annotation, check_context

pytestmark = pytest.mark.django_db

LD = "application/ld+json"
ANNOTATION = 'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"'
RESOURCES = {
    "Quote": "quotes",
    "JointStatement": "statements",
    "Speaker": "speakers",
    "Article": "articles",
    "Outlet": "outlets",
    "Event": "events",
    "Topic": "topics",
}


def ask(client: Client, address: str, accept: str, **headers: str):
    return client.get(address, headers={"Accept": accept, **headers})


def test_every_kind_of_item_is_given_as_schema_org(client: Client):
    whole_quote()
    whole_statement()
    for model in KINDS:
        row = model.objects.published().first()
        assert row is not None, model
        address = f"/api/v1/{RESOURCES[model.__name__]}/{row.pk}/"
        response = ask(client, address, LD)
        assert response.status_code == 200
        assert response.headers["Content-Type"] == LD
        assert "Accept" in response.headers["Vary"]
        document = response.json()
        check(document)
        assert document["@id"] == f"http://testserver{row.permanent_address}"


def test_json_is_what_everybody_else_gets(client: Client):
    address = f"/api/v1/quotes/{whole_quote().pk}/"
    for accept in ("*/*", "application/json", f"{LD};q=0.5, application/json", "application/*"):
        response = ask(client, address, accept)
        assert response.headers["Content-Type"] == "application/json"
        assert response.headers["Vary"].startswith("Accept")
    for accept in (f"{LD}, application/json;q=0.5", f"application/json;q=0.1, {LD};q=0.2"):
        assert ask(client, address, accept).headers["Content-Type"] == LD


def test_an_occurrence_and_the_occurrences_of_a_quote_are_annotations(client: Client):
    quote = whole_quote()
    row = quote.occurrences.filter(withdrawn=False).first()
    for accept in (ANNOTATION, LD):
        response = ask(client, f"/api/v1/occurrences/{row.pk}/", accept)
        assert response.headers["Content-Type"].replace("; ", ";") == ANNOTATION
        # The Web Annotation Protocol, section 3.1.
        assert response.headers["Link"] == '<http://www.w3.org/ns/ldp#Resource>; rel="type"'
        assert "GET" in response.headers["Allow"]
        assert response.headers["ETag"]
        check_context(response.json())
        check_annotation(response.json())
        assert response.json()["id"] == f"http://testserver/api/v1/occurrences/{row.pk}/"
    collection = ask(client, f"/api/v1/quotes/{quote.pk}/", ANNOTATION).json()
    assert collection["type"] == "AnnotationCollection"
    assert row.pk in {int(one["id"].split("/")[-2]) for one in collection["first"]["items"]}


def test_what_there_is_not_is_refused_as_problem_details(client: Client):
    quote = whole_quote()
    for address, accept in (
        (f"/api/v1/quotes/{quote.pk}/", "text/turtle"),
        (f"/api/v1/quotes/{quote.pk}/", 'application/ld+json;profile="http://x.example/"'),
        ("/api/v1/quotes/", LD),
        (f"/api/v1/topics/{quote.topics.first().pk}/", ANNOTATION),
    ):
        problem(ask(client, address, accept), 406)


def test_what_is_not_public_is_missing_or_gone_in_every_form(client: Client):
    draft, gone = draft_quote(), withdraw(whole_quote())
    for accept in (LD, ANNOTATION):
        problem(ask(client, f"/api/v1/quotes/{draft.pk}/", accept), 404)
        problem(ask(client, "/api/v1/quotes/x/", accept), 404)
        body = problem(ask(client, f"/api/v1/quotes/{gone.pk}/", accept), 410)
        assert body["withdrawal_reason"]
    row = draft.occurrences.get()
    problem(ask(client, f"/api/v1/occurrences/{row.pk}/", ANNOTATION), 404)


def test_unchanged_it_is_not_sent_again(client: Client):
    address = f"/api/v1/quotes/{whole_quote().pk}/"
    tags = set()
    for accept in (LD, ANNOTATION, "application/json"):
        etag = ask(client, address, accept).headers["ETag"]
        again = client.get(address, headers={"Accept": accept, "If-None-Match": etag})
        assert (again.status_code, again.content) == (304, b"")
        tags.add(etag)
    # One form is never taken for another.
    assert len(tags) == 3


def test_it_costs_the_same_however_much_there_is(client: Client):
    budgets = json.loads(BUDGETS.read_text())
    quote = whole_quote()
    for _ in range(2):
        for accept, form in ((LD, "schema_org"), (ANNOTATION, "annotations")):
            with CaptureQueriesContext(connection) as captured:
                assert ask(client, f"/api/v1/quotes/{quote.pk}/", accept).status_code == 200
            assert len(captured) == budgets[f"api.quotes.{form}"]
        anchored_occurrence(Quote.objects.get(pk=quote.pk), published_article())


def test_the_schema_names_every_form():
    content = schema()["paths"]["/api/v1/quotes/{id}/"]["get"]["responses"]["200"]["content"]
    assert {"application/json", LD} < content.keys()
    assert any("anno.jsonld" in name for name in content)
    listed = schema()["paths"]["/api/v1/quotes/"]["get"]["responses"]["200"]["content"]
    assert listed.keys() == {"application/json"}

"""Where the API begins, and what it says to addresses that are none."""

import pytest

from tests.api.resource_tests import check_against_schema, problem

pytestmark = pytest.mark.django_db


def test_the_root_leads_to_every_resource(client):
    answer = client.get("/api/v1/")
    check_against_schema(answer.json(), "Root")
    assert set(answer.json()) == {
        *("speakers", "quotes", "statements", "articles", "outlets", "events", "topics"),
        *("occurrences", "provisions", "hops"),
        *("captures", "drafts", "changes", "schema"),
    }
    for name, address in answer.json().items():
        # What editors' tools alone read asks for their token.
        assert client.get(address).status_code == (401 if name in ("captures", "drafts") else 200)


def test_an_address_that_is_none_is_a_problem_of_its_own_kind(client):
    for address in ("/api/v1/colours/", "/api/v1/quotes/1/colours/", "/api/v2/"):
        for method in (client.get, client.post):
            assert "/api/v1/" in problem(method(address), 404)["detail"]


def test_a_missing_slash_is_added(client):
    response = client.get("/api/v1/quotes?language=de")
    assert (response.status_code, response.headers["Location"]) == (
        301,
        "/api/v1/quotes/?language=de",
    )


def test_who_accepts_no_json_is_told_so(client):
    problem(client.get("/api/v1/quotes/", headers={"Accept": "text/csv"}), 406)
    assert client.get("/api/v1/quotes/", headers={"Accept": "text/html,*/*"}).status_code == 200


def test_the_api_asks_nobody_who_he_is(client, edith, django_assert_num_queries):
    client.force_login(edith)
    with django_assert_num_queries(0):
        client.get("/api/v1/")

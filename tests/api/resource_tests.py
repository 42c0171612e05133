"""The tests that every resource passes; each resource's own file adds what is special."""

import base64
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from drf_spectacular.generators import SchemaGenerator

from tests.factories import withdraw

# Percent-encoded: NUL, half a surrogate pair, no UTF-8 at all, numbers beyond every column.
JUNK = (
    *("%00", "a%00b", "%ED%A0%80", "%FF", "%F0%9F%98%80", "%27;--", "%25", "-1", "017", "0"),
    *("9" * 19, "9" * 30, "9" * 5000),
)
# What every list takes.
EVERYWHERE = ("id", "cursor", "page_size", "ordering", "expand", "count")
BUDGETS = Path(__file__).parents[1] / "query_budgets.json"


@cache
def schema() -> dict[str, Any]:
    return json.loads(json.dumps(SchemaGenerator().get_schema(request=None, public=True)))


def check_against_schema(body: Any, component: str) -> None:
    """Fail where ``body`` is not what the API's own description promises."""
    document = {"$ref": f"#/components/schemas/{component}", "components": schema()["components"]}
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    jsonschema.Draft202012Validator(document, format_checker=checker).validate(body)


def problem(response: Any, status: int) -> dict[str, Any]:
    """The problem details of a response that must have this status."""
    assert response.status_code == status, response.content
    assert response.headers["Content-Type"] == "application/problem+json"
    body = response.json()
    assert body["status"] == status
    assert body["title"]
    check_against_schema(body, "Problem")
    return body


class ResourceTests:
    """Needs ``resource``, ``component`` (the name in the schema), ``make`` (one more public row,
    all of them with the same sort value), ``make_hidden`` (a row that is not public) and
    ``parameters`` (examples of every filter's value)."""

    resource: str
    component: str
    make: Callable[[], Model]
    make_hidden: Callable[[], Model]
    parameters: dict[str, str]

    pytestmark = pytest.mark.django_db

    @property
    def address(self) -> str:
        return f"/api/v1/{self.resource}/"

    def pages(self, client: Client, address: str, link: str = "next") -> list[dict[str, Any]]:
        """The page at ``address`` and those that follow it by ``link``."""
        found = []
        while address:
            response = client.get(address)
            assert response.status_code == 200, response.content
            found.append(response.json())
            address = found[-1][link]
            assert len(found) < 50
        return found

    def ids(self, client: Client, query: str = "") -> list[int]:
        pages = self.pages(client, f"{self.address}?page_size=100{query}")
        return [row["id"] for page in pages for row in page["results"]]

    # What is there

    def test_a_public_row_is_listed_and_has_an_address_of_its_own(self, client):
        row = type(self).make()
        assert row.pk in self.ids(client)
        response = client.get(f"{self.address}{row.pk}/")
        assert response.status_code == 200
        assert response.headers["Content-Type"] == "application/json"
        assert response.json()["id"] == row.pk
        assert response.json()["url"] == f"http://testserver/{self.resource}/{row.pk}/"
        page = client.get(response.json()["url"])
        assert page.headers.get("Location", row.get_absolute_url()) == row.get_absolute_url()

    def test_answers_are_what_the_schema_promises(self, client):
        row = type(self).make()
        listed = client.get(self.address).json()
        check_against_schema(listed, f"{self.component}Page")
        single = client.get(f"{self.address}{row.pk}/").json()
        check_against_schema(single, f"{self.component}Item")

    def test_what_is_not_public_is_not_found(self, client):
        row = type(self).make_hidden()
        assert row.pk not in self.ids(client)
        problem(client.get(f"{self.address}{row.pk}/"), 404)

    # Pages

    def test_pages_over_ties_show_every_row_once_and_lead_back(self, client):
        for row in [type(self).make() for _ in range(5)][::-1]:
            row.save()
        # Neither an index nor the place on the disk shall sort ties by accident.
        with connection.cursor() as database:
            database.execute("SET LOCAL enable_indexscan = off")
        for ordering in schema_parameter(self.address, "ordering")["schema"]["enum"]:
            everything = self.ids(client, f"&ordering={ordering}")
            assert len(everything) == len(set(everything)) >= 5
            size = max(2, len(everything) // 4)
            there = self.pages(client, f"{self.address}?page_size={size}&ordering={ordering}")
            assert len(there) > 2
            assert [row["id"] for page in there for row in page["results"]] == everything
            back = self.pages(client, there[-1]["previous"], "previous")
            assert [page["results"] for page in back] == [
                page["results"] for page in reversed(there[:-1])
            ]
            for page, following in zip(back, there[:0:-1], strict=True):
                assert client.get(page["next"]).json()["results"] == following["results"]
            assert there[0]["previous"] is None
            assert back[-1]["previous"] is None

    def test_the_orders_are_each_others_reverse(self, client):
        for _ in range(3):
            type(self).make()
        described = schema_parameter(self.address, "ordering")["schema"]
        for ordering in described["enum"]:
            other = ordering[1:] if ordering.startswith("-") else f"-{ordering}"
            assert other in described["enum"]
            one_way = self.ids(client, f"&ordering={ordering}")
            assert one_way == self.ids(client, f"&ordering={other}")[::-1]
        assert self.ids(client) == self.ids(client, f"&ordering={described['default']}")

    def test_a_page_has_at_most_a_hundred_rows(self, client):
        for size in ("0", "101", "-1", "many", "1e2", "٣"):
            body = problem(client.get(self.address, {"page_size": size}), 400)
            assert "100" in body["detail"]

    def test_a_made_up_cursor_is_refused(self, client):
        name = schema_parameter(self.address, "ordering")["schema"]["default"]
        places = [
            None,
            17,
            {"a": 1},
            [name, False, "2025-09-08"],
            [name, False, 17, 17],
            [name, False, "a\x00b", 17],
            [name, False, "2025-09-08", 2**63],
            [name, False, "2025-09-08", True],
            [name, 1, "2025-09-08", 17],
            ["wording", False, "2025-09-08", 17],
        ]
        made_up = [written(json.dumps(place)) for place in places]
        junk = ["x", "ä", "\x00", "A A", written("[" * 1200), "W" * 3000]
        for cursor in (*made_up, *junk):
            body = problem(client.get(self.address, {"cursor": cursor}), 400)
            assert body["errors"][0]["parameter"] == "cursor"

    def test_a_cursor_of_another_order_is_refused(self, client):
        for _ in range(2):
            type(self).make()
        one, other = schema_parameter(self.address, "ordering")["schema"]["enum"][:2]
        following = client.get(f"{self.address}?page_size=1&ordering={one}").json()["next"]
        swapped = following.replace(f"ordering={one}", f"ordering={other}")
        assert problem(client.get(swapped), 400)["errors"][0]["parameter"] == "cursor"

    # Parameters

    def test_an_unknown_parameter_is_refused_and_the_known_ones_named(self, client):
        row = type(self).make()
        body = problem(client.get(self.address, {"colour": "red"}), 400)
        assert body["errors"][0]["parameter"] == "colour"
        assert set(body["valid_parameters"]) == {*self.parameters, *EVERYWHERE}
        assert all(name in body["detail"] for name in self.parameters)
        for address in (self.address, f"{self.address}{row.pk}/"):
            for name in ("format", "lang", "colour"):
                problem(client.get(address, {name: "json"}), 400)

    def test_every_parameter_is_described(self):
        for name in self.parameters:
            assert len(schema_parameter(self.address, name)["description"]) > 10

    def test_every_parameter_takes_its_value_and_none_twice_or_empty(self, client):
        for name, value in self.parameters.items():
            assert client.get(self.address, {name: value}).status_code == 200, name
            for wrong in ({name: [value, value]}, {name: ""}, {name: " "}):
                body = problem(client.get(self.address, wrong), 400)
                assert body["errors"][0]["parameter"] == name

    def test_junk_is_answered_calmly(self, client):
        for junk in JUNK:
            for name in (*self.parameters, "cursor", "page_size", "ordering", junk):
                assert client.get(f"{self.address}?{name}={junk}").status_code in (200, 400), name
            problem(client.get(f"{self.address}{junk}/"), 404)

    # Manners

    def test_nothing_is_written_without_a_token(self, client):
        row = type(self).make()
        for address, path in (
            (self.address, self.address),
            (f"{self.address}{row.pk}/", f"{self.address}{{id}}/"),
        ):
            for method in ("post", "put", "patch", "delete"):
                response = getattr(client, method)(address, {}, content_type="application/json")
                if method in schema()["paths"][path]:
                    problem(response, 401)
                    assert response.headers["WWW-Authenticate"] == 'Bearer realm="Wortlaut"'
                else:
                    problem(response, 405)
                    assert "GET, " in response.headers["Allow"]
                    assert method.upper() not in response.headers["Allow"]

    def test_head_and_options_answer_as_they_should(self, client):
        row = type(self).make()
        for address in (self.address, f"{self.address}{row.pk}/"):
            head = client.head(address)
            assert (head.status_code, head.content) == (200, b"")
            assert head.headers["Content-Type"] == "application/json"
            options = client.options(address)
            assert options.status_code == 200
            assert {"GET", "HEAD", "OPTIONS"} <= set(options.headers["Allow"].split(", "))

    def test_an_answer_is_the_same_for_everybody(self, client, edith):
        row = type(self).make()
        for address in (self.address, f"{self.address}{row.pk}/"):
            stranger = Client().get(address, headers={"Accept-Language": "de"})
            client.force_login(edith)
            editor = client.get(address, headers={"Accept-Language": "en"})
            assert stranger.content == editor.content
            assert not stranger.cookies
            assert not editor.cookies
            assert "Cookie" not in stranger.headers.get("Vary", "")
            assert "no-cache" in stranger.headers["Cache-Control"]

    def test_an_unchanged_answer_is_not_sent_again(self, client):
        address = f"{self.address}{type(self).make().pk}/"
        etag = client.get(address).headers["ETag"]
        again = client.get(address, headers={"If-None-Match": etag})
        assert (again.status_code, again.content) == (304, b"")

    # Cost

    def test_more_rows_cost_no_more_queries(self, client):
        budgets = json.loads(BUDGETS.read_text())
        row = type(self).make()
        for more in (0, 4):
            for _ in range(more):
                type(self).make()
            single, listed = f"{self.address}{row.pk}/", f"{self.address}?page_size=100"
            assert queries(client, single) == budgets[f"api.{self.resource}.detail"]
            assert queries(client, listed) == budgets[f"api.{self.resource}.list"]

    def test_nothing_is_counted(self, client):
        type(self).make()
        with CaptureQueriesContext(connection) as captured:
            client.get(self.address)
        assert not [query["sql"] for query in captured if "COUNT(" in query["sql"].upper()]


class WithdrawableTests(ResourceTests):
    """For resources with a state of their own."""

    def test_what_was_withdrawn_is_gone_and_says_why(self, client):
        row = withdraw(type(self).make())
        assert row.pk not in self.ids(client)
        body = problem(client.get(f"{self.address}{row.pk}/"), 410)
        assert body["withdrawal_reason"] == row.withdrawal_reason != ""
        assert row.withdrawal_reason in body["detail"]


def written(place: str) -> str:
    """A cursor that says this."""
    return base64.urlsafe_b64encode(place.encode()).decode().rstrip("=")


def queries(client: Client, address: str) -> int:
    """How many queries an answer costs."""
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def schema_parameter(address: str, name: str) -> dict[str, Any]:
    operation = schema()["paths"][address]["get"]
    return next(each for each in operation["parameters"] if each["name"] == name)

"""What PostgreSQL builds is what the serializers say, field by field, expanded or not."""

import json
from typing import Any

import pytest
from rest_framework.utils.encoders import JSONEncoder

from quotes.api.bodies.expansion import DEEPEST, expandable, read_expansion
from quotes.api.resource import resources
from quotes.api.urls import router
from quotes.models import (
    Article,
    Event,
    Occurrence,
    Outlet,
    Quote,
    Snapshot,
    Speaker,
    Topic,
)
from tests.api.resource_tests import check_against_schema, schema
from tests.api.whole_rows import whole_article, whole_outlet, whole_statement
from tests.factories import published_article

pytestmark = pytest.mark.django_db

# Captures are editors' own, and built by serializers.
NAMES = [name for name, _view, _base in router.registry if name in resources]


@pytest.fixture
def everything() -> None:
    """Rows of every kind with all that can hang on them; a text that may be shown whole."""
    whole_statement()
    article = whole_article()
    Article.objects.filter(pk=article.pk).update(
        rights="whole",
        rights_note="CC BY-SA 4.0",
        byline="Von Anna Beispiel",
        archive_url="https://archive.example/1",
        link_dead_since="2025-10-01",
    )
    Quote.objects.update(addressee="Journalisten", context="Nach dem Treffen.")
    Occurrence.objects.update(locator="S. 3", reporting_phrase="sagte er")
    for number, row in enumerate([*Speaker.objects.all(), *Topic.objects.all()], start=1):
        type(row).objects.filter(pk=row.pk).update(wikidata_id=f"Q{number}")
    said_in = published_article()
    article.hops.exclude(evidence="").update(evidence_in=said_in)
    Event.objects.update(place="Seoul")
    Outlet.objects.update(homepage="https://outlet.example/")
    whole_outlet()


def expansions(serializer: Any) -> list[str]:
    """None; each relation that stands in the body, all at once; those that stand in them."""
    firsts = expandable(serializer)
    deeper = []
    for path in firsts:
        depth = path.count(".") + 1
        place: Any = serializer
        for step in path.split("."):
            place = place().fields[step].serializer_class
        more = [each for each in expandable(place) if depth + each.count(".") + 1 <= DEEPEST]
        deeper += [",".join(f"{path}.{each}" for each in more)] if more else []
    return ["", ",".join(firsts), *deeper] if firsts else [""]


def expected(row: Any, serializer: Any, expand: str) -> dict[str, Any]:
    tree = read_expansion(expand, serializer) if expand else {}
    context = {"site": "http://testserver", "expand": tree}
    return json.loads(json.dumps(serializer(row, context=context).data, cls=JSONEncoder))


def query(expand: str) -> dict[str, str]:
    return {"expand": expand} if expand else {}


@pytest.mark.parametrize("name", NAMES)
def test_every_member_is_what_serializer_and_schema_say(name, client, everything):
    resource = resources[name]
    component = resource.serializer.__name__.removesuffix("Serializer")
    rows = list(resource.rows())
    assert rows
    for expand in expansions(resource.serializer):
        answer = client.get(f"/api/v1/{name}/", {"page_size": "100", **query(expand)})
        assert answer.status_code == 200, answer.content
        page = answer.json()
        check_against_schema(page, f"{component}Page")
        found = {row["id"]: row for row in page["results"]}
        assert found == {row.pk: expected(row, resource.serializer, expand) for row in rows}, expand


@pytest.mark.parametrize("name", NAMES)
def test_a_single_row_is_what_serializer_and_schema_say(name, client, everything):
    resource = resources[name]
    component = resource.serializer.__name__.removesuffix("Serializer")
    single = resource.item_serializer or resource.serializer
    for expand in ("", ",".join(expandable(single))):
        for row in resource.rows():
            body = client.get(f"/api/v1/{name}/{row.pk}/", query(expand)).json()
            check_against_schema(body, f"{component}Item")
            assert body.pop("licence")["name"]
            assert body == expected(row, single, expand), expand


@pytest.mark.parametrize("name", NAMES)
def test_the_schema_allows_no_more_than_there_is(name, client, everything):
    """Every member that is described is in every body, in the same order."""
    component = resources[name].serializer.__name__.removesuffix("Serializer")
    described = list(schema()["components"]["schemas"][component]["properties"])
    for row in client.get(f"/api/v1/{name}/").json()["results"]:
        assert list(row) == described


def test_the_rows_of_these_tests_leave_no_member_and_no_list_empty(client, everything):
    """A member that was always null would prove nothing."""
    seen: dict[str, bool] = {}
    for name in NAMES:
        for row in client.get(f"/api/v1/{name}/", {"page_size": "100"}).json()["results"]:
            for member, value in row.items():
                key = f"{name}.{member}"
                filled = value not in (None, [], "") or value is False
                seen[key] = seen.get(key, False) or filled
    assert [key for key, filled in seen.items() if not filled] == []


def test_a_text_that_may_be_shown_is_shown_whole_and_no_other(client, everything):
    shown = {
        snapshot["id"]: snapshot["text"]
        for row in client.get("/api/v1/articles/", {"page_size": "100"}).json()["results"]
        for snapshot in client.get(f"/api/v1/articles/{row['id']}/").json()["snapshots"]
    }
    assert shown == {
        row.pk: row.text if row.article.rights == "whole" else None
        for row in Snapshot.objects.published()
    }
    assert {text is None for text in shown.values()} == {True, False}

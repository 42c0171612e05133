"""Entity tags: another one whenever the answer may be another, known without making the answer."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from quotes.api import validators
from quotes.editorial.moves import withdraw
from quotes.models import Quote
from tests.factories import published_quote

pytestmark = pytest.mark.django_db
LIST = "/api/v1/quotes/"


@pytest.fixture
def quote() -> Quote:
    quote = published_quote()
    _commit()
    return quote


def _commit() -> None:
    """The feed of changes, whose newest place is the public version, is written at a commit."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def tag_of(client, address=LIST, **headers):
    return client.get(address, headers=headers)["ETag"]


def test_a_client_that_holds_the_answer_costs_one_small_query(client, quote):
    tag = tag_of(client)
    for known in (tag, f"W/{tag}", f'"other", {tag}'):
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(LIST, headers={"If-None-Match": known})
        assert (answer.status_code, answer.content, len(asked)) == (304, b"", 1)
        assert (answer["ETag"], answer["Cache-Control"]) == (tag, "public, no-cache")


@pytest.mark.parametrize("is_list", [True, False])
def test_an_answer_and_its_tag_cost_one_query_and_its_tag_is_known_again(client, quote, is_list):
    address = LIST if is_list else f"{LIST}{quote.pk}/"
    with CaptureQueriesContext(connection) as asked:
        tag = tag_of(client, address)
    assert len(asked) == 1
    assert tag_of(client, address, **{"If-None-Match": '"other"'}) == tag
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 304


def test_an_empty_list_has_the_tag_of_its_version_too(client, quote):
    nothing = f"{LIST}?language=fi"
    tag = tag_of(client, nothing)
    assert client.get(nothing, headers={"If-None-Match": tag}).status_code == 304
    quote.addressee = "Reporter"
    quote.save()
    _commit()
    assert tag_of(client, nothing) != tag


@pytest.mark.parametrize(
    "asked",
    [
        {"address": f"{LIST}?page_size=2"},
        {"address": "/api/v1/articles/"},
        {"Accept": "application/json"},
        {"Host": "localhost"},
    ],
)
def test_another_question_has_another_tag(client, quote, asked):
    assert tag_of(client, **asked) != tag_of(client)
    assert tag_of(client, **asked) == tag_of(client, **asked)


def test_every_public_change_makes_another_tag(client, quote, edith):
    tags = {tag_of(client)}
    quote.addressee = "Reporter"
    quote.save()
    _commit()
    tags.add(tag_of(client))
    withdraw(quote, edith, "Falsch zugeschrieben.")
    _commit()
    tags.add(tag_of(client))
    assert len(tags) == 3
    for tag in tags:
        address = f"{LIST}{quote.pk}/"
        assert client.get(address, headers={"If-None-Match": tag}).status_code == 410


def test_another_program_has_another_tag(client, quote, monkeypatch):
    tag = tag_of(client)
    monkeypatch.setattr(validators, "program", lambda: b"another")
    assert tag_of(client) != tag


def test_what_is_refused_has_no_tag(client, quote):
    answer = client.get(f"{LIST}?speeker=1", headers={"If-None-Match": "*"})
    assert answer.status_code == 400
    assert "ETag" not in answer.headers

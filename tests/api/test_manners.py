"""How the API behaves towards those who ask: limits, other sites, entity tags, counts."""

import json

import pytest
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from quotes.api import counting
from quotes.api.rate_limit import forget
from quotes.api.resource import resources
from tests.api.resource_tests import check_against_schema, problem
from tests.api.whole_rows import (
    whole_article,
    whole_event,
    whole_outlet,
    whole_quote,
    whole_speaker,
    whole_topic,
)
from tests.factories import (
    EventFactory,
    HopFactory,
    OutletFactory,
    SpeakerFactory,
    TopicFactory,
    draft_article,
    draft_quote,
    draft_statement,
    published_article,
    published_quote,
    published_statement,
    withdraw,
)

ADDRESS = "/api/v1/quotes/"
ELSEWHERE = {"Origin": "https://newsroom.example"}


@pytest.fixture
def _few():
    """Six requests a minute, for everybody anew."""
    forget()
    with override_settings(WORTLAUT_API_REQUESTS_PER_MINUTE=6):
        yield
    forget()


@pytest.mark.django_db
class TestRateLimit:
    @pytest.mark.usefixtures("_few")
    def test_who_asks_too_often_is_told_how_long_to_wait(self, client):
        answers = [client.get(ADDRESS) for _ in range(7)]
        assert [answer.status_code for answer in answers] == [200] * 6 + [429]
        assert [answer.headers.get("RateLimit") for answer in answers[:6]] == [
            f'"address";r={left}' for left in (5, 4, 3, 2, 1, 0)
        ]
        body = problem(answers[-1], 429)
        assert body["type"].endswith("/api/#problem-too-many-requests")
        assert 1 <= int(answers[-1].headers["Retry-After"]) <= 10

    @pytest.mark.usefixtures("_few")
    def test_the_bucket_fills_up_again(self, client, time_machine_monotonic):
        for _ in range(7):
            last = client.get(ADDRESS)
        time_machine_monotonic(int(last.headers["Retry-After"]))
        assert client.get(ADDRESS).status_code == 200
        assert client.get(ADDRESS).status_code == 429

    @pytest.mark.usefixtures("_few")
    def test_every_address_has_a_limit_of_its_own_and_an_ipv6_network_one(self):
        def ask(address: str) -> int:
            return Client(REMOTE_ADDR=address).get("/api/v1/").status_code

        assert [ask("192.0.2.1") for _ in range(7)][-1] == 429
        assert ask("192.0.2.2") == 200
        assert [ask(f"2001:db8::{number}") for number in range(1, 8)][-1] == 429
        assert ask("2001:db8:0:1::1") == 200

    @pytest.mark.usefixtures("_few")
    def test_no_forged_header_gives_a_bucket_of_ones_own(self, client):
        found = [
            client.get(ADDRESS, headers={"X-Forwarded-For": f"192.0.2.{number}"}).status_code
            for number in range(7)
        ]
        assert found[-1] == 429


@pytest.fixture
def time_machine_monotonic(monkeypatch):
    """Moves the clock of the limit on by some seconds."""
    from quotes.api import rate_limit

    passed = [0.0]
    clock = rate_limit.monotonic
    monkeypatch.setattr(rate_limit, "monotonic", lambda: clock() + passed[0])
    return lambda seconds: passed.append(passed.pop() + seconds)


@pytest.mark.django_db
class TestOtherSites:
    def test_scripts_of_every_site_may_read_without_credentials(self, client):
        for address in (ADDRESS, "/api/v1/", f"{ADDRESS}4711/", f"{ADDRESS}?colour=red"):
            headers = client.get(address, headers=ELSEWHERE).headers
            assert headers["Access-Control-Allow-Origin"] == "*"
            assert "Access-Control-Allow-Credentials" not in headers
            assert "ETag" in headers["Access-Control-Expose-Headers"]

    def test_they_may_ask_before_and_are_told_that_they_only_read(self, client):
        asked = {**ELSEWHERE, "Access-Control-Request-Method": "GET"}
        allowed = client.options(ADDRESS, headers=asked).headers["Access-Control-Allow-Methods"]
        assert {each.strip() for each in allowed.split(",")} == {"GET", "HEAD", "OPTIONS"}

    def test_pages_are_not_open_to_them(self, client):
        for address in ("/quotes/", "/admin/login/"):
            headers = client.get(address, headers=ELSEWHERE).headers
            assert "Access-Control-Allow-Origin" not in headers


@pytest.mark.django_db
def test_reading_asks_for_nothing_but_the_data(client, edith):
    client.force_login(edith)
    quote = published_quote()
    with CaptureQueriesContext(connection) as captured:
        response = client.get(f"{ADDRESS}{quote.pk}/")
    # The public version, and the body.
    assert len(captured) == 1
    assert not response.cookies
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert int(response.headers["Content-Length"]) == len(response.content)


@pytest.mark.django_db(transaction=True)
class TestEntityTags:
    """The version of everything public moves at commit."""

    def test_a_304_costs_one_small_statement_until_something_public_changes(self, client):
        quote = published_quote()
        addresses = (ADDRESS, f"{ADDRESS}?expand=occurrences", f"{ADDRESS}{quote.pk}/")
        tags = [client.get(address).headers["ETag"] for address in addresses]
        assert len(set(tags)) == len(tags)
        for address, tag in zip(addresses, tags, strict=True):
            with CaptureQueriesContext(connection) as captured:
                again = client.get(address, headers={"If-None-Match": f'"other", W/{tag}'})
            assert (again.status_code, again.content) == (304, b"")
            assert again.headers["ETag"] == tag
            assert len(captured) == 1
            assert "quotes_quote" not in captured[0]["sql"]
        quote.context = "Im Mai."
        quote.save()
        for address, tag in zip(addresses, tags, strict=True):
            changed = client.get(address, headers={"If-None-Match": tag})
            assert changed.status_code == 200
            assert changed.headers["ETag"] != tag

    def test_what_was_withdrawn_is_gone_for_those_who_know_it_too(self, client):
        quote = published_quote()
        address = f"{ADDRESS}{quote.pk}/"
        tag = client.get(address).headers["ETag"]
        withdraw(quote)
        problem(client.get(address, headers={"If-None-Match": tag}), 410)


@pytest.mark.django_db
class TestCounts:
    def count(self, client, query=""):
        body = client.get(f"{ADDRESS}?count=true&page_size=1{query}").json()
        check_against_schema(body, "QuotePage")
        return body["count"]

    def test_a_list_is_counted_on_request_and_only_then(self, client):
        for _ in range(3):
            published_quote()
        published_quote(language="fr")
        assert self.count(client) == {"value": 4, "exact": True}
        assert self.count(client, "&language=fr") == {"value": 1, "exact": True}
        for query in ("", "?count=false"):
            assert "count" not in client.get(ADDRESS + query).json()
        assert "true, false" in problem(client.get(f"{ADDRESS}?count=yes"), 400)["detail"]

    def test_a_long_list_is_estimated_and_said_to_be(self, client, monkeypatch):
        monkeypatch.setattr(counting, "MOST_COUNTED", 2)
        counting._statements.cache_clear()
        for _ in range(3):
            published_quote()
        found = self.count(client)
        counting._statements.cache_clear()
        assert found["exact"] is False
        assert found["value"] >= 3


# Of every list: a public row, and one that is not.
LOOKED_UP = {
    "articles": (whole_article, draft_article),
    "events": (whole_event, EventFactory),
    "hops": (lambda: whole_article().hops.first(), lambda: HopFactory(article=draft_article())),
    "occurrences": (
        lambda: whole_quote().occurrences.first(),
        lambda: draft_quote().occurrences.get(),
    ),
    "outlets": (whole_outlet, OutletFactory),
    "provisions": (
        lambda: published_statement().provisions.first(),
        lambda: draft_statement().provisions.first(),
    ),
    "quotes": (published_quote, draft_quote),
    "speakers": (whole_speaker, SpeakerFactory),
    "statements": (published_statement, draft_statement),
    "topics": (whole_topic, TopicFactory),
}


def test_every_resource_is_looked_up_here():
    assert set(LOOKED_UP) == set(resources)


@pytest.mark.django_db
class TestLookUp:
    def test_rows_are_looked_up_by_their_ids_and_only_public_ones_come(self, client):
        first, _second, third = (published_quote() for _ in range(3))
        gone = withdraw(published_quote())
        ids = f"{third.pk},{first.pk},{gone.pk},999999999"
        body = client.get(ADDRESS, {"id": ids, "ordering": "id"}).json()
        assert [row["id"] for row in body["results"]] == [first.pk, third.pk]

    @pytest.mark.parametrize("resource", LOOKED_UP)
    def test_every_list_is_looked_up_by_ids_hits_and_misses_alike(self, client, resource):
        make, make_hidden = LOOKED_UP[resource]
        rows, hidden = [make() for _ in range(3)], make_hidden()
        address = f"/api/v1/{resource}/"

        def found(*ids):
            asked = {"id": ",".join(map(str, ids)), "page_size": 100, "ordering": "id"}
            return [row["id"] for row in client.get(address, asked).json()["results"]]

        assert found(rows[2].pk, rows[0].pk) == [rows[0].pk, rows[2].pk]
        assert found(rows[1].pk, 999999999, hidden.pk, rows[1].pk) == [rows[1].pk]
        assert found(999999999, hidden.pk) == []
        # As many as can be asked for, most of them misses.
        assert found(*range(900000000, 900000098), rows[0].pk, hidden.pk) == [rows[0].pk]

    def test_a_hundred_ids_are_a_hundred_rows(self, client):
        article = published_article()
        quotes = [published_quote(article=article) for _ in range(100)]
        ids = ",".join(str(quote.pk) for quote in quotes)
        body = client.get(ADDRESS, {"id": ids, "page_size": 100, "ordering": "id"}).json()
        assert [row["id"] for row in body["results"]] == [quote.pk for quote in quotes]
        assert body["next"] is None

    @pytest.mark.parametrize("resource", ["speakers", "topics"])
    def test_a_wikidata_id_finds_the_public_row_that_has_it(self, client, resource):
        make, make_hidden = LOOKED_UP[resource]
        for number, row in enumerate((make(), make(), make_hidden()), start=1):
            type(row).objects.filter(pk=row.pk).update(wikidata_id=f"Q{number}")
            shown = [(row.pk, f"Q{number}")] if number < 3 else []
            body = client.get(f"/api/v1/{resource}/", {"wikidata": f"Q{number}"}).json()
            assert [(each["id"], each["wikidata_id"]) for each in body["results"]] == shown
        assert client.get(f"/api/v1/{resource}/", {"wikidata": "Q4"}).json()["results"] == []
        for wrong in ("q1", "1", "Q0", "Q01", "Q-1", "Q1,Q2", "Q" + "1" * 17):
            body = problem(client.get(f"/api/v1/{resource}/", {"wikidata": wrong}), 400)
            assert body["errors"][0]["parameter"] == "wikidata"

    def test_at_most_a_hundred_and_nothing_but_ids(self, client):
        assert client.get(ADDRESS, {"id": ",".join(map(str, range(1, 101)))}).status_code == 200
        for wrong in (",".join(map(str, range(1, 102))), "1,,2", "1, 2", "a", "1;2", "-1"):
            body = problem(client.get(ADDRESS, {"id": wrong}), 400)
            assert body["errors"][0]["parameter"] == "id"


@pytest.mark.django_db
def test_an_unknown_expansion_is_refused_and_the_known_ones_are_named(client):
    quote = published_quote()
    for address in (ADDRESS, f"{ADDRESS}{quote.pk}/"):
        for wrong in ("colour", "event.colour", "attributions", "occurrences.quote.event.parent"):
            body = problem(client.get(address, {"expand": wrong}), 400)
            assert body["errors"][0]["parameter"] == "expand"
        body = problem(client.get(address, {"expand": "colour"}), 400)
        assert "attributions.speaker, event" in body["errors"][0]["detail"]


@pytest.mark.django_db
def test_the_terms_are_in_every_answer(client):
    quote = published_quote()
    for address in (ADDRESS, f"{ADDRESS}{quote.pk}/"):
        licence = json.loads(client.get(address).content)["licence"]
        assert set(licence) == {"name", "url", "attribution"}
        assert licence["name"] == "CC BY 4.0"


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["hops", "occurrences", "provisions"])
def test_what_no_tool_writes_is_read_with_a_token_as_without_one(client, name):
    token = {"Authorization": "Bearer no-token"}
    assert client.get(f"/api/v1/{name}/", headers=token).status_code == 200

"""The feed of changes as others follow it: complete, in order, and honest about its cursors."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client

from quotes.api.changes import RESOURCES, ChangeSerializer
from quotes.api.resource import resources
from quotes.models import Change, Quote
from quotes.models.changes import VersionAfter, public_version
from tests import factories
from tests.api.resource_tests import BUDGETS, JUNK, check_against_schema, problem, queries
from tests.models.attacks import rules_hold, sql
from tests.models.public_world import public_world
from tests.models.test_changes import public_now
from tests.models.test_changes_concurrently import Reader, all_at_once

ADDRESS = "/api/v1/changes/"


def read(client, address=ADDRESS, **parameters):
    response = client.get(address, parameters or None)
    assert response.status_code == 200, response.content
    page = response.json()
    check_against_schema(page, "ChangesPage")
    return page


def followed(client, address=ADDRESS):
    """All that comes from here to the end, and where to read on then."""
    found = []
    while True:
        page = read(client, address)
        found += page["results"]
        address = page["next"]
        if not page["more"]:
            return found, address


def known_by(entries):
    """What a reader holds who did what the entries say."""
    held = set()
    for entry in entries:
        item = (entry["resource"], entry["id"])
        assert (item in held) == (entry["kind"] != "published"), entry
        (held.discard if entry["kind"] == "withdrawn" else held.add)(item)
    return held


def public_by_the_api_s_names():
    return {(f"{resource}s", item) for resource, item in public_now()}


@pytest.mark.django_db(transaction=True, reset_sequences=True)
class TestCommitted:
    def test_the_dossier_s_feed_from_its_beginning_to_the_end_is_all_that_is_public(self, client):
        call_command("load_dossier", verbosity=0)
        entries, end = followed(client, f"{ADDRESS}?page_size=7")
        assert len(entries) == Change.objects.count() > 50
        assert known_by(entries) == public_by_the_api_s_names()
        assert {entry["resource"] for entry in entries} == set(RESOURCES)
        for entry in entries:
            assert client.get(entry["api_url"]).json()["url"] == entry["url"]
        nothing = read(client, end)
        assert (nothing["results"], nothing["more"], nothing["next"]) == ([], False, end)
        factories.withdraw(Quote.objects.published().first())
        (gone, *_others), _end = followed(client, end)
        assert (gone["kind"], gone["resource"]) == ("withdrawn", "quotes")
        assert problem(client.get(gone["api_url"]), 410)["withdrawal_reason"] == gone["reason"]

    def test_a_reader_through_http_misses_nothing_while_others_write(self):
        reader = HttpReader()
        all_at_once(reader, seed=3)
        whole = Change.objects.order_by("id").annotate(version=VersionAfter())
        assert [entry["cursor"] for entry in reader.read] == [each.version for each in whole]
        assert known_by(reader.read) == public_by_the_api_s_names()

    def test_a_304_says_that_nothing_has_happened(self, client):
        factories.published_quote()
        end = followed(client)[1]
        tag = client.get(end).headers["ETag"]
        assert client.get(end, headers={"If-None-Match": tag}).status_code == 304
        factories.published_quote()
        assert client.get(end, headers={"If-None-Match": tag}).json()["results"]

    def test_an_export_says_where_to_follow_from(self, client, tmp_path):
        factories.published_quote()
        call_command("export", tmp_path / "export", "--site", "http://testserver", verbosity=0)
        manifest = json.loads((tmp_path / "export" / "manifest.json").read_text())
        readme = (tmp_path / "export" / "README.md").read_text()
        later = factories.published_quote()
        entries, _end = followed(client, f"{ADDRESS}?cursor={manifest['public_version']}")
        assert ("published", "quotes", later.pk) == tuple(
            entries[-2 if entries[-1]["resource"] == "speakers" else -1][name]
            for name in ("kind", "resource", "id")
        )
        assert f"<http://testserver{ADDRESS}?cursor={manifest['public_version']}>" in readme


class HttpReader(Reader):
    """Follows the feed by ``next``, three entries at a time."""

    def run(self) -> None:
        client, address = Client(), f"{ADDRESS}?page_size=3"
        while True:
            last_look = self.over.is_set()
            page = client.get(address).json()
            self.read += page["results"]
            address = page["next"]
            if last_look and not page["more"]:
                connection.close()
                return


@pytest.mark.django_db
class TestAsked:
    @pytest.fixture(autouse=True)
    def _world(self):
        public_world()
        self.quote = factories.published_quote()
        rules_hold()

    def test_bodies_are_what_the_serializer_says(self, client):
        factories.withdraw(self.quote)
        rules_hold()
        rows = Change.objects.annotate(version=VersionAfter())
        context = {"site": "http://testserver"}
        expected = [ChangeSerializer(row, context=context).data for row in rows]
        assert read(client, page_size=1000)["results"] == expected
        assert {row["reason"] for row in expected} == {None, self.quote.withdrawal_reason}

    def test_every_resource_of_the_feed_is_one_of_the_api(self):
        assert set(RESOURCES) <= set(resources)

    def test_what_is_narrowed_to_resources_comes_in_the_same_order(self, client):
        everything, _end = followed(client)
        for asked in ("quotes", "speakers", "quotes,statements"):
            entries, end = followed(client, f"{ADDRESS}?page_size=2&resource={asked}")
            assert entries == [row for row in everything if row["resource"] in asked.split(",")]
            assert entries
            assert parse_qs(urlsplit(end).query)["resource"] == [asked]
            # Where it stands, everything can be followed from, too.
            assert (
                read(client, cursor=entries[-1]["cursor"], page_size=1000)["results"]
                == (everything[everything.index(entries[-1]) + 1 :])
            )

    def test_the_last_cursor_is_the_public_version(self, client):
        entries, end = followed(client)
        assert entries[-1]["cursor"] == public_version()
        assert parse_qs(urlsplit(end).query)["cursor"] == [public_version()]

    def test_who_begins_at_the_end_reads_what_comes_later_alone(self, client):
        latest = read(client, cursor="latest")
        assert (latest["results"], latest["more"]) == ([], False)
        factories.withdraw(self.quote)
        rules_hold()
        entries, _end = followed(client, latest["next"])
        assert ("withdrawn", self.quote.pk) == (entries[0]["kind"], entries[0]["id"])

    def test_a_feed_that_was_set_back_says_so(self, client):
        """As after a recovery from a backup: the places are there again, of other changes."""
        end = followed(client)[1]
        place, moment = public_version().split(".")
        for cursor in (
            f"{int(place) + 1}.{moment}",
            f"{place}.{int(moment) + 1}",
            f"{place}.{int(moment) - 1}",
            f"{2**63 - 1}.{moment}",
        ):
            for more in ({}, {"resource": "quotes"}, {"page_size": "1"}):
                body = problem(client.get(ADDRESS, {"cursor": cursor, **more}), 410)
                assert body["type"].endswith("/api/#problem-set-back")
                assert "set back" in body["detail"]
        assert client.get(end).status_code == 200
        sql("ALTER TABLE quotes_change DISABLE TRIGGER USER")
        sql("DELETE FROM quotes_change WHERE id = %s", int(place))
        problem(client.get(end), 410)
        problem(client.get(end, headers={"If-None-Match": '"old"'}), 410)

    def test_what_is_no_cursor_is_refused(self, client):
        place, moment = public_version().split(".")
        for cursor in (
            *("17", "0.0", "x", "LATEST", f"0{place}.{moment}", f"{place}.{moment}0", f"-{place}"),
            *(f"{place}.{moment[:-1]}", f"{2**63}.{moment}", f"{place},{moment}", "\x00", "٣"),
            f"{place}.{moment}\n",
        ):
            body = problem(client.get(ADDRESS, {"cursor": cursor}), 400)
            assert body["errors"][0]["parameter"] == "cursor"

    def test_parameters_that_are_wrong_are_named_with_what_would_be_right(self, client):
        body = problem(client.get(ADDRESS, {"colour": "red"}), 400)
        assert body["valid_parameters"] == ["cursor", "page_size", "resource"]
        wrong = {
            "resource": ("quote", "hops", "quotes,", ",", "Quotes"),
            "page_size": ("0", "1001"),
        }
        for name, values in wrong.items():
            for value in values:
                body = problem(client.get(ADDRESS, {name: value}), 400)
                assert body["errors"][0]["parameter"] == name
            problem(client.get(ADDRESS, {name: ""}), 400)
        assert "statements" in problem(client.get(ADDRESS, {"resource": "quote"}), 400)["detail"]
        assert len(read(client, page_size=1)["results"]) == 1
        assert len(read(client, page_size=1000)["results"]) == Change.objects.count()

    def test_junk_is_answered_calmly(self, client):
        for junk in JUNK:
            for name in ("cursor", "page_size", "resource", junk):
                assert client.get(f"{ADDRESS}?{name}={junk}").status_code in (200, 400), name

    def test_manners(self, client):
        assert (client.head(ADDRESS).status_code, client.head(ADDRESS).content) == (200, b"")
        problem(client.post(ADDRESS), 405)
        problem(client.get(ADDRESS, headers={"Accept": "text/csv"}), 406)
        # A token changes nothing here, not even a wrong one.
        token = {"Authorization": "Bearer no-token"}
        assert client.get(ADDRESS, headers=token).status_code == 200
        assert "RateLimit" in client.get(ADDRESS).headers

    def test_a_longer_feed_costs_no_more_queries(self, client):
        budget = json.loads(BUDGETS.read_text())["api.changes"]
        for _ in range(2):
            end = followed(client)[1]
            for query in ("?page_size=1", "?page_size=1000", "?resource=quotes", "?cursor=latest"):
                assert queries(client, f"{ADDRESS}{query}") == budget
            assert queries(client, end) == budget
            for _more in range(4):
                factories.published_quote()
            rules_hold()


@pytest.mark.django_db
def test_a_feed_in_which_nothing_has_happened_has_a_beginning(client):
    for address in (ADDRESS, f"{ADDRESS}?cursor=latest"):
        page = read(client, address)
        assert (page["results"], page["more"]) == ([], False)
    quote = factories.published_quote()
    rules_hold()
    assert ("quotes", quote.pk) in known_by(followed(client, page["next"])[0])

"""All rows of a list as CSV and JSON Lines: whole, honest, in constant memory."""

import csv
import gc
import io
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from functools import partial
from threading import Barrier, Timer
from time import monotonic, sleep
from typing import Any

import psutil
import pytest
from django.conf import settings
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from quotes.api import urls, validators  # noqa: F401 (urls registers the resources)
from quotes.api.bodies.statements import Statement
from quotes.api.files import places, views
from quotes.api.files.formats import csv_pieces, json_pieces
from quotes.api.files.rows import stream
from quotes.api.rate_limit import forget
from quotes.api.resource import resources
from quotes.interchange.tables import TABLES, Table
from quotes.interchange.tables.columns import integer, text
from quotes.models import RelationKind
from tests import factories
from tests.api.resource_tests import BUDGETS, problem
from tests.api.whole_rows import whole_article, whole_quote, whole_statement
from tests.factories import SpeakerFactory, published_quote

pytestmark = pytest.mark.django_db
FORMULA = '=HYPERLINK("https://example.org/","1")'


@pytest.fixture(autouse=True)
def nobody_holds_a_place() -> None:
    """An answer that an earlier test left unread holds its place until it is collected."""
    gc.collect()


def content(response: Any) -> str:
    assert response.status_code == 200, response.content
    return b"".join(response.streaming_content).decode()


def csv_rows(client: Client, address: str) -> list[dict[str, str]]:
    file = io.StringIO(content(client.get(address)), newline="")
    return list(csv.DictReader(file, strict=True))


def json_rows(client: Client, address: str) -> list[dict[str, Any]]:
    lines = content(client.get(address)).split("\n")
    assert lines.pop() == ""
    return [json.loads(line) for line in lines]


@pytest.fixture
def everything() -> None:
    whole_quote(), whole_statement(), whole_article()


@pytest.mark.usefixtures("everything")
@pytest.mark.parametrize("name", TABLES)
def test_a_file_has_the_rows_of_its_list_in_its_orders(client: Client, name: str):
    for ordering in resources[name].orderings:
        listed = client.get(f"/api/v1/{name}/?page_size=100&ordering={ordering}").json()["results"]
        assert json_rows(client, f"/api/v1/{name}.jsonl?ordering={ordering}") == listed != []
        ids = [str(row["id"]) for row in listed]
        rows = csv_rows(client, f"/api/v1/{name}.csv?ordering={ordering}")
        assert [row["id"] for row in rows] == ids
        for row, other in zip(rows, listed, strict=True):
            for column in set(row) & set(other):
                if isinstance(other[column], str):
                    assert row[column] == other[column]


def test_every_resource_has_its_files():
    assert set(TABLES) == set(resources)


@pytest.mark.usefixtures("everything")
def test_a_file_is_narrowed_as_its_list_is(client: Client):
    speaker = published_quote(speaker=SpeakerFactory()).attributions.get().speaker
    query = f"speaker={speaker.pk}&language=de"
    listed = client.get(f"/api/v1/quotes/?{query}").json()["results"]
    assert len(listed) == 1
    assert json_rows(client, f"/api/v1/quotes.jsonl?{query}") == listed
    assert len(csv_rows(client, f"/api/v1/quotes.csv?{query}")) == 1
    (row,) = json_rows(client, f"/api/v1/quotes.jsonl?{query}&expand=attributions.speaker")
    assert row["attributions"][0]["speaker"]["name"] == speaker.name


def test_a_quote_is_one_line_for_a_spreadsheet(client: Client):
    quote = whole_quote()
    row = next(
        each for each in csv_rows(client, "/api/v1/quotes.csv") if each["id"] == str(quote.pk)
    )
    assert row["url"] == f"http://testserver/quotes/{quote.pk}/"
    assert row["speakers"] == "Gen Nakatani; ein hoher Beamter"
    assert row["said_on_earliest"] == quote.said_on_earliest.isoformat()
    assert row["languages"] == "de; ja"
    assert row["source_url"].startswith("https://")
    assert row["prefixed"] == ""


def test_a_quote_that_was_taken_back_names_what_is_public_against_it(client: Client):
    quote, later, other = (factories.published_quote() for _ in range(3))
    relate = partial(factories.QuoteRelationFactory, to_quote=quote)
    for by in (other, later, factories.draft_quote()):
        relate(from_quote=by, kind=RelationKind.RETRACTS)
    relate(from_quote=other, kind=RelationKind.CONTRADICTS)
    relate(from_quote=later, kind=RelationKind.REPEATS)
    rows = {row["id"]: row for row in csv_rows(client, "/api/v1/quotes.csv")}
    told = rows[str(quote.pk)]
    assert told["retracted_by_ids"] == f"{later.pk}; {other.pk}"
    assert told["contradicted_by_ids"] == str(other.pk)
    for by in (later, other):
        assert rows[str(by.pk)]["retracted_by_ids"] == ""


def test_no_text_is_a_formula_and_none_is_changed_in_silence(client: Client):
    published_quote(FORMULA)
    (row,) = csv_rows(client, "/api/v1/quotes.csv")
    assert row["wording"] == f"'{FORMULA}"
    assert row["prefixed"] == "wording"
    (line,) = json_rows(client, "/api/v1/quotes.jsonl")
    assert line["wording"] == FORMULA


def test_lines_of_csv_end_as_the_standard_says(client: Client):
    published_quote()
    response = client.get("/api/v1/quotes.csv")
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8; header=present"
    assert "wortlaut-quotes-" in response.headers["Content-Disposition"]
    text = content(response)
    assert text.endswith("\r\n")
    assert not text.startswith("\ufeff")


def test_an_empty_list_is_a_header_or_nothing(client: Client):
    assert csv_rows(client, "/api/v1/quotes.csv") == []
    assert content(client.get("/api/v1/quotes.csv")).count("\r\n") == 1
    assert content(client.get("/api/v1/quotes.jsonl")) == ""


def test_what_is_not_understood_is_refused(client: Client):
    for address in (
        "quotes.csv?colour=red",
        "quotes.csv?cursor=x",
        "quotes.csv?page_size=3",
        "quotes.csv?expand=event",
        "quotes.jsonl?expand=colour",
        "quotes.jsonl?said_from=yesterday",
        "quotes.jsonl?ordering=colour",
    ):
        body = problem(client.get(f"/api/v1/{address}"), 400)
        assert "cursor" not in body["valid_parameters"]
    for address in ("colours.csv", "schema.jsonl"):
        problem(client.get(f"/api/v1/{address}"), 404)
    problem(client.post("/api/v1/quotes.csv"), 405)


def test_an_unchanged_file_is_not_sent_again(client: Client):
    published_quote()
    etag = client.get("/api/v1/quotes.csv").headers["ETag"]
    again = client.get("/api/v1/quotes.csv", headers={"If-None-Match": etag})
    assert (again.status_code, again.getvalue()) == (304, b"")
    assert "Content-Length" not in again.headers


def test_a_file_of_another_program_or_on_other_terms_is_another(client: Client, monkeypatch):
    etag = client.head("/api/v1/quotes.csv").headers["ETag"]
    known = {"If-None-Match": etag}
    assert client.head("/api/v1/quotes.csv", headers=known).status_code == 304
    monkeypatch.setattr(views, "program", lambda: b"another")
    again = client.head("/api/v1/quotes.csv", headers=known)
    assert again.status_code == 200
    assert again.headers["ETag"] != etag


def test_the_licence_is_part_of_what_tells_programs_apart(monkeypatch):
    ours = validators.program.__wrapped__()
    monkeypatch.setattr(validators, "licence", lambda: b'{"name": "another"}')
    assert validators.program.__wrapped__() != ours


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_the_head_of_a_file_is_that_of_its_content_whose_length_nobody_knows(client, form):
    published_quote()
    address = f"/api/v1/quotes.{form}"
    head, whole = client.head(address), client.get(address)
    assert (head.status_code, head.getvalue()) == (200, b"")
    content(whole)
    ours = {name: value for name, value in whole.headers.items() if name != "RateLimit"}
    assert {name: value for name, value in head.headers.items() if name != "RateLimit"} == ours
    assert "Content-Length" not in head.headers


def test_nothing_is_sent_to_a_file(client: Client):
    for method in ("post", "put", "patch", "delete", "options", "trace"):
        refused = getattr(client, method)("/api/v1/quotes.csv")
        problem(refused, 405)
        assert refused.headers["Allow"] == "GET, HEAD"


def test_a_file_counts_as_a_request_and_says_how_many_are_left(client: Client):
    forget()
    with override_settings(WORTLAUT_API_REQUESTS_PER_MINUTE=3):
        answers = [
            client.get("/api/v1/quotes.csv"),
            client.head("/api/v1/quotes.jsonl"),
            client.get("/api/v1/quotes.csv?colour=red"),
        ]
        refused = client.get("/api/v1/quotes.csv")
        listed = client.get("/api/v1/quotes/")
    forget()
    assert [answer.status_code for answer in answers] == [200, 200, 400]
    content(answers[0])
    left = ['"address";r=2', '"address";r=1', '"address";r=0']
    assert [answer.headers["RateLimit"] for answer in answers] == left
    for answer in (refused, listed):
        problem(answer, 429)
        assert answer.headers["RateLimit"] == '"address";r=0'
        assert answer.headers["RateLimit-Policy"] == '"address";q=3;w=60'


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_a_file_that_breaks_off_is_not_taken_for_a_whole_one(client: Client, form, monkeypatch):
    for _ in range(3):
        published_quote()
    sent = views.stream

    def broken(*args: Any, **options: Any) -> Iterator[Any]:
        for number, row in enumerate(sent(*args, **options)):
            if number == 2:
                raise OSError("The database went away.")
            yield row

    monkeypatch.setattr(views, "stream", broken)
    monkeypatch.setattr("quotes.api.files.formats.PIECE", 1)
    found = content(client.get(f"/api/v1/quotes.{form}"))
    assert "/api/#problem-interrupted" in found
    assert not found.endswith("\n")
    if form == "csv":
        with pytest.raises(csv.Error):
            list(csv.reader(io.StringIO(found, newline=""), strict=True))
    else:
        with pytest.raises(json.JSONDecodeError):
            json.loads(found.split("\n")[-1])


def test_only_so_many_files_are_sent_at_a_time(client: Client, monkeypatch):
    monkeypatch.setattr(places, "LONGEST_WAIT", 0.05)
    published_quote()
    first = client.get("/api/v1/quotes.csv")
    refused = client.get("/api/v1/quotes.jsonl")
    problem(refused, 503)
    assert int(refused.headers["Retry-After"]) > 0
    assert "wording" in content(first)
    assert content(client.get("/api/v1/quotes.jsonl"))
    assert client.get("/api/v1/quotes.csv").status_code == 200


def test_who_comes_while_a_file_is_sent_waits_a_moment_for_his_own(client: Client):
    published_quote()
    taken = places.Place()
    Timer(0.2, taken.give_back).start()
    assert "wording" in content(client.get("/api/v1/quotes.jsonl"))


def send_small_file(begin: Barrier) -> bool:
    begin.wait()
    place = places.Place()
    sleep(0.02)
    place.give_back()
    return True


def test_eight_small_files_at_once_are_all_sent():
    with ThreadPoolExecutor(8) as readers:
        sent = list(readers.map(send_small_file, [Barrier(8)] * 8))
    assert sent == [True] * 8


def test_only_so_many_wait_and_the_others_are_told_at_once(monkeypatch):
    monkeypatch.setattr(places, "LONGEST_WAIT", 30)
    taken = places.Place()
    with ThreadPoolExecutor(settings.FILES_WAITING) as readers:
        waiting = [readers.submit(places.Place) for _ in range(settings.FILES_WAITING)]
        while places._waiting._value:
            sleep(0.005)
        began = monotonic()
        with pytest.raises(places.Busy):
            places.Place()
        assert monotonic() - began < 1
        taken.give_back()
        # Whoever gets the place hands it on.
        for each in as_completed(waiting):
            each.result().give_back()


@pytest.mark.django_db(transaction=True)
def test_a_reader_who_goes_away_leaves_nothing_open():
    endless = Statement(b"SELECT g, repeat('a', 1000) FROM generate_series(1, 100000000) g", ())
    rows = stream(endless, {})
    for _ in range(500):
        next(rows)
    rows.close()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT state, query FROM pg_stat_activity WHERE datname = current_database()"
            " AND pid <> pg_backend_pid() AND state <> 'idle'"
        )
        assert cursor.fetchall() == []
    assert connection.connection.info.transaction_status.name == "IDLE"


MANY = Table((integer("id", "Its number."), text("text", "A text.")))


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_a_hundred_megabytes_are_sent_in_little_memory(form: str):
    process = psutil.Process()
    row = "json_build_object('id', g, 'text', repeat('ß', 250))::text"
    columns = {"csv": "g, repeat('ß', 250)", "jsonl": row}[form]
    statement = Statement(f"SELECT {columns} FROM generate_series(1, 200000) g".encode(), ())
    rows = stream(statement, {}, as_bytes=form == "jsonl")
    pieces = csv_pieces(MANY, rows) if form == "csv" else json_pieces(rows)
    sent = len(next(pieces))
    before = most = process.memory_info().rss
    for piece in pieces:
        sent += len(piece)
        most = max(most, process.memory_info().rss)
    assert sent > 100_000_000
    assert most - before < 10_000_000


def test_a_file_costs_two_queries_whatever_its_size(client: Client):
    budgets = json.loads(BUDGETS.read_text())
    for more in (1, 4):
        for _ in range(more):
            whole_quote()
        for form in ("csv", "jsonl"):
            for name in TABLES:
                with CaptureQueriesContext(connection) as captured:
                    content(client.get(f"/api/v1/{name}.{form}"))
                assert len(captured) == budgets["api.files"]

"""Jobs as a worker does them: once, again where that helps, and after a worker died."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.contrib.auth import get_user_model
from django.db import connection, connections, transaction
from procrastinate.contrib.django import app

from quotes.ingest import capturing, fetching, tasks
from quotes.ingest.capturing import request
from quotes.models import Capture, CaptureState
from tests import factories
from tests.ingest.internet import ADDRESS, answer

from .test_capturing import PAGE, URL

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def web(internet, monkeypatch):
    internet.pages["example.org/artikel"] = answer(PAGE)
    monkeypatch.setattr(fetching, "fetch", lambda url, allowed: internet.fetch(url))
    return internet


@pytest.fixture
def somebody():
    return get_user_model().objects.create_user("somebody")


def in_a_thread(run):
    """A browser driven by an earlier test leaves an event loop behind in the main thread."""
    with ThreadPoolExecutor(1) as threads:
        threads.submit(run).result()


def work():
    """A worker that does what is due now, and ends."""

    def run():
        try:
            with app.replace_connector(app.connector.get_worker_connector()) as working:
                working.run_worker(wait=False, install_signal_handlers=False, listen_notify=False)
        finally:
            connections.close_all()

    in_a_thread(run)


def statuses():
    with connection.cursor() as cursor:
        cursor.execute("SELECT task_name, status, attempts FROM procrastinate_jobs ORDER BY id")
        return [row for row in cursor.fetchall() if row[0] not in ("take up", "recheck articles")]


def make_due():
    """What is put off is due now."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET scheduled_at = NULL WHERE status = 'todo'")


def test_a_worker_captures_the_page(somebody, web):
    capture = request(somebody, url=URL)
    work()
    capture.refresh_from_db()
    assert capture.state == CaptureState.READ
    assert statuses() == [("capture", "succeeded", 1)]


def test_the_history_of_what_a_worker_did_says_who_asked(somebody, web):
    capture = request(somebody, url=URL)
    work()
    event = capture.history.order_by("pgh_id").last()
    assert event.pgh_context["user"] == somebody.pk


def test_asked_for_twice_before_it_begins_it_is_one_job(somebody, web):
    with transaction.atomic():
        capture = request(somebody, url=URL)
        tasks.defer_capture(capture.pk)
        # The transaction bears what comes after.
        capture.refresh_from_db()
    assert statuses() == [("capture", "todo", 0)]


def test_a_failed_connection_is_tried_again_and_then_given_up(somebody, web):
    web.unreachable.add(ADDRESS)
    capture = request(somebody, url=URL)
    for attempt in (1, 2):
        work()
        assert statuses() == [("capture", "todo", attempt)]
        capture.refresh_from_db()
        assert capture.state == CaptureState.WAITING
        make_due()
    work()
    assert statuses() == [("capture", "succeeded", 3)]
    capture.refresh_from_db()
    assert (capture.state, capture.reason) == (CaptureState.REFUSED, "connection")


def test_between_attempts_it_waits(somebody, web):
    web.unreachable.add(ADDRESS)
    request(somebody, url=URL)
    work()
    work()
    assert statuses() == [("capture", "todo", 1)]


def test_a_page_that_is_gone_is_not_tried_again(somebody, web):
    request(somebody, url="http://example.org/fort")
    work()
    assert statuses() == [("capture", "succeeded", 1)]


def test_a_fault_of_ours_is_told_and_logged(somebody, web, monkeypatch, caplog):
    def broken(url):
        raise ZeroDivisionError

    monkeypatch.setattr(capturing, "read_at", broken)
    capture = request(somebody, url=URL)
    work()
    capture.refresh_from_db()
    assert (capture.state, capture.reason) == (CaptureState.REFUSED, "fault")
    assert capturing.why(capture)
    assert statuses() == [("capture", "failed", 1)]
    assert "ZeroDivisionError" in caplog.text


def test_a_capture_that_is_gone_does_no_harm(somebody, web):
    request(somebody, url=URL).delete()
    work()
    assert statuses() == [("capture", "succeeded", 1)]


def take_up():
    with app.replace_connector(app.connector.get_worker_connector()) as working:

        async def due_now():
            async with working.open_async():
                await tasks.take_up.defer_async(timestamp=0)
                await working.run_worker_async(
                    wait=False, install_signal_handlers=False, listen_notify=False
                )

        in_a_thread(lambda: asyncio.run(due_now()))


def take_up_alone():
    """As ``take_up``, but what was taken up waits for a worker."""

    with app.replace_connector(app.connector.get_worker_connector()) as working:

        async def alone():
            async with working.open_async():
                await tasks.take_up(SimpleNamespace(app=working), timestamp=0)

        in_a_thread(lambda: asyncio.run(alone()))


def begin(last_sign_of_life):
    """A worker that took the job and was last heard of at that moment."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (%s) RETURNING id",
            [last_sign_of_life],
        )
        [worker] = cursor.fetchone()
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing', worker_id = %s", [worker])
    Capture.objects.update(state=CaptureState.FETCHING)


def test_what_a_dead_worker_was_at_is_done_by_the_next(somebody, web):
    capture = request(somebody, url=URL)
    begin(datetime.now(UTC) - timedelta(minutes=2))
    take_up()
    work()
    capture.refresh_from_db()
    assert capture.state == CaptureState.READ
    assert statuses() == [("capture", "succeeded", 2)]


@pytest.mark.parametrize("state", [CaptureState.WAITING, CaptureState.FETCHING])
def test_at_what_three_workers_died_is_refused_with_its_reason(state, somebody, web, caplog):
    capture = request(somebody, url=URL)
    for attempt in (1, 2):
        begin(datetime.now(UTC) - timedelta(minutes=2))
        take_up_alone()
        assert statuses() == [("capture", "todo", attempt)]
    begin(datetime.now(UTC) - timedelta(minutes=2))
    Capture.objects.update(state=state)
    take_up_alone()
    capture.refresh_from_db()
    assert (capture.state, capture.reason) == (CaptureState.REFUSED, "fault")
    assert capturing.why(capture)
    assert statuses() == [("capture", "failed", 3)]
    assert f"“capture” {{'capture_id': {capture.pk}}}" in caplog.text
    capturing.again(capture, somebody)
    work()
    capture.refresh_from_db()
    assert capture.state == CaptureState.READ


def test_a_recheck_at_which_three_workers_died_is_not_begun_anew(web):
    article = factories.ArticleFactory(url="http://example.org/fort")
    tasks.recheck.defer(article_id=article.pk)
    for _worker in range(3):
        begin(datetime.now(UTC) - timedelta(minutes=2))
        take_up_alone()
    assert statuses() == [("recheck", "failed", 3)]


def test_what_was_asked_for_again_meanwhile_is_done_once_and_all_else_is_taken_up(somebody, web):
    first = request(somebody, url=URL)
    request(somebody, url="http://example.org/fort")
    begin(datetime.now(UTC) - timedelta(minutes=2))
    tasks.defer_capture(first.pk)
    take_up_alone()
    assert sorted(statuses()) == [
        ("capture", "failed", 1),
        ("capture", "todo", 0),
        ("capture", "todo", 1),
    ]


def test_what_a_living_worker_is_at_is_left_to_it(somebody, web):
    request(somebody, url=URL)
    begin(datetime.now(UTC))
    take_up()
    assert statuses() == [("capture", "doing", 0)]


def test_articles_are_looked_at_again_only_where_the_site_wants_it(web, settings):
    article = factories.ArticleFactory(url="http://example.org/fort")
    day = datetime(2025, 9, 8, 3, 17, tzinfo=UTC)
    tasks.recheck_articles(int(day.timestamp()))
    assert statuses() == []
    settings.WORTLAUT_RECHECK_DAYS = 1
    tasks.recheck_articles(int(day.timestamp()))
    tasks.recheck_articles(int(day.timestamp()))
    assert statuses() == [("recheck", "todo", 0)]
    work()
    article.refresh_from_db()
    assert article.link_dead_since is not None

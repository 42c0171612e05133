"""The dossier is loaded whole and once: again, interrupted, killed, and twice at a time."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.db import connection, models, transaction
from django.test import TestCase

from quotes.demo import loading
from quotes.demo.dossier import read
from quotes.demo.loading import LOADING, load
from quotes.editorial import moves
from quotes.editorial.aggregates import PARTS, event_model
from quotes.editorial.history import changes
from quotes.editorial.recording import recorded
from quotes.models import Article, Outlet, Quote, Speaker, Topic
from tests.factories import ArticleFactory

TRACKED = {*PARTS, *(part.model for parts in PARTS.values() for part in parts)}


def events_in_history() -> dict[str, int]:
    return {model.__name__: event_model(model).objects.count() for model in TRACKED}


def rows() -> dict[str, int]:
    return {model.__name__: model._base_manager.count() for model in TRACKED}


def load_again() -> str:
    out = StringIO()
    call_command("load_dossier", stdout=out)
    return out.getvalue()


class OnceLoaded(TestCase):
    @classmethod
    def setUpTestData(cls):
        loaded = load(read())
        assert loaded is not None
        cls.loaded = loaded
        cls.edith = get_user_model().objects.create_user("edith")

    def test_a_second_run_adds_no_event_to_history(self):
        before = events_in_history()
        assert load_again() == ("The dossier seoul_2025 was loaded before; nothing was changed.\n")
        assert events_in_history() == before

    def test_a_second_run_leaves_what_editors_changed_meanwhile(self):
        article = self.loaded.articles["F"]
        moves.withdraw(article, self.edith, "The broadcaster has taken it back.")
        with recorded(self.edith, "Another place."):
            Outlet.objects.filter(name="IKBN").update(name="IKBN News")
            self.loaded.speakers["lee"].delete()
        before = events_in_history()
        load_again()
        assert events_in_history() == before
        article.refresh_from_db()
        assert article.state == "withdrawn"
        assert not Outlet.objects.filter(name="IKBN").exists()
        assert not Speaker.objects.filter(name="Lee Jae Myung").exists()

    def test_a_second_run_knows_the_dossier_without_its_users(self):
        get_user_model().objects.filter(username__startswith="dossier-").delete()
        before = events_in_history()
        load_again()
        assert events_in_history() == before
        assert not get_user_model().objects.filter(username__startswith="dossier-").exists()

    def test_one_system_user_drafts_and_another_publishes_with_reasons(self):
        for item in (
            self.loaded.articles["A"],
            self.loaded.quotes["trust"],
            self.loaded.statements["statement"],
        ):
            found = {(change.user_name, change.reason) for change in changes(item)}
            assert found == {
                ("Dossier Loader", loading.DRAFTED),
                ("Dossier Loader", loading.SUBMITTED),
                ("Dossier Reviewer", loading.PUBLISHED),
            }

    def test_nobody_logs_in_as_a_system_user(self):
        users = get_user_model().objects.filter(username__startswith="dossier-")
        assert users.count() == 2
        for user in users:
            assert not user.is_active
            assert not user.has_usable_password()


@pytest.mark.django_db
def test_an_error_in_the_middle_leaves_nothing(monkeypatch):
    def fail_on_a_quote(item, *arguments):
        if isinstance(item, Quote):
            raise RuntimeError("in the middle")
        return moves.publish(item, *arguments)

    monkeypatch.setattr(loading, "publish", fail_on_a_quote)
    with pytest.raises(RuntimeError, match="in the middle"):
        load(read())
    assert not any(rows().values())
    assert not any(events_in_history().values())
    assert not get_user_model().objects.exists()


@pytest.mark.django_db
def test_an_article_that_stands_in_the_way_is_named_and_nothing_is_loaded():
    theirs = ArticleFactory(url="https://www.koreaherald.com/article/10571020")
    with pytest.raises(CommandError, match="There is an article at this address already"):
        load_again()
    assert Article.objects.get() == theirs
    assert not Speaker.objects.exists()


@pytest.mark.django_db
def test_outlets_and_topics_known_already_are_used_as_they_are():
    jiji = Outlet.objects.create(name="Jiji Press", kind="other")
    visits = Topic.objects.create(name_de="Besuche und Austausch", name_en="Visits and exchanges")
    load_again()
    jiji.refresh_from_db()
    assert jiji.kind == "other"
    assert jiji.articles.count() == 3
    assert visits.quotes.published().exists()


# Several processes. A table that the loader needs half-way is locked, so that each of them is
# known to be in the middle when something happens to it.


class Loader:
    """``manage.py load_dossier`` in a process of its own, on the test's database."""

    def __init__(self) -> None:
        parameters = connection.get_connection_params()
        names = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD"}
        given = {names[key]: str(value) for key, value in parameters.items() if key in names}
        self.process = subprocess.Popen(
            [sys.executable, "manage.py", "load_dossier"],
            cwd=Path(settings.BASE_DIR),
            env={
                **os.environ,
                **given,
                "DATABASE_URL": f"postgres:///{parameters['dbname']}",
                "WORTLAUT_LOCAL": "1",
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def finish(self) -> str:
        out, _ = self.process.communicate(timeout=120)
        assert self.process.returncode == 0, out
        return out

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.communicate(timeout=10)


@pytest.fixture
def start_loader() -> Iterator[Callable[[], Loader]]:
    """Starts loaders; none of them outlives the test."""
    started: list[Loader] = []

    def start() -> Loader:
        started.append(Loader())
        return started[-1]

    yield start
    for loader in started:
        if loader.process.poll() is None:
            loader.kill()


@contextmanager
def table_locked(model: type[models.Model]) -> Iterator[None]:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {model._meta.db_table} IN SHARE MODE")
        yield


def until(condition: Callable[[], bool], *running: Loader) -> None:
    """Wait for a condition while the loaders are running."""
    deadline = time.monotonic() + 60
    while not condition():
        for loader in running:
            assert loader.process.poll() is None, loader.process.communicate()[0]
        assert time.monotonic() < deadline, "waited for a minute"
        time.sleep(0.05)


def locks(where: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database"
            f" WHERE d.datname = current_database() AND {where}",
            [LOADING] if "%s" in where else [],
        )
        return cursor.fetchone()[0]


WAITS_FOR_TABLE = "l.locktype = 'relation' AND NOT l.granted"
WAITS_FOR_OTHER = "l.locktype = 'advisory' AND l.objid = %s AND NOT l.granted"
LOADS = "l.locktype = 'advisory' AND l.objid = %s"


@pytest.mark.django_db(transaction=True)
def test_killed_in_the_middle_it_leaves_nothing_and_the_next_run_loads_it_whole_once(
    start_loader,
):
    with table_locked(Quote.topics.through):
        killed = start_loader()
        until(lambda: locks(WAITS_FOR_TABLE) == 1, killed)
        killed.kill()
        assert killed.process.returncode == -signal.SIGKILL
    until(lambda: locks(LOADS) == 0)
    assert not any(rows().values())
    assert not any(events_in_history().values())
    assert start_loader().finish().startswith("Loaded the dossier seoul_2025: 14 articles")
    assert Article.objects.published().count() == 14
    assert Quote.objects.published().count() == 20


@pytest.mark.django_db(transaction=True)
def test_of_two_runs_at_a_time_one_loads_and_the_other_finds_it_loaded(start_loader):
    with table_locked(Quote.topics.through):
        both = [start_loader(), start_loader()]
        until(lambda: locks(WAITS_FOR_TABLE) == 1 and locks(WAITS_FOR_OTHER) == 1, *both)
    said = sorted(loader.finish().split(":")[0].split(";")[0] for loader in both)
    assert said == [
        "Loaded the dossier seoul_2025",
        "The dossier seoul_2025 was loaded before",
    ]
    assert Article.objects.count() == 14
    assert Quote.objects.count() == 20

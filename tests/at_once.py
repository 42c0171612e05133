"""Several do something at the same moment, each in a connection of its own, for tests."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from django.db import connection, models, transaction


def waiting() -> int:
    """How many sessions of this database wait for a row."""
    with connection.cursor() as cursor:
        # Within a transaction the first look would be kept.
        cursor.execute("SELECT pg_stat_clear_snapshot()")
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        return int(cursor.fetchone()[0])


def until_waiting(sessions: int = 1) -> None:
    """Wait until so many sessions wait for a row; fails where they do not come to it."""
    end = time.monotonic() + 60
    while waiting() < sessions and time.monotonic() < end:
        threading.Event().wait(0.01)
    assert waiting() >= sessions


def behind(held: models.Model, *doings: Callable[[], object]) -> list[object]:
    """Let all begin, one after the other, while a row is held; then let it go."""
    with ThreadPoolExecutor(len(doings)) as threads:
        begun: list[Future] = []
        with transaction.atomic():
            type(held)._base_manager.select_for_update().get(pk=held.pk)
            for doing in doings:
                begun.append(threads.submit(_in_its_own_connection, doing))
                until_waiting(len(begun))
        return [one.result(timeout=60) for one in begun]


def _in_its_own_connection(does: Callable[[], object]) -> object:
    try:
        return does()
    finally:
        connection.close()

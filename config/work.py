"""The worker: does the jobs that stand in the database, until it is told to stop.

    python -m config.work

In local use ``config.start`` starts it, and it ends with that.
"""

import asyncio
import contextlib
import os
import signal
import sys
from typing import Any

from config.lifeline import end_with, terminate

# What tells the worker to stop.
STOPS = (signal.SIGTERM, signal.SIGINT)
# Jobs at a time: they wait for other sites more than they work.
JOBS = 4
# Seconds that jobs have to end when the worker is told to stop; the next worker does the rest anew.
LAST_JOBS = 2.0
# Seconds between two signs of life.
HEARTBEAT = 5.0


def main() -> None:
    """Works until SIGTERM or SIGINT; exits with a message where the database is lost."""
    # No handler here raises: Python drops what is raised while it frees something, and a worker
    # that lost its only signal would never end. Until the loop takes the signals they end the
    # process, which has nothing yet to leave.
    for number in STOPS:
        signal.signal(number, signal.SIG_DFL)
    starter = os.environ.get("WORTLAUT_STARTER")
    if starter:
        end_with(int(starter), terminate)
    if lost := asyncio.run(_work_until_told()):
        sys.exit(f"The worker lost its database: {lost}")


async def _work_until_told() -> str | None:
    """Works; gives why the database was lost, or None where the worker was told to stop."""
    loop = asyncio.get_running_loop()
    working = asyncio.create_task(_work())

    def stop() -> None:
        working.cancel()
        # A page that is still being fetched would be waited for.
        loop.call_later(LAST_JOBS + 1, _end_at_once)

    for number in STOPS:
        loop.add_signal_handler(number, stop)
    with contextlib.suppress(asyncio.CancelledError):
        return await working
    return None


async def _work() -> str | None:
    from django.db import DatabaseError
    from procrastinate.exceptions import ConnectorException

    try:
        # In a thread, so that the loop hears the signals meanwhile.
        await _do_jobs(await asyncio.to_thread(_set_up))
    except (ConnectorException, DatabaseError) as error:
        return str(error)
    return None


async def _do_jobs(connector: Any) -> None:
    from procrastinate.contrib.django import app

    from quotes.ingest.tasks import DEAD_AFTER

    with app.replace_connector(connector) as working:
        async with working.open_async():
            await working.run_worker_async(
                concurrency=JOBS,
                install_signal_handlers=False,
                shutdown_graceful_timeout=LAST_JOBS,
                # What came of a job stands in the row that it is about.
                delete_jobs="successful",
                update_heartbeat_interval=HEARTBEAT,
                stalled_worker_timeout=DEAD_AFTER,
            )


def _set_up() -> Any:
    """Loads the site, and says how its database is reached (the embedded one is joined)."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    from procrastinate.contrib.django.utils import connector_params
    from procrastinate.psycopg_connector import PsycopgConnector

    return PsycopgConnector(kwargs=connector_params("default"), min_size=1, max_size=JOBS)


def _end_at_once() -> None:
    from config.embedded.server import leave_all

    leave_all()
    os._exit(0)


if __name__ == "__main__":
    main()

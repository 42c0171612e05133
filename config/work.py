"""The worker: does the jobs that stand in the database, until it is told to stop.

    python -m config.work

In local use ``config.start`` starts it, and it ends with that.
"""

import asyncio
import contextlib
import os
import signal
import sys
from types import FrameType
from typing import Any

from config.lifeline import end_with, terminate

# Jobs at a time: they wait for other sites more than they work.
JOBS = 4
# Seconds that jobs have to end when the worker is told to stop; the next worker does the rest anew.
LAST_JOBS = 2.0
# Seconds between two signs of life.
HEARTBEAT = 5.0


def main() -> None:
    """Works until SIGTERM or SIGINT; exits with a message where the database is lost."""
    # Ends like a return, so that the embedded server is left.
    signal.signal(signal.SIGTERM, _leave)
    signal.signal(signal.SIGINT, _leave)
    starter = os.environ.get("WORTLAUT_STARTER")
    if starter:
        end_with(int(starter), terminate)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    from django.db import DatabaseError
    from procrastinate.contrib.django.utils import connector_params
    from procrastinate.exceptions import ConnectorException
    from procrastinate.psycopg_connector import PsycopgConnector

    try:
        parameters = connector_params("default")
        connector = PsycopgConnector(kwargs=parameters, min_size=1, max_size=JOBS)
        asyncio.run(_work(connector))
    except (ConnectorException, DatabaseError) as error:
        sys.exit(f"The worker lost its database: {error}")


async def _work(connector: Any) -> None:
    from procrastinate.contrib.django import app

    from quotes.ingest.tasks import DEAD_AFTER

    loop = asyncio.get_running_loop()
    with app.replace_connector(connector) as working:
        async with working.open_async():
            working_on = asyncio.create_task(
                working.run_worker_async(
                    concurrency=JOBS,
                    install_signal_handlers=False,
                    shutdown_graceful_timeout=LAST_JOBS,
                    # What came of a job stands in the row that it is about.
                    delete_jobs="successful",
                    update_heartbeat_interval=HEARTBEAT,
                    stalled_worker_timeout=DEAD_AFTER,
                )
            )

            def stop() -> None:
                working_on.cancel()
                # A page that is still being fetched would be waited for.
                loop.call_later(LAST_JOBS + 1, _end_at_once)

            for number in (signal.SIGTERM, signal.SIGINT):
                loop.add_signal_handler(number, stop)
            with contextlib.suppress(asyncio.CancelledError):
                await working_on


def _end_at_once() -> None:
    from config.embedded.server import leave_all

    leave_all()
    os._exit(0)


def _leave(number: int, frame: FrameType | None) -> None:
    sys.exit(128 + number)


if __name__ == "__main__":
    main()

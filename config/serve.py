"""Prepares and serves the site, for ``config.start``."""

import logging
import os
import sys
from importlib import import_module

import django
import psutil
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connections
from django.utils import autoreload
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from config.job_worker import JobWorker

WORKERS = 2
# Threads of each worker beyond those that files take, so that a slow reader of one stops nobody
# else, nor do those who wait for a place.
SPARE_THREADS = 1
# Seconds that a worker has to answer what it is at when the site is stopped.
LAST_ANSWER = 5


def prepare() -> None:
    """Makes the database and the site ready; exits with a message where that cannot be."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        django.setup()
        # Needs Django's apps.
        from config import first_start

        first_start.prepare()
    except (CommandError, DatabaseError, ImproperlyConfigured) as error:
        sys.exit(f"Wortlaut cannot start: {error}")
    # The workers are made by forking, and must not share a connection.
    connections.close_all()


def for_use(host: str, port: int) -> None:
    """Serves with granian, as in production."""
    os.environ["WORTLAUT_STARTER"] = str(os.getpid())
    server = Granian(
        "config.local_wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=WORKERS,
        blocking_threads=settings.FILES_AT_ONCE + settings.FILES_WAITING + SPARE_THREADS,
        respawn_failed_workers=True,
        workers_kill_timeout=LAST_ANSWER,
        log_level=LogLevels.warning,
    )
    logging.getLogger("_granian").addFilter(_is_news)
    worker = JobWorker()
    server.on_startup(lambda: _greet(host, port))
    # After the first answer, which it would slow down.
    server.on_startup(worker.start)
    try:
        server.serve()
    finally:
        worker.stop()


def for_development(host: str, port: int) -> None:
    """Serves with Django's own server, which starts anew when a file changes."""
    ours = psutil.Process()
    # The embedded server, where it was started just now.
    before = ours.children()
    try:
        autoreload.run_with_reloader(_serve_until_change, host, port)
    finally:
        # Django kills the other process without waiting for its end, and until then it uses the
        # embedded server, which we could not stop as the last.
        others = [child for child in ours.children() if child not in before]
        psutil.wait_procs(others, timeout=LAST_ANSWER)


def is_reloaded() -> bool:
    """Whether this process was started by ``for_development`` in another one."""
    return os.environ.get(autoreload.DJANGO_AUTORELOAD_ENV) == "true"


def _serve_until_change(host: str, port: int) -> None:
    django.setup()
    # The thread that watches the files imports these, too: what both import at once may be found
    # half made.
    import_module(settings.ROOT_URLCONF)
    # Ends with this process, and so has the newest code.
    JobWorker().start()
    call_command("runserver", f"{host}:{port}", use_reloader=False)


def _is_news(record: logging.LogRecord) -> bool:
    """That there are many threads is meant: most of them wait for a place to send a file."""
    return "Python threads" not in record.getMessage()


def _greet(host: str, port: int) -> None:
    print(f"Wortlaut is at http://{host}:{port}/ (Ctrl-C stops it).", flush=True)

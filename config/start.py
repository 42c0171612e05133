"""``make run`` and ``make dev``: from whatever state the machine is in to a site that answers.

python -m config.start [--port 8000] [--reload]
"""

import argparse
import os
import signal
import socket
import sys
import time
from types import FrameType

import django
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connections
from django.utils import autoreload
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from config.lifeline import end_with, terminate

HOST = "127.0.0.1"
WORKERS = 2
# The workers of a server that was killed just now need a moment to end.
PATIENCE_FOR_PORT = 3.0


def main() -> None:
    """Prepares what is missing and serves until it is told to stop."""
    arguments = _arguments()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    # So that a SIGTERM ends like a return, and the embedded server is stopped.
    signal.signal(signal.SIGTERM, _leave)
    try:
        if arguments.reload and os.environ.get(autoreload.DJANGO_AUTORELOAD_ENV) == "true":
            end_with(os.getppid(), terminate)
            autoreload.run_with_reloader(_serve_for_development, arguments.port)
            return
        end_with(os.getppid(), terminate)
        _wait_for_port(arguments.port)
        django.setup()
        # Needs Django's apps.
        from config.first_start import prepare

        prepare()
        connections.close_all()
        if arguments.reload:
            autoreload.run_with_reloader(_serve_for_development, arguments.port)
        else:
            _serve(arguments.port)
    except KeyboardInterrupt:
        sys.exit(130)
    except (CommandError, DatabaseError, ImproperlyConfigured) as error:
        sys.exit(f"Wortlaut cannot start: {error}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make run")
    parser.add_argument("--port", type=_port, default=8000)
    parser.add_argument("--reload", action="store_true", help="start anew when a file changes")
    return parser.parse_args()


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(f"{text} is no port: give a number from 1 to 65535")
    return int(text)


def _leave(number: int, frame: FrameType | None) -> None:
    sys.exit(128 + number)


def _wait_for_port(port: int) -> None:
    deadline = time.monotonic() + PATIENCE_FOR_PORT
    while not _is_free(port):
        if time.monotonic() > deadline:
            other = port + 1 if port < 65535 else 8000
            sys.exit(
                f"Port {port} is taken by another program (or by another `make run`). "
                f"Take another one: make run PORT={other}"
            )
        time.sleep(0.1)


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        # Connections that closed a moment ago do not count.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except PermissionError:
            sys.exit(f"Port {port} is reserved for root. Take another one: make run PORT=8000")
        except OSError:
            return False
        return True


def _serve(port: int) -> None:
    os.environ["WORTLAUT_STARTER"] = str(os.getpid())
    server = Granian(
        "config.local_wsgi:application",
        address=HOST,
        port=port,
        interface=Interfaces.WSGI,
        workers=WORKERS,
        blocking_threads=1,
        respawn_failed_workers=True,
        workers_kill_timeout=5,
        log_level=LogLevels.warning,
    )
    server.on_startup(lambda: _greet(port))
    server.serve()


def _serve_for_development(port: int) -> None:
    call_command("runserver", f"{HOST}:{port}", use_reloader=False)


def _greet(port: int) -> None:
    print(f"Wortlaut is at http://{HOST}:{port}/ (Ctrl-C stops it).", flush=True)


if __name__ == "__main__":
    main()

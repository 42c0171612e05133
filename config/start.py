"""``make run`` and ``make dev``: from whatever state the machine is in to a site that answers.

    python -m config.start [--port 8000] [--reload]

Imports little, so that from its first moment on it ends with the ``make`` that started it.
"""

import argparse
import io
import os
import signal
import socket
import sys
import time
from types import FrameType

from config.lifeline import end_with, terminate

HOST = "127.0.0.1"
# The workers of a server that was killed just now need a moment to end.
PATIENCE_FOR_PORT = 3.0


def main() -> None:
    """Prepares what is missing and serves until it is told to stop."""
    # Both end like a return, so that the embedded server is stopped. SIGINT is ignored in what a
    # script starts in its background, until one says otherwise.
    signal.signal(signal.SIGTERM, _leave)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    end_with(os.getppid(), terminate)
    # What is said appears at once, also in a file.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(line_buffering=True)
    arguments = _arguments()
    try:
        from config import serve

        if arguments.reload and serve.is_reloaded():
            serve.for_development(HOST, arguments.port)
            return
        _wait_for_port(arguments.port)
        serve.prepare()
        if arguments.reload:
            serve.for_development(HOST, arguments.port)
        else:
            serve.for_use(HOST, arguments.port)
    except KeyboardInterrupt:
        sys.exit(130)


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


if __name__ == "__main__":
    main()

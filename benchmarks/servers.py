"""The two programs that are measured, each in granian with the same workers, and their end.

python -m benchmarks.servers site|bare PORT
"""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

HOST = "127.0.0.1"
# Seconds until a program must answer.
PATIENCE = 60.0


@contextmanager
def running(program: str, environment: Mapping[str, str] | None = None) -> Iterator[int]:
    """The port of ``program`` ("site" or "bare"), which ends with the block."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.servers", program, str(port)],
        env={**os.environ, **(environment or {})},
    )
    try:
        _wait(process, port)
        yield port
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            socket.create_connection((HOST, port), 1).close()
            return
        except OSError:
            if process.poll() is not None or time.monotonic() > deadline:
                sys.exit("A server did not start; what it said stands above.")
            time.sleep(0.1)


def get(port: int, address: str, headers: Mapping[str, str] | None = None) -> tuple[int, bytes]:
    """Status and body of one request."""
    status, _, body = ask(port, address, headers)
    return status, body


def ask(
    port: int, address: str, headers: Mapping[str, str] | None = None
) -> tuple[int, dict[str, str], bytes]:
    """Status, headers (by their names in small letters) and body of one request."""
    connection = http.client.HTTPConnection(HOST, port, timeout=30)
    try:
        connection.request("GET", address, headers=dict(headers or {}))
        response = connection.getresponse()
        headers = {name.lower(): value for name, value in response.getheaders()}
        return response.status, headers, response.read()
    finally:
        connection.close()


def _serve(program: str, port: int) -> None:
    from config import serve

    if program == "site":
        serve.for_use(HOST, port)
        return
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    Granian(
        "benchmarks.bare:application",
        address=HOST,
        port=port,
        interface=Interfaces.WSGI,
        workers=serve.WORKERS,
        blocking_threads=1,
        log_level=LogLevels.warning,
    ).serve()


if __name__ == "__main__":
    _serve(sys.argv[1], int(sys.argv[2]))

"""Requests over loopback on kept connections, as many as are answered: wrk, or Python where none.

Whatever sends them costs both programs the same time of the same two cores.
"""

import re
import selectors
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from typing import cast

from .servers import HOST

# More than there are workers, so that each of them has some to answer.
CONNECTIONS = 16


def name() -> str:
    return "wrk" if shutil.which("wrk") else "a client in Python"


def requests_per_second(
    port: int, address: str, seconds: float, headers: Mapping[str, str], size: int
) -> float:
    """How often ``address`` was answered with ``size`` bytes. Ends the program on any error."""
    if shutil.which("wrk"):
        return _by_wrk(port, address, seconds, headers)
    return _by_python(port, address, seconds, headers, size)


def _by_wrk(port: int, address: str, seconds: float, headers: Mapping[str, str]) -> float:
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds:.0f}s", "--timeout", "30s"]
    for header in headers.items():
        command += ["-H", ": ".join(header)]
    said = subprocess.run(
        [*command, f"http://{HOST}:{port}{address}"], check=True, capture_output=True, text=True
    ).stdout
    found = re.search(r"Requests/sec:\s*([\d.]+)", said)
    if found is None or "Non-2xx" in said or "Socket errors" in said:
        sys.exit(f"{address} was not answered:\n{said}")
    return float(found[1])


def _by_python(
    port: int, address: str, seconds: float, headers: Mapping[str, str], size: int
) -> float:
    lines = [f"GET {address} HTTP/1.1", f"Host: {HOST}:{port}"]
    lines += [": ".join(header) for header in headers.items()]
    question = "\r\n".join([*lines, "", ""]).encode()
    poll = selectors.DefaultSelector()
    for _ in range(CONNECTIONS):
        client = socket.create_connection((HOST, port))
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        poll.register(client, selectors.EVENT_READ, bytearray())
        client.sendall(question)
    answered = 0
    began = time.perf_counter()
    while (now := time.perf_counter()) < began + seconds:
        for key, _ in poll.select(1):
            client, received = cast(socket.socket, key.fileobj), key.data
            received += client.recv(1 << 20)
            head = received.find(b"\r\n\r\n")
            if head < 0 or len(received) < head + 4 + size:
                continue
            if received[9:12] not in (b"200", b"304") or len(received) > head + 4 + size:
                sys.exit(f"{address} was answered otherwise: {received[:head].decode()}")
            received.clear()
            answered += 1
            client.sendall(question)
    for key in list(poll.get_map().values()):
        cast(socket.socket, key.fileobj).close()
    return answered / (now - began)

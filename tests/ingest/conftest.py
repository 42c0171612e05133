"""No test of capture reaches another machine, and each can ask which sockets were opened."""

import ipaddress
import socket
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import settings

from tests.ingest.internet import Internet

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture(autouse=True)
def connections(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Any]]:
    """Every address that a socket was connected to; the test fails where one is not loopback,
    even if the code under test swallowed the error."""
    dialled: list[Any] = []
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        dialled.append(address)
        if not _is_loopback(address):
            raise PermissionError(f"A test dialled {address!r}.")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)
    yield dialled
    assert [address for address in dialled if not _is_loopback(address)] == []


def _is_loopback(address: Any) -> bool:
    if not isinstance(address, tuple):
        return True  # a UNIX socket
    try:
        return ipaddress.ip_address(address[0]).is_loopback
    except ValueError:
        return False


@pytest.fixture
def internet() -> Iterator[Internet]:
    """A public web of its own, on loopback."""
    with Internet() as built:
        yield built


@pytest.fixture
def jobs(db: None) -> Callable[[], list[dict[str, Any]]]:
    """The jobs that wait for a worker, each a row of the table of jobs."""
    from procrastinate.contrib.django.models import ProcrastinateJob

    return lambda: list(
        ProcrastinateJob.objects.filter(status="todo")
        .order_by("id")
        .values("task_name", "args", "queueing_lock", "scheduled_at", "attempts")
    )

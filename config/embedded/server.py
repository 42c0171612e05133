"""Who uses the embedded server: any number of processes at once; the last to leave stops it.

Every process that uses it holds a shared lock on ``users.lock``, which the kernel takes from a
process that is killed. Starting and stopping happen under an exclusive lock on ``change.lock``.
A server whose users were all killed runs on; the next user finds it, uses it, and stops it.
"""

import atexit
import fcntl
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from config.embedded.cluster import Cluster, listens
from config.embedded.home import Home, find_home


class EmbeddedServer:
    """The embedded server of one project, as seen by this process."""

    def __init__(self, link: Path) -> None:
        self._link = link
        self._turn = threading.Lock()
        self._pid: int | None = None
        self._users: int | None = None
        self._home: Home | None = None
        self._socket_folder: Path | None = None

    def join(self) -> Path:
        """The folder of the socket of a running server, which this process uses from now on.

        Called again, it starts a server that was killed in the meantime.
        Raises EmbeddedServerError when there is no server to be had.
        """
        with self._turn:
            if self._pid != os.getpid():
                self._forget()
            if self._socket_folder is None or not listens(self._socket_folder):
                self._socket_folder = self._ensure_running()
            return self._socket_folder

    def leave(self) -> None:
        """Ends this process's use of the server, and stops it where nobody else uses it."""
        with self._turn:
            if self._pid != os.getpid() or self._users is None or self._home is None:
                return
            with _changing(self._home) as change:
                if _try_alone(self._users):
                    Cluster(self._home, change).stop()
                self._forget()

    def _ensure_running(self) -> Path:
        self._home = find_home(self._link)
        with _changing(self._home) as change:
            if self._users is None:
                self._users = _open(self._home.folder / "users.lock")
                fcntl.flock(self._users, fcntl.LOCK_SH)
                self._pid = os.getpid()
                atexit.register(self.leave)
            return Cluster(self._home, change).ensure_running()

    def _forget(self) -> None:
        # After a fork the descriptor is the parent's as well: closing it leaves his lock alone.
        if self._users is not None:
            os.close(self._users)
        self._users = self._socket_folder = None


_servers: dict[Path, EmbeddedServer] = {}


def server_at(link: Path) -> EmbeddedServer:
    """This process's one view of the server whose files lie at ``link``."""
    return _servers.setdefault(link, EmbeddedServer(link))


def leave_all() -> None:
    """Ends this process's use of every server, for an end that runs no exit handlers."""
    for server in _servers.values():
        server.leave()


@contextmanager
def _changing(home: Home) -> Iterator[int]:
    """Waits for its turn to start or stop the server; gives the lock's descriptor."""
    descriptor = _open(home.folder / "change.lock")
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield descriptor
    finally:
        os.close(descriptor)


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


def _try_alone(users: int) -> bool:
    """Whether no other process holds the users' lock; only asked when nobody can join."""
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True

"""Processes that end when the one that they belong to does, however that came to its end."""

import os
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

INTERVAL = 0.2  # seconds
# Seconds that a process has to end before it is told again.
PATIENCE = 15.0


def end_with(parent: int, end: Callable[[], object]) -> None:
    """Calls ``end`` from a thread of its own as soon as ``parent`` is our parent no longer.

    And again every ``PATIENCE`` seconds for as long as this process is there nevertheless: what a
    signal's handler raises is lost where Python is just then freeing something.

    Also when the parent is a ``make`` that was told to stop: on a SIGINT that it alone received it
    waits for its children without telling them (in a terminal they all receive it). From then on
    it no longer catches the signal, which Linux shows.
    """
    caught = _caught_signals(parent)

    def watch() -> None:
        while os.getppid() == parent and not _stopped_catching(parent, caught):
            time.sleep(INTERVAL)
        while True:
            end()
            time.sleep(PATIENCE)

    threading.Thread(target=watch, name="lifeline", daemon=True).start()


def terminate() -> None:
    """Ends this process as a SIGTERM does."""
    os.kill(os.getpid(), signal.SIGTERM)


def _stopped_catching(parent: int, before: int) -> bool:
    if not before:
        return False
    return bool(before & ~_caught_signals(parent))


def _caught_signals(parent: int) -> int:
    """Which of SIGINT and SIGHUP the ``make`` with this number catches, as bits; 0 for others."""
    try:
        status = Path(f"/proc/{parent}/status").read_text()
    except OSError:
        return 0
    fields = dict(line.split(":\t", 1) for line in status.splitlines() if ":\t" in line)
    if fields["Name"] not in ("make", "gmake"):
        return 0
    interesting = 1 << (signal.SIGINT - 1) | 1 << (signal.SIGHUP - 1)
    return int(fields["SigCgt"], 16) & interesting

"""A site that ``make run`` or ``make dev`` starts in a copy of this project; what runs of it."""

import contextlib
import http.client
import json
import os
import re
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

PATIENCE = 90.0  # seconds, on a machine that is busy with other tests


class Site:
    """One ``make run`` or ``make dev``."""

    def __init__(self, project: Path, target: str = "run", port: int | None = None) -> None:
        self.project = project
        self.port = port or free_port()
        self.output = project / f"{target}-{self.port}.log"
        self.began = time.monotonic()
        with self.output.open("w") as output:
            self.make = subprocess.Popen(
                # The packages are those of the suite; CI installs into an empty clone.
                ["make", target, f"PORT={self.port}", "INSTALL=/dev/null"],
                cwd=project,
                env=environment(),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                # As in a terminal, also where the suite runs in some script's background.
                preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
            )

    def comes_up(self) -> None:
        """Waits for the first answer (of its own, not of a predecessor that is about to end)."""
        while self.make.poll() is None and time.monotonic() < self.began + PATIENCE:
            has_begun = re.search("Wortlaut is at|Starting development server", self.said())
            if has_begun and self.answers("/admin/login/"):
                return
            time.sleep(0.05)
        pytest.fail(f"{self.output}:\n{self.said()}")

    def get(self, path: str) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request("GET", path)
            response = connection.getresponse()
            return response.status, response.read().decode()
        finally:
            connection.close()

    def answers(self, path: str) -> bool:
        try:
            return self.get(path)[0] == 200
        except (OSError, http.client.HTTPException):
            return False

    def said(self) -> str:
        return self.output.read_text()

    def starter(self) -> psutil.Process:
        [child] = psutil.Process(self.make.pid).children()
        return child

    def workers(self) -> list[psutil.Process]:
        return [child for child in self.starter().children() if "postgres" not in child.name()]

    def has_ended(self) -> bool:
        """Whether, within a while, nothing of it runs and nothing keeps its port."""
        return until(
            lambda: (
                self.make.poll() is not None
                and not processes(self.project)
                and not self.answers("/admin/login/")
            )
        )


def environment() -> dict[str, str]:
    """Ours without what names a database, as in a fresh terminal."""
    ours = ("DATABASE_URL", "WORTLAUT_LOCAL", "SECRET_KEY", "DEBUG", "DJANGO_SETTINGS_MODULE")
    return {
        name: value
        for name, value in os.environ.items()
        if name not in ours and not name.startswith(("PYTEST", "MAKE", "MFLAGS"))
    }


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def processes(project: Path) -> list[psutil.Process]:
    """What runs in the project, its PostgreSQL included."""
    data = str((project / "var" / "postgres").resolve() / "data")
    found = []
    for process in psutil.process_iter():
        try:
            command = process.cmdline()
            ours = {"config.start", "config.work"} & set(command)
            if data in command or (ours and process.cwd() == str(project)):
                found.append(process)
        except psutil.Error:
            continue
    return found


def until(condition: Callable[[], bool], patience: float = 20.0) -> bool:
    deadline = time.monotonic() + patience
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def quotes(site: Site) -> int:
    status, body = site.get("/api/v1/quotes/")
    assert status == 200
    return len(json.loads(body)["results"])


def manage(project: Path, *command: str) -> str:
    """What a command of Django says, in the project."""
    done = python(project, "manage.py", *command)
    assert done.returncode == 0, done.stderr
    return done.stdout


def python(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The project's Python, ended by itself."""
    return subprocess.run(
        [".venv/bin/python", *arguments],
        cwd=project,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )


def worker_of(site: Site) -> psutil.Process | None:
    """The process that does the site's jobs."""
    for child in site.starter().children():
        with contextlib.suppress(psutil.Error):
            if "config.work" in child.cmdline():
                return child
    return None

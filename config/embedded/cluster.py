"""One PostgreSQL: made with initdb, started, found running, stopped.

Whoever calls this holds the lock that ``server`` keeps for changes, so that two never do at once.
What a killed predecessor left (a half-made data folder, a pid file whose number now is another
program's, a server that nobody uses) is recognised for what it is.
"""

import locale
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil
import psycopg

from config.embedded.errors import EmbeddedServerError
from config.embedded.home import Home, bundled_programs

MAJOR_VERSION = "18"
INSTALLATION = f"pginstall{MAJOR_VERSION}"
PORT = 5432
SOCKET_NAME = f".s.PGSQL.{PORT}"
# What sun_path holds on Linux, without its closing NUL; macOS has four bytes less.
LONGEST_SOCKET_PATH = 103
# A crash recovery, or a shutdown with a full checkpoint, can take its time.
PATIENCE = 120.0
SUPERUSER = "postgres"
# The site's own role is an ordinary one, as it would be anywhere else; it makes test databases.
FIRST_COMMANDS = """\
CREATE ROLE wortlaut LOGIN CREATEDB
CREATE DATABASE wortlaut OWNER wortlaut
"""


class Cluster:
    """The PostgreSQL whose files lie in ``home``; ``lock`` is the descriptor of our lock file."""

    def __init__(self, home: Home, lock: int) -> None:
        self.home = home
        self.lock = lock
        self.data = home.folder / "data"
        self.log = home.folder / "server.log"
        self._run_folder = home.folder / "run"
        self._pid_file = self.data / "postmaster.pid"

    def ensure_running(self) -> Path:
        """Starts the server where it does not run, waits for it, gives its socket's folder.

        Raises EmbeddedServerError when it cannot be made or started.
        """
        if self._is_running():
            folder = self._wait_for_predecessor()
            if folder is not None:
                return folder
        if not self.data.exists():
            self._make()
        version = (self.data / "PG_VERSION").read_text().strip()
        if version != MAJOR_VERSION:
            raise EmbeddedServerError(
                f"The data in {self.data} is of PostgreSQL {version}, and this is {MAJOR_VERSION}. "
                f"Go back to the version of Wortlaut that made it, save it with pg_dump, move the "
                f"folder away and load it again; or set DATABASE_URL to a PostgreSQL {version}."
            )
        return self._start()

    def stop(self) -> None:
        """Stops the server where it runs, and its clients' connections with it."""
        if not self._is_running():
            return
        server = self._process()
        for mode in ("fast", "immediate"):
            done = self._run("pg_ctl", "stop", "-D", str(self.data), "-m", mode, "-t", "30")
            if done.returncode == 0 or not self._is_running():
                break
        if server is not None and server.ppid() == os.getpid():
            # Ours to bury; not every container has somebody who does it for the dead.
            server.wait()
        self._remove_socket_folder()

    # Making

    def _make(self) -> None:
        for left_over in self.home.folder.glob("data.making.*"):
            shutil.rmtree(left_over)
        making = Path(tempfile.mkdtemp(dir=self.home.folder, prefix="data.making."))
        self._hand_over(making)
        # The programs keep our lock open: killed in the middle, we are not succeeded by anybody
        # before they have ended too.
        self._demand(
            self._run(
                "initdb",
                f"--pgdata={making}",
                f"--username={SUPERUSER}",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                f"--lc-ctype={_character_types()}",
                "--auth-local=trust",
                "--auth-host=reject",
                "--no-instructions",
                keep_lock=True,
            )
        )
        self._demand(
            self._run(
                "postgres",
                "--single",
                "-D",
                str(making),
                SUPERUSER,
                keep_lock=True,
                commands=FIRST_COMMANDS,
            )
        )
        making.rename(self.data)

    # Starting

    def _start(self) -> Path:
        deadline = time.monotonic() + PATIENCE
        while True:
            server = self._launch()
            folder = self._wait_until_ready(server, deadline)
            if folder is not None:
                return folder
            report = self.log.read_text(errors="replace")
            # The processes of a server that was killed end within moments.
            if "shared memory block" not in report or time.monotonic() > deadline:
                raise EmbeddedServerError(
                    f"The embedded PostgreSQL does not start. Its log, {self.log}, ends:\n"
                    + "\n".join(report.splitlines()[-12:])
                )
            time.sleep(0.2)

    def _launch(self) -> subprocess.Popen[bytes]:
        self._remove_socket_folder()
        self._pid_file.unlink(missing_ok=True)
        if self.log.exists():
            self.log.replace(self.log.with_suffix(".log.1"))
        with self.log.open("wb") as log:
            return subprocess.Popen(
                [
                    str(self._programs() / "postgres"),
                    *("-D", str(self.data), "-k", str(self._make_socket_folder())),
                    *_settings(
                        listen_addresses="",
                        port=PORT,
                        unix_socket_permissions="0700",
                        log_checkpoints="off",
                    ),
                ],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                # A Ctrl-C in the terminal is for us; we stop the server when nobody needs it.
                start_new_session=True,
                **self._as_account(),
            )

    def _wait_until_ready(self, server: subprocess.Popen[bytes], deadline: float) -> Path | None:
        while server.poll() is None:
            folder = self._socket_folder()
            if folder is not None and _accepts_connections(folder):
                return folder
            if time.monotonic() > deadline:
                server.terminate()
            time.sleep(0.03)
        return None

    def _wait_for_predecessor(self) -> Path | None:
        """The socket folder of a server that runs already; None when it was about to end."""
        deadline = time.monotonic() + PATIENCE
        while self._is_running():
            folder = self._socket_folder()
            if folder is not None and _accepts_connections(folder):
                return folder
            if time.monotonic() > deadline:
                raise EmbeddedServerError(
                    f"The embedded PostgreSQL runs but does not answer; see {self.log}."
                )
            time.sleep(0.1)
        return None

    # Finding

    def _is_running(self) -> bool:
        """Whether the process that the pid file names is this cluster's server.

        PostgreSQL itself asks only whether there is a process of that number, and after a kill
        or a restart of the machine would wait for a stranger (or a zombie) to end.
        """
        folder = self._socket_folder()
        if folder is not None and listens(folder):
            return True
        return self._process() is not None

    def _process(self) -> psutil.Process | None:
        lines = self._pid_lines()
        try:
            process = psutil.Process(int(lines[0]))
            return process if str(self.data) in process.cmdline() else None
        except (IndexError, ValueError, psutil.Error):
            return None

    def _pid_lines(self) -> list[str]:
        """The lines of the pid file: number, data folder, …; none where it is of another cluster.

        (The folder of a running server may have been copied.)
        """
        try:
            lines = self._pid_file.read_text().splitlines()
        except FileNotFoundError:
            return []
        return lines if lines[1:2] == [str(self.data)] else []

    def _socket_folder(self) -> Path | None:
        lines = self._pid_lines()
        return Path(lines[4]) if len(lines) > 4 and lines[4] else None

    def _make_socket_folder(self) -> Path:
        """A folder for the socket, with a path that an address holds; ``run`` is or leads to it."""
        folder = self._run_folder
        if len(os.fsencode(folder / SOCKET_NAME)) <= LONGEST_SOCKET_PATH:
            folder.mkdir(mode=0o700)
            self._hand_over(folder)
            return folder
        elsewhere = Path(tempfile.mkdtemp(prefix="wortlaut-", dir="/tmp"))
        folder.symlink_to(elsewhere)
        return elsewhere

    def _remove_socket_folder(self) -> None:
        """Removes the socket and its lock file, which a killed server leaves behind."""
        if self._run_folder.is_symlink():
            elsewhere = self._run_folder.readlink()
            self._run_folder.unlink()
            if elsewhere.exists() and elsewhere.stat().st_uid == os.geteuid():
                shutil.rmtree(elsewhere)
        elif self._run_folder.exists():
            shutil.rmtree(self._run_folder)

    # Running programs

    def _programs(self) -> Path:
        """The folder of the programs; for root a copy that the server's account can reach."""
        bundled = bundled_programs()
        if self.home.account is None:
            return bundled / INSTALLATION / "bin"
        made = int((bundled / INSTALLATION / "bin" / "postgres").stat().st_mtime)
        copy = self.home.folder / f"programs-{MAJOR_VERSION}-{made}"
        if not copy.exists():
            for old in self.home.folder.glob("programs-*"):
                shutil.rmtree(old)
            _copy_programs(bundled, copy)
        return copy / bundled.name / INSTALLATION / "bin"

    def _run(
        self, program: str, *arguments: str, keep_lock: bool = False, commands: str = ""
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(self._programs() / program), *arguments],
            input=commands,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            pass_fds=(self.lock,) if keep_lock else (),
            start_new_session=True,
            **self._as_account(),
        )

    def _demand(self, done: subprocess.CompletedProcess[str]) -> None:
        # In single-user mode an error does not show in the exit status.
        if done.returncode or "ERROR:" in done.stderr or "FATAL:" in done.stderr:
            raise EmbeddedServerError(
                f"The embedded PostgreSQL cannot be set up in {self.home.folder}:\n"
                f"{done.stdout}{done.stderr}".rstrip()
            )

    def _as_account(self) -> dict[str, Any]:
        """For a child process: the server's account, and nothing of our environment."""
        options: dict[str, Any] = {
            "cwd": self.home.folder,
            "env": {"PATH": os.defpath, "LC_ALL": "C"},
            "umask": 0o077,
        }
        if self.home.account is not None:
            options |= {
                "user": self.home.account.uid,
                "group": self.home.account.gid,
                "extra_groups": [],
            }
        return options

    def _hand_over(self, path: Path) -> None:
        if self.home.account is not None:
            os.chown(path, self.home.account.uid, self.home.account.gid)


def listens(folder: Path) -> bool:
    """Whether a server listens at the socket in ``folder``."""
    with socket.socket(socket.AF_UNIX) as probe:
        probe.settimeout(5)
        try:
            probe.connect(str(folder / SOCKET_NAME))
        except OSError:
            return False
        return True


def _accepts_connections(folder: Path) -> bool:
    try:
        psycopg.connect(
            host=str(folder), port=PORT, user=SUPERUSER, dbname="postgres", connect_timeout=5
        ).close()
    except psycopg.OperationalError:
        return False
    return True


def _settings(**values: object) -> Iterator[str]:
    for name, value in values.items():
        yield from ("-c", f"{name}={value}")


def _character_types() -> str:
    """A locale by which full-text search tells letters from quotation marks in all of Unicode."""
    with _kept_locale():
        for name in ("C.UTF-8", "C.utf8", "en_US.UTF-8", "de_DE.UTF-8"):
            try:
                locale.setlocale(locale.LC_CTYPE, name)
            except locale.Error:
                continue
            return name
    return "C"


@contextmanager
def _kept_locale() -> Iterator[None]:
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        yield
    finally:
        locale.setlocale(locale.LC_CTYPE, before)


def _copy_programs(bundled: Path, copy: Path) -> None:
    """Copies what the server needs (and no headers or clients), for everybody who gets that far."""
    making = Path(tempfile.mkdtemp(dir=copy.parent, prefix="programs-making."))
    source, target = bundled / INSTALLATION, making / bundled.name / INSTALLATION
    (target / "bin").mkdir(parents=True)
    for program in ("initdb", "pg_ctl", "postgres"):
        shutil.copy(source / "bin" / program, target / "bin")
    shutil.copytree(source / "share", target / "share")
    shutil.copytree(source / "lib" / "postgresql", target / "lib" / "postgresql")
    # The libraries that the wheel brings along: beside the package on Linux, inside it on macOS.
    for libraries in (Path(f"{bundled}.libs"), bundled / ".dylibs"):
        if libraries.exists():
            shutil.copytree(libraries, making / libraries.relative_to(bundled.parent))
    for folder, _, files in os.walk(making):
        Path(folder).chmod(0o755)
        for name in files:
            path = Path(folder, name)
            path.chmod(0o755 if path.parent.name == "bin" else 0o644)
    making.rename(copy)

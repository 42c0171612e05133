"""The embedded PostgreSQL: shared by processes, stopped by the last, found again after a kill."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import psycopg
import pytest

PROJECT = Path(__file__).resolve().parents[2]
# A process that uses the server: says where it listens, and leaves when its input ends.
USER = """
import sys
from pathlib import Path
from config.embedded.errors import EmbeddedServerError
from config.embedded.server import server_at
server = server_at(Path(sys.argv[1]))
try:
    print(server.join(), flush=True)
except EmbeddedServerError as error:
    sys.exit(f"refused: {error}")
for line in sys.stdin:
    print(server.join(), flush=True)
"""


class User:
    """One process that uses the server of the project at ``project``."""

    def __init__(self, project: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", USER, str(project / "var" / "postgres")],
            cwd=PROJECT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    @property
    def socket_folder(self) -> str:
        assert self.process.stdout is not None
        folder = self.process.stdout.readline().strip()
        assert folder, self.complaint()
        return folder

    def joins_again(self) -> str:
        assert self.process.stdin is not None
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return self.socket_folder

    def complaint(self) -> str:
        assert self.process.stderr is not None
        return self.process.stderr.read()

    def leaves(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        assert self.process.wait(60) == 0, self.complaint()

    def is_killed(self) -> None:
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Path]:
    """An empty project, whose server and whose folder outside of it are gone afterwards."""
    yield from _project(tmp_path / "project")


def _project(folder: Path) -> Iterator[Path]:
    folder.mkdir(parents=True)
    yield folder
    for server in servers(folder):
        kill(server)
    # With a long path the socket's folder lies elsewhere, as root everything does.
    for link in (home(folder) / "run", folder / "var" / "postgres"):
        if link.is_symlink():
            shutil.rmtree(link.readlink())


@pytest.fixture
def join(project: Path) -> Iterator[Callable[..., User]]:
    """Starts processes that use the project's server."""
    users: list[User] = []

    def start(where: Path = project) -> User:
        users.append(User(where))
        return users[-1]

    yield start
    for user in users:
        if user.process.poll() is None:
            user.is_killed()


def home(project: Path) -> Path:
    return (project / "var" / "postgres").resolve()


def servers(project: Path) -> list[psutil.Process]:
    """The servers that run on the project's data, without the processes that they make."""
    data = str(home(project) / "data")
    found = {}
    for process in psutil.process_iter():
        try:
            # A process that was made just now still bears its maker's command.
            if data in process.cmdline():
                found[process.pid] = (process, process.ppid())
        except psutil.Error:
            continue
    return [process for process, parent in found.values() if parent not in found]


def kill(server: psutil.Process) -> None:
    """Kills it and waits until it is dead; nobody may be there to bury it."""
    server.kill()
    while server.is_running() and server.status() != psutil.STATUS_ZOMBIE:
        time.sleep(0.01)


def ask(folder: str, question: str) -> object:
    with psycopg.connect(host=folder, user="wortlaut", dbname="wortlaut") as connection:
        row = connection.execute(question).fetchone()  # type: ignore[call-overload]
    assert row is not None
    return row[0]


def test_a_new_server_has_an_ordinary_role_and_a_database_in_utf8(join):
    folder = join().socket_folder

    assert ask(folder, "SHOW server_encoding") == "UTF8"
    assert ask(folder, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user") is False
    assert ask(folder, "SELECT rolcreatedb FROM pg_roles WHERE rolname = current_user") is True
    assert ask(folder, "SELECT lower('ÄÉ')") == "äé"


def test_search_tells_words_from_the_quotation_marks_around_them(join):
    folder = join().socket_folder

    words = ask(folder, "SELECT to_tsvector('simple', '„Zitat“ «über» 「言葉」')::text")

    assert words == "'zitat':1 'über':2 '言葉':3"


def test_the_server_listens_on_no_network_and_lets_no_other_user_near(join, project):
    folder = join().socket_folder

    assert ask(folder, "SHOW listen_addresses") == ""
    assert Path(folder).stat().st_mode & 0o077 == 0
    assert (home(project) / "data").stat().st_mode & 0o077 == 0
    assert home(project).stat().st_mode & 0o007 == 0


def test_no_folder_that_was_there_before_changes_its_permissions(join, project):
    project.chmod(0o700)
    folders = [project, *project.parents]
    before = [folder.stat().st_mode for folder in folders]

    join().leaves()

    assert [folder.stat().st_mode for folder in folders] == before


def test_the_last_to_leave_stops_the_server(join, project):
    first, second = join(), join()
    assert first.socket_folder == second.socket_folder

    first.leaves()
    assert len(servers(project)) == 1

    second.leaves()
    assert servers(project) == []


def test_many_who_come_at_once_share_one_server(join, project):
    users = [join() for _ in range(4)]

    assert len({user.socket_folder for user in users}) == 1
    assert len(servers(project)) == 1


def test_a_server_whose_user_was_killed_is_used_and_stopped_by_the_next(join, project):
    killed = join()
    assert killed.socket_folder
    [orphan] = servers(project)
    killed.is_killed()

    heir = join()
    assert heir.socket_folder
    assert servers(project) == [orphan]

    heir.leaves()
    assert servers(project) == []


def test_a_killed_server_is_started_again_for_who_still_needs_it(join, project):
    user = join()
    assert user.socket_folder
    kill(servers(project)[0])

    assert ask(user.joins_again(), "SELECT 1") == 1


def test_a_pid_file_that_names_a_stranger_does_not_hinder(join, project):
    join().leaves()
    with subprocess.Popen(["sleep", "60"]) as stranger:
        for pid_file in (home(project) / "data" / "postmaster.pid",):
            pid_file.write_text(f"{stranger.pid}\n{home(project) / 'data'}\n1\n5432\n\n\n")

        assert ask(join().socket_folder, "SELECT 1") == 1
        assert stranger.poll() is None
        stranger.kill()


def test_a_server_that_was_half_made_is_made_anew(join, project):
    killed = join()
    deadline = time.monotonic() + 20
    while not list(project.glob("var/postgres/data.making.*/PG_VERSION")):
        assert time.monotonic() < deadline
        time.sleep(0.01)
    killed.is_killed()

    assert ask(join().socket_folder, "SELECT 1") == 1
    assert list(home(project).glob("data.making.*")) == []


def test_data_of_another_postgresql_is_refused_with_a_way_out(join, project):
    join().leaves()
    (home(project) / "data" / "PG_VERSION").write_text("16\n")

    user = join()

    assert user.process.wait(30) == 1
    assert "is of PostgreSQL 16, and this is 18" in user.complaint()
    assert servers(project) == []


@pytest.mark.parametrize("name", ["a b's “project” $HOME", "x" * 150])
def test_any_name_of_the_project_folder_will_do(tmp_path, join, name):
    for project in _project(tmp_path / name):
        user = join(project)
        folder = user.socket_folder
        assert ask(folder, "SELECT 1") == 1
        user.leaves()
        assert not Path(folder).exists()


def test_a_copy_of_the_project_has_a_server_of_its_own(tmp_path, join, project):
    original = join()
    folder = original.socket_folder
    shutil.copytree(project, tmp_path / "copy", symlinks=True, ignore=shutil.ignore_patterns("run"))
    copy = join(tmp_path / "copy")

    assert copy.socket_folder != folder
    copy.leaves()
    assert len(servers(project)) == 1

    if (link := tmp_path / "copy" / "var" / "postgres").is_symlink():
        shutil.rmtree(link.readlink())


def test_a_project_that_moves_takes_its_data_along(tmp_path, join, project):
    user = join()
    with psycopg.connect(
        host=user.socket_folder, user="wortlaut", dbname="wortlaut", autocommit=True
    ) as connection:
        connection.execute("CREATE TABLE kept (word text)")
    user.leaves()
    moved = project.rename(tmp_path / "moved")

    user = join(moved)

    assert ask(user.socket_folder, "SELECT count(*) FROM kept") == 0
    user.leaves()
    moved.rename(project)

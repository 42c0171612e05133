"""``make run`` in a project of its own: what it brings up, how it ends, what a kill leaves behind.

In the order of the file: the project is set up once, by the first test, and every test leaves it so
that the next one can start it.
"""

import os
import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from tests.config.started_site import (
    PATIENCE,
    Site,
    manage,
    processes,
    python,
    quotes,
    until,
    worker_of,
)

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of what git knows of this project, in a folder that only its owner may enter."""
    folder = tmp_path_factory.mktemp("clone") / "wortlaut"
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listing, cwd=PROJECT, capture_output=True, check=True, text=True).stdout
    for name in names.strip("\0").split("\0"):
        if (PROJECT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(PROJECT / name, folder / name)
    (folder / ".venv").symlink_to(PROJECT / ".venv")
    folder.parent.chmod(0o700)
    yield folder
    for process in processes(folder):
        process.kill()
    if (link := folder / "var" / "postgres").is_symlink():
        shutil.rmtree(link.readlink())


@pytest.fixture
def start(project: Path) -> Iterator[Callable[..., Site]]:
    """Starts the site; what is left of it afterwards is killed."""
    sites: list[Site] = []

    def start(target: str = "run", **more: int) -> Site:
        sites.append(Site(project, target, **more))
        return sites[-1]

    yield start
    for site in sites:
        if site.make.poll() is None:
            os.killpg(site.make.pid, signal.SIGKILL)
            site.make.wait()


def test_killed_while_it_loads_the_dossier_it_loads_it_whole_and_once(start):
    killed = start()
    assert until(lambda: "Loading the dossier" in killed.said(), PATIENCE), killed.said()
    time.sleep(0.2)
    os.killpg(killed.make.pid, signal.SIGKILL)

    site = start()
    site.comes_up()
    assert "Loading the dossier" in site.said()
    loaded = quotes(site)
    assert loaded > 10
    manage(site.project, "load_dossier")

    assert quotes(site) == loaded


def test_every_part_of_the_site_answers(start):
    site = start()
    site.comes_up()

    for path in ("/", "/speakers/", "/quotes/", "/statements/", "/admin/login/", "/api/v1/quotes/"):
        assert site.get(path)[0] == 200, path
    sheet = re.search(r'href="(/static/[^"]+\.css)"', site.get("/admin/login/")[1])
    assert sheet
    assert site.get(sheet[1])[0] == 200


def test_the_passwords_of_the_local_accounts_are_shown_once(project, start):
    shown = [
        line.split()
        for log in project.glob("run-*.log")
        for line in log.read_text().splitlines()
        if re.match(" +(editor|reviewer|administrator) ", line)
    ]
    assert sorted(name for name, _ in shown) == ["administrator", "editor", "reviewer"]

    code = (
        "from django.contrib.auth.models import User\n"
        f"for name, password in {shown!r}:\n"
        "    user = User.objects.get(username=name)\n"
        "    groups = [group.name for group in user.groups.all()]\n"
        "    print(name, user.check_password(password), user.is_superuser, groups)\n"
    )
    assert sorted(manage(project, "shell", "-c", code).splitlines()[-3:]) == [
        "administrator True True []",
        "editor True False ['Editor']",
        "reviewer True False ['Editor']",
    ]


def test_a_second_start_has_nothing_to_prepare(start):
    site = start()
    site.comes_up()

    assert site.said() == f"Wortlaut is at http://127.0.0.1:{site.port}/ (Ctrl-C stops it).\n"


def test_a_taken_port_is_told_with_the_way_out(start):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        site = start(port=port)

        assert site.make.wait(PATIENCE) != 0

    assert f"Port {port} is taken" in site.said()
    assert f"make run PORT={port + 1}" in site.said()
    assert "Traceback" not in site.said()


@pytest.mark.parametrize("target", ["run", "dev"])
@pytest.mark.parametrize(
    ("number", "receiver"),
    [
        (signal.SIGINT, "all, as by Ctrl-C"),
        (signal.SIGINT, "make"),
        (signal.SIGTERM, "make"),
        (signal.SIGINT, "starter"),
        (signal.SIGTERM, "starter"),
    ],
)
def test_whoever_is_told_to_stop_everything_stops(start, target, number, receiver):
    site = start(target)
    site.comes_up()

    if receiver == "make":
        site.make.send_signal(number)
    elif receiver == "starter":
        site.starter().send_signal(number)
    else:
        os.killpg(site.make.pid, number)

    assert site.has_ended(), processes(site.project)


@pytest.mark.parametrize("victim", ["make", "starter", "workers", "postgres", "all"])
def test_whatever_is_killed_the_next_start_is_not_hindered(start, victim):
    site = start()
    site.comes_up()
    server = next(process for process in processes(site.project) if "postgres" in process.name())

    victims = {
        "make": [site.make],
        "starter": [site.starter()],
        "workers": site.workers(),
        "postgres": [server],
        "all": [site.make, *processes(site.project)],
    }[victim]
    for process in victims:
        process.kill()

    if victim in ("workers", "postgres"):
        assert until(lambda: site.answers("/quotes/")), site.said()
        os.killpg(site.make.pid, signal.SIGKILL)
    again = start(port=site.port)
    again.comes_up()
    assert quotes(again) > 10


def test_a_command_beside_a_running_site_leaves_it_its_server(start):
    site = start()
    site.comes_up()

    assert "[X] 0001_initial" in manage(site.project, "showmigrations", "quotes")

    assert site.answers("/quotes/")


def test_two_sites_of_one_project_share_its_database(start):
    first, second = start(), start()
    first.comes_up()
    second.comes_up()

    assert quotes(first) == quotes(second)
    os.killpg(first.make.pid, signal.SIGINT)
    assert until(lambda: first.make.poll() is not None)
    assert quotes(second) > 10


def test_a_worker_does_what_is_asked_for_and_says_nothing(start):
    site = start()
    site.comes_up()
    code = (
        "from django.contrib.auth.models import User\n"
        "from quotes.ingest.capturing import request\n"
        "user = User.objects.get(username='editor')\n"
        "print(request(user, url='http://127.0.0.1:9/artikel').pk)\n"
    )
    number = manage(site.project, "shell", "-c", code).split()[-1]

    def outcome() -> str:
        asked = f"from quotes.models import Capture; print(Capture.objects.get(pk={number}).reason)"
        return manage(site.project, "shell", "-c", asked).splitlines()[-1]

    assert until(lambda: outcome() == "port"), site.said()
    assert "Traceback" not in site.said()
    assert site.said().strip().endswith("(Ctrl-C stops it).")


def test_a_worker_that_dies_is_replaced(start):
    site = start()
    # Its own processes were forked by then, at the time when the worker was started.
    site.comes_up()
    killed: set[int] = set()
    for _time in range(2):
        assert until(lambda: (now := worker_of(site)) is not None and now.pid not in killed)
        worker = worker_of(site)
        assert worker
        killed.add(worker.pid)
        worker.kill()
    assert until(lambda: (now := worker_of(site)) is not None and now.pid not in killed)


def test_a_worker_ends_with_a_starter_that_was_killed(start):
    site = start()
    site.comes_up()
    assert until(lambda: worker_of(site) is not None)
    worker = worker_of(site)
    assert worker
    site.starter().kill()
    assert until(lambda: not worker.is_running() or worker.status() == psutil.STATUS_ZOMBIE)


def test_a_worker_told_to_stop_while_python_frees_something_stops(project):
    """What a handler raises there is lost: it must not be what ends the worker."""
    code = (
        "import gc, os, signal, sys\n"
        "from config.work import main\n"
        "def freed(phase, info):\n"
        "    if 'django.db.models' in sys.modules and freed in gc.callbacks:\n"
        "        gc.callbacks.remove(freed)\n"
        "        os.kill(os.getpid(), signal.SIGTERM)\n"
        "        print('told')\n"
        "gc.callbacks.append(freed)\n"
        "main()\n"
    )
    ended = python(project, "-c", code)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "told\n", "")


def test_a_start_that_was_killed_after_its_migrations_is_completed_by_the_next(project, start):
    """Groups and public rule are made after them, in transactions of their own."""
    code = (
        "from django.contrib.auth.models import Group, User\n"
        "from django.db import connection\n"
        "User.objects.all().delete()\n"
        "Group.objects.all().delete()\n"
        "connection.cursor().execute('COMMENT ON TABLE django_migrations IS NULL')\n"
    )
    manage(project, "shell", "-c", code)
    site = start()
    site.comes_up()
    assert "Accounts for /admin/" in site.said()

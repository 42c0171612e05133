"""docs/production.md, followed command by command on a database of its own."""

import http.client
import os
import re
import secrets
import shlex
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest
from django.db import connection

from config import serve

PROJECT = Path(__file__).resolve().parents[2]
HOST = "wortlaut.example"


@pytest.fixture
def database_url(db) -> Iterator[str]:
    """An empty database beside the suite's own, on the same server, of an ordinary role."""
    name = f"test_production_{secrets.token_hex(4)}"
    parameters = connection.get_connection_params()
    user, password = parameters["user"], parameters.get("password", "")
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        (may_make_roles,) = cursor.fetchone()
        if may_make_roles:
            user, password = name, secrets.token_hex(16)
            cursor.execute(f"CREATE ROLE {user} LOGIN PASSWORD '{password}'")
        cursor.execute(f"CREATE DATABASE {name} OWNER {user}")
    host = quote(str(parameters.get("host", "")), safe="/")
    port = parameters.get("port", 5432)
    yield f"postgres://{user}:{quote(password, safe='')}@/{name}?host={host}&port={port}"
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")
        if may_make_roles:
            cursor.execute(f"DROP ROLE {user}")


@pytest.fixture
def environment(database_url, tmp_path) -> dict[str, str]:
    inherited = {
        name: value
        for name, value in os.environ.items()
        if name not in ("WORTLAUT_LOCAL", "DEBUG") and not name.startswith(("PYTEST", "DJANGO"))
    }
    return inherited | {
        "DATABASE_URL": database_url,
        "SECRET_KEY": secrets.token_urlsafe(64),
        "ALLOWED_HOSTS": HOST,
        "TRUSTED_PROXIES": "1",
        "WORTLAUT_IMPRINT": "Verein Wortlaut, Berlin",
        "STATIC_ROOT": str(tmp_path / "static"),
    }


def run(command: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run(
        command,
        cwd=PROJECT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{command}:\n{done.stdout}"
    return done.stdout


def test_followed_to_the_letter_it_leads_to_a_safe_site_that_answers(
    production_page, environment, database_url, tmp_path
):
    run_so_far = []
    for line in production_page.code("sh").splitlines():
        command = shlex.split(line)
        run_so_far.append(line)
        program = Path(command[0]).name
        if line.endswith("-m venv .venv"):
            run([sys.executable, "-m", "venv", str(tmp_path / "venv")], environment)
        elif "pip install" in line:
            # Installed for this suite, so there is nothing to fetch; CI fetches it all.
            python = [sys.executable, *command[1:], "--dry-run", "--no-deps", "--quiet"]
            run(python, environment)
        elif "createsuperuser" in line:
            answers = {
                "DJANGO_SUPERUSER_USERNAME": "ada",
                "DJANGO_SUPERUSER_EMAIL": "ada@example.org",
                "DJANGO_SUPERUSER_PASSWORD": "das genaue Wort",
            }
            run([sys.executable, *command[1:], "--noinput"], environment | answers)
            with psycopg.connect(database_url.replace(":@", "@")) as connected:
                connected.execute(production_page.code("sql"))
        elif program == "granian":
            serves_safely(command, environment)
        elif "config.work" in command:
            works([sys.executable, *command[1:]], environment, database_url)
        else:
            run([sys.executable, *command[1:]], environment)
    assert any("check --deploy" in line for line in run_so_far)
    assert any("granian" in line for line in run_so_far)
    assert any("config.work" in line for line in run_so_far)


def serves_safely(command: list[str], environment: dict[str, str]) -> None:
    """Starts granian as told, and asks as a browser would behind a proxy."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [str(port) if part == "8000" else part for part in command]
    granian = str(Path(sys.executable).parent / "granian")
    with subprocess.Popen([granian, *command[1:]], cwd=PROJECT, env=environment) as server:
        try:
            status, headers = ask(port, **{"X-Forwarded-Proto": "https"})
            assert status == 200
            assert headers["strict-transport-security"].startswith("max-age=31536000")
            status, headers = ask(port)
            assert status == 301
            assert headers["location"] == f"https://{HOST}/quotes/"
            assert ask(port, Host="elsewhere.example", **{"X-Forwarded-Proto": "https"})[0] == 400
        finally:
            server.terminate()


def works(command: list[str], environment: dict[str, str], database_url: str) -> None:
    """Starts the worker as told, waits for its sign of life, and tells it to stop."""
    with subprocess.Popen(command, cwd=PROJECT, env=environment) as worker:
        try:
            deadline = time.monotonic() + 60
            with psycopg.connect(database_url.replace(":@", "@"), autocommit=True) as connected:
                while not connected.execute("SELECT 1 FROM procrastinate_workers").fetchone():
                    assert worker.poll() is None
                    assert time.monotonic() < deadline
                    time.sleep(0.1)
                worker.terminate()
                assert worker.wait(20) == 0
                assert not connected.execute("SELECT 1 FROM procrastinate_workers").fetchone()
        finally:
            worker.kill()


def ask(port: int, **headers: str) -> tuple[int, dict[str, str]]:
    deadline = time.monotonic() + 60
    while True:
        asked = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        try:
            asked.request("GET", "/quotes/", headers={"Host": HOST} | headers)
            answer = asked.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}
        except OSError:
            assert time.monotonic() < deadline
            time.sleep(0.1)
        finally:
            asked.close()


def test_every_variable_in_the_table_is_one_that_the_settings_read(production_page):
    settings = (PROJECT / "config" / "settings.py").read_text()
    database = (PROJECT / "config" / "database.py").read_text()
    table = [line for line in production_page.text.splitlines() if line.startswith("| `")]

    for line in table:
        name = line.split("`")[1]
        assert f'"{name}"' in settings + database, name


def test_a_worker_has_a_thread_left_when_all_places_for_files_are_taken(production_page, settings):
    [threads] = re.findall(r"--blocking-threads (\d+)", production_page.code("sh"))
    assert int(threads) == settings.FILES_AT_ONCE + settings.FILES_WAITING + serve.SPARE_THREADS

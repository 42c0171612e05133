"""What every test may lean on: four people, a browser, and no way out of this machine.

Edith and Rosa are editors (she writes, she reviews), Carl contributes, Ada administers.
"""

import ipaddress
import os
import shutil
import socket
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import AbstractUser, Group
from django.db import connection
from django.test import Client
from django.test.testcases import LiveServerThread
from django.utils import translation
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.watched_server import WatchedServer

PASSWORD = "das genaue Wort"
NO_CHROMIUM = "no Chromium found (install it, or set WORTLAUT_CHROMIUM)"


def pytest_configure(config: pytest.Config) -> None:
    sys.addaudithook(_refuse_public_addresses)
    # A page is waited for as long as a machine with much else to do may take.
    expect.set_options(timeout=20_000)
    LiveServerThread.server_class = WatchedServer
    # Cheap passwords, static files as they lie in the source, no throttle on the many logins.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES["staticfiles"]["BACKEND"] = (
        "django.contrib.staticfiles.storage.StaticFilesStorage"
    )
    settings.WHITENOISE_AUTOREFRESH = True
    settings.WHITENOISE_USE_FINDERS = True
    settings.AXES_ENABLED = False
    settings.WORTLAUT_API_REQUESTS_PER_MINUTE = 10_000_000
    # A test's data need not survive a power cut, nor its connections the test.
    database = settings.DATABASES["default"]
    database["CONN_MAX_AGE"] = 0
    database.setdefault("OPTIONS", {})["options"] = "-c synchronous_commit=off"


def _refuse_public_addresses(event: str, arguments: tuple[Any, ...]) -> None:
    """An audit hook: whatever a test calls, Python opens no socket to another machine."""
    if event in ("socket.connect", "socket.sendto"):
        address = arguments[1]
    elif event == "socket.getaddrinfo":
        address = (arguments[0],)
    else:
        return
    if isinstance(address, tuple) and not _is_here(address[0]):
        raise PermissionError(f"Tests contact nobody but this machine, and not {address[0]!r}.")


def _is_here(host: str | bytes | None) -> bool:
    name = host.decode() if isinstance(host, bytes) else host
    if name in (None, "", "localhost", socket.gethostname()):
        return True
    try:
        return ipaddress.ip_address(str(name)).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Every test begins in English, whatever language a request of the one before it chose."""
    with translation.override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Before its database is removed: a thread of a test that is over may still be connected."""
    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            " AND backend_type = 'client backend'"
        )


@pytest.fixture(autouse=True)
def _no_jobs_left(request: pytest.FixtureRequest, django_db_blocker: Any) -> Iterator[None]:
    """After a test that commits: Django's flush leaves tables that it does not manage as they are,
    and the next test's worker would do this one's jobs."""
    yield
    mark = request.node.get_closest_marker("django_db")
    commits = {"transactional_db", "live_server"} & set(request.fixturenames)
    if not commits and not (mark and mark.kwargs.get("transaction")):
        return
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM procrastinate_jobs)"
            " OR EXISTS (SELECT FROM procrastinate_workers)"
        )
        if cursor.fetchone()[0]:
            cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_workers CASCADE")
        connection.close()


# People


@pytest.fixture
def password() -> str:
    """The password of every test person."""
    return PASSWORD


@pytest.fixture
def edith(db: None, django_user_model: type[AbstractUser]) -> AbstractUser:
    """An editor: captures, marks, attributes, publishes."""
    return _staff(django_user_model, "edith", "Editor")


@pytest.fixture
def rosa(db: None, django_user_model: type[AbstractUser]) -> AbstractUser:
    """The second editor: reviews and publishes what Edith wrote."""
    return _staff(django_user_model, "rosa", "Editor")


@pytest.fixture
def carl(db: None, django_user_model: type[AbstractUser]) -> AbstractUser:
    """A contributor: writes drafts."""
    return _staff(django_user_model, "carl", "Contributor")


@pytest.fixture
def ada(db: None, django_user_model: type[AbstractUser]) -> AbstractUser:
    """The administrator."""
    return django_user_model.objects.create_superuser(  # type: ignore[attr-defined]
        "ada", "ada@example.org", PASSWORD
    )


def _staff(model: type[AbstractUser], username: str, group: str) -> AbstractUser:
    user = model.objects.create_user(  # type: ignore[attr-defined]
        username, f"{username}@example.org", PASSWORD, is_staff=True
    )
    user.groups.add(Group.objects.get(name=group))
    return user


# Browser


def chromium() -> str | None:
    """The path of the Chromium that the browser tests drive, if there is one."""
    names = (os.environ.get("WORTLAUT_CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if name and (path := shutil.which(name))), None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    often = [name for name, times in Counter(item.nodeid for item in items).items() if times > 1]
    if often:
        # Processes that share the work would run one of them and count that as all.
        raise pytest.UsageError(f"Several tests have one name: {', '.join(often[:5])}")
    in_browser = [
        item for item in items if {"browser", "page_of"} & set(getattr(item, "fixturenames", ()))
    ]
    for item in in_browser:
        item.add_marker("browser")
        if chromium() is None and not os.environ.get("WORTLAUT_REQUIRE_BROWSER"):
            item.add_marker(pytest.mark.skip(reason=NO_CHROMIUM))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    skipped = [
        report
        for report in terminalreporter.stats.get("skipped", [])
        if NO_CHROMIUM in str(report.longrepr)
    ]
    if skipped:
        terminalreporter.write_line(f"{len(skipped)} browser tests skipped: {NO_CHROMIUM}.")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Debian's Chromium, which finds no host but this one."""
    path = chromium()
    if path is None:
        pytest.fail(f"WORTLAUT_REQUIRE_BROWSER is set, but {NO_CHROMIUM}.")
    # Playwright keeps an event loop in this thread, which Django takes for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    return {
        **browser_type_launch_args,
        "executable_path": path,
        "args": [
            "--no-sandbox",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
        ],
    }


@pytest.fixture
def page_of(browser: Browser, live_server: Any) -> Iterator[Callable[..., Page]]:
    """Opens a page of its own for a signed-in user, or for a reader (``None``); ``script=False``
    for one whose browser runs no scripts.

    Relative addresses lead to the live server. The test fails at its end when a page broke the
    content security policy or a script of it raised an error.
    """
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_page(user: AbstractUser | None = None, *, script: bool = True) -> Page:
        context = browser.new_context(
            base_url=live_server.url, locale="en-GB", java_script_enabled=script
        )
        contexts.append(context)
        if user is not None:
            client = Client()
            client.force_login(user)
            session = client.cookies[settings.SESSION_COOKIE_NAME].value
            context.add_cookies(
                [
                    {
                        "name": settings.SESSION_COOKIE_NAME,
                        "value": session,
                        "url": live_server.url,
                    }
                ]
            )
        page = context.new_page()
        page.on(
            "console",
            lambda message: (
                complaints.append(message.text)
                if "Content Security Policy" in message.text
                else None
            ),
        )
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert live_server.thread.httpd.wait_until_idle(60)
    assert complaints == []

"""A request in another encoding than UTF-8 is told so, and breaks nothing."""

from wsgiref.util import setup_testing_defaults

import pytest

from config.wsgi import application

pytestmark = pytest.mark.django_db


def status(content_type: str | None) -> str:
    environ = {"PATH_INFO": "/quotes/", "QUERY_STRING": "x=%5Cud800", "HTTP_HOST": "127.0.0.1"}
    if content_type is not None:
        environ["CONTENT_TYPE"] = content_type
    setup_testing_defaults(environ)
    answers: list[str] = []
    b"".join(application(environ, lambda line, headers, exc_info=None: answers.append(line)))
    return answers[0]


@pytest.mark.parametrize("charset", ["rot13", "base64", "idna", "unicode_escape", "latin-1", "x;y"])
def test_another_encoding_is_refused(charset):
    assert status(f"text/plain; charset={charset}") == "400 Bad Request"


@pytest.mark.parametrize(
    "content_type", [None, "", "text/plain", "a; charset=UTF-8", "a;charset=utf8"]
)
def test_utf_8_is_read(content_type):
    assert not status(content_type).startswith("5")
    assert status(content_type) == status("text/html")

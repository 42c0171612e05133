"""A request in another encoding than UTF-8 is told so, and never reaches Django."""

import pytest

from config.request_encoding import utf_8_only
from config.wsgi import application

REFUSED, PASSED = "400 Bad Request", "200 OK"


def django(environ, start_response):
    start_response(PASSED, [])
    return [b""]


guarded = utf_8_only(django)


def status(content_type, answering=guarded):
    environ = {} if content_type is None else {"CONTENT_TYPE": content_type}
    answers: list[str] = []
    b"".join(answering(environ, lambda line, headers: answers.append(line)))
    return answers[0]


@pytest.mark.parametrize("charset", ["rot13", "base64", "idna", "unicode_escape", "latin-1", '"x'])
def test_another_encoding_is_refused(charset):
    assert status(f"text/plain; charset={charset}") == REFUSED
    assert status(f"text/plain; charset={charset}", application) == REFUSED


@pytest.mark.parametrize(
    "content_type", [None, "", "text/plain", "a; charset=UTF-8", 'a;charset="utf8"']
)
def test_utf_8_is_read(content_type):
    assert status(content_type) == PASSED

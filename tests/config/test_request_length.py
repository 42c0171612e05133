"""A body of which the length is not told beforehand is never taken for an empty one."""

import io

import pytest

from config.request_length import length_told
from config.wsgi import application

REFUSED, PASSED = "411 Length Required", "200 OK"
BODY = b'{"text": "Gespr\xc3\xa4ch"}'
CHUNKED = {"HTTP_TRANSFER_ENCODING": "chunked"}
ENDING = {"wsgi.input_terminated": True}


def django(environ, start_response):
    start_response(PASSED, [])
    return [environ["wsgi.input"].read()]


def answered(method, body, headers, answering=None):
    environ = {"REQUEST_METHOD": method, "wsgi.input": io.BytesIO(body), **headers}
    answers: list[str] = []
    told = (answering or length_told(django))(environ, lambda line, _headers: answers.append(line))
    return answers[0], b"".join(told)


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("headers", [CHUNKED, CHUNKED | ENDING, ENDING], ids=str)
@pytest.mark.parametrize("answering", [None, application], ids=["alone", "whole site"])
def test_a_body_without_a_length_is_refused(method, headers, answering):
    status, said = answered(method, BODY, headers, answering)
    assert status == REFUSED
    assert b"Content-Length" in said


@pytest.mark.parametrize(
    ("method", "body", "headers"),
    [
        ("POST", BODY, {"CONTENT_LENGTH": str(len(BODY))}),
        ("POST", BODY, {"CONTENT_LENGTH": str(len(BODY)), **ENDING}),
        ("POST", b"", {"CONTENT_LENGTH": "0"}),
        ("DELETE", b"", ENDING),
        ("POST", b"", {}),
        ("GET", b"", CHUNKED | ENDING),
    ],
    ids=str,
)
def test_all_else_is_answered_with_its_whole_body(method, body, headers):
    assert answered(method, body, headers) == (PASSED, body)

"""Pages and plain texts are fetched; other files are not, whatever they are said to be."""

import pytest

from quotes.ingest.fetching import Reason, Refused
from tests.ingest.internet import ARTICLE, answer


@pytest.mark.parametrize(
    ("header", "body", "found"),
    [
        ("text/html", ARTICLE, "text/html"),
        ("Text/HTML;charset=UTF-8", ARTICLE, "text/html"),
        ("application/xhtml+xml", ARTICLE, "application/xhtml+xml"),
        ("text/plain; charset=utf-8", ARTICLE, "text/plain"),
        (None, ARTICLE, "text/html"),
        ("", ARTICLE, "text/html"),
        ("html", ARTICLE, "text/html"),
        (None, " \n<HTML lang=de><p>Wort", "text/html"),
        (None, "<?xml version='1.0'?><html><p>Wort", "text/html"),
        (None, "<!-- x --><html>", "text/html"),
        (None, "\ufeff<html><p>Wort", "text/html"),
        (None, "Das ist ein Text, <b> heißt fett.", "text/plain"),
        (None, "<Name> sagte nichts.", "text/plain"),
    ],
)
def test_pages_and_texts_are_told_apart(header, body, found, internet):
    internet.pages["example.org/artikel"] = answer(body, header)
    assert internet.fetch().content_type == found


@pytest.mark.parametrize(
    ("header", "body", "named"),
    [
        ("application/pdf", "%PDF-1.7", "application/pdf"),
        ("image/png", "x", "image/png"),
        ("application/json", "{}", "application/json"),
        ("application/octet-stream", ARTICLE, "application/octet-stream"),
        ("application/xml", ARTICLE, "application/xml"),
        ("text/css", "p {}", "text/css"),
        ("multipart/x-mixed-replace", ARTICLE, "multipart/x-mixed-replace"),
        ("text/html", b"%PDF-1.7\n%\xe2\xe3", "application/pdf"),
        ("text/html", b"\x89PNG\r\n\x1a\n", "image/png"),
        ("text/plain", b"PK\x03\x04\x14", "application/zip"),
        (None, b"\x7fELF\x02\x01\x01\x00", "application/octet-stream"),
        (None, b"\xff\xd8\xff\xe0", "image/jpeg"),
    ],
)
def test_other_files_are_refused_by_their_kind(header, body, named, internet):
    internet.pages["example.org/artikel"] = answer(body, header)
    with pytest.raises(Refused) as refused:
        internet.fetch()
    assert (refused.value.reason, refused.value.values) == (Reason.CONTENT_TYPE, {"type": named})


def test_a_file_of_another_kind_is_refused_by_its_header_alone(internet):
    internet.pages["example.org/artikel"] = answer("", "video/mp4", Content_Length=900_000_000)
    with pytest.raises(Refused) as refused:
        internet.fetch()
    assert refused.value.reason is Reason.CONTENT_TYPE

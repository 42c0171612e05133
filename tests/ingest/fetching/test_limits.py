"""A server can be slow, endless or broken: the fetch ends, and says why."""

import gzip
import time
import tracemalloc
import zlib

import pytest

from quotes.ingest.fetching import Reason, Refused
from tests.ingest.internet import ADDRESS, ARTICLE, answer

ENDLESS = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"


def refusal(internet, sent=None, **options):
    if sent is not None:
        internet.pages["example.org/artikel"] = sent
    with pytest.raises(Refused) as refused:
        internet.fetch(**options)
    return refused.value


def trickle(beginning, piece=b"a", wait=0.05):
    def sent():
        yield beginning
        for _ in range(400):
            time.sleep(wait)
            yield piece

    return sent


@pytest.mark.parametrize(
    "sent",
    [
        trickle(b""),
        trickle(b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n"),
        trickle(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        trickle(ENDLESS),
        trickle(
            ENDLESS.replace(b"\r\n\r\n", b"\r\nTransfer-Encoding: chunked\r\n\r\n"), b"1\r\na\r\n"
        ),
        trickle(ENDLESS, wait=20),
    ],
    ids=["silent", "header", "continue", "body", "chunks", "stuck"],
)
def test_a_server_that_takes_its_time_is_left(sent, internet):
    began = time.monotonic()
    refused = refusal(internet, sent, seconds=0.6)
    assert refused.reason is Reason.TOO_SLOW
    assert 0.4 < time.monotonic() - began < 10


def test_the_time_is_counted_over_redirects_together(internet):
    def slowly(place):
        def sent():
            time.sleep(0.25)
            yield answer("", None, "302 Found", Location=place)

        return sent

    for n in range(5):
        internet.pages[f"example.org/{n}"] = slowly(f"/{n + 1}")
    internet.pages["example.org/artikel"] = slowly("/0")
    assert refusal(internet, seconds=0.6).reason is Reason.TOO_SLOW


def test_a_name_service_that_does_not_answer_is_left(internet):
    internet.names["example.org"] = lambda: time.sleep(12) or [ADDRESS]
    began = time.monotonic()
    assert refusal(internet, seconds=0.3).reason is Reason.TOO_SLOW
    assert time.monotonic() - began < 10
    assert internet.dialled == []


def test_each_connection_is_waited_for_only_so_long(internet):
    waited = []

    def dial(address, port, seconds):
        waited.append(seconds)
        raise TimeoutError

    refused = refusal(internet, dial=dial, connect_seconds=2)
    assert refused.reason is Reason.CONNECTION
    assert waited == [2]


def test_a_body_without_end_is_cut_off(internet):
    def sent():
        yield ENDLESS
        while True:
            yield b"<p>Wort " * 4000

    refused = refusal(internet, sent)
    assert (refused.reason, refused.values) == (Reason.TOO_LARGE, {"megabytes": 5})


def test_a_body_that_is_announced_too_large_is_not_begun(internet):
    sent = answer(b"<p>", Content_Length=5_000_001)
    assert refusal(internet, sent).reason is Reason.TOO_LARGE
    assert refusal(internet, answer(b"<p>", Content_Length="9" * 20)).reason is Reason.TOO_LARGE


def test_the_overhead_of_chunks_counts_as_well(internet):
    chunk = b"1;" + b"x" * 10_000 + b"\r\na\r\n"
    beginning = ENDLESS.replace(b"\r\n\r\n", b"\r\nTransfer-Encoding: chunked\r\n\r\n")
    refused = refusal(internet, beginning + chunk * 200 + b"0\r\n\r\n", wire_bytes=1_000_000)
    assert refused.reason is Reason.TOO_LARGE


def test_headers_without_end_are_cut_off(internet):
    def sent():
        yield b"HTTP/1.1 200 OK\r\n"
        while True:
            yield b"X-Wort: " + b"a" * 1000 + b"\r\n"

    refused = refusal(internet, sent)
    assert (refused.reason, refused.values) == (Reason.HEADERS_TOO_LARGE, {"kilobytes": 64})


def test_a_large_page_with_large_headers_within_the_limits_is_read(internet):
    page = "<p>" + "Wort " * 900_000
    internet.pages["example.org/artikel"] = answer(page, X_Long="a" * 60_000)
    assert internet.fetch().text == page


# Compression


def zipped(body: bytes) -> bytes:
    """Without the time in its header: processes that run these tests together name them alike."""
    return gzip.compress(body, mtime=0)


@pytest.mark.parametrize(
    ("encoding", "compressed"),
    [
        ("gzip", zipped(ARTICLE.encode())),
        ("X-GZip", zipped(ARTICLE.encode())),
        ("gzip", zipped(ARTICLE[:50].encode()) + zipped(ARTICLE[50:].encode())),
        ("gzip", zipped(ARTICLE.encode()) + b"\0" * 40),
        ("deflate", zlib.compress(ARTICLE.encode())),
        ("deflate", zlib.compress(ARTICLE.encode(), wbits=-15)),
        ("identity", ARTICLE.encode()),
    ],
)
def test_compressed_pages_are_read(encoding, compressed, internet):
    internet.pages["example.org/artikel"] = answer(compressed, Content_Encoding=encoding)
    assert internet.fetch().text == ARTICLE


def test_a_bomb_is_never_unfolded(internet):
    bomb = zipped(b"a" * 300_000_000)
    assert len(bomb) < 400_000
    tracemalloc.start()
    refused = refusal(internet, answer(bomb, Content_Encoding="gzip"))
    most_memory = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (refused.reason, refused.values) == (Reason.DECOMPRESSED_TOO_LARGE, {"megabytes": 20})
    assert most_memory < 100_000_000


def test_a_bomb_of_many_members_is_no_better(internet):
    member = zipped(b"a" * 1_000_000)
    sent = answer(member * 30, Content_Encoding="gzip")
    assert refusal(internet, sent).reason is Reason.DECOMPRESSED_TOO_LARGE
    sent = answer(zipped(b"") * 2000, Content_Encoding="gzip")
    assert refusal(internet, sent).reason is Reason.COMPRESSION


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("br", b"\x0b\x02\x80Wort\x03"),
        ("gzip, gzip", zipped(zipped(b"Wort"))),
        ("compress", b"Wort"),
        ("gzip", b"<p>Wort</p>"),
        ("deflate", b"<p>Wort</p>"),
        ("gzip", zipped(ARTICLE.encode())[:-20]),
        ("deflate", zlib.compress(ARTICLE.encode())[:-20]),
    ],
)
def test_what_cannot_be_unfolded_is_refused(encoding, body, internet):
    refused = refusal(internet, answer(body, Content_Encoding=encoding))
    assert (refused.reason, refused.values) == (Reason.COMPRESSION, {"encoding": encoding})


# Broken answers


@pytest.mark.parametrize(
    ("sent", "reason"),
    [
        (b"", Reason.BROKEN_OFF),
        (answer()[:60], Reason.BROKEN_OFF),
        (answer(Content_Length=len(ARTICLE.encode()) + 5), Reason.BROKEN_OFF),
        (ENDLESS[:-2] + b"Transfer-Encoding: chunked\r\n\r\n5\r\nWo", Reason.BROKEN_OFF),
        (ENDLESS[:-2] + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nWort", Reason.BROKEN_OFF),
        (b"SSH-2.0-OpenSSH_9.2\r\n\r\n", Reason.PROTOCOL),
        (b"<p>Wort</p>\r\n\r\n", Reason.PROTOCOL),
        (b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", Reason.PROTOCOL),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", Reason.PROTOCOL),
        (b"HTTP/1.1 200 OK\r\n: a\r\n\r\n", Reason.PROTOCOL),
    ],
)
def test_a_broken_answer_is_not_taken_for_a_page(sent, reason, internet):
    refused = refusal(internet, sent)
    assert (refused.reason, refused.values) == (reason, {"host": "example.org"})


def test_what_follows_the_announced_length_is_not_read(internet):
    internet.pages["example.org/artikel"] = answer("<p>Wort</p>", Content_Length=11) + b"<p>mehr"
    assert internet.fetch().text == "<p>Wort</p>"


@pytest.mark.parametrize("status", [201, 204, 206, 304, 401, 403, 404, 410, 429, 451, 500, 503])
def test_other_statuses_are_told_by_their_number(status, internet):
    refused = refusal(internet, answer("", status=f"{status} So"))
    assert (refused.reason, refused.values) == (Reason.STATUS, {"status": status})


@pytest.mark.parametrize("body", ["", " \n\t "])
def test_nothing_is_not_a_page(body, internet):
    assert refusal(internet, answer(body)).reason is Reason.EMPTY
    nothing = zipped(body.encode())
    assert refusal(internet, answer(nothing, Content_Encoding="gzip")).reason is Reason.EMPTY

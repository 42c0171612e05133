"""A capture, from what is asked for to what was read, or to the reason why it was not."""

import pytest
from django.db import transaction
from django.utils import translation

from quotes.editorial.refusals import Refused
from quotes.ingest import captured, capturing, fetching
from quotes.ingest.capturing import ConnectionFailed, again, discard, request, run, why
from quotes.ingest.said import Said
from quotes.models import Article, Capture, CaptureMethod, CaptureState, Snapshot
from tests import factories
from tests.ingest.internet import ADDRESS, answer, redirect

pytestmark = pytest.mark.django_db

URL = "http://example.org/artikel"
TEXT = (
    "„Geduldig Vertrauen aufzubauen ist der Weg, den wir gehen wollen“, sagte Gen Nakatani nach"
    " den Gesprächen gegenüber Reportern. Die Minister trafen sich in Seoul und sprachen über die"
    " Zusammenarbeit ihrer Länder.\nLaut VNA"
)
PAGE = (
    '<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Treffen in Seoul</title>'
    '<meta property="og:site_name" content="Beispielzeitung">'
    '<meta property="article:published_time" content="2025-09-09T10:00:00+02:00">'
    "</head><body><article><h1>Treffen in Seoul</h1>"
    + "".join(f"<p>{line}</p>" for line in TEXT.splitlines())
    + "</article></body></html>"
)


@pytest.fixture
def web(internet, monkeypatch):
    """The internet of these tests is the one that captures fetch from; it has the page."""
    internet.pages["example.org/artikel"] = answer(PAGE)
    monkeypatch.setattr(fetching, "fetch", lambda url, allowed: internet.fetch(url))
    return internet


def test_an_address_waits_for_a_job(edith, jobs):
    capture = request(edith, url=f"  {URL}#absatz ")
    assert (capture.state, capture.method, capture.url) == ("waiting", "fetched", URL)
    assert (capture.requested_by, capture.requested_by_name) == (edith, "edith")
    assert [job["args"] for job in jobs()] == [{"capture_id": capture.pk}]


def test_a_capture_that_is_not_made_after_all_leaves_no_job(edith, jobs):
    with pytest.raises(RuntimeError), transaction.atomic():
        request(edith, url=URL)
        raise RuntimeError
    assert jobs() == []
    assert not Capture.objects.exists()


@pytest.mark.parametrize(
    ("url", "rule"),
    [
        ("ftp://example.org/", "not_http"),
        ("http://", "malformed"),
        ("http://anna:geheim@example.org/", "credentials"),
        ("http://example.org/" + "a" * 2000, "address_too_long"),
        ("   ", "empty"),
    ],
)
def test_what_is_no_address_is_refused_at_once(edith, url, rule):
    with pytest.raises(Refused) as refusal:
        request(edith, url=url)
    assert refusal.value.rule == rule
    assert not Capture.objects.exists()


def test_a_pasted_text_is_read_at_once(edith):
    capture = request(edith, text=TEXT.replace("\n", "\r\n"))
    assert (capture.state, capture.method) == (CaptureState.READ, CaptureMethod.PASTED)
    assert capture.text == TEXT
    assert capture.reading["language"] == "de"
    assert [origin["text"] for origin in capture.reading["origins"]] == ["Laut VNA"]
    assert capture.finished_at is not None


def test_a_file_is_read_as_a_page_without_an_address(edith):
    capture = request(edith, html=PAGE)
    assert (capture.state, capture.method, capture.url) == ("read", "uploaded", "")
    assert "Geduldig Vertrauen" in capture.text
    assert capture.reading["headline"] == "Treffen in Seoul"


@pytest.mark.parametrize("given", [{"text": "a\x00b"}, {"html": "<p>a\ud800b</p>"}])
def test_a_text_that_cannot_be_stored_is_refused(edith, given):
    with pytest.raises(Refused) as refusal:
        request(edith, **given)
    assert refusal.value.rule == "unstorable"


def test_a_file_without_a_text_is_refused_with_the_reason(edith):
    with pytest.raises(Refused) as refusal:
        request(edith, html="<!doctype html><title>Leer</title>")
    assert refusal.value.rule == "no_text"


def test_a_page_is_fetched_and_read(edith, web):
    web.pages["example.org/artikel?utm_source=mail"] = answer(PAGE)
    capture = run(request(edith, url=f"{URL}?utm_source=mail"))
    assert capture.state == CaptureState.READ
    assert capture.final_url == URL
    assert "Geduldig Vertrauen" in capture.text
    assert capture.reading["headline"] == "Treffen in Seoul"
    assert capture.reading["language"] == "de"
    assert capture.reason == ""


def test_where_the_page_was_led_to_counts(edith, web):
    web.pages["example.org/kurz"] = redirect("/artikel?fbclid=1")
    web.pages["example.org/artikel?fbclid=1"] = answer(PAGE)
    capture = run(request(edith, url="http://example.org/kurz"))
    assert (capture.url, capture.final_url) == ("http://example.org/kurz", URL)


def test_plain_text_from_the_web_is_read_as_such(edith, web):
    web.pages["example.org/artikel"] = answer(TEXT, "text/plain; charset=utf-8")
    capture = run(request(edith, url=URL))
    assert capture.text == TEXT


def test_a_refusal_names_its_reason_in_the_language_of_who_asks(edith, web):
    capture = run(request(edith, url="http://example.org/fort"))
    assert (capture.state, capture.reason) == (CaptureState.REFUSED, "status")
    assert why(capture) == "There is no such page (status 404)."
    assert capture.detail == why(capture)
    capture.refresh_from_db()
    with translation.override("de"):
        assert why(capture)


def test_an_address_that_is_not_public_is_refused(edith, web, connections):
    web.names["intern.example"] = ["10.0.0.1"]
    capture = run(request(edith, url="http://intern.example/"))
    assert capture.reason == "address_not_public"
    assert "10.0.0.1" in why(capture)
    assert connections == []


def test_a_page_without_text_is_refused(edith, web):
    web.pages["example.org/artikel"] = answer("<!doctype html><html><body></body></html>")
    capture = run(request(edith, url=URL))
    assert (capture.state, capture.reason) == (CaptureState.REFUSED, "no_text")
    assert why(capture)


def test_a_failed_connection_waits_for_another_attempt(edith, web):
    web.unreachable.add(ADDRESS)
    capture = request(edith, url=URL)
    with pytest.raises(ConnectionFailed):
        run(capture, may_try_again=True)
    capture.refresh_from_db()
    assert (capture.state, capture.reason) == (CaptureState.WAITING, "")
    web.unreachable.clear()
    assert run(capture, may_try_again=True).state == CaptureState.READ


def test_after_the_last_attempt_it_is_refused(edith, web):
    web.unreachable.add(ADDRESS)
    capture = run(request(edith, url=URL))
    assert (capture.state, capture.reason) == (CaptureState.REFUSED, "connection")


def test_what_is_no_matter_of_the_connection_is_not_tried_again(edith, web):
    capture = run(request(edith, url="http://example.org/fort"), may_try_again=True)
    assert capture.state == CaptureState.REFUSED


def test_one_whose_worker_died_is_taken_up(edith, web):
    capture = request(edith, url=URL)
    Capture.objects.update(state=CaptureState.FETCHING)
    assert run(capture).state == CaptureState.READ


@pytest.mark.parametrize("state", [CaptureState.READ, CaptureState.DISCARDED])
def test_one_that_is_done_is_not_fetched_again(edith, web, state):
    capture = request(edith, url=URL)
    Capture.objects.update(state=state)
    assert run(capture).state == state
    assert web.asked == []


def test_one_that_is_discarded_meanwhile_stays_so(edith, web, monkeypatch):
    capture = request(edith, url=URL)
    read_at = captured.read_at

    def read(url):
        discard(capture, edith)
        return read_at(url)

    monkeypatch.setattr(capturing, "read_at", read)
    assert run(capture).state == CaptureState.DISCARDED
    capture.refresh_from_db()
    assert (capture.state, capture.text) == (CaptureState.DISCARDED, "")


def test_one_whose_editor_is_gone_is_fetched_all_the_same(edith, web):
    capture = request(edith, url=URL)
    edith.delete()
    capture.refresh_from_db()
    assert run(capture).state == CaptureState.READ


def test_a_refused_page_is_tried_again_on_request(edith, web, jobs):
    capture = run(request(edith, url="http://example.org/fort"))
    web.pages["example.org/fort"] = answer(PAGE)
    capture = again(capture, edith)
    assert (capture.state, capture.reason, capture.detail) == (CaptureState.WAITING, "", "")
    assert run(capture).state == CaptureState.READ
    with pytest.raises(Refused):
        again(capture, edith)


def test_discarding_keeps_nothing(edith, web):
    discarded = discard(run(request(edith, url=URL)), edith)
    assert discarded.state == CaptureState.DISCARDED
    assert not Article.objects.exists()
    assert not Snapshot.objects.exists()


def test_a_refused_one_can_be_put_away(edith, web):
    capture = discard(run(request(edith, url="http://example.org/fort")), edith)
    assert (capture.state, capture.reason) == (CaptureState.DISCARDED, "")


def test_the_outlet_is_told_by_the_domain(edith, web):
    outlet = factories.OutletFactory(name="Die Zeitung", homepage="https://www.example.org/")
    capture = run(request(edith, url=URL))
    assert capture.reading["outlet_id"] == outlet.pk
    assert capture.reading["from"]["outlet"] == "address"


def test_an_unknown_outlet_is_proposed_by_the_name_of_the_site(edith, web):
    capture = run(request(edith, url=URL))
    assert "outlet_id" not in capture.reading
    assert capture.reading["outlet"] == "Beispielzeitung"


def test_a_page_that_is_known_with_this_text_brings_nothing_new(edith, web):
    first = run(request(edith, url=URL))
    article = factories.ArticleFactory(url=URL, language="de")
    held = factories.SnapshotFactory(article=article, text=first.text)
    capture = run(request(edith, url=URL))
    assert (capture.state, capture.article, capture.snapshot) == ("kept", article, held)
    assert capture.reading["unchanged"]
    assert article.snapshots.count() == 1


def test_what_is_said_of_a_page_outlives_a_refusal_and_goes_before_what_is_read(edith, web):
    web.pages["example.org/artikel"] = answer(status="404 Not Found")
    said = Said(headline="Gespräche in Seoul", outlet_name="Andere Zeitung")
    capture = run(request(edith, url=URL, said=said))
    assert capture.state == CaptureState.REFUSED
    web.pages["example.org/artikel"] = answer(PAGE)
    capture = run(again(capture, edith))
    reading = capture.reading
    assert (capture.state, reading["headline"]) == ("read", "Gespräche in Seoul")
    assert (reading["outlet"], reading["outlet_id"]) == ("Andere Zeitung", None)
    assert reading["from"]["headline"] == reading["from"]["outlet"] == "said"
    assert (reading["published_on"], reading["from"]["published_on"]) == ("2025-09-09", "meta")


def test_an_outlet_that_is_said_goes_before_the_one_of_the_address(edith):
    there = factories.OutletFactory(name="Hier", homepage="http://example.org/")
    said = factories.OutletFactory(name="Dort")
    assert request(edith, text=TEXT, url=URL).reading["outlet_id"] == there.pk
    for given in (Said(outlet=said), Said(outlet_name="dort")):
        reading = request(edith, text=TEXT, url=URL, said=given).reading
        assert (reading["outlet"], reading["outlet_id"]) == ("Dort", said.pk)

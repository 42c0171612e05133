"""A page that changed and then went back to its earlier text: A, B, A again."""

import pytest

from quotes.editorial.anchoring import newest_whole_text
from quotes.editorial.refusals import Refused
from quotes.ingest import fetching
from quotes.ingest.captured import read_at
from quotes.ingest.capturing import request, run
from quotes.ingest.keeping import as_read, keep
from quotes.ingest.links import recheck
from quotes.ingest.recapturing import changed_back_to, changes, orphans
from quotes.models import Capture, CaptureState, Extent
from tests import factories
from tests.ingest.internet import answer

from .test_capturing import PAGE, URL

pytestmark = pytest.mark.django_db

PASSAGE = "Geduldig Vertrauen aufzubauen"
REWRITTEN = PAGE.replace("Geduldig", "Eilig")


@pytest.fixture
def web(internet, monkeypatch):
    internet.pages["example.org/artikel"] = answer(PAGE)
    monkeypatch.setattr(fetching, "fetch", lambda url, allowed: internet.fetch(url))
    return internet


def show(web, page):
    web.pages["example.org/artikel"] = answer(page)


def captured_again(user):
    capture = run(request(user, url=URL))
    if capture.state == CaptureState.READ:
        keep(capture, as_read(capture), user)
        capture.refresh_from_db()
    return capture


@pytest.fixture
def article(web):
    """A published article with the first text of the page."""
    held = factories.published_article(url=URL, language="de", text="Alter Auszug.")
    factories.SnapshotFactory(article=held, text=read_at(URL).text, extent=Extent.WHOLE)
    return held


@pytest.fixture
def changed(article, web, edith):
    """The article with a second text, of a page that shows the first again."""
    show(web, REWRITTEN)
    captured_again(edith)
    show(web, PAGE)
    return article


def texts(article):
    return list(article.snapshots.filter(extent=Extent.WHOLE).order_by("id"))


def test_it_is_no_unchanged_page_but_shown_with_what_changed_back(changed, edith):
    capture = run(request(edith, url=URL))
    assert capture.state == CaptureState.READ
    assert not capture.reading["unchanged"]
    assert changed_back_to(capture) == texts(changed)[0]
    pieces = {(piece.kind, piece.text) for piece in changes(capture)}
    assert pieces >= {("removed", "Eilig"), ("added", "Geduldig")}


def test_kept_it_makes_the_first_text_the_newest_again_and_no_copy(changed, edith):
    first, second = texts(changed)
    assert newest_whole_text(changed) == second
    capture = captured_again(edith)
    assert capture.state == CaptureState.KEPT
    assert (capture.snapshot, capture.reading["returned"]) == (first, True)
    assert texts(changed) == [first, second]
    assert newest_whole_text(changed) == first


def test_what_was_lost_is_found_again_and_what_came_is_lost(article, web, edith):
    kept = factories.draft_quote(PASSAGE, article=article)
    show(web, REWRITTEN)
    captured_again(edith)
    came = factories.draft_quote(PASSAGE.replace("Geduldig", "Eilig"), article=article)
    assert [occurrence.quote for occurrence in orphans(article)] == [kept]
    show(web, PAGE)
    captured_again(edith)
    assert [occurrence.quote for occurrence in orphans(article)] == [came]


def test_seen_once_more_it_is_unchanged_and_nothing_is_noted(changed, edith):
    captured_again(edith)
    first = texts(changed)[0]
    noted = first.history.count()
    again = captured_again(edith)
    assert again.reading["unchanged"]
    first.refresh_from_db()
    assert first.history.count() == noted


def test_it_may_change_back_and_forth(changed, web, edith):
    captured_again(edith)
    show(web, REWRITTEN)
    captured_again(edith)
    first, second = texts(changed)
    assert newest_whole_text(changed) == second
    assert second.seen_again_at > first.seen_again_at > second.captured_at


def test_the_history_tells_it_and_the_public_article_waits_to_be_seen(changed, edith):
    changed.unseen_since = None
    changed.save()
    captured_again(edith)
    changed.refresh_from_db()
    assert changed.unseen_since is not None
    last = texts(changed)[0].history.order_by("pgh_id").last()
    assert last.pgh_context["reason"] == "Captured again: the page shows an earlier text."
    assert last.pgh_context["user"] == edith.pk


def test_a_contributor_leaves_a_public_article_to_an_editor(changed, carl):
    with pytest.raises(Refused, match="an editor captures it again"):
        captured_again(carl)
    assert newest_whole_text(changed) == texts(changed)[1]


def test_the_daily_look_finds_it_once(changed, edith):
    before = Capture.objects.count()
    capture = recheck(changed)
    assert capture.state == CaptureState.READ
    assert recheck(changed) is None
    keep(capture, as_read(capture), edith)
    assert newest_whole_text(changed) == texts(changed)[0]
    assert recheck(changed) is None
    assert Capture.objects.count() == before + 1

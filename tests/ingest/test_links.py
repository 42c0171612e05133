"""Articles looked at again: dead links, changed texts, and nothing else."""

import datetime

import pytest
import time_machine

from quotes.ingest import fetching
from quotes.ingest.captured import read_at
from quotes.ingest.capturing import run
from quotes.ingest.links import due, recheck
from quotes.models import Capture, CaptureState
from tests import factories
from tests.ingest.internet import ADDRESS, answer

from .test_capturing import PAGE, URL

pytestmark = pytest.mark.django_db


@pytest.fixture
def web(internet, monkeypatch):
    internet.pages["example.org/artikel"] = answer(PAGE)
    monkeypatch.setattr(fetching, "fetch", lambda url, allowed: internet.fetch(url))
    return internet


@pytest.fixture
def article(web):
    """A published article whose page holds the text that is held."""
    return factories.published_article(url=URL, text=read_at(URL).text)


def test_an_unchanged_page_leaves_no_trace(article):
    before = article.history.count()
    assert recheck(article) is None
    assert not Capture.objects.exists()
    assert article.history.count() == before


@pytest.mark.parametrize("status", ["404 Not Found", "410 Gone"])
def test_a_page_that_is_gone_is_noted_with_the_day(article, web, status):
    web.pages["example.org/artikel"] = answer("fort", status=status)
    with time_machine.travel("2025-10-01 12:00+00:00"):
        recheck(article)
    with time_machine.travel("2025-11-01 12:00+00:00"):
        recheck(article)
    article.refresh_from_db()
    assert article.link_dead_since == datetime.date(2025, 10, 1)
    assert article.unseen_since is None


@pytest.mark.parametrize("status", ["403 Forbidden", "500 Internal Server Error", "429 Too Many"])
def test_a_page_that_is_withheld_is_not_called_dead(article, web, status):
    web.pages["example.org/artikel"] = answer("nein", status=status)
    recheck(article)
    article.refresh_from_db()
    assert article.link_dead_since is None


def test_no_connection_is_no_news(article, web):
    web.unreachable.add(ADDRESS)
    recheck(article)
    article.refresh_from_db()
    assert article.link_dead_since is None
    assert not Capture.objects.exists()


def test_a_page_that_came_back_is_noted(article, web):
    page = web.pages.pop("example.org/artikel")
    recheck(article)
    web.pages["example.org/artikel"] = page
    recheck(article)
    article.refresh_from_db()
    assert article.link_dead_since is None


def test_a_changed_text_waits_for_an_editor(article, web):
    web.pages["example.org/artikel"] = answer(PAGE.replace("Geduldig", "Ungeduldig"))
    capture = recheck(article)
    assert (capture.state, capture.article) == (CaptureState.READ, article)
    assert "Ungeduldig" in capture.text
    assert article.snapshots.count() == 1


def test_a_change_is_told_once_also_after_it_was_discarded(article, web):
    web.pages["example.org/artikel"] = answer(PAGE.replace("Geduldig", "Ungeduldig"))
    Capture.objects.filter(pk=recheck(article).pk).update(state=CaptureState.DISCARDED)
    assert recheck(article) is None
    web.pages["example.org/artikel"] = answer(PAGE.replace("Geduldig", "Sehr geduldig"))
    assert recheck(article) is not None


def test_the_history_names_no_account(article, web):
    del web.pages["example.org/artikel"]
    recheck(article)
    event = article.history.order_by("pgh_id").last()
    assert (event.pgh_context["user"], event.pgh_context["user_name"]) == (None, "Wortlaut")


def test_whoever_captures_a_dead_page_again_finds_out_as_well(article, web, edith):
    del web.pages["example.org/artikel"]
    run(factories.CaptureFactory(url=URL, article=article, requested_by=edith))
    article.refresh_from_db()
    assert article.link_dead_since is not None


@pytest.mark.parametrize("written", [URL, f"{URL}?utm_source=mail#oben"])
def test_its_own_address_is_known_in_every_form(article, web, edith, written):
    web.pages[written.split("#")[0].removeprefix("http://")] = answer("fort", status="410 Gone")
    run(factories.CaptureFactory(url=written, article=article, requested_by=edith))
    article.refresh_from_db()
    assert article.link_dead_since is not None


def test_a_mistyped_address_that_is_gone_says_nothing_of_the_articles_link(article, web, carl):
    wrong = factories.CaptureFactory(url=f"{URL}-x", article=article, requested_by=carl)
    assert run(wrong).reason == "status"
    article.refresh_from_db()
    assert article.link_dead_since is None


def test_another_address_that_is_there_revives_no_dead_link(article, web, carl):
    page = web.pages.pop("example.org/artikel")
    recheck(article)
    web.pages["example.org/anderswo"] = page
    elsewhere = URL.replace("artikel", "anderswo")
    capture = run(factories.CaptureFactory(url=elsewhere, article=article, requested_by=carl))
    assert capture.state != CaptureState.REFUSED
    article.refresh_from_db()
    assert article.link_dead_since is not None


def test_each_article_has_its_turn_once_in_the_interval():
    articles = [factories.ArticleFactory() for _ in range(5)]
    factories.ArticleFactory(url=None)
    factories.withdraw(factories.published_article(url="https://example.org/zurueckgezogen"))
    days = [datetime.date(2025, 9, 8) + datetime.timedelta(days=number) for number in range(3)]
    seen = [found.pk for day in days for found in due(day, 3)]
    assert sorted(seen) == sorted(found.pk for found in articles)

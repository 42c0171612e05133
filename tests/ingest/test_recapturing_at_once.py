"""An article captured again while somebody else captures it, or works on it."""

import pytest

from quotes.editorial.candidates import accept, accept_as, reject
from quotes.editorial.recording import recorded
from quotes.ingest.keeping import as_read, keep
from quotes.models import Decision, Occurrence, Quote
from tests import factories
from tests.at_once import behind
from tests.ingest.article_captured_again import (
    LATER,
    LATEST,
    URL,
    apart,
    asked,
    candidate,
    first_captured,
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def article(transactional_db):
    return first_captured()


@pytest.fixture
def accepted(article, edith):
    return accept(candidate(article, "geduldig Vertrauen aufbauen"), edith)


def test_two_who_keep_two_new_texts_at_once_keep_both_and_nothing_comes_apart(
    article, accepted, edith, rosa
):
    rejected = candidate(article, "Wir werden", speaker=None)
    reject(rejected, edith)
    captures = [asked(edith, LATER), asked(rosa, LATEST)]
    first, second = behind(
        rejected,
        lambda: keep(captures[0], as_read(captures[0]), edith),
        lambda: keep(captures[1], as_read(captures[1]), rosa),
    )
    assert (first.text, second.text) == (LATER, LATEST)
    assert apart() == []
    assert {row.snapshot for row in Occurrence.objects.all()} == {second}
    assert {row.candidate.snapshot for row in Decision.objects.all()} == {second}


def test_two_who_keep_the_same_text_at_once_keep_it_once(article, edith, rosa):
    captures = [asked(edith, LATER), asked(rosa, LATER)]
    first, second = behind(
        article,
        lambda: keep(captures[0], as_read(captures[0]), edith),
        lambda: keep(captures[1], as_read(captures[1]), rosa),
    )
    assert first == second
    assert article.snapshots.count() == 2


def test_two_articles_that_print_the_same_quotes_are_captured_again_at_once(accepted, edith, rosa):
    first = accept(candidate(accepted.snapshot.article, "Vertrauen ist alles"), edith).quote
    other = first_captured(f"{URL}/2")
    # In the other order.
    for words, quote in (("Vertrauen ist alles", first), ("geduldig", accepted.quote)):
        accept_as(candidate(other, words), quote, edith)
    captures = [asked(edith, LATER), asked(rosa, LATER, url=other.url)]
    newest = behind(
        accepted.quote,
        lambda: keep(captures[0], as_read(captures[0]), edith),
        lambda: keep(captures[1], as_read(captures[1]), rosa),
    )
    assert [snapshot.occurrences.count() for snapshot in newest] == [2, 2]


@pytest.mark.parametrize("state", ["draft", "published"])
def test_who_accepts_meanwhile_is_waited_for(state, accepted, edith, rosa):
    article = accepted.snapshot.article
    if state == "published":
        factories.publish(article)
    further = candidate(article, "Vertrauen ist alles")
    capture = asked(rosa, LATER)
    made, newest = behind(
        accepted.quote,
        lambda: accept_as(further, accepted.quote, edith),
        lambda: keep(capture, as_read(capture), rosa),
    )
    assert set(newest.occurrences.all()) == {accepted, made}
    assert apart() == []


def test_what_an_editor_writes_meanwhile_is_not_lost(accepted, edith, rosa):
    def notes_the_page():
        with recorded(rosa):
            Quote.objects.select_for_update().get(pk=accepted.quote_id)
            Occurrence.objects.filter(pk=accepted.pk).update(locator="S. 7")

    capture = asked(edith, LATER)
    behind(accepted.quote, notes_the_page, lambda: keep(capture, as_read(capture), edith))
    accepted.refresh_from_db()
    assert (accepted.locator, accepted.snapshot.text) == ("S. 7", LATER)

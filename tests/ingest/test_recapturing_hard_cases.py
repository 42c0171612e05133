"""An article captured again where passages are odd, and where it fails."""

import pytest

from quotes.editorial.candidates import accept, accept_as, reject
from quotes.editorial.recording import recorded
from quotes.editorial.refusals import Refused
from quotes.editorial.reopening import reopen
from quotes.ingest import keeping
from quotes.ingest.keeping import as_read, keep
from quotes.models import Candidate, Capture, CaptureState, Decision, Occurrence, Quote
from tests import factories
from tests.ingest.article_captured_again import (
    LATER,
    TEXT,
    URL,
    apart,
    asked,
    candidate,
    captured,
    first_captured,
)


@pytest.fixture
def article(db):
    return first_captured()


@pytest.fixture
def accepted(article, edith):
    return accept(candidate(article, "geduldig Vertrauen aufbauen"), edith)


def test_where_it_fails_half_way_all_is_as_before(article, accepted, edith, monkeypatch):
    capture = asked(edith, LATER)
    before = accepted.snapshot

    def broken(*_arguments):
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr(keeping, "propose", broken)
        with pytest.raises(ZeroDivisionError):
            keep(capture, as_read(capture), edith)
    accepted.refresh_from_db()
    assert (accepted.snapshot, article.snapshots.get()) == (before, before)
    assert Capture.objects.get().state == CaptureState.READ
    assert keep(capture, as_read(capture), edith).text == LATER


def test_an_orphan_that_is_printed_again_goes_to_the_text_that_prints_it(accepted, edith):
    captured(edith, TEXT.replace("geduldig", "eilig"))
    accepted.refresh_from_db()
    assert (accepted.orphan, accepted.snapshot.text) == (True, TEXT)
    newest = captured(edith, LATER)
    accepted.refresh_from_db()
    assert (accepted.orphan, accepted.snapshot) == (False, newest)
    assert accepted.decisions.get().candidate.snapshot == newest


@pytest.mark.parametrize("state", ["draft", "published"])
def test_a_withdrawn_occurrence_moves_and_stays_withdrawn(state, article, edith):
    # A second occurrence in another article: a quote keeps a source.
    quote = factories.published_quote() if state == "published" else factories.draft_quote()
    further = accept_as(candidate(article, "Vertrauen ist alles"), quote, edith)
    further.withdrawn = True
    further.save()
    newest = captured(edith, LATER)
    further.refresh_from_db()
    assert (further.withdrawn, further.snapshot) == (True, newest)
    assert apart() == []


def test_the_parts_of_an_interrupted_quotation_move_together(article, edith):
    head = candidate(article, "Wir werden")
    candidate(article, "geduldig Vertrauen aufbauen.", part_of=head, speaker=None)
    occurrence = accept(head, edith)
    newest = captured(edith, LATER)
    occurrence.refresh_from_db()
    assert occurrence.snapshot == newest
    found = [newest.text[one.start : one.end] for one in occurrence.segments.all()]
    assert found == ["Wir werden", "geduldig Vertrauen aufbauen."]
    assert head.parts.get().snapshot == newest


def test_parts_that_a_new_text_prints_in_another_order_stay(article, edith):
    head = candidate(article, "Wir werden")
    candidate(article, "geduldig Vertrauen aufbauen", part_of=head, speaker=None)
    occurrence = accept(head, edith)
    captured(edith, "„Geduld“: geduldig Vertrauen aufbauen, das ist es. „Wir werden“, sagte sie.")
    occurrence.refresh_from_db()
    assert occurrence.snapshot.text == TEXT
    assert {row.snapshot.text for row in (head, head.parts.get())} == {TEXT}
    assert apart() == []


def test_the_occurrence_of_a_published_quote_moves_and_a_second_editor_is_asked(edith):
    published = factories.published_article(url=URL, language="de", text=TEXT)
    quote = factories.published_quote("Vertrauen aufbauen", article=published)
    newest = captured(edith, LATER)
    quote.refresh_from_db()
    assert (quote.occurrences.get().snapshot, quote.wording) == (newest, "Vertrauen aufbauen")
    assert quote.state == "published"
    assert quote.unseen_since is not None


def test_two_occurrences_of_one_quote_in_an_article_both_move(article, accepted, edith):
    further = accept_as(candidate(article, "Vertrauen ist alles"), accepted.quote, edith)
    newest = captured(edith, LATER)
    assert set(newest.occurrences.all()) == {accepted, further}
    accepted.quote.refresh_from_db()
    assert accepted.quote.wording == "geduldig Vertrauen aufbauen"
    assert apart() == []


def test_an_acceptance_is_undone_behind_a_move(accepted, edith, rosa):
    newest = captured(rosa, LATER)
    opened = reopen(accepted.decisions.get().candidate, edith)
    assert not Quote.objects.exists()
    again = Candidate.objects.get(pk=opened.pk)
    assert not again.decided
    assert accept(again, edith).snapshot == newest


@pytest.mark.parametrize("before", [True, False])
def test_an_acceptance_on_which_somebody_worked_is_not_undone_behind_a_move(
    before, accepted, edith, rosa
):
    if not before:
        captured(edith, LATER)
    with recorded(rosa):
        Occurrence.objects.filter(pk=accepted.pk).update(locator="S. 7")
    if before:
        captured(edith, LATER)
    with pytest.raises(Refused, match="delete it on its own page"):
        reopen(accepted.decisions.get().candidate, edith)
    assert Decision.objects.get().occurrence == accepted


def test_a_further_occurrence_is_undone_behind_a_move(article, edith):
    quote = factories.draft_quote()
    further = accept_as(candidate(article, "Wir werden"), quote, edith)
    captured(edith, LATER)
    reopen(further.decisions.get().candidate, edith)
    assert quote.occurrences.count() == 1


def test_a_rejection_is_undone_behind_a_move(article, edith):
    rejected = candidate(article, "Wir werden", speaker=None)
    reject(rejected, edith)
    newest = captured(edith, LATER)
    opened = reopen(newest.candidates.get(pk=rejected.pk), edith)
    assert not Candidate.objects.get(pk=opened.pk).decided

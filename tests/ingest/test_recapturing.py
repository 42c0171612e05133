"""An article that was worked through and is captured again: what still stands stays decided."""

import pytest

from quotes.editorial.candidate_rows import heads
from quotes.editorial.candidates import accept, reject
from quotes.ingest.capturing import request
from quotes.ingest.keeping import as_read, keep
from quotes.ingest.recapturing import orphans
from quotes.models import Candidate, Decision, Extent, Occurrence
from tests import factories
from tests.article_worked_on import SOURCE_A

pytestmark = pytest.mark.django_db

URL = "https://www.example.org/artikel"
CORRECTED = f"{SOURCE_A}\nKorrigiert."


def kept(user, text, **changes):
    factories.OutletFactory(homepage="https://www.example.org/")
    capture = request(user, text=text, url=URL)
    for name, value in changes.items():
        capture.reading[name] = value
    capture.save()
    return keep(capture, as_read(capture), user)


@pytest.fixture
def first(edith):
    """Source A with every candidate decided: the quoted ones accepted, the others rejected."""
    snapshot = kept(edith, SOURCE_A)
    speaker = factories.SpeakerFactory()
    for candidate in heads(snapshot):
        if candidate.kind == "indirect":
            reject(candidate, edith)
            continue
        Candidate.objects.filter(pk=candidate.pk).update(speaker=speaker, speaker_name="")
        accept(candidate, edith)
    assert {decision.is_accepted for decision in Decision.objects.all()} == {True, False}
    return snapshot


def decided(snapshot):
    return {
        (row.pk, row.exact, row.decision.occurrence_id)
        for row in heads(snapshot).filter(decided=True)
    }


def test_after_a_line_was_added_everything_is_decided_as_before(first, edith):
    before = decided(first)
    assert len(before) >= 12
    second = kept(edith, CORRECTED)
    assert second != first
    assert decided(second) == before
    assert not second.candidates.filter(decided=False, part_of=None).exists()
    assert not first.candidates.exists()


def test_the_occurrences_stand_in_the_new_text_and_are_no_more_than_before(first, edith):
    before = set(Occurrence.objects.values_list("pk", "quote", "wording", "preferred"))
    second = kept(edith, f"Korrigierte Fassung vom Abend.\n{SOURCE_A}")
    after = Occurrence.objects.all()
    assert set(after.values_list("pk", "quote", "wording", "preferred")) == before
    for occurrence in after.prefetch_related("segments"):
        assert (occurrence.snapshot, occurrence.orphan) == (second, False)
        for segment in occurrence.segments.all():
            assert second.text[segment.start : segment.end] == segment.exact


def test_a_passage_that_was_reworded_stays_in_the_old_text_and_is_asked_anew(first, edith):
    lost = Decision.objects.filter(candidate__kind="direct", occurrence__isnull=False).first()
    words = lost.candidate.exact
    second = kept(edith, CORRECTED.replace(words, f"Niemals {words}"[: len(words)]))
    assert [orphan.pk for orphan in orphans(first.article)] == [lost.occurrence_id]
    assert lost.candidate in first.candidates.all()
    lost.occurrence.refresh_from_db()
    assert lost.occurrence.snapshot == first
    assert second.candidates.filter(decided=False).exists()


def test_an_open_candidate_keeps_what_was_chosen_for_it(edith):
    candidate = heads(kept(edith, SOURCE_A)).exclude(speaker_start=None).first()
    speaker = factories.SpeakerFactory()
    Candidate.objects.filter(pk=candidate.pk).update(speaker=speaker)
    second = kept(edith, f"Neu.\n{SOURCE_A}")
    moved = second.candidates.get(pk=candidate.pk)
    assert (moved.speaker, moved.exact) == (speaker, candidate.exact)
    assert second.text[moved.speaker_start :].startswith(moved.speaker_text)


def test_bonds_between_passages_move_along(edith):
    before = kept(edith, SOURCE_A)
    bonds = set(before.candidates.values_list("pk", "part_of", "within"))
    assert any(within for _pk, _part, within in bonds)
    second = kept(edith, CORRECTED)
    assert set(second.candidates.values_list("pk", "part_of", "within")) == bonds


def test_an_excerpt_takes_nothing_from_the_whole_text(first, edith):
    before = decided(first)
    start = SOURCE_A.index("Beide Seiten stimmten")
    excerpt = kept(edith, SOURCE_A[start : start + 900], extent=Extent.EXCERPT)
    assert decided(first) == before
    assert not Occurrence.objects.filter(snapshot=excerpt).exists()


def test_where_the_page_goes_back_the_decisions_do_too(first, edith):
    before = decided(first)
    kept(edith, CORRECTED)
    assert kept(edith, SOURCE_A) == first
    assert decided(first) == before
    assert {row.snapshot for row in Occurrence.objects.all()} == {first}


def test_what_a_contributor_may_not_change_stays_in_its_text(first, edith, carl):
    accepted = Decision.objects.filter(occurrence__isnull=False).first()
    quote = accepted.occurrence.quote
    factories.brought_to(quote, "in_review")
    second = kept(carl, CORRECTED)
    accepted.occurrence.refresh_from_db()
    assert accepted.occurrence.snapshot == first
    assert list(first.candidates.filter(part_of=None)) == [accepted.candidate]
    assert second.candidates.filter(decided=True).exists()


def test_the_history_says_who_moved_an_occurrence(first, rosa):
    kept(rosa, CORRECTED)
    event = Occurrence.objects.first().history.order_by("pgh_id").last()
    assert (event.pgh_context["user"], event.pgh_context["reason"]) == (rosa.pk, "Captured again.")

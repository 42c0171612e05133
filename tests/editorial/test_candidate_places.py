"""Candidates from a selection, and borders that move, in code points."""

import pytest

from quotes.editorial.candidate_places import mark, placed, resize
from quotes.editorial.candidate_rows import AlreadyDecided
from quotes.editorial.candidates import accept, reject
from quotes.editorial.editing import NotPermitted
from quotes.editorial.refusals import Refused
from quotes.models import CandidateOrigin
from tests.factories import CandidateFactory, SnapshotFactory, SpeakerFactory, UserFactory

pytestmark = pytest.mark.django_db

ODD = "𝔘nd 👩‍🚀 café: „Vertrauen“, sagte er, „ist gut“. Er sagte, es sei spät.\n"


@pytest.fixture
def snapshot():
    return SnapshotFactory(text=ODD)


def at(words, text=ODD):
    return text.index(words), text.index(words) + len(words)


def test_a_selection_loses_the_marks_and_blanks_around_it(snapshot, edith):
    candidate = mark(snapshot, *at(" „Vertrauen“, "), edith)
    assert candidate.exact == "Vertrauen"
    assert candidate.origin == CandidateOrigin.MARKED
    assert candidate.score is None
    assert candidate.kind == "direct"
    assert mark(snapshot, *at("es sei spät"), edith).kind == "indirect"


def test_a_selection_never_cuts_a_character_in_two(snapshot):
    text = snapshot.text
    rocket = text.index("🚀")
    assert text[slice(*_span(placed(text, 0, rocket)))] == "𝔘nd 👩‍🚀"
    assert text[slice(*_span(placed(text, rocket, rocket + 1)))] == "👩‍🚀"
    decomposed = "x" + "q\u0307"
    assert _span(placed(decomposed, 2, 3)) == (1, 3)


def _span(span):
    return span.start, span.end


@pytest.mark.parametrize("place", [(3, 3), (5, 4), (-1, 4), (0, 10_000), (3, 4)])
def test_a_selection_without_words_is_refused(place, snapshot, edith):
    with pytest.raises(Refused, match="Select the words first"):
        mark(snapshot, *place, edith)


def test_the_same_place_is_marked_once(snapshot, edith):
    first = mark(snapshot, *at("Vertrauen"), edith)
    assert mark(snapshot, *at("„Vertrauen“"), edith) == first
    assert snapshot.candidates.count() == 1


def test_a_passage_within_another_is_the_same_speakers(snapshot, edith):
    nakatani = SpeakerFactory()
    start, end = at("„Vertrauen“, sagte er, „ist gut“")
    around = CandidateFactory(
        snapshot=snapshot, start=start, end=end, kind="indirect", speaker=nakatani, said_on="2025"
    )
    within = mark(snapshot, *at("„ist gut“"), edith)
    assert (within.within, within.speaker, within.said_on) == (around, nakatani, "2025")
    assert within.kind == "fragment"


def test_borders_move_and_stay_where_nothing_changes(snapshot, edith):
    candidate = mark(snapshot, *at("Vertrauen"), edith)
    moved = resize(candidate, *at("„Vertrauen“, sagte er"), edith)
    assert moved.exact == "„Vertrauen“, sagte er"
    assert resize(candidate, *at("„Vertrauen“, sagte er"), edith) == candidate


def test_borders_do_not_move_onto_another_candidate(snapshot, edith):
    candidate = mark(snapshot, *at("Vertrauen"), edith)
    mark(snapshot, *at("ist gut"), edith)
    with pytest.raises(Refused, match="exactly these borders"):
        resize(candidate, *at("ist gut"), edith)


def test_parts_of_one_quotation_keep_apart(snapshot, edith):
    first = mark(snapshot, *at("Vertrauen"), edith)
    start, end = at("ist gut")
    part = CandidateFactory(snapshot=snapshot, start=start, end=end, part_of=first)
    with pytest.raises(Refused, match="without overlapping"):
        resize(first, *at("Vertrauen“, sagte er, „ist"), edith)
    assert resize(part, *at("gut"), edith).exact == "gut"
    first.refresh_from_db()
    assert first.exact == "Vertrauen"


def test_borders_of_what_is_decided_stay(snapshot, edith):
    candidate = mark(snapshot, *at("Vertrauen"), edith)
    reject(candidate, edith)
    with pytest.raises(AlreadyDecided):
        resize(candidate, *at("ist gut"), edith)


def test_what_was_marked_behind_odd_characters_is_anchored_there(snapshot, edith):
    candidate = mark(snapshot, *at("Vertrauen"), edith)
    assert accept(candidate, edith).wording == "Vertrauen"


def test_marking_needs_the_permission(snapshot):
    with pytest.raises(NotPermitted):
        mark(snapshot, 0, 3, UserFactory())

"""Marks and borders are taken back, in the text where they are."""

import pytest

from quotes.editorial.candidate_places import mark, resize
from quotes.editorial.candidate_rows import InRole, Moved, speakers_of
from quotes.editorial.carrying_over import carry_over, hold
from quotes.editorial.recording import recorded
from quotes.editorial.refusals import Refused
from quotes.editorial.taking_back import did_something, take_back
from quotes.models import Candidate
from tests.at_once import behind
from tests.factories import (
    CandidateFactory,
    SnapshotFactory,
    SpeakerFactory,
    TopicFactory,
)

from .changes import change, everything, fresh, new_speaker

pytestmark = pytest.mark.django_db


def test_borders_and_a_mark(pieces, snapshot, edith):
    before = everything(snapshot)
    with recorded(edith) as moved:
        resize(pieces["5"], pieces["5"].start, pieces["5"].end - 10, edith)
    with recorded(edith) as marked:
        mark(snapshot, 20, 32, edith)
    take_back(snapshot, moved, edith)
    take_back(snapshot, marked, edith)
    assert everything(snapshot) == before


def test_what_was_done_to_a_mark_and_taken_back_does_not_keep_it(pieces, snapshot, edith):
    before = everything(snapshot)
    with recorded(edith) as marked:
        made = mark(snapshot, 20, 32, edith)
    take_back(snapshot, change(made, edith, addressee="Reportern"), edith)
    take_back(snapshot, change(made, edith, topics=[TopicFactory()]), edith)
    take_back(snapshot, new_speaker(made, edith, name="Gen Nakatani"), edith)
    take_back(snapshot, marked, edith)
    assert everything(snapshot) == before


def test_a_mark_that_somebody_worked_on_stays(pieces, snapshot, edith, rosa):
    with recorded(edith) as number:
        made = mark(snapshot, 20, 32, edith)
    change(made, rosa, addressee="Reportern")
    with pytest.raises(Refused, match="Nothing of this is left"):
        take_back(snapshot, number, edith)
    assert fresh(made).addressee == "Reportern"


def test_borders_are_not_moved_to_where_another_stands_now(pieces, snapshot, edith):
    with recorded(edith) as number:
        resize(pieces["5"], pieces["5"].start, pieces["5"].end - 10, edith)
    mark(snapshot, pieces["5"].start, pieces["5"].end, edith)
    with pytest.raises(Refused, match="Another candidate has exactly these borders"):
        take_back(snapshot, number, edith)


def test_what_the_machine_proposed_is_not_taken_away(snapshot, edith):
    with recorded(edith) as number:
        CandidateFactory(snapshot=snapshot)
    assert did_something(snapshot, number)
    with pytest.raises(Refused, match="Nothing of this is left"):
        take_back(snapshot, number, edith)
    assert Candidate.objects.count() == 1


def test_a_passage_that_stands_in_a_newer_text_is_not_touched(pieces, snapshot, edith):
    number = change(pieces["5"], edith, addressee="Reportern")
    newer = SnapshotFactory(article=snapshot.article, text=snapshot.text + "\nMehr.")
    Candidate.objects.filter(pk=pieces["5"].pk).update(snapshot=newer)
    with pytest.raises(Moved):
        take_back(snapshot, number, edith)


def test_what_moved_by_a_capture_is_not_moved_back(snapshot, edith, pieces):
    """Places in the earlier text are none in the newer one."""
    newer = SnapshotFactory(article=snapshot.article, text="Neu.\n" + snapshot.text, extent="whole")
    with recorded(edith) as number:
        hold(snapshot.article)
        carry_over(newer, edith)
    before = everything(newer)
    assert len(before) == len(pieces)
    for text in (newer, snapshot):
        with pytest.raises(Refused):
            take_back(text, number, edith)
    assert everything(newer) == before


def test_speakers_of_an_earlier_text_are_not_taken_back_by_half(snapshot, pieces, edith):
    one, two, three = (InRole(SpeakerFactory()) for _ in range(3))
    change(pieces["5"], edith, speakers=[one, two])
    number = change(pieces["5"], edith, speakers=[three, one])
    newer = SnapshotFactory(article=snapshot.article, text=snapshot.text + "\nMehr.")
    Candidate.objects.filter(snapshot=snapshot).update(within=None)
    Candidate.objects.filter(snapshot=snapshot).update(snapshot=newer)
    with pytest.raises(Refused):
        take_back(newer, number, edith)
    assert speakers_of(fresh(pieces["5"])) == [three, one]


def test_parts_do_not_come_to_overlap(pieces, snapshot, edith, rosa):
    head = pieces["5"]
    part = CandidateFactory(snapshot=snapshot, start=head.end + 2, end=head.end + 9, part_of=head)
    with recorded(edith) as number:
        resize(head, head.start, head.start + 20, edith)
    resize(part, fresh(head).end + 1, part.end, rosa)
    with pytest.raises(Refused, match="without overlapping"):
        take_back(snapshot, number, edith)
    assert fresh(head).end < fresh(part).start


@pytest.mark.django_db(transaction=True)
def test_who_uses_what_goes_at_the_same_moment_is_told_in_words(pieces, snapshot, edith, rosa):
    with recorded(edith) as number:
        made = mark(snapshot, 20, 42, edith)

    def mark_within():
        with pytest.raises(Refused, match="was deleted at the same moment"):
            mark(snapshot, 25, 30, rosa)

    behind(made, lambda: take_back(snapshot, number, edith), mark_within)
    assert Candidate.objects.count() == len(pieces)

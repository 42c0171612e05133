"""A date that counts from an event which an editor picks, and what becomes of it later."""

import pytest

from quotes.editorial.candidate_choices import change, give_to_all
from quotes.editorial.candidate_places import mark
from quotes.editorial.candidates import accept
from quotes.editorial.made_in_place import named_event, new_event_for
from quotes.editorial.refusals import Refused
from quotes.editorial.reopening import reopen
from quotes.models import Candidate
from tests.article_worked_on import captured
from tests.factories import CandidateFactory, EventFactory, SpeakerFactory

pytestmark = pytest.mark.django_db

EXPRESSION = "einen Tag nach der Ankündigung des Rücktritts"


def announced(held_on="2025-09-07"):
    return EventFactory(title_de="Ankündigung des Rücktritts", held_on=held_on)


def counting(**more):
    columns = {"said_on_expression": EXPRESSION, "hangs_on": "der Ankündigung des Rücktritts"}
    return CandidateFactory(snapshot=captured(), speaker=SpeakerFactory(), **columns | more)


@pytest.fixture
def candidate():
    return counting()


def dated(candidate):
    kept = Candidate.objects.get(pk=candidate.pk)
    return kept.said_on, kept.said_on_basis, kept.said_on_counted


OPEN = ("", "", False)


@pytest.mark.parametrize(
    ("held_on", "expression", "day"),
    [
        ("2025-09-07", EXPRESSION, "2025-09-08"),
        ("2025-09", EXPRESSION, "2025-09-02/2025-10-01"),
        ("2025-09-07~", EXPRESSION, "2025-09-08~"),
        ("2025-09-07", "ein Jahr nach der Ankündigung", "2026"),
        ("2025-09-07", "am Vortag", "2025-09-06"),
        ("", EXPRESSION, ""),
        ("9999-12-31", EXPRESSION, ""),
        ("2025-09-07", "am Montag", ""),
    ],
)
def test_the_date_is_the_events_moved_and_never_more_precise(held_on, expression, day, edith):
    candidate = counting(said_on_expression=expression)
    change(candidate, edith, counts_from=announced(held_on))
    assert dated(candidate) == (day, "derived" if day else "", bool(day))


def test_the_occasion_of_the_words_is_another_event(candidate, edith):
    meeting = EventFactory(held_on="2025-09-20")
    change(candidate, edith, counts_from=announced())
    change(candidate, edith, event=meeting)
    kept = Candidate.objects.get(pk=candidate.pk)
    assert (kept.said_on, kept.event) == ("2025-09-08", meeting)


def test_another_event_counts_anew_and_none_leaves_the_date_open(candidate, edith):
    change(candidate, edith, counts_from=announced())
    change(candidate, edith, counts_from=announced("2025-08-31"))
    assert dated(candidate) == ("2025-09-01", "derived", True)
    change(candidate, edith, counts_from=None)
    assert dated(candidate) == OPEN


def test_what_was_typed_stays_whatever_the_event(candidate, edith):
    event = announced()
    change(candidate, edith, counts_from=event)
    change(candidate, edith, said_on="2025-09-10")
    typed = ("2025-09-10", "derived", False)
    assert dated(candidate) == typed
    change(candidate, edith, counts_from=announced("2025-08-31"))
    assert dated(candidate) == typed
    change(candidate, edith, counts_from=None)
    assert dated(candidate) == typed


def test_that_the_date_is_not_known_stays_until_an_event_is_picked(candidate, edith):
    event = announced()
    change(candidate, edith, counts_from=event)
    change(candidate, edith, said_on="", said_on_basis="unknown")
    change(candidate, edith, addressee="Reportern")
    assert dated(candidate) == ("", "unknown", False)
    change(candidate, edith, counts_from=event)
    assert dated(candidate) == ("2025-09-08", "derived", True)


def test_an_emptied_date_counts_again(candidate, edith):
    change(candidate, edith, counts_from=announced())
    change(candidate, edith, said_on="2025-09-10")
    change(candidate, edith, said_on="")
    assert dated(candidate) == ("2025-09-08", "derived", True)


def test_the_date_of_publication_gives_way_to_a_counted_one(edith):
    candidate = counting(said_on="2025-09-09", said_on_basis="publication")
    change(candidate, edith, counts_from=announced(""))
    assert dated(candidate) == ("2025-09-09", "publication", False)
    change(candidate, edith, counts_from=announced())
    assert dated(candidate) == ("2025-09-08", "derived", True)


def test_other_words_count_otherwise_or_not_at_all(candidate, edith):
    change(candidate, edith, counts_from=announced())
    change(candidate, edith, said_on_expression="zwei Tage vor der Wahl")
    assert dated(candidate) == ("2025-09-05", "derived", True)
    assert Candidate.objects.get(pk=candidate.pk).hangs_on == "der Wahl"
    change(candidate, edith, said_on_expression="neulich")
    assert dated(candidate) == OPEN


def test_an_event_whose_date_changes_takes_the_counted_date_with_it(candidate, edith):
    event = announced()
    change(candidate, edith, counts_from=event)
    event.held_on = "2025-09-06"
    event.save()
    quote = accept(candidate, edith).quote
    assert (quote.said_on, quote.said_on_basis) == ("2025-09-07", "derived")
    assert dated(candidate) == ("2025-09-07", "derived", True)


def test_an_event_that_is_dated_later_dates_what_counts_from_it(candidate, edith):
    event = announced("")
    change(candidate, edith, counts_from=event)
    event.held_on = "2025-09-07"
    event.save()
    change(candidate, edith, addressee="Reportern")
    assert dated(candidate) == ("2025-09-08", "derived", True)


def test_the_draft_has_date_basis_and_words_and_keeps_them(candidate, edith):
    event = announced()
    change(candidate, edith, counts_from=event)
    quote = accept(candidate, edith).quote
    assert (quote.said_on, quote.said_on_basis) == ("2025-09-08", "derived")
    assert (quote.said_on_expression, quote.event) == (EXPRESSION, None)
    event.held_on = "2025-09-06"
    event.save()
    quote.refresh_from_db()
    assert quote.said_on == "2025-09-08"
    # Taken back, the candidate is open as it was.
    reopen(candidate, edith)
    assert Candidate.objects.get(pk=candidate.pk).counts_from == event


def test_the_event_is_given_to_all_that_hang_on_the_same_words(candidate, edith):
    snapshot = candidate.snapshot
    shared = {"snapshot": snapshot, "hangs_on": candidate.hangs_on}
    same = CandidateFactory(**shared, start=200, end=210, said_on_expression=EXPRESSION)
    typed = CandidateFactory(
        **shared,
        start=220,
        end=230,
        said_on_expression=EXPRESSION,
        said_on="2025-09-10",
        said_on_basis="inferred",
    )
    other = CandidateFactory(
        snapshot=snapshot,
        start=240,
        end=250,
        said_on_expression="am Tag der Wahl",
        hangs_on="der Wahl",
    )
    undated = CandidateFactory(snapshot=snapshot, start=260, end=270)
    chosen = change(candidate, edith, counts_from=announced())
    assert give_to_all(chosen, "counts_from", edith) == 2
    assert dated(same) == ("2025-09-08", "derived", True)
    assert dated(typed) == ("2025-09-10", "inferred", False)
    assert dated(other) == dated(undated) == OPEN


def test_a_passage_marked_within_counts_from_the_same(edith):
    candidate = counting(start=100, end=200)
    change(candidate, edith, counts_from=announced())
    made = mark(candidate.snapshot, 110, 150, edith)
    assert dated(made) == ("2025-09-08", "derived", True)


def test_the_event_is_made_in_place_under_the_name_that_the_words_have(candidate, edith):
    assert named_event(candidate) == "Ankündigung des Rücktritts"
    event = new_event_for(
        candidate, edith, title=named_event(candidate), held_on="2025-09-07", counted_from=True
    )
    assert (event.title_de, event.kind) == ("Ankündigung des Rücktritts", "other")
    kept = Candidate.objects.get(pk=candidate.pk)
    assert (kept.counts_from, kept.event) == (event, None)
    assert dated(candidate) == ("2025-09-08", "derived", True)


def test_a_malformed_date_is_refused_and_changes_nothing(candidate, edith):
    change(candidate, edith, counts_from=announced())
    with pytest.raises(Refused):
        change(candidate, edith, said_on="gestern")
    assert dated(candidate) == ("2025-09-08", "derived", True)

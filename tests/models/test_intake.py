"""What the database keeps of captures, candidates and decisions."""

import pytest
from django.db import transaction

from quotes.models import Candidate, Capture, CaptureState, Decision
from tests.factories import (
    CandidateFactory,
    CaptureFactory,
    DecisionFactory,
    EventFactory,
    FurtherSpeakerFactory,
    SnapshotFactory,
    SpeakerFactory,
    TenureFactory,
    draft_quote,
)

from .attacks import UNIQUE_VIOLATION, allowed, refused, sql

pytestmark = pytest.mark.django_db


@pytest.fixture
def candidate():
    return CandidateFactory()


def test_a_capture_is_of_an_address_or_of_a_text():
    with refused("capture_of_an_address_or_a_text"):
        CaptureFactory(url="")
    with allowed():
        CaptureFactory(url="", text="Der Text.")


@pytest.mark.parametrize(
    "change", ["state = 'refused'", "reason = 'robots'", "state = 'read', reason = 'robots'"]
)
def test_a_capture_has_a_reason_where_it_was_refused_and_only_there(change):
    CaptureFactory()
    with refused("capture_refused_says_why"):
        sql(f"UPDATE quotes_capture SET {change}")
    with allowed():
        sql("UPDATE quotes_capture SET state = 'refused', reason = 'robots'")


def test_a_capture_that_is_kept_names_its_snapshot():
    capture = CaptureFactory()
    with refused("capture_kept_has_a_snapshot"):
        sql("UPDATE quotes_capture SET state = 'kept'")
    capture.state, capture.snapshot = CaptureState.KEPT, SnapshotFactory()
    with allowed():
        capture.save()


def test_a_capture_is_in_a_known_state():
    CaptureFactory()
    with refused("capture_state_known"):
        sql("UPDATE quotes_capture SET state = 'lost'")


def test_a_capture_goes_with_the_article_that_it_became():
    capture = CaptureFactory(article=SnapshotFactory().article)
    capture.article.delete()
    assert not Capture.objects.exists()


def test_a_passage_is_proposed_once(candidate):
    with refused("candidate_once_a_place", UNIQUE_VIOLATION):
        CandidateFactory(snapshot=candidate.snapshot)
    with allowed():
        CandidateFactory(snapshot=candidate.snapshot, end=13)


@pytest.mark.parametrize("place", ["start = 12", "start = 13"])
def test_a_candidate_starts_before_it_ends(candidate, place):
    with refused("candidate_starts_before_it_ends"):
        sql(f"UPDATE quotes_candidate SET {place}")


def test_a_candidate_ends_within_its_text(candidate):
    with allowed():
        sql('UPDATE quotes_candidate SET "end" = %s', candidate.snapshot.length)
    with refused("candidate_within_the_snapshot"):
        sql('UPDATE quotes_candidate SET "end" = %s', candidate.snapshot.length + 1)


@pytest.mark.parametrize("score", [-0.1, 1.1])
def test_a_score_lies_between_0_and_1(candidate, score):
    with refused("candidate_score_between_0_and_1"):
        sql("UPDATE quotes_candidate SET score = %s", score)


def test_a_counted_date_has_its_event(candidate):
    event = EventFactory()
    counted = (
        "UPDATE quotes_candidate SET said_on_counted = true, said_on = %s, counts_from_id = %s"
    )
    with allowed():
        sql(counted, "2025-09-08", event.pk)
    for lacking in (("", event.pk), ("2025-09-08", None)):
        with refused("candidate_counted_date_has_its_event"):
            sql(counted, *lacking)


@pytest.mark.parametrize("column", ["part_of_id", "within_id"])
def test_parts_of_a_quotation_stand_in_one_snapshot(candidate, column):
    stranger = CandidateFactory()
    with refused("candidate_parts_in_one_snapshot"):
        sql(f"UPDATE quotes_candidate SET {column} = %s WHERE id = %s", stranger.pk, candidate.pk)
    fellow = CandidateFactory(snapshot=candidate.snapshot, start=1)
    with allowed():
        sql(f"UPDATE quotes_candidate SET {column} = %s WHERE id = %s", fellow.pk, candidate.pk)


@pytest.mark.parametrize("column", ["part_of_id", "within_id"])
def test_no_candidate_is_part_of_itself(candidate, column):
    with refused("candidate_is_not_part_of_itself"):
        sql(f"UPDATE quotes_candidate SET {column} = id")


def test_the_role_chosen_is_one_of_the_speaker(candidate):
    tenure = TenureFactory()
    with refused("candidate_tenure_of_speaker"):
        sql("UPDATE quotes_candidate SET speaker_id = %s, tenure_id = %s",
            SpeakerFactory().pk, tenure.pk)  # fmt: skip
    with allowed():
        sql("UPDATE quotes_candidate SET speaker_id = %s, tenure_id = %s",
            tenure.speaker_id, tenure.pk)  # fmt: skip


def test_a_further_speaker_is_named_once_and_in_a_role_of_his(candidate):
    further, tenure = FurtherSpeakerFactory(candidate=candidate), TenureFactory()
    with refused("furtherspeaker_tenure_of_speaker"):
        sql("UPDATE quotes_furtherspeaker SET tenure_id = %s", tenure.pk)
    with refused("furtherspeaker_once_a_candidate", UNIQUE_VIOLATION):
        FurtherSpeakerFactory(candidate=candidate, speaker=further.speaker)
    with allowed():
        FurtherSpeakerFactory(candidate=candidate, speaker=tenure.speaker, tenure=tenure)


def test_a_decision_is_about_an_occurrence_of_the_same_snapshot(candidate):
    occurrence = draft_quote().occurrences.get()
    with refused("decision_in_the_candidates_snapshot"):
        DecisionFactory(candidate=candidate, occurrence=occurrence)
    with allowed():
        DecisionFactory(
            candidate=CandidateFactory(snapshot=occurrence.snapshot), occurrence=occurrence
        )


def test_a_candidate_is_decided_once(candidate):
    DecisionFactory(candidate=candidate)
    with pytest.raises(Exception, match="candidate_id"), transaction.atomic():
        DecisionFactory(candidate=candidate)


def test_a_draft_that_is_deleted_leaves_an_open_candidate():
    quote = draft_quote()
    occurrence = quote.occurrences.get()
    candidate = CandidateFactory(snapshot=occurrence.snapshot)
    DecisionFactory(candidate=candidate, occurrence=occurrence)
    quote.delete()
    assert not Decision.objects.exists()
    assert Candidate.objects.filter(decision=None).get() == candidate


def test_a_candidate_says_its_words(candidate):
    assert str(candidate) == candidate.snapshot.text[:12]
    assert not DecisionFactory(candidate=candidate).is_accepted


def decided(candidate):
    return Candidate.objects.values_list("decided", flat=True).get(pk=candidate.pk)


def test_a_candidate_knows_whether_there_is_a_decision_however_that_came_about(candidate):
    other = CandidateFactory(snapshot=candidate.snapshot, start=20, end=30)
    decision = DecisionFactory(candidate=candidate)
    assert (decided(candidate), decided(other)) == (True, False)
    sql("UPDATE quotes_decision SET candidate_id = %s", other.pk)
    assert (decided(candidate), decided(other)) == (False, True)
    decision.delete()
    assert (decided(candidate), decided(other)) == (False, False)


def test_nobody_else_says_whether_there_is_a_decision(candidate):
    Candidate.objects.update(decided=True)
    assert not decided(candidate)
    assert not decided(
        CandidateFactory(snapshot=candidate.snapshot, start=20, end=30, decided=True)
    )
    stale = Candidate.objects.get(pk=candidate.pk)
    DecisionFactory(candidate=candidate)
    stale.addressee = "Reportern"
    stale.save()
    assert decided(candidate)

"""What was made for candidates goes again, unless somebody else stands on it."""

from functools import partial

import pytest

from quotes.editorial import made_in_place
from quotes.editorial.candidates import accept
from quotes.editorial.recording import recorded
from quotes.editorial.taking_back import take_back
from quotes.models import Event, JointStatement, Speaker, Tenure
from tests.at_once import behind
from tests.factories import (
    EventFactory,
    ReviewCommentFactory,
    StatementLinkFactory,
)

from .changes import everything, fresh, new_speaker

pytestmark = pytest.mark.django_db


def test_a_speaker_goes_with_the_role_and_names_that_were_made(pieces, snapshot, edith):
    before = everything(snapshot)
    number = new_speaker(pieces["6a"], edith, role="Verteidigungsminister")
    assert Speaker.objects.count() == Tenure.objects.count() == 1
    assert len(take_back(snapshot, number, edith)) == 10
    assert everything(snapshot) == before
    assert not Speaker.objects.exists()
    assert not Tenure.objects.exists()


def test_a_role_of_a_speaker_known_before_goes_alone(pieces, snapshot, edith):
    new_speaker(pieces["6a"], edith)
    before = everything(snapshot)
    number = new_speaker(pieces["6a"], edith, role="Verteidigungsminister")
    take_back(snapshot, number, edith)
    assert everything(snapshot) == before
    assert Speaker.objects.count() == 1
    assert not Tenure.objects.exists()


def test_a_speaker_that_is_used_stays(pieces, snapshot, edith):
    number = new_speaker(pieces["6a"], edith)
    accept(pieces["6b"], edith)
    assert pieces["6b"] not in take_back(snapshot, number, edith)
    assert fresh(pieces["6a"]).speaker is None
    assert Speaker.objects.count() == 1


def test_a_speaker_that_somebody_worked_on_stays(pieces, snapshot, edith, rosa):
    number = new_speaker(pieces["6a"], edith)
    with recorded(rosa):
        Speaker.objects.get().names.create(text="中谷元", language="ja", kind="alias")
    take_back(snapshot, number, edith)
    assert Speaker.objects.count() == 1


def test_a_statement_and_an_event_made_go_again(pieces, snapshot, edith):
    before = everything(snapshot)
    with recorded(edith) as number:
        made_in_place.new_statement_for(pieces["3"], edith, title="Press release")
    take_back(snapshot, number, edith)
    with recorded(edith) as number:
        made_in_place.new_event_for(pieces["3"], edith, title="Talks", held_on="2025-09-08")
    take_back(snapshot, number, edith)
    assert everything(snapshot) == before
    assert not JointStatement.objects.exists()
    assert not Event.objects.exists()


def test_a_role_given_and_taken_back_does_not_keep_the_speaker(pieces, snapshot, edith):
    before = everything(snapshot)
    made = new_speaker(pieces["6a"], edith)
    take_back(snapshot, new_speaker(pieces["6a"], edith, role="Verteidigungsminister"), edith)
    assert Speaker.objects.count() == 1
    take_back(snapshot, made, edith)
    assert everything(snapshot) == before
    assert not Speaker.objects.exists()


def test_a_speaker_that_takes_part_elsewhere_stays(pieces, snapshot, edith, rosa):
    number = new_speaker(pieces["6a"], edith)
    event = EventFactory()
    with recorded(rosa):
        event.participants.add(Speaker.objects.get())
    take_back(snapshot, number, edith)
    assert event.participants.count() == 1


@pytest.mark.parametrize(
    "used", [StatementLinkFactory, partial(ReviewCommentFactory, quote=None)], ids=["link", "talk"]
)
def test_a_statement_that_others_linked_or_talk_about_stays(used, pieces, snapshot, edith):
    with recorded(edith) as number:
        statement = made_in_place.new_statement_for(pieces["3"], edith, title="Press release")
    kept = used(statement=statement)
    take_back(snapshot, number, edith)
    kept.refresh_from_db()
    assert fresh(pieces["3"]).statement is None


@pytest.mark.django_db(transaction=True)
def test_what_somebody_is_at_work_on_at_the_same_moment_stays(pieces, snapshot, edith, rosa):
    number = new_speaker(pieces["6a"], edith)

    def rename():
        with recorded(rosa):
            held = Speaker.objects.select_for_update().get()
            held.name = "NAKATANI Gen"
            held.save()

    held = Speaker.objects.get()
    _none, back = behind(held, rename, lambda: take_back(snapshot, number, edith))
    assert len(back) == 10
    assert Speaker.objects.get().name == "NAKATANI Gen"

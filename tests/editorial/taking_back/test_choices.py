"""What was chosen for a candidate comes back as it was; what came since stays."""

import uuid

import pytest

from quotes.editorial import candidate_choices
from quotes.editorial.candidate_rows import InRole, speakers_of
from quotes.editorial.candidates import reject
from quotes.editorial.recording import recorded
from quotes.editorial.refusals import NotPermitted, Refused
from quotes.editorial.taking_back import did_something, take_back
from tests.factories import (
    EventFactory,
    SnapshotFactory,
    SpeakerFactory,
    TenureFactory,
    TopicFactory,
)

from .changes import change, everything, fresh

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "mixed"},
        {"addressee": "Reportern", "reporting_phrase": "sagte er"},
        {"said_on": "2025-09-07", "said_on_basis": "stated"},
        {"said_on": "", "said_on_basis": "unknown"},
        {"said_on_expression": "einen Tag nach der Ankündigung"},
        {"from_document": True},
        {"speaker_text": "Nakatani Gen"},
        {"speakers": []},
        {"topics": "topics"},
        {"speakers": "two"},
        {"event": "event"},
    ],
    ids=lambda fields: "-".join(fields),
)
def test_every_choice_comes_back_as_it_was(fields, pieces, snapshot, edith):
    made = {
        "topics": lambda: [TopicFactory(), TopicFactory()],
        "two": lambda: [InRole(SpeakerFactory()), InRole(SpeakerFactory())],
        "event": lambda: EventFactory(held_on="2025-09-08"),
    }
    fields = {
        name: made[value]() if isinstance(value, str) and value in made else value
        for name, value in fields.items()
    }
    one = SpeakerFactory()
    change(pieces["5"], edith, topics=[TopicFactory()], speakers=[InRole(one)])
    before = everything(snapshot)
    number = change(pieces["5"], edith, **fields)
    assert everything(snapshot) != before
    assert did_something(snapshot, number)
    assert take_back(snapshot, number, edith) == [pieces["5"]]
    assert everything(snapshot) == before


def test_several_changes_are_taken_back_one_after_the_other(pieces, snapshot, edith):
    states, numbers = [everything(snapshot)], []
    for fields in (
        {"addressee": "Reportern"},
        {"addressee": "der Presse", "kind": "mixed"},
        {"addressee": "", "said_on": "2025-09"},
    ):
        numbers.append(change(pieces["5"], edith, **fields))
        states.append(everything(snapshot))
    for number, before in zip(reversed(numbers), reversed(states[:-1]), strict=True):
        take_back(snapshot, number, edith)
        assert everything(snapshot) == before


def test_what_somebody_changed_since_stays(pieces, snapshot, edith, rosa):
    number = change(pieces["5"], edith, addressee="Reportern", kind="mixed")
    change(pieces["5"], rosa, addressee="der Presse")
    take_back(snapshot, number, edith)
    row = fresh(pieces["5"])
    assert (row.addressee, row.kind) == ("der Presse", pieces["5"].kind)
    with pytest.raises(Refused, match="Nothing of this is left"):
        take_back(snapshot, number, edith)


def test_speakers_are_taken_back_together_or_not_at_all(pieces, snapshot, edith, rosa):
    one, two, three = (SpeakerFactory() for _ in range(3))
    number = change(pieces["5"], edith, speakers=[InRole(one), InRole(two)])
    change(pieces["5"], rosa, speakers=[InRole(one), InRole(three)])
    with pytest.raises(Refused, match="Nothing of this is left"):
        take_back(snapshot, number, edith)
    assert speakers_of(fresh(pieces["5"])) == [InRole(one), InRole(three)]


def test_what_was_decided_since_stays(pieces, snapshot, edith):
    for piece in ("3", "5", "6a"):
        candidate_choices.change(pieces[piece], edith, said_on="", said_on_expression="")
    with recorded(edith) as number:
        given = candidate_choices.date_by_publication(pieces["3"], edith)
    assert len(given) == 3
    candidate_choices.change(pieces["5"], edith, said_on_basis="stated")
    reject(pieces["6a"], edith)
    assert take_back(snapshot, number, edith) == [pieces["3"]]
    assert [fresh(pieces[one]).said_on for one in ("3", "5", "6a")] == [
        "",
        "2025-09-09",
        "2025-09-09",
    ]


def test_a_date_that_followed_its_event_since_is_taken_back_too(pieces, snapshot, edith):
    announced = EventFactory(held_on="2025-09-07")
    change(pieces["5"], edith, said_on_expression="einen Tag nach der Ankündigung", said_on="")
    before = everything(snapshot)
    number = change(pieces["5"], edith, counts_from=announced)
    assert fresh(pieces["5"]).said_on == "2025-09-08"
    announced.held_on = "2025-09-06"
    announced.save()
    change(pieces["5"], edith, addressee="Reportern")
    assert fresh(pieces["5"]).said_on == "2025-09-07"
    change(pieces["5"], edith, addressee="")
    take_back(snapshot, number, edith)
    assert everything(snapshot) == before


def test_nobody_takes_back_what_another_did(pieces, snapshot, edith, rosa):
    number = change(pieces["5"], edith, addressee="Reportern")
    with pytest.raises(Refused, match="Somebody else changed this"):
        take_back(snapshot, number, rosa)


def test_a_reader_takes_nothing_back(pieces, snapshot, edith, django_user_model):
    number = change(pieces["5"], edith, addressee="Reportern")
    reader = django_user_model.objects.create_user("reader", is_staff=True)
    with pytest.raises(NotPermitted):
        take_back(snapshot, number, reader)


def test_a_change_of_another_text_or_of_none_is_refused(pieces, snapshot, edith):
    number = change(pieces["5"], edith, addressee="Reportern")
    for text, asked in ((SnapshotFactory(), number), (snapshot, uuid.uuid4())):
        with pytest.raises(Refused, match="Nothing of this is left"):
            take_back(text, asked, edith)
    assert fresh(pieces["5"]).addressee == "Reportern"


def test_what_changed_nothing_did_nothing(pieces, snapshot, edith):
    assert not did_something(snapshot, change(pieces["5"], edith, kind=pieces["5"].kind))


def test_a_topic_of_somebody_else_stays(pieces, snapshot, edith, rosa):
    topic = TopicFactory()
    number = change(pieces["5"], edith, topics=[topic])
    change(pieces["5"], rosa, topics=[])
    with pytest.raises(Refused, match="Nothing of this is left"):
        take_back(snapshot, number, edith)
    number = change(pieces["5"], edith, topics=[topic], addressee="Reportern")
    gone = change(pieces["5"], edith, topics=[])
    take_back(snapshot, gone, edith)
    with pytest.raises(Refused, match="Nothing of this is left"):
        take_back(snapshot, gone, edith)
    take_back(snapshot, number, edith)
    assert not fresh(pieces["5"]).topics.exists()


def test_a_topic_that_was_deleted_since_hinders_nothing(pieces, snapshot, edith):
    topics = [TopicFactory(), TopicFactory()]
    change(pieces["5"], edith, topics=topics)
    number = change(pieces["5"], edith, topics=[])
    topics[0].delete()
    take_back(snapshot, number, edith)
    assert [*fresh(pieces["5"]).topics.all()] == topics[1:]


@pytest.mark.parametrize("place", [0, 1])
def test_who_or_what_was_deleted_since_does_not_come_back(place, pieces, snapshot, edith):
    tenure = TenureFactory()
    speakers = [InRole(SpeakerFactory())]
    speakers.insert(place, InRole(tenure.speaker, tenure))
    event = EventFactory()
    change(pieces["5"], edith, speakers=speakers, event=event)
    number = change(pieces["5"], edith, speakers=[], event=None, addressee="Reportern")
    tenure.delete()
    event.delete()
    take_back(snapshot, number, edith)
    row = fresh(pieces["5"])
    assert (row.event, speakers_of(row), row.addressee) == (None, [], "")
    with pytest.raises(Refused, match="Nothing of this is left"):
        take_back(snapshot, number, edith)


def test_nobody_comes_to_be_named_twice(pieces, snapshot, edith, rosa):
    """Namesakes: the candidate's own row was not written when the second was chosen."""
    one, two, namesake = (InRole(SpeakerFactory(name=name)) for name in ("A", "B", "B"))
    change(pieces["5"], edith, speakers=[one, two])
    number = change(pieces["5"], edith, speakers=[one, namesake])
    change(pieces["5"], rosa, speakers=[two, namesake])
    with pytest.raises(Refused, match="Nothing of this is left"):
        take_back(snapshot, number, edith)
    assert speakers_of(fresh(pieces["5"])) == [two, namesake]

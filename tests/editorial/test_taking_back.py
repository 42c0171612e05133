"""Taking back a change in the workbench: what stood there comes back, what came since stays."""

import uuid
from functools import partial

import pytest

from quotes.editorial import candidate_choices, made_in_place
from quotes.editorial.candidate_places import mark, resize
from quotes.editorial.candidate_rows import InRole, Moved, speakers_of
from quotes.editorial.candidates import accept, reject
from quotes.editorial.carrying_over import carry_over, hold
from quotes.editorial.recording import recorded
from quotes.editorial.refusals import NotPermitted, Refused
from quotes.editorial.taking_back import did_something, take_back
from quotes.models import Candidate, Event, JointStatement, Speaker, Tenure
from tests.article_worked_on import captured, proposed
from tests.at_once import behind
from tests.factories import (
    CandidateFactory,
    EventFactory,
    ReviewCommentFactory,
    SnapshotFactory,
    SpeakerFactory,
    StatementLinkFactory,
    TenureFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def snapshot():
    return captured()


@pytest.fixture
def pieces(snapshot):
    return proposed(snapshot)


def fresh(candidate):
    return Candidate.objects.get(pk=candidate.pk)


def everything(snapshot):
    """All that is chosen for the candidates of the text, whatever the numbers of the rows."""
    rows = Candidate.objects.filter(snapshot=snapshot).order_by("start", "-end")
    columns = [
        field.attname
        for field in Candidate._meta.concrete_fields
        if field.name not in ("id", "updated_at", "created_at")
    ]
    return [
        (
            [getattr(row, column) for column in columns],
            speakers_of(row),
            sorted(topic.pk for topic in row.topics.all()),
        )
        for row in rows
    ]


def change(candidate, user, **fields):
    with recorded(user) as number:
        candidate_choices.change(candidate, user, **fields)
    return number


def new_speaker(candidate, user, **given):
    with recorded(user) as number:
        made_in_place.new_speaker_for(candidate, user, **given)
    return number


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


def test_a_role_given_and_taken_back_does_not_keep_the_speaker(pieces, snapshot, edith):
    before = everything(snapshot)
    made = new_speaker(pieces["6a"], edith)
    take_back(snapshot, new_speaker(pieces["6a"], edith, role="Verteidigungsminister"), edith)
    assert Speaker.objects.count() == 1
    take_back(snapshot, made, edith)
    assert everything(snapshot) == before
    assert not Speaker.objects.exists()


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


def test_what_the_machine_proposed_is_not_taken_away(pieces, snapshot, edith):
    [number] = set(Candidate.pgh_event_model.objects.values_list("pgh_context_id", flat=True))
    with pytest.raises(Refused):
        take_back(snapshot, number or uuid.uuid4(), edith)
    assert Candidate.objects.count() == len(pieces)


def test_a_change_of_another_text_or_of_none_is_refused(pieces, snapshot, edith):
    number = change(pieces["5"], edith, addressee="Reportern")
    for text, asked in ((SnapshotFactory(), number), (snapshot, uuid.uuid4())):
        with pytest.raises(Refused, match="Nothing of this is left"):
            take_back(text, asked, edith)
    assert fresh(pieces["5"]).addressee == "Reportern"


def test_a_passage_that_stands_in_a_newer_text_is_not_touched(pieces, snapshot, edith):
    number = change(pieces["5"], edith, addressee="Reportern")
    newer = SnapshotFactory(article=snapshot.article, text=snapshot.text + "\nMehr.")
    Candidate.objects.filter(pk=pieces["5"].pk).update(snapshot=newer)
    with pytest.raises(Moved):
        take_back(snapshot, number, edith)


def test_what_changed_nothing_did_nothing(pieces, snapshot, edith):
    assert not did_something(snapshot, change(pieces["5"], edith, kind=pieces["5"].kind))


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


@pytest.mark.django_db(transaction=True)
def test_who_uses_what_goes_at_the_same_moment_is_told_in_words(pieces, snapshot, edith, rosa):
    with recorded(edith) as number:
        made = mark(snapshot, 20, 42, edith)

    def mark_within():
        with pytest.raises(Refused, match="was deleted at the same moment"):
            mark(snapshot, 25, 30, rosa)

    behind(made, lambda: take_back(snapshot, number, edith), mark_within)
    assert Candidate.objects.count() == len(pieces)

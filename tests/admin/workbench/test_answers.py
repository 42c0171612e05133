"""What the page's script asks for and is answered: changes, conflicts, bad input."""

import pytest
from django.urls import reverse

from quotes.editorial.candidates import accept, reject
from quotes.editorial.made_in_place import new_speaker_for
from quotes.models import Candidate, Decision, Event, JointStatement, Quote, Speaker
from tests.factories import (
    CandidateFactory,
    EventFactory,
    JointStatementFactory,
    SnapshotFactory,
    SpeakerFactory,
    TenureFactory,
    TopicFactory,
    draft_quote,
)

pytestmark = pytest.mark.django_db

ODD = "𝔘nd 👩‍🚀 café: „Vertrauen“, sagte er.\n"


def state(client, snapshot, **asked):
    return client.get(reverse("admin:quotes_snapshot_workbench_state", args=[snapshot.pk]), asked)


def fresh(candidate):
    return Candidate.objects.get(pk=candidate.pk)


def test_an_accepted_candidate_is_answered_with_the_next_open_one(do, pieces, edith):
    new_speaker_for(pieces["6a"], edith)
    answer = do("accept", pieces["6a"]).json()
    assert answer["sentence"] == "Accepted: “schwierigen”"
    assert answer["candidate"] == pieces["6b"].pk
    assert answer["progress"] == "1 of 12 decided"
    assert answer["states"] == {str(pieces["6a"].pk): "accepted"}
    assert answer["decisions"][str(pieces["6a"].pk)] == {
        "number": Decision.objects.get().pk,
        "by": edith.pk,
        "told": "edith accepted this: “schwierigen”",
    }
    assert "Candidate 4 of 12" in answer["panel"]
    assert "is-accepted" in answer["text"]


def test_a_text_whose_marks_stand_as_before_is_not_sent_again(do, pieces, client_of, edith):
    first = do("reject", pieces["9"]).json()
    again = do("reject", pieces["10"], outline=first["outline"]).json()
    assert again["outline"] == first["outline"]
    assert {"text", "lines"} & set(again) == set()
    assert set(again["states"]) == {str(pieces["9"].pk), str(pieces["10"].pk)}
    asked = {"outline": first["outline"], "version": first["version"]}
    seen = state(client_of(edith), pieces["9"].snapshot, **asked).json()
    assert "text" not in seen
    for changed in (
        do("change", pieces["5"], outline=first["outline"], kind="mixed"),
        do("resize", pieces["5"], outline=first["outline"], start=0, end=12),
        do("mark", outline=first["outline"], start=20, end=32),
    ):
        answer = changed.json()
        assert answer["outline"] != first["outline"]
        assert "<mark" in answer["text"]
        assert "<li" in answer["lines"]


def test_a_conflict_is_answered_without_the_text_too(do, pieces, rosa):
    outline = do("reject", pieces["9"]).json()["outline"]
    reject(pieces["10"], rosa)
    answer = do("accept", pieces["10"], outline=outline)
    assert answer.status_code == 409
    assert "text" not in answer.json()


def test_of_many_decisions_the_latest_are_told(do, edith):
    text = "wort " * 40
    snapshot = SnapshotFactory(text=text)
    rows = [
        CandidateFactory(snapshot=snapshot, start=5 * place, end=5 * place + 4)
        for place in range(23)
    ]
    for row in rows[:22]:
        reject(row, edith)
    answer = do("reject", rows[22], text=snapshot).json()
    assert len(answer["states"]) == 23
    assert set(answer["decisions"]) == {str(row.pk) for row in rows[3:]}


def test_the_last_open_one_leads_to_the_first_open_one_before_it(do, pieces):
    assert do("reject", pieces["12"]).json()["candidate"] == pieces["3"].pk


def test_an_unknown_speaker_is_refused_in_words(do, pieces):
    answer = do("accept", pieces["5"])
    assert answer.status_code == 422
    assert answer.json()["rule"] == "speaker_unknown"
    assert "“Gen Nakatani” is not among the speakers yet" in answer.json()["sentences"][0]


def test_a_decision_of_somebody_else_is_a_conflict_and_says_whose(do, pieces, rosa):
    reject(pieces["9"], rosa)
    answer = do("accept", pieces["9"])
    assert answer.status_code == 409
    assert answer.json()["sentences"] == ["rosa has rejected this already."]
    assert answer.json()["candidate"] == pieces["9"].pk
    assert "rosa rejected this" in answer.json()["panel"]
    assert Decision.objects.get().decided_by == rosa


def test_the_same_decision_of_somebody_else_is_a_conflict_too(do, pieces, rosa):
    reject(pieces["9"], rosa)
    assert do("reject", pieces["9"]).status_code == 409


def test_the_same_decision_sent_twice_is_made_once(do, pieces):
    assert do("reject", pieces["9"]).status_code == do("reject", pieces["9"]).status_code == 200
    assert do("accept", pieces["9"]).status_code == 409
    assert Decision.objects.count() == 1


def test_a_change_of_what_somebody_decided_is_a_conflict(do, pieces, rosa):
    reject(pieces["9"], rosa)
    assert do("change", pieces["9"], addressee="Reportern").status_code == 409


def test_fields_are_saved_one_by_one_and_together(do, pieces):
    event, statement, topic = EventFactory(), JointStatementFactory(), TopicFactory()
    tenure, ahn = TenureFactory(), SpeakerFactory(name="Ahn")
    assert do("change", pieces["5"], addressee=" Reportern ").status_code == 200
    answer = do(
        "change",
        pieces["5"],
        kind="mixed",
        said_on="2025-09",
        event=event.pk,
        statement=statement.pk,
        from_document=True,
        topics=[topic.pk],
        speakers=[{"speaker": tenure.speaker_id, "tenure": tenure.pk}, {"speaker": ahn.pk}],
    )
    assert answer.status_code == 200, answer.json()
    row = fresh(pieces["5"])
    assert (row.addressee, row.kind, row.said_on) == ("Reportern", "mixed", "2025-09")
    assert (row.event, row.statement, row.from_document) == (event, statement, True)
    assert list(row.topics.all()) == [topic]
    assert (row.speaker, row.tenure) == (tenure.speaker, tenure)
    assert [one.speaker for one in row.further_speakers.all()] == [ahn]
    do("change", pieces["5"], event=None)
    assert fresh(pieces["5"]).event is None


def test_a_speaker_comes_in_the_role_that_the_text_has_elsewhere(do, pieces):
    tenure = TenureFactory()
    chosen = {"speaker": tenure.speaker_id}
    do("change", pieces["3"], speakers=[{**chosen, "tenure": tenure.pk}])
    do("change", pieces["5"], speakers=[chosen])
    do("change", pieces["7"], speakers=[{**chosen, "tenure": None}])
    assert fresh(pieces["5"]).tenure == tenure
    assert fresh(pieces["7"]).tenure is None


@pytest.mark.parametrize(
    ("members", "status"),
    [
        ({"said_on": "gestern"}, 422),
        ({"kind": "shouted"}, 422),
        ({"addressee": "x" * 201}, 422),
        ({"addressee": "x" * 5000}, 400),
        ({"addressee": "\x00"}, 400),
        ({"addressee": "\ud800"}, 400),
        ({"addressee": 7}, 400),
        ({"event": 999999}, 400),
        ({"event": "x"}, 400),
        ({"event": -1}, 400),
        ({"event": True}, 400),
        ({"event": 10**30}, 400),
        ({"topics": "x"}, 400),
        ({"topics": [None]}, 400),
        ({"topics": list(range(200))}, 400),
        ({"speakers": [7]}, 400),
        ({"speakers": [{"speaker": None}]}, 400),
        ({"speakers": [{"speaker": 999999}]}, 400),
        ({}, 400),
        ({"start": 3}, 400),
    ],
)
def test_a_change_that_is_none_is_refused_and_nothing_is_saved(members, status, do, pieces):
    before = Candidate.objects.filter(pk=pieces["5"].pk).values().get()
    answer = do("change", pieces["5"], **members)
    assert answer.status_code == status
    assert answer.json()["sentences"]
    assert Candidate.objects.filter(pk=pieces["5"].pk).values().get() == before


@pytest.mark.parametrize("body", ["", "x", "[]", "7", "null", "[" * 100_000, '{"action": 7}'])
def test_what_is_no_action_is_not_understood(body, edith, client_of, snapshot):
    address = reverse("admin:quotes_snapshot_workbench_do", args=[snapshot.pk])
    answer = client_of(edith).post(address, body, content_type="application/json")
    assert answer.status_code == 400
    assert answer.json()["sentences"]


def test_a_candidate_of_another_text_is_none_here(do, pieces):
    assert do("reject", CandidateFactory()).status_code == 400
    assert not Decision.objects.exists()


def test_borders_and_new_candidates_are_counted_in_code_points(do, edith):
    text = SnapshotFactory(text=ODD)
    start = ODD.index("„")
    made = do("mark", text=text, start=start, end=start + 11).json()
    row = Candidate.objects.get(pk=made["candidate"])
    assert row.exact == "Vertrauen"
    moved = do("resize", row, text=text, start=ODD.index("caf"), end=row.end)
    assert moved.status_code == 200
    assert fresh(row).exact == "café: „Vertrauen"
    assert do("resize", row, text=text, start=5, end=5).status_code == 422
    assert do("mark", text=text, start="x", end=5).status_code == 400


def test_a_speaker_is_made_for_every_unknown_name_at_once(do, pieces):
    answer = do("new_speaker", pieces["3"]).json()
    assert answer["sentence"] == "Among the speakers now: Gen Nakatani, Ahn Gyu Back"
    assert Speaker.objects.count() == 2
    assert do("accept", pieces["10"]).status_code == 200


def test_a_speaker_with_a_name_given_is_one(do, pieces):
    do("new_speaker", pieces["9"], name="Japanisches Verteidigungsministerium", kind="group")
    assert (Speaker.objects.get().name, Speaker.objects.get().kind) == (
        "Japanisches Verteidigungsministerium",
        "group",
    )
    assert do("new_speaker", pieces["9"], name="x", kind="robot").status_code == 422


def test_occasions_and_statements_are_made_and_given_to_all(do, pieces):
    do("new_event", pieces["5"], title="Treffen in Seoul", held_on="2025-09-08")
    assert fresh(pieces["5"]).event == Event.objects.get()
    answer = do("give_to_all", pieces["5"], field="event").json()
    assert answer["sentence"] == "Given to 11 other candidates."
    assert do("give_to_all", pieces["5"], field="kind").status_code == 400
    do("new_statement", pieces["3"], title="Gemeinsame Erklärung")
    assert fresh(pieces["12"]).statement == JointStatement.objects.get()
    assert do("new_event", pieces["5"], title="").status_code == 422


def test_all_of_one_speaker_are_accepted(do, pieces):
    do("new_speaker", pieces["6a"])
    answer = do("accept_all", pieces["6a"]).json()
    assert answer["sentence"] == "4 candidates accepted"
    assert do("accept_all", pieces["9"]).status_code == 422


def test_a_further_occurrence_is_accepted(do, pieces):
    quote = draft_quote("Geduld ist nötig")
    answer = do("accept_as", pieces["5"], quote=quote.pk)
    assert answer.status_code == 200
    assert quote.occurrences.count() == 2
    assert do("accept_as", pieces["9"], quote=999999).status_code == 400
    assert do("accept_as", pieces["9"]).status_code == 400


def test_what_is_ready_is_published_and_told(do, pieces, settings, edith):
    settings.WORTLAUT_TWO_PAIRS_OF_EYES = False
    new_speaker_for(pieces["6a"], edith)
    accept(pieces["6a"], edith)
    accept(CandidateFactory(snapshot=pieces["9"].snapshot, start=3), edith)
    answer = do("publish", pieces["5"]).json()
    assert answer["sentence"] == "2 published. 1 lacks something."
    assert answer["candidate"] == pieces["5"].pk
    assert Quote.objects.published().count() == 1
    assert "neither a speaker" in answer["drafts"]


# Two editors


def test_an_unchanged_text_is_answered_shortly_and_a_changed_one_in_full(
    snapshot, pieces, edith, rosa, client_of, do
):
    client = client_of(edith)
    first = state(client, snapshot).json()
    same = state(client, snapshot, version=first["version"]).json()
    assert same == {"version": first["version"], "same": True}
    for action, members in (
        ("change", {"addressee": "Reportern"}),
        ("change", {"topics": [TopicFactory().pk]}),
        (
            "change",
            {"speakers": [{"speaker": SpeakerFactory().pk}, {"speaker": SpeakerFactory().pk}]},
        ),
        ("resize", {"start": 3, "end": 30}),
        ("reject", {}),
        ("reopen", {}),
        ("accept", {}),
        ("publish", {}),
    ):
        seen = state(client, snapshot).json()["version"]
        assert do(action, pieces["5"], user=rosa, **members).status_code == 200
        changed = state(client, snapshot, version=seen).json()
        assert changed["version"] != seen
        assert "same" not in changed

"""In the workbench: the event from which the date of a candidate counts."""

import json

import pytest
from django.urls import reverse

from quotes.models import Candidate, Event
from tests.article_worked_on import captured
from tests.factories import CandidateFactory, EventFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def candidate():
    return CandidateFactory(
        snapshot=captured(),
        said_on_expression="einen Tag nach der Ankündigung des Rücktritts",
        hangs_on="der Ankündigung des Rücktritts",
    )


@pytest.fixture
def announcement():
    return EventFactory(title_en="Resignation announced", held_on="2025-09-07")


@pytest.fixture
def client(edith, client_of):
    return client_of(edith)


@pytest.fixture
def do(client, candidate):
    def send(action, **members):
        address = reverse("admin:quotes_snapshot_workbench_do", args=[candidate.snapshot_id])
        body = {"candidate": candidate.pk, "action": action, **members}
        answer = client.post(address, json.dumps(body), content_type="application/json")
        assert answer.status_code == 200, answer.content
        return answer.json()

    return send


def address(candidate):
    return reverse("admin:quotes_snapshot_workbench", args=[candidate.snapshot_id])


def page(client, candidate):
    return client.get(address(candidate)).content.decode()


def dated(candidate):
    kept = Candidate.objects.get(pk=candidate.pk)
    return kept.said_on, kept.said_on_basis, kept.said_on_counted


def test_the_panel_says_that_the_date_counts_from_an_event(client, candidate):
    shown = page(client, candidate)
    assert "“einen Tag nach der Ankündigung des Rücktritts” counts from an event." in shown
    assert 'value="Ankündigung des Rücktritts"' in shown


def test_a_date_that_counts_from_nothing_has_no_such_field(client, candidate):
    Candidate.objects.update(said_on_expression="am Montag")
    assert "wb-counts-from" not in page(client, candidate)


def test_a_chosen_event_dates_the_candidate_and_the_panel_says_from_which(
    do, candidate, announcement
):
    panel = do("change", counts_from=announcement.pk)["panel"]
    assert dated(candidate) == ("2025-09-08", "derived", True)
    assert "8 September 2025 · counted from: Resignation announced" in panel


def test_what_is_typed_stands_and_the_counted_date_is_offered(do, candidate, announcement):
    do("change", counts_from=announcement.pk)
    panel = do("change", said_on="2025-09-10")["panel"]
    assert "Counted from this event it would be: 8 September 2025." in panel
    panel = do("change", said_on="", said_on_basis="")["panel"]
    assert dated(candidate) == ("2025-09-08", "derived", True)
    assert "it would be" not in panel


def test_an_event_without_a_date_is_said(do, candidate, announcement):
    announcement.held_on = ""
    announcement.save()
    panel = do("change", counts_from=announcement.pk)["panel"]
    assert "This event has no date yet." in panel
    assert reverse("admin:quotes_event_change", args=[announcement.pk]) in panel


def test_an_event_dated_anew_is_seen_at_once(do, client, candidate, announcement):
    version = do("change", counts_from=announcement.pk)["version"]
    announcement.held_on = "2025-09-06"
    announcement.save()
    asked = {"candidate": candidate.pk, "version": version}
    state = reverse("admin:quotes_snapshot_workbench_state", args=[candidate.snapshot_id])
    assert "7 September 2025 · counted from" in client.get(state, asked).json()["panel"]


@pytest.mark.parametrize(
    "before",
    [
        ("", "", False),
        ("", "unknown", False),
        ("2025-09-09", "publication", False),
        ("2025-09-10", "inferred", False),
    ],
)
def test_undo_brings_back_what_stood_there(before, do, candidate, announcement):
    Candidate.objects.update(said_on=before[0], said_on_basis=before[1])
    undo = do("change", counts_from=announcement.pk)["undo"]
    assert undo.pop("candidate") == candidate.pk
    do(undo.pop("action"), **undo)
    assert dated(candidate) == before
    assert Candidate.objects.get().counts_from is None


def test_undo_brings_back_the_event_before_and_its_date(do, candidate, announcement):
    do("change", counts_from=announcement.pk)
    later = EventFactory(held_on="2025-09-20")
    undo = do("change", counts_from=later.pk)["undo"]
    do(undo.pop("action"), **undo)
    assert dated(candidate) == ("2025-09-08", "derived", True)


def test_an_event_made_in_place_is_counted_from_and_can_be_undone(do, candidate):
    answer = do("new_event", title="Ankündigung", held_on="2025-09-07", counted_from="true")
    assert answer["sentence"] == "Event made: Ankündigung"
    assert dated(candidate) == ("2025-09-08", "derived", True)
    assert Candidate.objects.get().event is None
    do(answer["undo"].pop("action"), **answer["undo"])
    assert dated(candidate) == ("", "", False)
    assert not Event.objects.exists()


def test_the_event_is_given_to_all_with_the_same_words(do, candidate, announcement):
    other = CandidateFactory(
        snapshot=candidate.snapshot,
        start=200,
        end=220,
        said_on_expression=candidate.said_on_expression,
        hangs_on=candidate.hangs_on,
    )
    do("change", counts_from=announcement.pk)
    answer = do("give_to_all", field="counts_from")
    assert answer["sentence"] == "Given to 1 other candidate."
    assert dated(other) == ("2025-09-08", "derived", True)


def form_of(candidate, **changed):
    """What a browser without a script sends when the fields are saved."""
    fields = {
        "action": "change",
        "candidate": candidate.pk,
        "kind": candidate.kind,
        "from_document": "",
        "said_on": candidate.said_on,
        "said_on_basis": candidate.said_on_basis,
        "said_on_expression": candidate.said_on_expression,
        "counts_from": "",
        "event": "",
        "statement": "",
    }
    return fields | changed


def test_without_a_script_the_chosen_event_dates_the_candidate(client, candidate, announcement):
    sent = form_of(candidate, counts_from=announcement.pk, addressee="Reportern")
    assert "Saved." in client.post(address(candidate), sent, follow=True).content.decode()
    assert dated(candidate) == ("2025-09-08", "derived", True)
    assert Candidate.objects.get().addressee == "Reportern"


def test_without_a_script_what_is_not_touched_is_not_typed(client, candidate, announcement):
    client.post(address(candidate), form_of(candidate, counts_from=announcement.pk))
    kept = Candidate.objects.get()
    again = form_of(kept, counts_from=announcement.pk, from_document="on")
    client.post(address(candidate), again)
    kept = Candidate.objects.get()
    assert (kept.said_on_counted, kept.from_document) == (True, True)
    client.post(address(candidate), form_of(kept, counts_from=announcement.pk))
    assert Candidate.objects.get().from_document is False

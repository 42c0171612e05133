"""The workbench as a page: what it shows, plain forms, who may see it, bounded questions."""

import json
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from quotes.editorial.candidates import accept, reject
from quotes.editorial.made_in_place import new_speaker_for
from quotes.models import Candidate, Decision, Quote
from tests.factories import (
    CandidateFactory,
    EventFactory,
    FurtherSpeakerFactory,
    JointStatementFactory,
    SnapshotFactory,
    SpeakerNameFactory,
    TenureFactory,
    TopicFactory,
    UserFactory,
    draft_quote,
)

pytestmark = pytest.mark.django_db

BUDGETS = json.loads((Path(__file__).parents[2] / "query_budgets.json").read_text())


@pytest.fixture
def client(edith, client_of):
    return client_of(edith)


def address(snapshot, name="workbench"):
    return reverse(f"admin:quotes_snapshot_{name}", args=[snapshot.pk])


def page_of(client, snapshot, candidate=None):
    asked = {"candidate": candidate.pk} if candidate else {}
    return client.get(address(snapshot), asked).content.decode()


def test_the_first_open_candidate_is_at_hand(client, snapshot, pieces, edith):
    reject(pieces["3"], edith)
    page = page_of(client, snapshot)
    assert "Candidate 2 of 12" in page
    assert "1 of 12 decided" in page
    assert f'data-panel="{pieces["5"].pk}"' in page


def test_every_candidate_is_marked_with_its_kind_and_what_became_of_it(
    client, snapshot, pieces, edith
):
    reject(pieces["6a"], edith)
    page = page_of(client, snapshot, pieces["11"])
    assert f'class="kind-fragment is-rejected" data-candidate="{pieces["6a"].pk}"' in page
    assert f'class="kind-fragment is-open current" data-candidate="{pieces["11"].pk}"' in page
    assert 'title="fragment, rejected"' in page


def test_a_passage_that_is_interrupted_is_one_candidate(client):
    snapshot = SnapshotFactory(text="„Vertrauen“, sagte er, „ist gut“.\n")
    first = CandidateFactory(snapshot=snapshot, start=1, end=10)
    part = CandidateFactory(snapshot=snapshot, start=24, end=31, part_of=first)
    page = page_of(client, snapshot, part)
    assert "Candidate 1 of 1" in page
    assert page.count(f'current" data-candidate="{first.pk}"') == 2
    assert "<p>ist gut</p>" in page


def test_a_text_without_candidates_says_how_to_make_one(client, snapshot):
    assert "Select words in it and press m" in page_of(client, snapshot)


def test_what_is_missing_is_listed_and_what_is_ready_is_counted(client, snapshot, pieces, edith):
    new_speaker_for(pieces["6a"], edith)
    accept(pieces["6a"], edith)
    Candidate.objects.filter(pk=pieces["6b"].pk).update(said_on="", said_on_basis="")
    accept(pieces["6b"], edith)
    page = page_of(client, snapshot)
    assert "2 are ready, the article included." in page
    assert "It has no date; say so if the date is not known." in page


def test_what_is_held_already_can_be_taken(client, snapshot, pieces):
    quote = draft_quote(pieces["5"].exact)
    page = page_of(client, snapshot, pieces["5"])
    assert f'data-quote="{quote.pk}" data-similar="1"' in page
    assert "the same words" in page


@pytest.mark.parametrize("asked", ["x", "-1", "9" * 40, "\x00", "0"])
def test_a_candidate_that_is_none_leads_to_the_first(asked, client, snapshot, pieces):
    page = client.get(address(snapshot), {"candidate": asked}).content.decode()
    assert "Candidate 1 of 12" in page


def test_who_may_not_change_candidates_does_not_see_the_page(snapshot, client_of):
    assert client_of(UserFactory()).get(address(snapshot)).status_code == 403
    assert client_of(UserFactory(is_staff=False)).get(address(snapshot)).status_code == 302


def test_a_contributor_works_here_too(snapshot, pieces, carl, client_of):
    page = client_of(carl).get(address(snapshot))
    assert page.status_code == 200
    answer = client_of(carl).post(
        address(snapshot), {"action": "reject", "candidate": pieces["9"].pk}
    )
    assert answer.status_code == 302
    assert Decision.objects.get().decided_by == carl


def test_no_text_no_page(client):
    assert client.get("/admin/quotes/snapshot/999999/workbench/").status_code == 404


def test_the_articles_form_leads_here(client, snapshot):
    form = client.get(reverse("admin:quotes_article_change", args=[snapshot.article_id]))
    assert address(snapshot) in form.content.decode()


# Plain forms, without a script


def test_a_form_accepts_and_goes_on_to_the_next_open_one(client, snapshot, pieces, edith):
    new_speaker_for(pieces["6a"], edith)
    answer = client.post(address(snapshot), {"action": "accept", "candidate": pieces["6a"].pk})
    assert answer["Location"] == f"{address(snapshot)}?candidate={pieces['6b'].pk}"
    assert Quote.objects.get().wording == "schwierigen"
    assert "Accepted: “schwierigen”" in client.get(answer["Location"]).content.decode()


def test_a_refusal_is_told_and_the_candidate_stays_at_hand(client, snapshot, pieces):
    answer = client.post(
        address(snapshot), {"action": "accept", "candidate": pieces["5"].pk}, follow=True
    )
    page = answer.content.decode()
    assert "“Gen Nakatani” is not among the speakers yet" in page
    assert f'data-panel="{pieces["5"].pk}"' in page


@pytest.mark.parametrize(
    "sent", [{}, {"action": "x"}, {"action": "accept"}, {"action": "accept", "candidate": "x"},
             {"action": "accept_as", "candidate": "", "quote": "7"}, {"action": "\x00"}]
)  # fmt: skip
def test_a_form_made_by_hand_changes_nothing(sent, client, snapshot, pieces):
    answer = client.post(address(snapshot), sent, follow=True)
    assert answer.status_code == 200
    assert not Decision.objects.exists()


# How often the database is asked


def _grow(snapshot, edith):
    """More of everything that the page shows."""
    text = snapshot.text
    for number in range(4):
        tenure = TenureFactory()
        SpeakerNameFactory(speaker=tenure.speaker)
        start = 30 * (snapshot.candidates.count() + 1)
        candidate = CandidateFactory(
            snapshot=snapshot,
            start=start,
            end=start + 25,
            speaker=tenure.speaker,
            tenure=tenure,
            said_on="2025-09-08",
            said_on_basis="stated",
            event=EventFactory(),
            statement=JointStatementFactory(),
        )
        FurtherSpeakerFactory(candidate=candidate)
        candidate.topics.add(TopicFactory())
        draft_quote(text[start : start + 25], speaker=tenure.speaker)
        if number % 2:
            accept(candidate, edith)


def test_the_number_of_queries_does_not_grow(client, snapshot, edith):
    def count(url):
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url).status_code == 200
        return len(captured)

    _grow(snapshot, edith)
    urls = {"page": address(snapshot), "state": address(snapshot, "workbench_state")}
    client.get(urls["page"])
    before = {name: count(url) for name, url in urls.items()}
    for _more in range(2):
        _grow(snapshot, edith)
    for name, url in urls.items():
        assert count(url) <= before[name] <= BUDGETS[f"admin.workbench.{name}"]

"""The workbench of a text whose article was captured again while it stood open."""

import pytest
from django.urls import reverse

from quotes.editorial.candidate_places import resize
from quotes.editorial.candidate_rows import Moved
from quotes.editorial.candidates import accept
from quotes.ingest.capturing import request
from quotes.ingest.keeping import as_read, keep
from quotes.models import Candidate, Decision
from tests.article_worked_on import SOURCE_A, captured
from tests.factories import CandidateFactory, SnapshotFactory

pytestmark = pytest.mark.django_db

URL = "https://www.example.org/artikel"


@pytest.fixture
def snapshot():
    return captured(url=URL)


def captured_again(user, text=f"Aktualisiert.\n{SOURCE_A}"):
    capture = request(user, text=text, url=URL)
    return keep(capture, as_read(capture), user)


def state(client, snapshot, **asked):
    address = reverse("admin:quotes_snapshot_workbench_state", args=[snapshot.pk])
    return client.get(address, asked).json()


def test_an_open_page_leads_to_the_newest_text(do, snapshot, pieces, edith, client_of):
    client = client_of(edith)
    before = state(client, snapshot)
    leads = "The article was captured again."
    assert leads not in before["panel"]
    newest = captured_again(edith)
    after = state(client, snapshot, version=before["version"])
    assert leads in after["panel"]
    address = reverse("admin:quotes_snapshot_workbench", args=[newest.pk])
    assert f'href="{address}"' in after["panel"]
    assert leads not in state(client, newest)["panel"]


def test_an_open_page_without_candidates_leads_there_too(snapshot, edith, client_of):
    client = client_of(edith)
    version = state(client, snapshot)["version"]
    captured_again(edith, "Ein ganz anderer Text.")
    assert "captured again" in state(client, snapshot, version=version)["panel"]


def test_a_page_that_went_back_to_this_text_leads_nowhere(snapshot, edith, client_of):
    captured_again(edith)
    captured_again(edith, SOURCE_A)
    assert "captured again" not in state(client_of(edith), snapshot)["panel"]


def test_an_excerpt_leads_to_a_whole_text_that_came_after_it(edith, client_of):
    client, first = client_of(edith), captured(url=URL)
    before = SnapshotFactory(article=first.article, text="Beide Seiten", extent="excerpt")
    assert "captured again" not in state(client, before)["panel"]
    captured_again(edith)
    assert "captured again" in state(client, before)["panel"]


@pytest.mark.parametrize("action", ["accept", "reject", "reopen", "resize", "change"])
def test_what_moved_meanwhile_is_not_changed_from_the_old_page(action, do, pieces, edith):
    accept(pieces["9"], edith)
    captured_again(edith)
    answer = do(action, pieces["9"], start=0, end=5, addressee="Reportern")
    assert answer.status_code == 422
    assert "stands in another text now" in answer.json()["sentences"][0]
    assert Decision.objects.get().candidate == Candidate.objects.get(pk=pieces["9"].pk)


def test_borders_of_the_old_text_are_none_of_the_new_one(pieces, edith):
    captured_again(edith)
    with pytest.raises(Moved):
        resize(pieces["9"], 0, 12, edith)


def test_what_stands_in_another_article_is_no_candidate_here(do, snapshot):
    assert do("reject", CandidateFactory()).status_code == 400

"""What the page's undo takes back: one's own last action, whole, and nobody else's."""

import pytest

from quotes.editorial.candidates import reject
from quotes.models import Candidate, Decision, Quote

pytestmark = pytest.mark.django_db


def fresh(candidate):
    return Candidate.objects.get(pk=candidate.pk)


def test_undoing_opens_the_candidate_again(do, pieces, edith):
    do("reject", pieces["9"])
    answer = do("reopen", pieces["9"]).json()
    assert answer["candidate"] == pieces["9"].pk
    assert answer["decisions"] == {}
    assert do("reopen", pieces["9"]).status_code == 422


def undone(do, answer):
    undo = dict(answer["undo"])
    candidate = Candidate.objects.get(pk=undo.pop("candidate"))
    return do(undo.pop("action"), candidate, **undo).json()


def test_undoing_the_acceptance_of_all_opens_exactly_these(do, pieces):
    do("new_speaker", pieces["6a"])
    do("reject", pieces["6b"])
    answer = do("accept_all", pieces["6a"]).json()
    assert Decision.objects.count() == 4
    after = undone(do, answer)
    assert (after["sentence"], after["candidate"]) == ("3 candidates open again.", pieces["6a"].pk)
    assert not Quote.objects.exists()
    assert Decision.objects.get().candidate == pieces["6b"]


def test_undoing_dates_and_borders_brings_back_what_was(do, pieces):
    do("change", pieces["9"], said_on="", said_on_expression="")
    answer = do("date_by_publication", pieces["5"]).json()
    assert fresh(pieces["9"]).said_on_basis == "publication"
    assert undone(do, answer)["sentence"] == "Date of publication taken back: 1 candidate."
    assert fresh(pieces["9"]).said_on == ""
    undone(do, do("resize", pieces["5"], start=0, end=12).json())
    assert fresh(pieces["5"]).exact == pieces["5"].exact


@pytest.mark.parametrize("candidates", [None, "x", ["x"], [True], [-1], [[]]])
def test_what_is_undone_together_is_a_list_of_keys(candidates, do, pieces):
    for action in ("reopen_all", "undate"):
        assert do(action, pieces["5"], candidates=candidates).status_code == 400


def test_the_key_takes_back_no_decision_of_somebody_else(do, pieces, rosa):
    reject(pieces["9"], rosa)
    answer = do("reopen", pieces["9"], mine=True)
    assert answer.status_code == 422
    assert answer.json()["sentences"] == ["rosa decided this: open it again with the button."]
    assert do("reopen", pieces["9"]).status_code == 200

"""What the page's undo takes back: one's own last action, whole, and nobody else's."""

import pytest

from quotes.editorial.candidates import reject
from quotes.models import Candidate, Decision, JointStatement, Quote, Speaker

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
    assert undone(do, answer)["sentence"] == "Taken back for 1 candidate."
    assert fresh(pieces["9"]).said_on == ""
    undone(do, do("resize", pieces["5"], start=0, end=12).json())
    assert fresh(pieces["5"]).exact == pieces["5"].exact


def test_undoing_what_was_made_or_given_says_to_how_many(do, pieces):
    made = do("new_speaker", pieces["6a"]).json()
    assert Candidate.objects.exclude(speaker=None).count() == 10
    assert undone(do, made)["sentence"] == "Taken back for 10 candidates."
    assert not Speaker.objects.exists()
    given = do("new_statement", pieces["3"], title="Press release").json()
    assert undone(do, given)["candidate"] == pieces["3"].pk
    assert not JointStatement.objects.exists()


def test_undoing_a_mark_takes_the_candidate_away_and_stays_where_one_was(do, pieces):
    answer = do("mark", pieces["9"], start=20, end=32).json()
    assert answer["candidate"] not in {row.pk for row in pieces.values()}
    assert undone(do, answer)["candidate"] == pieces["9"].pk
    assert Candidate.objects.count() == len(pieces)


def test_what_made_no_difference_needs_no_undoing(do, pieces):
    assert do("change", pieces["9"], kind=pieces["9"].kind).json()["undo"] == {}
    row = pieces["9"]
    assert do("mark", row, start=row.start, end=row.end).json()["undo"] == {}
    assert do("publish", row).json()["undo"] is None


def test_undoing_twice_is_refused_in_words(do, pieces):
    answer = do("change", pieces["9"], addressee="Reportern").json()
    undone(do, answer)
    again = do("take_back", pieces["9"], change=answer["undo"]["change"])
    assert again.status_code == 422
    assert again.json()["sentences"] == ["Nothing of this is left to take back."]


@pytest.mark.parametrize("change", ["", "x", 7, None, "0" * 33])
def test_a_change_is_named_by_its_number(change, do, pieces):
    assert do("take_back", pieces["5"], change=change).status_code == 400


@pytest.mark.parametrize("candidates", [None, "x", ["x"], [True], [-1], [[]]])
def test_what_is_opened_together_is_a_list_of_keys(candidates, do, pieces):
    assert do("reopen_all", pieces["5"], candidates=candidates).status_code == 400


def test_the_key_takes_back_no_decision_of_somebody_else(do, pieces, rosa):
    reject(pieces["9"], rosa)
    answer = do("reopen", pieces["9"], mine=True)
    assert answer.status_code == 422
    assert answer.json()["sentences"] == ["rosa decided this: open it again with the button."]
    assert do("reopen", pieces["9"]).status_code == 200

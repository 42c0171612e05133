"""An action that is sent again, since its answer was lost or by another window, is done once."""

import threading
from datetime import timedelta

import pytest
from django.db import connections
from django.utils import timezone

from quotes.admin.workbench.actions import ACTIONS
from quotes.admin.workbench.doing import Done
from quotes.admin.workbench.once import KEPT_FOR, done_once
from quotes.editorial.candidates import accept
from quotes.editorial.refusals import InEachOthersWay
from quotes.models import Decision, DoneAction, Quote, Speaker
from tests.at_once import until_waiting

pytestmark = pytest.mark.django_db


def test_what_is_sent_again_is_answered_again_and_done_once(do, pieces, rosa):
    told = [do("reject", pieces["9"], key="one").json()]
    do("reopen", pieces["9"], key="two")
    accept(pieces["9"], rosa)
    told.append(do("reject", pieces["9"], key="one").json())
    assert [one["sentence"] for one in told] == [told[0]["sentence"]] * 2
    assert [*told[1]["states"].values()] == ["accepted"]
    assert do("reject", pieces["9"], key="three").status_code == 409


def test_what_is_sent_again_after_it_was_taken_back_stays_taken_back(do, pieces):
    do("reject", pieces["9"], key="one")
    do("reopen", pieces["9"], key="two")
    answer = do("reject", pieces["9"], key="one").json()
    assert answer["decisions"] == {}
    assert not Decision.objects.exists()


def test_what_takes_it_back_is_told_again(do, pieces):
    do("new_speaker", pieces["6a"])
    first = do("accept_all", pieces["6a"], key="one").json()
    again = do("accept_all", pieces["6a"], key="one").json()
    assert again["undo"] == first["undo"]
    assert Quote.objects.count() == 4


def test_a_refusal_is_not_kept(do, pieces):
    assert do("accept_all", pieces["6a"], key="one").status_code == 422
    do("new_speaker", pieces["6a"])
    assert do("accept_all", pieces["6a"], key="one").status_code == 200
    assert DoneAction.objects.count() == 1


def test_what_the_database_gave_up_is_to_be_sent_again(do, pieces, monkeypatch):
    def given_up(doing):
        raise InEachOthersWay

    monkeypatch.setitem(ACTIONS, "reject", given_up)
    answer = do("reject", pieces["9"], key="one")
    assert answer.status_code == 503
    assert answer.json()["sentences"][0].startswith("Somebody saved at the same moment.")
    monkeypatch.undo()
    assert do("reject", pieces["9"], key="one").status_code == 200


def test_a_key_is_each_editors_own(do, pieces, rosa):
    do("reject", pieces["9"], key="one")
    do("reject", pieces["10"], user=rosa, key="one")
    assert {row.candidate for row in Decision.objects.all()} == {pieces["9"], pieces["10"]}


@pytest.mark.parametrize("key", [7, ["one"], "x" * 101, "\x00"])
def test_a_key_is_a_short_text(key, do, pieces):
    assert do("reject", pieces["9"], key=key).status_code == 400
    assert not Decision.objects.exists()


def test_without_a_key_everything_is_done(do, pieces):
    do("reject", pieces["9"])
    do("reopen", pieces["9"])
    do("reject", pieces["9"])
    assert Decision.objects.count() == 1
    assert not DoneAction.objects.exists()


def test_what_is_old_is_forgotten(do, pieces, edith, rosa):
    old = timezone.now() - KEPT_FOR - timedelta(minutes=1)
    for user, key in ((edith, "old"), (edith, "new"), (rosa, "old")):
        DoneAction.objects.create(user=user, key=key, answer={})
    DoneAction.objects.filter(key="old").update(created_at=old)
    do("reject", pieces["9"], key="one")
    assert {*DoneAction.objects.values_list("user", "key")} == {
        (edith.pk, "new"),
        (edith.pk, "one"),
        (rosa.pk, "old"),
    }


def test_work_that_breaks_leaves_no_record(edith):
    def work():
        Speaker.objects.create(name="Gen Nakatani", sort_name="Nakatani, Gen")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        done_once(edith, "one", work)
    assert not DoneAction.objects.exists()
    assert not Speaker.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_windows_at_the_same_moment_do_it_once(edith):
    entered, go_on = threading.Event(), threading.Event()
    worked, answers = [], []

    def work():
        worked.append(1)
        entered.set()
        assert go_on.wait(20)
        return Done("done", 5)

    def window():
        try:
            answers.append(done_once(edith, "one", work))
        finally:
            connections.close_all()

    windows = [threading.Thread(target=window) for _ in range(2)]
    windows[0].start()
    assert entered.wait(20)
    windows[1].start()
    until_waiting()
    go_on.set()
    for each in windows:
        each.join(20)
    assert answers == [Done("done", 5)] * 2
    assert worked == [1]

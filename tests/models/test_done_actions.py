"""What the database holds of actions that were done: one answer a key, and none without a key."""

import pytest

from quotes.models import DoneAction
from tests.models.attacks import UNIQUE_VIOLATION, refused

pytestmark = pytest.mark.django_db


def test_a_key_is_used_once_by_each_account(edith, rosa):
    DoneAction.objects.create(user=edith, key="a", answer={})
    with refused("doneaction_once_a_key", UNIQUE_VIOLATION):
        DoneAction.objects.create(user=edith, key="a", answer={})
    DoneAction.objects.create(user=rosa, key="a", answer={})


def test_nothing_is_done_under_an_empty_key(edith):
    with refused("doneaction_has_a_key"):
        DoneAction.objects.create(user=edith, key="", answer={})


def test_they_go_with_their_account(edith):
    DoneAction.objects.create(user=edith, key="a", answer={})
    edith.delete()
    assert not DoneAction.objects.exists()

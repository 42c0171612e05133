"""Source A in the workbench, and its actions sent as the page's script sends them."""

import json

import pytest
from django.urls import reverse

from tests.article_worked_on import captured, proposed


@pytest.fixture
def snapshot():
    return captured()


@pytest.fixture
def pieces(snapshot):
    return proposed(snapshot)


@pytest.fixture
def do(edith, client_of, snapshot):
    """Send one action as a user, Edith unless told otherwise; about one piece of the text."""

    def send(action, candidate=None, *, user=edith, text=None, **members):
        address = reverse("admin:quotes_snapshot_workbench_do", args=[(text or snapshot).pk])
        body = {"action": action, **members}
        if candidate is not None:
            body["candidate"] = candidate.pk
        return client_of(user).post(address, json.dumps(body), content_type="application/json")

    return send

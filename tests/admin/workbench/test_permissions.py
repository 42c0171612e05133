"""Who may ask the workbench for what, and how whoever may not is answered."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from quotes.models import Decision
from tests.factories import UserFactory, published_quote

pytestmark = pytest.mark.django_db


def state(client, snapshot, **asked):
    return client.get(reverse("admin:quotes_snapshot_workbench_state", args=[snapshot.pk]), asked)


def test_a_contributor_changes_no_published_quote(do, pieces, carl):
    quote = published_quote("Geduld ist nötig")
    assert do("accept_as", pieces["5"], user=carl, quote=quote.pk).status_code == 403
    assert do("reject", pieces["5"], user=carl).status_code == 200


def test_who_may_not_gets_an_answer_and_no_page(do, snapshot, pieces, client_of):
    stranger = UserFactory()
    assert do("reject", pieces["5"], user=stranger).status_code == 403
    assert state(client_of(stranger), snapshot).status_code == 403
    assert do("reject", pieces["5"], user=UserFactory(is_staff=False)).status_code == 401


def test_who_is_signed_out_is_told_so(snapshot, pieces):
    answer = state(Client(), snapshot)
    assert (answer.status_code, answer.json()["login"]) == (401, True)
    address = reverse("admin:quotes_snapshot_workbench_do", args=[snapshot.pk])
    assert Client().post(address, "{}", content_type="application/json").status_code == 401


def test_nothing_is_done_in_the_name_of_somebody_else(pieces, edith, rosa):
    body = {"action": "reject", "candidate": pieces["9"].pk, "user": edith.pk}
    client = Client()
    client.force_login(rosa)
    address = reverse("admin:quotes_snapshot_workbench_do", args=[pieces["9"].snapshot_id])
    refused = client.post(address, json.dumps(body), content_type="application/json")
    assert refused.status_code == 401
    assert not Decision.objects.filter(candidate=pieces["9"]).exists()


def test_a_change_needs_the_token_of_the_page(snapshot, pieces, edith):
    client = Client(enforce_csrf_checks=True)
    client.force_login(edith)
    address = reverse("admin:quotes_snapshot_workbench_do", args=[snapshot.pk])
    body = json.dumps({"action": "reject", "candidate": pieces["9"].pk})
    assert client.post(address, body, content_type="application/json").status_code == 403
    assert not Decision.objects.exists()


def test_each_address_answers_one_method(snapshot, edith, client_of):
    client = client_of(edith)
    do_address = reverse("admin:quotes_snapshot_workbench_do", args=[snapshot.pk])
    assert client.get(do_address).status_code == 405
    state_address = reverse("admin:quotes_snapshot_workbench_state", args=[snapshot.pk])
    assert client.post(state_address).status_code == 405
    assert client.get(state_address.replace(f"/{snapshot.pk}/", "/999999/")).status_code == 404
    assert client.get(state_address.replace(f"/{snapshot.pk}/", f"/{'9' * 30}/")).status_code == 404

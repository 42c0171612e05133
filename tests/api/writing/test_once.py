"""Nobody writes over what he has not seen, and nothing is done twice."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection, connections
from django.utils import timezone

from quotes.api.writing import idempotency
from quotes.editorial.history import changes
from quotes.models import IdempotentAnswer, Quote
from tests import factories

pytestmark = pytest.mark.django_db

QUOTES = "/api/v1/quotes/"
KEY = '"8e03978e-40d5-43dd-bc93-6894a57f9324"'


def test_a_change_names_the_version_it_changes(ediths):
    made = ediths.post(QUOTES, {"addressee": "Reporter"})
    address, etag = made.headers["Location"], made.headers["ETag"]
    assert ediths.patch(address, {"context": "a"}, None).status_code == 428
    newer = ediths.patch(address, {"context": "a"}, etag)
    assert newer.status_code == 200
    for send in (ediths.patch, ediths.put):
        stale = send(address, {"context": "b"}, etag)
        assert stale.status_code == 412
        assert stale.headers["ETag"] == newer.headers["ETag"]
    assert ediths.delete(address, etag).status_code == 412
    assert ediths.patch(address, {"context": "b"}, f"W/{newer.headers['ETag']}").status_code == 412
    assert (
        ediths.patch(address, {"context": "b"}, f'"x", {newer.headers["ETag"]}').status_code == 200
    )
    assert Quote.objects.get().context == "b"


def test_a_change_of_a_part_by_the_admin_makes_the_version_stale(ediths):
    made = ediths.post(QUOTES, {"attributions": [{"description": "ein Beamter"}]})
    quote = Quote.objects.get()
    factories.AttributionFactory(quote=quote)
    assert ediths.patch(made.headers["Location"], {}, made.headers["ETag"]).status_code == 412


def test_the_same_key_does_the_work_once_and_answers_as_before(ediths):
    first = ediths.post(QUOTES, {"addressee": "Reporter"}, Idempotency_Key=KEY)
    again = ediths.post(QUOTES, {"addressee": "Reporter"}, Idempotency_Key=KEY)
    bare = ediths.post(QUOTES, {"addressee": "Reporter"}, Idempotency_Key=KEY.strip('"'))
    for replay in (again, bare):
        assert (replay.status_code, replay.content) == (201, first.content)
        for name in ("Location", "ETag", "Content-Type"):
            assert replay.headers[name] == first.headers[name]
        assert replay.headers["Idempotency-Replayed"] == "true"
        assert replay.headers["Cache-Control"] == "private, no-store"
    assert Quote.objects.count() == 1


def test_the_same_key_with_another_request_is_refused(ediths):
    ediths.post(QUOTES, {"addressee": "Reporter"}, Idempotency_Key=KEY)
    other = ediths.post(QUOTES, {"addressee": "niemand"}, Idempotency_Key=KEY)
    elsewhere = ediths.post("/api/v1/articles/", {"addressee": "Reporter"}, Idempotency_Key=KEY)
    assert (other.status_code, elsewhere.status_code) == (422, 422)
    assert Quote.objects.count() == 1


def test_a_key_belongs_to_its_token(ediths, edith, rosa, tool):
    ediths.post(QUOTES, {"addressee": "Reporter"}, Idempotency_Key=KEY)
    for user in (edith, rosa):
        answer = tool(user, "drafts:write").post(QUOTES, {"addressee": "x"}, Idempotency_Key=KEY)
        assert answer.status_code == 201
        assert "Idempotency-Replayed" not in answer.headers
    assert Quote.objects.count() == 3


def test_a_refusal_is_not_kept(ediths):
    wrong = ediths.post(QUOTES, {"event": 10**6}, Idempotency_Key=KEY)
    assert wrong.status_code == 422
    assert not IdempotentAnswer.objects.exists()
    assert ediths.post(QUOTES, {"addressee": "x"}, Idempotency_Key=KEY).status_code == 201


def test_a_key_is_forgotten_after_a_day(ediths):
    ediths.post(QUOTES, {"addressee": "Reporter"}, Idempotency_Key=KEY)
    with time_machine.travel(timezone.now() + timedelta(hours=24, minutes=1)):
        later = ediths.post(QUOTES, {"addressee": "Reporter"}, Idempotency_Key=KEY)
    assert "Idempotency-Replayed" not in later.headers
    assert Quote.objects.count() == 2
    assert IdempotentAnswer.objects.count() == 1


def test_what_is_no_key_is_refused(ediths):
    for key in ("", " ", "ä", "a b", '"', "x" * 256):
        assert ediths.post(QUOTES, {"addressee": "x"}, Idempotency_Key=key).status_code == 400
    assert not Quote.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_request_in_progress_holds_its_key(ediths, monkeypatch):
    """The key's lock is the database's: another connection holds it."""
    taken = []
    locked = idempotency._lock

    def as_another(token, key):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
        locked(token, key)
        taken.append((token, key))

    monkeypatch.setattr(idempotency, "_lock", as_another)
    ediths.post(QUOTES, {"addressee": "Reporter"}, Idempotency_Key=KEY)
    other = connections.create_connection("default")
    try:
        other.set_autocommit(False)
        [(token, key)] = taken
        import hashlib

        digest = hashlib.sha256(f"{token.pk}\0{key}".encode()).digest()
        with other.cursor() as cursor:
            cursor.execute(
                "SELECT pg_advisory_xact_lock(%s)",
                [int.from_bytes(digest[:8], "big", signed=True)],
            )
        answer = ediths.post(QUOTES, {"addressee": "Reporter"}, Idempotency_Key=KEY)
        assert answer.status_code == 409
    finally:
        other.rollback()
        other.close()
    again = ediths.post(QUOTES, {"addressee": "Reporter"}, Idempotency_Key=KEY)
    assert again.headers["Idempotency-Replayed"] == "true"


def test_a_crash_after_the_work_leaves_neither_work_nor_record(ediths, monkeypatch):
    def crash(**columns):
        raise RuntimeError("the power is gone")

    monkeypatch.setattr(IdempotentAnswer.objects, "create", crash)
    with pytest.raises(RuntimeError):
        ediths.post(QUOTES, {"addressee": "Reporter"}, Idempotency_Key=KEY)
    assert not Quote.objects.exists()


def test_history_names_the_token(ediths, edith):
    ediths.post(QUOTES, {"addressee": "Reporter", "reason": "aus der Agentur"})
    context = Quote.pgh_event_model.objects.latest("pgh_created_at").pgh_context
    assert (context["user"], context["token_name"]) == (edith.pk, "Redaktionssystem")
    assert context["request"] == f"POST {QUOTES}"
    assert changes(Quote.objects.get())[0].reason == "aus der Agentur"

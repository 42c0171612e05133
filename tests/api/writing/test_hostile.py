"""What attackers try: broken bodies, tokens of others, members that are nobody's to set."""

import json
import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from quotes.api.writing.authentication import MOST_FAILURES
from quotes.api.writing.bodies import DEEPEST, LARGEST_BODY
from quotes.editorial.refusals import MOST_FINDINGS
from quotes.models import Quote, Speaker
from tests import factories

from .conftest import Tool, places

pytestmark = pytest.mark.django_db

QUOTES = "/api/v1/quotes/"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 201),  # a draft of nothing
        (b"{", 400),
        (b"[]", 422),
        (b"null", 422),
        (b'"text"', 422),
        (b"\xff\xfe", 400),
        (b'{"addressee": NaN}', 400),
        (b'{"addressee": "a", "addressee": "b"}', 400),
        (b'{"addressee": "a\\u0000b"}', 422),
        (b'{"addressee": "a\\ud800b"}', 422),
        (b'{"\\ud800": 1}', 400),
        (b'{"a": ' * (DEEPEST + 5) + b"1" + b"}" * (DEEPEST + 5), 400),
        (b"[" * 100_000 + b"]" * 100_000, 400),
        (b'{"event": ' + b"9" * 5000 + b"}", 400),
        (b'{"event": 1e400}', 422),
        (b'{"event": 9223372036854775808}', 422),
        (b'{"addressee": "' + b"x" * LARGEST_BODY + b'"}', 413),
        (b'{"addressee": "\'; DROP TABLE quotes_quote; --"}', 201),
        (b'{"attributions": [[]]}', 422),
        (b'{"attributions": {"id": 1}}', 422),
        (b'{"occurrences": [{"segments": [null]}]}', 422),
        (b'{"reason": 5}', 422),
    ],
)
def test_bodies_of_every_kind_are_answered_calmly(body, status, ediths):
    answer = ediths.post(QUOTES, body)
    assert answer.status_code == status, answer.content[:500]
    assert Quote.objects.count() == (status == 201)


@pytest.mark.parametrize("address", [QUOTES, "/api/v1/captures/"])
def test_thousands_of_wrong_members_are_refused_soon(address, ediths):
    began = time.monotonic()
    found = places(ediths.post(address, {f"m{number}": "" for number in range(20_000)}))
    assert time.monotonic() - began < 15
    assert len(found) == MOST_FINDINGS
    assert "/m0" in found


def test_other_formats_are_refused(ediths):
    for kind in ("text/plain", "application/x-www-form-urlencoded", "application/xml"):
        answer = ediths.client.generic(
            "POST", QUOTES, "a=1", content_type=kind, headers=ediths.headers
        )
        assert answer.status_code == 415


@pytest.mark.parametrize(
    ("member", "value"),
    [
        *(("state", "published"), ("first_published_at", "2025-01-01T00:00:00Z")),
        *(("published_at", "2025-01-01T00:00:00Z"), ("unseen_since", None), ("id", 1)),
        *(("confirmed_at", None), ("wording", "erfunden"), ("created_at", None), ("__class__", 1)),
    ],
)
def test_nobody_sets_what_only_moves_set(member, value, ediths):
    assert f"/{member}" in places(ediths.post(QUOTES, {member: value}))
    if value is not None:
        made = ediths.post(QUOTES, {}).headers["Location"]
        assert f"/{member}" in places(ediths.patch(made, {member: value}))
    assert all(quote.state == "draft" and not quote.wording for quote in Quote.objects.all())


def test_tokens_are_taken_from_the_header_alone(edith):
    _token, secret = factories.token_of(edith, "drafts:read")
    address = f"{QUOTES}{factories.draft_quote().pk}/"
    assert Tool(None).get(f"{address}?token={secret}").status_code == 400
    assert Tool(None).get(address, Cookie=f"token={secret}").status_code == 404
    for scheme in ("Token", "Basic"):
        assert Tool(None).get(address, Authorization=f"{scheme} {secret}").status_code == 404


@pytest.mark.parametrize(
    "text", ["", "x", "a b", "wortlaut_", "wortlaut_" + "0" * 64, "%00", "ü", "'; --", "x" * 9999]
)
def test_what_is_no_token_is_401_without_a_trace_of_it(text, caplog):
    answer = Tool(None).get(QUOTES, Authorization=f"Bearer {text}")
    assert answer.status_code == 401
    assert 'error="invalid_token"' in answer.headers["WWW-Authenticate"]
    if len(text) > 9:
        assert text not in answer.content.decode()


def test_who_keeps_guessing_has_to_wait():
    for _ in range(MOST_FAILURES):
        assert Tool("wrong").get(QUOTES).status_code == 401
    answer = Tool("wrong").get(QUOTES)
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) <= 60
    assert Tool(None).get(QUOTES).status_code == 200


def test_without_a_token_nobody_is_looked_up(client):
    factories.published_quote()
    with CaptureQueriesContext(connection) as captured:
        assert client.get(QUOTES).status_code == 200
    asked = " ".join(query["sql"] for query in captured)
    assert "quotes_quote" in asked
    assert "apitoken" not in asked
    assert "auth_user" not in asked


def test_a_contributor_takes_no_rows_away_that_are_not_his_to_take(carl, tool):
    speaker = factories.TenureFactory().speaker
    answer = tool(carl, "drafts:write").patch(
        f"/api/v1/speakers/{speaker.pk}/", {"tenures": [], "reason": "weg"}
    )
    assert answer.status_code == 403
    assert "delete_tenure" in answer.json()["detail"]
    assert speaker.tenures.exists()


def test_what_is_no_draft_needs_a_reason(ediths, rosa, tool):
    assert "/reason" in places(ediths.post("/api/v1/speakers/", {"name": "A", "kind": "person"}))
    assert not Speaker.objects.exists()
    quote = factories.published_quote()
    changed = {"context": "anders"}
    assert "/reason" in places(tool(rosa, "published:write").patch(f"{QUOTES}{quote.pk}/", changed))
    answer = tool(rosa, "published:write").patch(
        f"{QUOTES}{quote.pk}/", {**changed, "reason": "genauer"}
    )
    assert answer.status_code == 200
    assert answer.json()["unseen_since"] is not None


def test_drafts_leak_to_no_token_without_its_scope(edith, tool):
    quote = factories.draft_quote()
    bare = tool(edith)
    assert bare.get(f"{QUOTES}{quote.pk}/").status_code == 404
    words = json.dumps(quote.wording, ensure_ascii=False)
    listed = tool(edith, "drafts:read").get(QUOTES)
    assert words not in listed.content.decode()

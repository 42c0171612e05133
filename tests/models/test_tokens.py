"""What the database holds of tokens: no nameless one, no unknown scope, one answer a key."""

from datetime import timedelta

import pytest

from quotes.models import ApiToken, IdempotentAnswer, Scope
from tests.factories import token_of
from tests.models.attacks import UNIQUE_VIOLATION, refused

pytestmark = pytest.mark.django_db


def test_a_token_has_a_name(edith):
    with refused("apitoken_has_a_name"):
        token_of(edith, name="")


def test_a_token_has_known_scopes_only(edith):
    with refused("apitoken_scopes_known"):
        token_of(edith, "everything")


def test_a_key_has_one_answer(edith):
    token, _secret = token_of(edith)
    answer = {"key": "a", "fingerprint": "0" * 64, "status": 201, "headers": {}, "body": b""}
    IdempotentAnswer.objects.create(token=token, **answer)
    with refused("idempotentanswer_once_a_key", UNIQUE_VIOLATION):
        IdempotentAnswer.objects.create(token=token, **answer)
    other, _secret = token_of(edith)
    IdempotentAnswer.objects.create(token=other, **answer)


def test_scopes_include_those_before_them():
    writes = ApiToken(scopes=[Scope.WRITE_DRAFTS])
    assert writes.allows(Scope.READ_DRAFTS)
    assert writes.allows(Scope.WRITE_DRAFTS)
    assert not writes.allows(Scope.WRITE_PUBLIC)
    assert not any(ApiToken(scopes=[]).allows(scope) for scope in Scope)


def test_only_the_hash_of_a_token_is_kept(edith):
    token, secret = token_of(edith)
    assert secret.startswith("wortlaut_")
    assert len(secret) == len("wortlaut_") + 64
    assert secret.startswith(token.token_key)
    assert len(token.token_key) < 20
    assert secret not in token.digest
    assert timedelta(days=29) < token.expiry - token.created <= timedelta(days=30, minutes=1)

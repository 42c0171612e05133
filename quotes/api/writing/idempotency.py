"""``Idempotency-Key`` (draft-ietf-httpapi-idempotency-key-header): a request that is sent again,
since its answer got lost, does its work once and is answered as the first time."""

import hashlib
import json
import re
from collections.abc import Callable
from datetime import timedelta
from http import HTTPStatus

from django.db import connection, transaction
from django.http import HttpResponse
from django.utils import timezone
from rest_framework.exceptions import APIException, ParseError
from rest_framework.request import Request

from quotes.models import ApiToken, IdempotentAnswer

from .scopes import token_of

KEPT_FOR = timedelta(hours=24)
_KEPT_HEADERS = ("Content-Type", "Location", "ETag")
# A string as in RFC 8941, or the bare word that most clients send.
# Written so that ECMA-262, and with it the schema, means the same by it.
KEY = re.compile(r'"([ !#-\[\]-~]{1,255})"|([!#-~]{1,255})')


class OtherRequest(APIException):
    """422: the key was used for another request."""

    status_code = HTTPStatus.UNPROCESSABLE_ENTITY
    default_detail = "This Idempotency-Key was used for another request: take a new one."


class InProgress(APIException):
    """409: the first request with this key is not done yet."""

    status_code = HTTPStatus.CONFLICT
    default_detail = "A request with this Idempotency-Key is in progress: ask again later."


def answered_once(request: Request, work: Callable[[], HttpResponse]) -> HttpResponse:
    """What ``work`` answers, or what it answered when this key was last used.

    Work and record are one transaction: after a crash both are there, or neither. Only what was
    done is kept; a refusal changed nothing, and the same key may be tried again.
    """
    key = _key(request)
    if key is None:
        with transaction.atomic():
            return work()
    token = token_of(request)
    fingerprint = _fingerprint(request)
    with transaction.atomic():
        _lock(token, key)
        now = timezone.now()
        IdempotentAnswer.objects.filter(token=token, created_at__lte=now - KEPT_FOR).delete()
        kept = IdempotentAnswer.objects.filter(token=token, key=key).first()
        if kept is not None:
            if kept.fingerprint != fingerprint:
                raise OtherRequest
            return _again(kept)
        answer = work()
        IdempotentAnswer.objects.create(
            token=token,
            key=key,
            fingerprint=fingerprint,
            status=answer.status_code,
            headers={name: answer[name] for name in _KEPT_HEADERS if name in answer},
            body=answer.content,
        )
        return answer


def _key(request: Request) -> str | None:
    """The key; None where there is none. Raises ParseError (400) for what is no key."""
    sent = request.headers.get("Idempotency-Key")
    if sent is None:
        return None
    found = KEY.fullmatch(sent.strip())
    if found is None:
        raise ParseError("An Idempotency-Key has from 1 to 255 printable ASCII characters.")
    return found[1] or found[2]


def _fingerprint(request: Request) -> str:
    """Of what is asked: method, address, precondition and what the body says."""
    asked = [request.method, request.path, request.headers.get("If-Match", ""), request.data]
    return hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()


def _lock(token: ApiToken, key: str) -> None:
    """Held until the transaction ends, also by a crash. Raises InProgress where another has it."""
    digest = hashlib.sha256(f"{token.pk}\0{key}".encode()).digest()
    number = int.from_bytes(digest[:8], "big", signed=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [number])
        if not cursor.fetchone()[0]:
            raise InProgress


def _again(kept: IdempotentAnswer) -> HttpResponse:
    response = HttpResponse(bytes(kept.body), status=kept.status, headers=kept.headers)
    response["Idempotency-Replayed"] = "true"
    return response

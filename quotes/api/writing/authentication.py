"""Who asks: ``Authorization: Bearer …`` (RFC 6750) with a token made in the admin.

A request without a token asks the database nothing. A token is looked up by its hash alone, so
that neither the time of an answer nor a log tells anything of it.
"""

import re
from datetime import timedelta
from typing import Any

from django.core.cache import cache
from django.utils import timezone
from knox.auth import TokenAuthentication
from knox.crypto import hash_token
from knox.settings import knox_settings
from rest_framework.exceptions import AuthenticationFailed, Throttled
from rest_framework.request import Request

from config.client_address import client_address
from quotes.editorial.tokens import why_useless
from quotes.models import ApiToken

REALM = 'Bearer realm="Wortlaut"'
# So many wrong tokens a minute from one address, and it waits until the minute is over.
MOST_FAILURES = 30
_MINUTE = 60  # seconds
_USED_TO_THE = timedelta(hours=1)
_TOKEN = re.compile(re.escape(knox_settings.TOKEN_PREFIX) + "[0-9a-f]{64}")


class TokenRefused(AuthenticationFailed):
    """401: the token that was sent opens nothing; ``members`` for the problem details."""


class BearerAuthentication(TokenAuthentication):
    """Knox's tokens, found by their hash in one query; other schemes are no business of ours."""

    def authenticate(self, request: Request) -> tuple[Any, ApiToken] | None:
        scheme, _space, text = request.META.get("HTTP_AUTHORIZATION", "").partition(" ")
        if scheme.lower() != "bearer":
            return None
        failures = _Failures(request)
        failures.check()
        token = _find(text.strip())
        if token is None:
            failures.add()
            raise TokenRefused("There is no such token.")
        useless = why_useless(token, timezone.now())
        if useless:
            failures.add()
            raise TokenRefused(useless)
        _note_use(token)
        return token.user, token

    def authenticate_header(self, request: Request) -> str:
        sent = "HTTP_AUTHORIZATION" in request.META
        return f'{REALM}, error="invalid_token"' if sent else REALM


def _find(text: str) -> ApiToken | None:
    if not _TOKEN.fullmatch(text):
        return None
    return ApiToken.objects.select_related("user").filter(digest=hash_token(text)).first()


def _note_use(token: ApiToken) -> None:
    now = timezone.now()
    if token.last_used_at is None or now - token.last_used_at > _USED_TO_THE:
        ApiToken.objects.filter(pk=token.pk).update(last_used_at=now)


class _Failures:
    """How often wrong tokens came from an address lately. Counted by each process for itself:
    a token has 256 random bits, so that this keeps load away and no guesser."""

    def __init__(self, request: Request) -> None:
        self.key = f"wrong-tokens:{client_address(request._request)}"

    def check(self) -> None:
        if cache.get(self.key, 0) >= MOST_FAILURES:
            raise Throttled(wait=_MINUTE, detail="Too many wrong tokens came from this address.")

    def add(self) -> None:
        cache.add(self.key, 0, _MINUTE)
        try:
            cache.incr(self.key)
        except ValueError:  # it has just run out
            cache.set(self.key, 1, _MINUTE)


def is_tool(request: Any) -> bool:
    """Whether the request brings a token, or something in its place."""
    return "HTTP_AUTHORIZATION" in request.META

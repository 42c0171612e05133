"""What a token may be used for, and the answer where it may not: 403 that names the scope."""

from typing import Any

from rest_framework.exceptions import NotAuthenticated, PermissionDenied
from rest_framework.request import Request

from quotes.models import ApiToken, Scope

from .authentication import REALM


class InsufficientScope(PermissionDenied):
    """403 (RFC 6750): the token lacks a scope."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        super().__init__(f"This needs a token with the scope “{scope.value}”.")

    @property
    def members(self) -> dict[str, Any]:
        return {"scope": self.scope.value}

    @property
    def auth_header(self) -> str:
        return f'{REALM}, error="insufficient_scope", scope="{self.scope.value}"'


def has_scope(request: Request, scope: Scope) -> bool:
    """Whether the request brings a token with this scope."""
    return request.auth is not None and token_of(request).allows(scope)


def token_of(request: Request) -> ApiToken:
    """The token that the request brings."""
    token: Any = request.auth
    return token


def need_scope(request: Request, scope: Scope) -> None:
    """Raise NotAuthenticated (401) without a token, InsufficientScope (403) without the scope."""
    if request.auth is None:
        raise NotAuthenticated("This needs a token: “Authorization: Bearer …”.")
    if not token_of(request).allows(scope):
        raise InsufficientScope(scope)

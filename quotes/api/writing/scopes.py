"""What a token may be used for, and the answer where it may not: 403 that names the scope."""

from typing import Any

from rest_framework.exceptions import NotAuthenticated, PermissionDenied
from rest_framework.request import Request

from quotes.models import Scope

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
    return request.auth is not None and request.auth.allows(scope)


def need_scope(request: Request, scope: Scope) -> None:
    """Raise NotAuthenticated (401) without a token, InsufficientScope (403) without the scope."""
    if request.auth is None:
        raise NotAuthenticated("This needs a token: “Authorization: Bearer …”.")
    if not request.auth.allows(scope):
        raise InsufficientScope(scope)

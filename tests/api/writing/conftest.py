"""Editors' tools: clients that send JSON with a token."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from tests.factories import token_of


class Tool:
    """Sends JSON with a token, as an editor's tool does."""

    def __init__(self, secret: str | None) -> None:
        self.client = Client(raise_request_exception=True)
        self.headers = {"Authorization": f"Bearer {secret}"} if secret else {}

    def ask(
        self, method: str, address: str, body: Any = None, etag: str | None = None, **headers: str
    ) -> Any:
        sent = {**self.headers, **{name.replace("_", "-"): text for name, text in headers.items()}}
        if etag is not None:
            sent["If-Match"] = etag
        content = {}
        if body is not None:
            content = {
                "data": body if isinstance(body, bytes) else json.dumps(body),
                "content_type": headers.get("content_type", "application/json"),
            }
        return self.client.generic(method, address, headers=sent, **content)

    def get(self, address: str, **headers: str) -> Any:
        return self.ask("GET", address, **headers)

    def post(self, address: str, body: Any, **headers: str) -> Any:
        return self.ask("POST", address, body, **headers)

    def patch(self, address: str, body: Any, etag: str | None = "*", **headers: str) -> Any:
        return self.ask("PATCH", address, body, etag, **headers)

    def put(self, address: str, body: Any, etag: str | None = "*", **headers: str) -> Any:
        return self.ask("PUT", address, body, etag, **headers)

    def delete(self, address: str, etag: str | None = "*", **headers: str) -> Any:
        return self.ask("DELETE", address, None, etag, **headers)


@pytest.fixture(autouse=True)
def _no_failures_yet() -> None:
    cache.clear()


@pytest.fixture
def tool() -> Callable[..., Tool]:
    """A tool of a user, with these scopes."""

    def make(user: Any, *scopes: str) -> Tool:
        _token, secret = token_of(user, *scopes)
        return Tool(secret)

    return make


@pytest.fixture
def ediths(edith: Any, tool: Callable[..., Tool]) -> Tool:
    """Edith's tool, for drafts."""
    return tool(edith, "drafts:write")


def places(response: Any, status: int = 422) -> dict[str, str]:
    """The pointers that a refusal names, with what is wrong there."""
    assert response.status_code == status, response.content.decode()
    assert response.headers["Content-Type"] == "application/problem+json"
    return {error["pointer"]: error["detail"] for error in response.json()["errors"]}

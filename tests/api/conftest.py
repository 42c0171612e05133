"""What is there when the API is asked whatever comes to mind."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from tests.api.whole_rows import whole_article, whole_outlet, whole_statement


@pytest.fixture
def kept_connection(db: None) -> Iterator[None]:
    """A server ends its connections with each request; the test’s has to last."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def everything_public(kept_connection: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """A row of every kind."""
    for make in (whole_statement, whole_article, whole_outlet):
        make()
    # Made-up tokens come by the hundred.
    monkeypatch.setattr("quotes.api.writing.authentication.MOST_FAILURES", 10**9)
    cache.clear()

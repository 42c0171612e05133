"""Which request a change was made in: kept in the history beside who made it and why."""

from collections.abc import Callable

import pghistory
from django.http import HttpRequest, HttpResponse

_READING = ("GET", "HEAD", "OPTIONS", "TRACE")


class RequestHistoryMiddleware:
    """Opens one context of history for each request that may change something.

    ``quotes.editorial.recording`` adds who and why inside it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method in _READING:
            return self.get_response(request)
        with pghistory.context(request=f"{request.method} {request.path}"[:200]):
            return self.get_response(request)

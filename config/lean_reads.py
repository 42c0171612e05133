"""Reads of the API take a short way: no session, no login, no messages, no language, no forms."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve

_READING = ("GET", "HEAD")
_API = "/api/v1/"
# Data is not shown in frames and loads nothing.
_POLICY = "default-src 'none'; frame-ancestors 'none'"


class LeanReads:
    """Answers by itself where a view says ``lean``; everything else goes through all middlewares.

    A request that brings a token is not one of everybody's and goes the long way, too.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if (
            request.method not in _READING
            or not request.path_info.startswith(_API)
            or "HTTP_AUTHORIZATION" in request.META
        ):
            return self.get_response(request)
        try:
            match = resolve(request.path_info)
        except Resolver404:
            return self.get_response(request)
        if not getattr(match.func, "lean", False):
            return self.get_response(request)
        request.resolver_match = match
        response = match.func(request, *match.args, **match.kwargs)
        response.headers["Content-Security-Policy"] = _POLICY
        response.headers["X-Frame-Options"] = "DENY"
        if not response.streaming and response.status_code != HTTPStatus.NOT_MODIFIED:
            response.headers["Content-Length"] = str(len(response.content))
        return response

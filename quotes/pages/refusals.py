"""Refusals of the server itself, in words: bodies too large to be read, methods not answered."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from .errors import method_not_allowed, too_large

# The admin has limits of its own (DATA_UPLOAD_MAX_…), with forms that need them; the API answers
# with problem details.
_OTHERS = ("/admin/", "/api/")


class RefusalsMiddleware:
    """413 for bodies above the limit of their address, unread; 405 with a page that says so."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(_OTHERS):
            return self.get_response(request)
        if _length(request) > settings.LARGEST_BODY:
            return too_large(request, settings.LARGEST_BODY)
        response = self.get_response(request)
        if response.status_code == 405 and not response.content:
            return method_not_allowed(request, response.headers.get("Allow", ""))
        return response


def _length(request: HttpRequest) -> int:
    """Bytes that the request announces; without a number nothing is read of it (WSGI)."""
    length = request.META.get("CONTENT_LENGTH") or ""
    return int(length) if length.isascii() and length.isdigit() and len(length) < 20 else 0

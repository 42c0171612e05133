"""Which address a request came from, when trusted proxies stand in front of the site."""

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str | None:
    """The client's address, for the login throttle.

    Each of the ``TRUSTED_PROXIES`` proxies appends the address it was called from to
    ``X-Forwarded-For``; whatever stands further to the left was sent by the client and proves
    nothing. Without trusted proxies the header is not looked at.
    """
    if settings.TRUSTED_PROXIES:
        hops = [hop.strip() for hop in request.headers.get("X-Forwarded-For", "").split(",")]
        if len(hops) >= settings.TRUSTED_PROXIES and hops[-settings.TRUSTED_PROXIES]:
            return hops[-settings.TRUSTED_PROXIES]
    return request.META.get("REMOTE_ADDR")

"""How often one address may ask: a bucket of requests that fills up again as time goes by.

Buckets are kept in the memory of each process, so that a site with several has several limits;
a proxy in front can set a common one.
"""

from ipaddress import ip_address
from threading import Lock
from time import monotonic

from django.conf import settings
from django.http import HttpRequest
from rest_framework.exceptions import Throttled

from config.client_address import client_address

# Addresses remembered; those longest quiet go first.
_REMEMBERED = 20_000
_IPV6_NETWORK = 2**64

_buckets: dict[object, tuple[float, float]] = {}
_lock = Lock()


class TooOften(Throttled):
    """429: the bucket is empty. ``headers`` say so as those of every other answer do."""

    def __init__(self, wait: float, headers: dict[str, str]) -> None:
        super().__init__(wait=wait)
        self.headers = headers


def spend(request: HttpRequest) -> dict[str, str]:
    """Take one request from the client's bucket; the headers that tell what is left
    (draft-ietf-httpapi-ratelimit-headers). Raises TooOften with the seconds to wait."""
    limit = settings.WORTLAUT_API_REQUESTS_PER_MINUTE
    now, refill = monotonic(), limit / 60
    key = _key(client_address(request))
    with _lock:
        left, at = _buckets.pop(key, (float(limit), now))
        left = min(limit, left + (now - at) * refill)
        granted = left >= 1
        left -= granted
        # Put in anew, and so at the end: the first are those longest quiet.
        _buckets[key] = left, now
        if len(_buckets) > _REMEMBERED:
            del _buckets[next(iter(_buckets))]
    headers = {
        "RateLimit-Policy": f'"address";q={limit};w=60',
        "RateLimit": f'"address";r={int(left)}',
    }
    if not granted:
        raise TooOften(max(1.0, (1 - left) / refill), headers)
    return headers


def forget() -> None:
    """Begin anew with full buckets."""
    _buckets.clear()


def _key(address: str | None) -> object:
    """One bucket for each IPv4 address, and for each IPv6 network of one customer (/64)."""
    try:
        found = ip_address(address or "")
    except ValueError:
        return address
    return int(found) // _IPV6_NETWORK if found.version == 6 else address

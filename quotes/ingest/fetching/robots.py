"""Whether a site lets Wortlaut read a page: its robots.txt, fetched like any page (RFC 9309)."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace

from quotes.text.web_addresses import WebAddress

from .decompressing import decompressed
from .exchange import USER_AGENT
from .guarded_network import dialled_host
from .refused import Reason, Refused
from .robots_rules import Rules, read_rules
from .session import Session

_KEPT_SECONDS = 3600
_KEPT_SITES = 500
_OF_THE_SITE = frozenset((Reason.CONNECTION, Reason.TLS, Reason.TOO_SLOW))
_WITHOUT_END = frozenset((Reason.TOO_MANY_REDIRECTS, Reason.REDIRECT_LOOP))


class RobotsCache:
    """The rules of the sites asked lately, for an hour each, shared by threads.

    A robots.txt that could not be had is asked for anew the next time.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._kept: OrderedDict[str, tuple[float, Rules]] = OrderedDict()
        self._lock = threading.Lock()

    def rules(self, site: str, load: Callable[[], Rules]) -> Rules:
        with self._lock:
            until, rules = self._kept.get(site, (0.0, Rules()))
        if self._clock() < until:
            return rules
        rules = load()
        with self._lock:
            self._kept[site] = self._clock() + _KEPT_SECONDS, rules
            self._kept.move_to_end(site)
            while len(self._kept) > _KEPT_SITES:
                self._kept.popitem(last=False)
        return rules


def check_robots(address: WebAddress, session: Session, cache: RobotsCache) -> None:
    """Raise Refused (robots) where the site shuts this page to robots, and robots_unreachable
    where it cannot be known: the server has an error, or its robots.txt leads to a forbidden
    place. What keeps the page itself from being reached is raised as it is."""
    site = f"{address.scheme}://{address.authority}"
    rules = cache.rules(site, lambda: _load(address, session))
    if not rules.allow(address.path + (f"?{address.query}" if address.query else "")):
        raise Refused(Reason.ROBOTS, host=dialled_host(address))


def _load(address: WebAddress, session: Session) -> Rules:
    robots = replace(address, path="/robots.txt", query="")
    most = session.limits.robots_bytes
    try:
        answer = session.follow(robots, lambda head: head.status == 200, longest=most).answer
        encoding = answer.head.headers.get("content-encoding", "")
        is_cut = len(answer.body) == most
        body = decompressed(answer.body, encoding, session.limits, is_cut)
    except Refused as refused:
        if refused.reason in _OF_THE_SITE:
            raise
        if refused.reason in _WITHOUT_END:
            return Rules()
        raise Refused(Reason.ROBOTS_UNREACHABLE, host=dialled_host(address)) from refused
    if answer.head.status >= 500:
        raise Refused(Reason.ROBOTS_UNREACHABLE, host=dialled_host(address))
    return read_rules(body[:most].decode(errors="replace"), USER_AGENT)

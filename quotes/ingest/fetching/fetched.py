"""A page of the public web, fetched and decoded."""

import ssl
from dataclasses import dataclass
from datetime import UTC, datetime

from .charsets import decode
from .content_types import PLAIN, check_declared, declared_type, found_type
from .decompressing import decompressed
from .exchange import Head
from .guarded_network import Dial, Resolver, dial_tcp, system_resolver
from .limits import STANDARD, Limits
from .refused import Reason, Refused
from .robots import RobotsCache, check_robots
from .session import Session, read_address

_WANTED = frozenset((200, 203))
_SHARED_ROBOTS = RobotsCache()


@dataclass(frozen=True)
class Fetched:
    """`url` is the address asked for, `redirects` are those that led on, `final_url` is where
    the page was; all in normal form. `body` is decompressed; `text` is it decoded, by `charset`
    (a name of the Encoding Standard). `fetched_at` is in UTC."""

    url: str
    final_url: str
    redirects: tuple[str, ...]
    status: int
    content_type: str
    charset: str
    body: bytes
    text: str
    fetched_at: datetime


def fetch(
    url: str,
    limits: Limits = STANDARD,
    *,
    resolver: Resolver = system_resolver,
    dial: Dial = dial_tcp,
    allowed: frozenset[str] = frozenset(),
    tls: ssl.SSLContext | None = None,
    robots: RobotsCache = _SHARED_ROBOTS,
) -> Fetched:
    """Fetch an HTML page or a plain text from the public web.

    `allowed` names hosts with ports ("127.0.0.1:9001") that may lie elsewhere, for trying things
    out; `resolver`, `dial` and `tls` stand for the system's look-up, its connections and the
    certificates trusted. Blocks up to `limits.seconds`. Raises Refused for everything that is
    not such a page.
    """
    session = Session(limits, resolver, dial, allowed, tls)
    asked = read_address(url)
    followed = session.follow(
        asked, _judge, before=lambda address: check_robots(address, session, robots)
    )
    head = followed.answer.head
    encoding = head.headers.get("content-encoding", "")
    body = decompressed(followed.answer.body, encoding, limits)
    if not body.strip():
        raise Refused(Reason.EMPTY)
    media_type, label = declared_type(head.headers.get("content-type", ""))
    media_type = found_type(body, media_type)
    text, charset = decode(body, label, is_html=media_type != PLAIN)
    return Fetched(
        url=str(asked),
        final_url=str(followed.address),
        redirects=tuple(str(address) for address in followed.passed),
        status=head.status,
        content_type=media_type,
        charset=charset,
        body=body,
        text=text,
        fetched_at=datetime.now(UTC),
    )


def _judge(head: Head) -> bool:
    """Whether this is a page to be read; before its body is loaded."""
    if head.status not in _WANTED:
        raise Refused(Reason.STATUS, status=head.status)
    check_declared(declared_type(head.headers.get("content-type", ""))[0])
    return True

"""One request and its answer, as bytes: no redirect, no cookie, no proxy, nothing decoded.

httpcore and not httpx above it: its public interface takes a network of one's own, it reads no
environment, and it hands on what came over the wire.
"""

import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

import certifi
import h11
import httpcore

from quotes.text.web_addresses import WebAddress

from .guarded_network import Guard, GuardedStream, dialled_host
from .limits import Limits
from .refused import Reason, Refused

USER_AGENT = "Wortlaut"
_ACCEPTED = "text/html, application/xhtml+xml, text/plain;q=0.8"
_ENCODINGS = "gzip, deflate"


@dataclass(frozen=True)
class Head:
    """Status and headers (names in lower case; the first of each name)."""

    status: int
    headers: Mapping[str, str]


@dataclass(frozen=True)
class Answer:
    """What a server said to one request; the body as sent, perhaps compressed."""

    head: Head
    body: bytes


# Whether the body is wanted; raises Refused where the answer is not.
Judge = Callable[[Head], bool]


def exchange(
    address: WebAddress,
    guard: Guard,
    limits: Limits,
    judge: Judge,
    tls: ssl.SSLContext | None = None,
    longest: int | None = None,
) -> Answer:
    """Ask for an address that the guard has admitted. The body is read where `judge` wants it.

    A body longer than `longest` bytes is cut there. Raises Refused.
    """
    with httpcore.ConnectionPool(
        ssl_context=tls or public_certificates(), max_connections=1, network_backend=guard
    ) as pool:
        try:
            with pool.stream("GET", _target(address), headers=_headers(address)) as response:
                head = Head(response.status, _readable(response.headers))
                if not judge(head):
                    return Answer(head, b"")
                stream: GuardedStream = response.extensions["network_stream"]
                stream.begin_body()
                return Answer(head, _body(response, head, limits, longest))
        except httpcore.RemoteProtocolError as error:
            # Otherwise the server hung up before it said anything.
            is_wrong = isinstance(error.__context__, h11.RemoteProtocolError)
            reason = Reason.PROTOCOL if is_wrong else Reason.BROKEN_OFF
            raise Refused(reason, host=dialled_host(address)) from error
        except (httpcore.NetworkError, httpcore.TimeoutException) as error:
            raise Refused(Reason.BROKEN_OFF, host=dialled_host(address)) from error


@lru_cache(maxsize=1)
def public_certificates() -> ssl.SSLContext:
    """Trust in the public authorities, whatever the environment says; host names are checked."""
    return ssl.create_default_context(cafile=certifi.where())


def _body(response: httpcore.Response, head: Head, limits: Limits, longest: int | None) -> bytes:
    announced = head.headers.get("content-length", "")
    if longest is None and announced.isdecimal() and int(announced[:20]) > limits.wire_bytes:
        raise Refused(Reason.TOO_LARGE, megabytes=limits.wire_bytes // 1_000_000)
    body = bytearray()
    try:
        for piece in response.iter_stream():
            body += piece
            if longest is not None and len(body) >= longest:
                return bytes(body[:longest])
    except httpcore.RemoteProtocolError as error:
        host = response.extensions["network_stream"].host
        raise Refused(Reason.BROKEN_OFF, host=host) from error
    return bytes(body)


def _target(address: WebAddress) -> httpcore.URL:
    target = address.path + (f"?{address.query}" if address.query else "")
    return httpcore.URL(
        scheme=address.scheme,
        host=dialled_host(address),
        port=address.dialled_port,
        target=target,
    )


def _headers(address: WebAddress) -> list[tuple[str, str]]:
    port = f":{address.port}" if address.port else ""
    return [
        ("Host", address.host + port),
        ("User-Agent", USER_AGENT),
        ("Accept", _ACCEPTED),
        ("Accept-Encoding", _ENCODINGS),
        ("Connection", "close"),
    ]


def _readable(headers: list[tuple[bytes, bytes]]) -> Mapping[str, str]:
    """UTF-8 where it is, as servers send it against the rules, else Latin-1."""
    read: dict[str, str] = {}
    for name, value in headers:
        try:
            text = value.decode()
        except UnicodeDecodeError:
            text = value.decode("latin-1")
        read.setdefault(name.decode("latin-1").lower(), text)
    return MappingProxyType(read)

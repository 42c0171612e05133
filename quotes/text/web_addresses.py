"""Web addresses (RFC 3986): checked, in one normal form, and without what only traces readers."""

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import Literal
from urllib.parse import urljoin, urlsplit

from quotes.text.amp_addresses import plain_form
from quotes.text.tracking_parameters import is_tracking
from quotes.text.web_hosts import MalformedHost, registered_domain, written_host

LONGEST = 2000  # characters
_SHOWN = 80
_DEFAULT_PORTS = {"http": 80, "https": 443}
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_PORT = re.compile(r"0*[0-9]{1,5}")
_ESCAPE = re.compile(r"%([0-9a-fA-F]{2})?")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_IN_PATH = _UNRESERVED | frozenset("!$&'()*+,;=:@/")
_IN_QUERY = _IN_PATH | frozenset("?")

MalformedReason = Literal[
    "empty", "too_long", "characters", "not_http", "credentials", "host", "port"
]
_SAID = {
    "empty": "there is none",
    "too_long": f"it is longer than {LONGEST} characters",
    "characters": "it holds control characters, backslashes or broken characters",
    "not_http": "it does not begin with http:// or https://",
    "credentials": "it holds a user name or a password",
    "host": "its host is no domain name and no IP address",
    "port": "its port is not a number from 1 to 65535",
}


class MalformedAddress(ValueError):
    """Not an http(s) address; `reason` says why, `address` holds what was written."""

    def __init__(self, address: str, reason: MalformedReason) -> None:
        shown = address if len(address) <= _SHOWN else address[:_SHOWN] + "…"
        super().__init__(f"“{shown}” is not a web address: {_SAID[reason]}.")
        self.address = address
        self.reason = reason


@dataclass(frozen=True)
class WebAddress:
    """The parts of an address in their normal form; `str()` puts them together.

    `port` is None where it is the scheme's own; `path` begins with "/"; `query` is empty or has
    no "?" before it. The fragment is not kept.
    """

    scheme: str
    host: str
    port: int | None
    path: str
    query: str

    def __str__(self) -> str:
        port = f":{self.port}" if self.port else ""
        query = f"?{self.query}" if self.query else ""
        return f"{self.scheme}://{self.host}{port}{self.path}{query}"

    @property
    def dialled_port(self) -> int:
        return self.port or _DEFAULT_PORTS[self.scheme]

    @property
    def authority(self) -> str:
        """Host and port, the port always said: `example.org:443`."""
        return f"{self.host}:{self.dialled_port}"


def parse(url: str) -> WebAddress:
    """Read an address and bring it into the normal form of RFC 3986, section 6.2.2 and 6.2.3.

    Scheme and host in lower case, the host in ASCII, default port and fragment dropped, dot
    segments removed, escapes only where they are needed and in capitals; an empty path is "/".
    Every parameter is kept. White space around the address is ignored.
    Raises MalformedAddress.
    """
    stripped = url.strip()
    if not stripped:
        raise MalformedAddress(url, "empty")
    if len(stripped) > LONGEST:
        raise MalformedAddress(url, "too_long")
    scheme = _SCHEME.match(stripped)
    if not scheme or scheme[1].lower() not in _DEFAULT_PORTS:
        raise MalformedAddress(url, "not_http")
    # Browsers drop some of these and read others as "/": what is checked must be what is dialled.
    before_query = re.split("[?#]", stripped, maxsplit=1)[0]
    if "\\" in before_query or any(unicodedata.category(c) in ("Cc", "Cs") for c in stripped):
        raise MalformedAddress(url, "characters")
    if not stripped[scheme.end() :].startswith("//"):
        raise MalformedAddress(url, "host")
    try:
        parts = urlsplit(stripped)
    except ValueError as error:
        raise MalformedAddress(url, "host") from error
    if "@" in parts.netloc:
        raise MalformedAddress(url, "credentials")
    host, port = _authority(url, parts.netloc)
    path = _without_dots(_escaped(parts.path, _IN_PATH)) or "/"
    query = "&".join(piece for piece in _escaped(parts.query, _IN_QUERY).split("&") if piece)
    default = port == _DEFAULT_PORTS[parts.scheme]
    address = WebAddress(parts.scheme, host, None if default else port, path, query)
    if len(str(address)) > LONGEST:
        raise MalformedAddress(url, "too_long")
    return address


def normal(url: str) -> str:
    """The address in its normal form, leading to the very same resource; see `parse`.

    Raises MalformedAddress.
    """
    return str(parse(url))


def canonical(url: str) -> str:
    """The address under which one page is kept, however it was come by: in normal form, without
    parameters that only trace readers, and the page itself where an AMP form of it was given.

    http and https, and hosts with and without www, stay apart: that they are one is not certain.
    Raises MalformedAddress.
    """
    address = _untraced(parse(url))
    while amp := plain_form(address.scheme, address.host, address.path, address.query):
        if address.port:
            break
        try:
            address = _untraced(parse(amp))
        except MalformedAddress:
            break
    return str(address)


def joined(base: str, reference: str) -> str:
    """Where a link (`reference`, possibly relative) leads from the page at `base`, in normal
    form. Raises MalformedAddress."""
    try:
        return normal(urljoin(base, reference.strip()))
    except MalformedAddress:
        raise
    except ValueError as error:
        raise MalformedAddress(reference, "host") from error


def host_of(url: str) -> str:
    """The host in lower-case ASCII, IPv6 in brackets. Raises MalformedAddress."""
    return parse(url).host


def is_same_site(one: str, other: str) -> bool:
    """Whether both addresses lie under one registered domain (`amp.bbc.co.uk`, `www.bbc.co.uk`).

    Raises MalformedAddress.
    """
    return registered_domain(host_of(one)) == registered_domain(host_of(other))


def normal_escapes(part: str) -> str:
    """A path with or without its query as it stands in a normal address, dot segments kept."""
    return _escaped(part, _IN_QUERY)


def _untraced(address: WebAddress) -> WebAddress:
    kept = [piece for piece in address.query.split("&") if not is_tracking(piece.split("=")[0])]
    return replace(address, query="&".join(kept))


def _authority(url: str, netloc: str) -> tuple[str, int | None]:
    host, colon, port = netloc.rpartition(":")
    if not colon or port.endswith("]"):
        host, port = netloc, ""
    if port and not (_PORT.fullmatch(port) and 0 < int(port) < 65536):
        raise MalformedAddress(url, "port")
    try:
        return written_host(host), int(port) if port else None
    except MalformedHost as error:
        raise MalformedAddress(url, "host") from error


def _escaped(part: str, plain: frozenset[str]) -> str:
    """Escape what may not stand as it is, and unescape what need not be escaped."""

    def decoded(escape: re.Match[str]) -> str:
        if not escape[1]:
            return "%25"
        character = chr(int(escape[1], 16))
        return character if character in _UNRESERVED else escape.group().upper()

    return "".join(
        c if c in plain or c == "%" else "".join(f"%{byte:02X}" for byte in c.encode())
        for c in _ESCAPE.sub(decoded, part)
    )


def _without_dots(path: str) -> str:
    """RFC 3986, section 5.2.4: "." stands for nothing, ".." takes the segment before it away."""
    kept: list[str] = []
    segments = path.split("/")
    for segment in segments[1:]:
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in (".", ".."):
        kept.append("")
    return "/" + "/".join(kept) if path else ""

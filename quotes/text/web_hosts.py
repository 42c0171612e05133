"""The host of a web address: how it is written, and which hosts belong to one site.

Domain names by UTS #46 and RFC 5890, numbers as browsers read them (WHATWG URL, section 3.5):
what looks like a name and means 127.0.0.1 is shown as 127.0.0.1.
"""

import ipaddress
import re

import idna
from tld import get_fld

_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?")
_LONGEST_NAME = 253
_NUMBER = re.compile(r"0[xX][0-9a-fA-F]*|[0-9]+")


class MalformedHost(ValueError):
    """Neither a domain name nor an IP address; the message holds what was written."""


def written_host(host: str) -> str:
    """A host as it stands in a canonical address: lower case, ASCII (`xn--…`), no final dot;
    IPv4 in four decimal parts, IPv6 compressed and in brackets.

    Takes the host with or without such brackets' content parsed. Raises MalformedHost, also for
    IPv6 addresses that name an interface (`fe80::1%eth0`).
    """
    if host.startswith("["):
        return _ipv6(host)
    name = _ascii(host)
    if _NUMBER.fullmatch(name.rpartition(".")[2]):
        return _ipv4(name, host)
    if len(name) > _LONGEST_NAME or not all(_LABEL.fullmatch(label) for label in name.split(".")):
        raise MalformedHost(host)
    return name


def registered_domain(host: str) -> str:
    """The part of a written host that somebody registered: `bbc.co.uk` of `www.bbc.co.uk`.

    By the public suffix list that the package `tld` carries, suffixes of private owners
    (`github.io`) among them; its default rule (the last two labels) for what the list does not
    know. The host itself where it is an IP address, one label, or a public suffix.
    """
    if host.startswith("[") or _NUMBER.fullmatch(host.rpartition(".")[2]):
        return host
    known = get_fld(f"http://{host}/", fail_silently=True)
    if known:
        return known
    if get_fld(f"http://www.{host}/", fail_silently=True):
        return host
    return ".".join(host.split(".")[-2:])


def _ascii(host: str) -> str:
    """A domain name in lower-case ASCII. Names without other letters are not judged by IDNA,
    which knows no underscore."""
    try:
        mapped = idna.uts46_remap(host, std3_rules=False, transitional=False)
        mapped = mapped.removesuffix(".")
        labels = [
            idna.alabel(label).decode() if not label.isascii() else label
            for label in mapped.split(".")
        ]
        for label in labels:
            if label.startswith("xn--"):
                idna.ulabel(label)
    except (idna.IDNAError, UnicodeError) as error:
        raise MalformedHost(host) from error
    return ".".join(labels).lower()


def _ipv4(name: str, host: str) -> str:
    """One to four numbers, decimal, octal (0…) or hexadecimal (0x…); the last fills the rest."""
    parts = name.split(".")
    if len(parts) > 4:
        raise MalformedHost(host)
    numbers = [_number(part, host) for part in parts]
    *bytes_, last = numbers
    if any(number > 255 for number in bytes_) or last >= 256 ** (4 - len(bytes_)):
        raise MalformedHost(host)
    value = last + sum(number << 8 * (3 - place) for place, number in enumerate(bytes_))
    return str(ipaddress.IPv4Address(value))


def _number(part: str, host: str) -> int:
    # Bounded before it is read: Python refuses to read very long numbers in its own words.
    if not _NUMBER.fullmatch(part) or len(part) > 20:
        raise MalformedHost(host)
    try:
        if part[:2] in ("0x", "0X"):
            return int(part[2:] or "0", 16)
        return int(part, 8) if part.startswith("0") else int(part)
    except ValueError as error:
        raise MalformedHost(host) from error


def _ipv6(host: str) -> str:
    if not host.endswith("]") or "%" in host:
        raise MalformedHost(host)
    try:
        return f"[{ipaddress.IPv6Address(host[1:-1]).compressed}]"
    except ValueError as error:
        raise MalformedHost(host) from error

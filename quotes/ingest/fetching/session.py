"""The requests of one fetch: one deadline, one guard, redirects followed by hand."""

import ssl
from collections.abc import Callable
from dataclasses import dataclass

from quotes.text.web_addresses import LONGEST, MalformedAddress, WebAddress, joined, parse

from .exchange import Answer, Head, Judge, exchange
from .guarded_network import Dial, Guard, Resolver
from .limits import Deadline, Limits
from .refused import Reason, Refused

_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_LONGEST_SHOWN = 200


@dataclass(frozen=True)
class Followed:
    """An answer that is no redirect: where it came from, and the addresses that led there."""

    address: WebAddress
    passed: tuple[WebAddress, ...]
    answer: Answer


class Session:
    """`allowed` holds "host:port" that may have any port and any address, for trying things out.

    They are let through only where the editor's own address was such a one and every redirect
    since: a page of the public web cannot lead there.
    """

    def __init__(
        self,
        limits: Limits,
        resolver: Resolver,
        dial: Dial,
        allowed: frozenset[str],
        tls: ssl.SSLContext | None,
    ) -> None:
        self.limits = limits
        self._guard = Guard(Deadline(limits.seconds), limits, resolver, dial)
        self._allowed = allowed
        self._tls = tls

    def follow(
        self,
        address: WebAddress,
        judge: Judge,
        before: Callable[[WebAddress], None] | None = None,
        longest: int | None = None,
    ) -> Followed:
        """Ask for an address and for what it redirects to.

        `before` is called for each address that was admitted, before it is asked for; `judge`
        sees the head of the last answer and says whether its body is wanted, which is cut after
        `longest` bytes. Raises Refused.
        """
        passed: tuple[WebAddress, ...] = ()
        is_exempt = True
        while True:
            is_exempt = is_exempt and address.authority in self._allowed
            self._guard.admit(address, is_exempt)
            if before:
                before(address)
            answer = exchange(
                address, self._guard, self.limits, _unless_redirect(judge), self._tls, longest
            )
            if not _is_redirect(answer.head):
                return Followed(address, passed, answer)
            passed += (address,)
            if len(passed) > self.limits.redirects:
                raise Refused(Reason.TOO_MANY_REDIRECTS, most=self.limits.redirects)
            address = read_address(answer.head.headers["location"], str(address))
            if address in passed:
                raise Refused(Reason.REDIRECT_LOOP, address=_shown(str(address)))


def read_address(url: str, base: str = "") -> WebAddress:
    """An address as it will be dialled; a link is read from the page at `base`.

    Raises Refused (empty_address, address_too_long, malformed, not_http, credentials).
    """
    try:
        return parse(joined(base, url)) if base else parse(url)
    except MalformedAddress as error:
        match error.reason:
            case "empty":
                raise Refused(Reason.EMPTY_ADDRESS) from error
            case "too_long":
                raise Refused(Reason.ADDRESS_TOO_LONG, most=LONGEST) from error
            case "not_http":
                raise Refused(Reason.NOT_HTTP, address=_shown(error.address)) from error
            case "credentials":
                raise Refused(Reason.CREDENTIALS) from error
            case _:
                raise Refused(Reason.MALFORMED, address=_shown(error.address)) from error


def _unless_redirect(judge: Judge) -> Judge:
    return lambda head: not _is_redirect(head) and judge(head)


def _is_redirect(head: Head) -> bool:
    return head.status in _REDIRECTS and "location" in head.headers


def _shown(address: str) -> str:
    return address if len(address) <= _LONGEST_SHOWN else address[:_LONGEST_SHOWN] + "…"

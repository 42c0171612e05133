"""The only way to a socket: names are looked up once, every address is checked, and exactly the
address that was checked is dialled."""

import queue
import socket
import ssl
import threading
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import httpcore

from quotes.text.web_addresses import WebAddress

from .limits import Deadline, Limits
from .public_addresses import is_public
from .refused import Reason, Refused

# Takes a host name, gives its IP addresses; raises OSError where there are none.
Resolver = Callable[[str], Sequence[str]]
# Takes an IP address, a port and seconds to wait; opens a connection.
Dial = Callable[[str, int, float], httpcore.NetworkStream]

_PORTS = frozenset((80, 443))
# A name may have many addresses; that many are tried.
_TRIED = 4


def system_resolver(host: str) -> list[str]:
    """The addresses that the operating system knows for a name, in its order."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def dial_tcp(address: str, port: int, seconds: float) -> httpcore.NetworkStream:
    """Open a connection to an IP address."""
    return httpcore.SyncBackend().connect_tcp(address, port, timeout=seconds)


class Guard(httpcore.NetworkBackend):
    """The network of one fetch. Nothing is dialled that `admit` has not let through.

    A name is looked up once, however often it is asked for: what it means cannot change between
    the check and the connection, nor between robots.txt and the page.
    """

    def __init__(
        self,
        deadline: Deadline,
        limits: Limits,
        resolver: Resolver,
        dial: Dial,
    ) -> None:
        self._deadline = deadline
        self._limits = limits
        self._resolver = resolver
        self._dial = dial
        self._known: dict[str, Sequence[str]] = {}
        self._admitted: dict[tuple[str, int], Sequence[str]] = {}

    def admit(self, address: WebAddress, is_exempt: bool = False) -> None:
        """Let connections to this host and port through, to the addresses found now.

        An exempt one may have any port and any address. Raises Refused (port, name_unknown,
        address_not_public, too_slow).
        """
        host, port = dialled_host(address), address.dialled_port
        self._admitted.pop((host, port), None)
        if not is_exempt and port not in _PORTS:
            raise Refused(Reason.PORT, port=port)
        if host not in self._known:
            self._known[host] = [host] if _is_number(address) else self._looked_up(host)
        for found in self._known[host]:
            if not is_exempt and not is_public(found):
                raise Refused(Reason.ADDRESS_NOT_PUBLIC, host=host, address=found)
        self._admitted[host, port] = self._known[host]

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Dial the admitted addresses one after the other. Raises Refused (connection)."""
        for address in self._admitted[host, port][:_TRIED]:
            seconds = self._deadline.left(self._limits.connect_seconds)
            try:
                stream = self._dial(address, port, seconds)
            except (OSError, httpcore.NetworkError, httpcore.TimeoutException):
                continue
            return GuardedStream(stream, host, self._deadline, self._limits)
        raise Refused(Reason.CONNECTION, host=host)

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        raise Refused(Reason.CONNECTION, host=path)

    def _looked_up(self, host: str) -> Sequence[str]:
        """Ask the resolver in a thread, for it knows no limit of time: one that does not answer
        is left behind."""
        answers: queue.SimpleQueue[Sequence[str]] = queue.SimpleQueue()

        def ask() -> None:
            try:
                answers.put(list(self._resolver(host)))
            except (OSError, UnicodeError):
                answers.put([])

        threading.Thread(target=ask, name=f"look up {host}", daemon=True).start()
        try:
            found = answers.get(timeout=self._deadline.left())
        except queue.Empty:
            raise self._deadline.passed() from None
        if not found:
            raise Refused(Reason.NAME_UNKNOWN, host=host)
        return found


class GuardedStream(httpcore.NetworkStream):
    """A connection that ends at the deadline, and after so many bytes: those of the header
    first, those of the body once `begin_body` was called."""

    def __init__(
        self, stream: httpcore.NetworkStream, host: str, deadline: Deadline, limits: Limits
    ) -> None:
        self._stream = stream
        self.host = host
        self._deadline = deadline
        self._limits = limits
        self._bytes_left = limits.header_bytes
        self._is_in_body = False

    def begin_body(self) -> None:
        self._bytes_left = self._limits.wire_bytes
        self._is_in_body = True

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        if self._bytes_left == 0:
            raise self._too_large()
        try:
            data = self._stream.read(min(max_bytes, self._bytes_left), self._deadline.left())
        except httpcore.ReadTimeout as error:
            raise self._deadline.passed() from error
        self._bytes_left -= len(data)
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        try:
            self._stream.write(buffer, self._deadline.left())
        except httpcore.WriteTimeout as error:
            raise self._deadline.passed() from error

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        """Raises Refused (tls) where the certificate does not hold for the host."""
        try:
            stream = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left())
        except httpcore.ConnectTimeout as error:
            raise self._deadline.passed() from error
        except httpcore.ConnectError as error:
            detail = getattr(error.__cause__, "verify_message", "") or "no secure connection"
            raise Refused(Reason.TLS, host=self.host, detail=detail) from error
        return GuardedStream(stream, self.host, self._deadline, self._limits)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)

    def _too_large(self) -> Refused:
        if self._is_in_body:
            return Refused(Reason.TOO_LARGE, megabytes=self._limits.wire_bytes // 1_000_000)
        return Refused(Reason.HEADERS_TOO_LARGE, kilobytes=self._limits.header_bytes // 1000)


def dialled_host(address: WebAddress) -> str:
    """The host without the brackets of an IPv6 address."""
    return address.host.strip("[]")


def _is_number(address: WebAddress) -> bool:
    """Whether the host is an IP address. In normal form only those end in a figure's label."""
    return address.host.startswith("[") or address.host.rpartition(".")[2].isdigit()

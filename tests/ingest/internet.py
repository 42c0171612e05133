"""A small internet on this machine: names with public addresses, and servers behind them.

Real HTTP over real sockets; only the name service and the last step of dialling are replaced,
so that a public address, once it was accepted, leads to a server on loopback.
"""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

import httpcore

from quotes.ingest.fetching import Fetched, Limits, fetch
from quotes.ingest.fetching.guarded_network import dial_tcp
from quotes.ingest.fetching.robots import RobotsCache

ADDRESS = "93.184.215.14"
ARTICLE = (
    "<!doctype html><html lang=de><head><meta charset=utf-8><title>Gespräch</title></head>"
    "<body><p>„Vertrauen braucht Geduld“, sagte der Minister.</p></body></html>"
)

# What a server sends: bytes, written as they come; an iterator may wait between them.
Sent = bytes | Callable[[], Iterator[bytes]]


def answer(
    body: bytes | str = ARTICLE,
    content_type: str | None = "text/html; charset=utf-8",
    status: str = "200 OK",
    **headers: str | int,
) -> bytes:
    """A whole HTTP answer; names of headers with underscores for hyphens, None leaves one out."""
    content = body.encode() if isinstance(body, str) else body
    named: dict[str, Any] = {"Content-Type": content_type, "Content-Length": len(content)}
    named.update({name.replace("_", "-"): value for name, value in headers.items()})
    lines = [f"{name}: {value}" for name, value in named.items() if value is not None]
    return "\r\n".join([f"HTTP/1.1 {status}", *lines, "", ""]).encode("latin-1") + content


def redirect(location: str, status: str = "302 Found") -> bytes:
    return answer("", None, status, Location=location)


class Internet:
    """`names` lead to addresses, `pages` to what is sent for "host/path" (default: 404).

    `looked_up`, `dialled` (address, port) and `asked` ("host/path") are what was done.
    """

    def __init__(self) -> None:
        self.names: dict[str, list[str] | Callable[[], list[str]]] = {"example.org": [ADDRESS]}
        self.pages: dict[str, Sent] = {"example.org/artikel": answer()}
        self.looked_up: list[str] = []
        self.dialled: list[tuple[str, int]] = []
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.unreachable: set[str] = set()
        self.robots = RobotsCache()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.port = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def fetch(self, url: str = "http://example.org/artikel", **options: Any) -> Fetched:
        """Fetch over this internet; options as of `fetch`, limits also one by one."""
        given = {
            name: options.pop(name) for name in list(options) if name in Limits.__annotations__
        }
        options.setdefault("resolver", self.resolve)
        options.setdefault("dial", self.dial)
        return fetch(url, replace(Limits(), **given), robots=self.robots, **options)

    def resolve(self, host: str) -> list[str]:
        self.looked_up.append(host)
        if host not in self.names:
            raise OSError("Name or service not known")
        found = self.names[host]
        return found() if callable(found) else found

    def dial(self, address: str, port: int, seconds: float) -> httpcore.NetworkStream:
        self.dialled.append((address, port))
        if address in self.unreachable:
            raise httpcore.ConnectError("refused")
        return dial_tcp("127.0.0.1", self.port, seconds)

    def serve_tls(self, context: Any) -> None:
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        internet = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                place = self.headers["Host"] + self.path
                internet.asked.append(place)
                internet.headers.append(dict(self.headers))
                sent = internet.pages.get(place, answer("", status="404 Not Found"))
                try:
                    for piece in [sent] if isinstance(sent, bytes) else sent():
                        self.wfile.write(piece)
                        self.wfile.flush()
                except OSError:
                    pass  # the client hung up, as it should on what is too much
                self.close_connection = True

            def log_message(self, *_: object) -> None:
                pass

        return Handler

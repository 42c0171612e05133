"""The live server of the tests, which knows when everything it was asked has been dealt with."""

import threading
from typing import Any

from django.core.servers.basehttp import ThreadedWSGIServer


class WatchedServer(ThreadedWSGIServer):
    """Counts its open connections. What a page sent as it was closed is still at work when its test
    ends, and must not meet the emptying of the database."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        self.open = 0
        self.changed = threading.Condition()
        super().__init__(*arguments, **options)

    def process_request(self, request: Any, client_address: Any) -> None:
        with self.changed:
            self.open += 1
        super().process_request(request, client_address)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        try:
            super().process_request_thread(request, client_address)
        finally:
            with self.changed:
                self.open -= 1
                self.changed.notify_all()

    def wait_until_idle(self, seconds: float) -> bool:
        """Whether all connections came to their end in this time."""
        with self.changed:
            return self.changed.wait_for(lambda: self.open == 0, seconds)

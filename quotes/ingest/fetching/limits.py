"""How much of a server's answer is taken, and how long it is waited for."""

import time
from dataclasses import dataclass

from .refused import Reason, Refused


@dataclass(frozen=True)
class Limits:
    """Sizes in bytes, times in seconds. `seconds` is for all together: names, robots.txt,
    redirects, the page; `connect_seconds` for each address that is dialled."""

    redirects: int = 5
    seconds: float = 20
    connect_seconds: float = 5
    header_bytes: int = 64_000
    wire_bytes: int = 5_000_000
    decompressed_bytes: int = 20_000_000
    # What RFC 9309 asks to be read at the least, and a little more; the rest is not looked at.
    robots_bytes: int = 512 * 1024


STANDARD = Limits()


class Deadline:
    """The moment at which patience ends, counted from now."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._end = time.monotonic() + seconds

    def left(self, most: float | None = None) -> float:
        """Seconds until the end, at most `most`. Raises Refused (too_slow) where none are left."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise self.passed()
        return left if most is None else min(left, most)

    def passed(self) -> Refused:
        return Refused(Reason.TOO_SLOW, seconds=round(self._seconds))

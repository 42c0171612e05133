"""How many files are sent at a time: the rest of a process stays free for other readers.

A file takes a thread for as long as its reader takes to fetch it. Most are small and gone in a
moment: whoever comes meanwhile waits for that moment, which takes a thread as well, and so only
so many may wait.
"""

from threading import BoundedSemaphore

from django.conf import settings
from rest_framework.exceptions import APIException

from quotes.api.problem_types import BUSY

_places = BoundedSemaphore(settings.FILES_AT_ONCE)
_waiting = BoundedSemaphore(settings.FILES_WAITING)
# Seconds that a request waits for a place before it is refused.
LONGEST_WAIT = 3.0
# Seconds after which another attempt makes sense.
RETRY_AFTER = 20


class Busy(APIException):
    """Every place is taken: 503."""

    status_code = 503
    default_detail = "Other files are being sent. Please try again a little later."
    type = BUSY
    # What DRF calls the seconds of Retry-After.
    wait = RETRY_AFTER


class Place:
    """A place that is taken until it is given back; giving it back twice does no harm."""

    def __init__(self) -> None:
        """Waits for a place, LONGEST_WAIT at most. Raises Busy."""
        self._taken = False
        if not _found():
            raise Busy
        self._taken = True

    def give_back(self) -> None:
        if self._taken:
            self._taken = False
            _places.release()

    def __del__(self) -> None:
        # Where an answer was given up before the server had it, nobody closes it.
        self.give_back()


def _found() -> bool:
    if _places.acquire(blocking=False):
        return True
    if not _waiting.acquire(blocking=False):
        return False
    try:
        return _places.acquire(timeout=LONGEST_WAIT)
    finally:
        _waiting.release()

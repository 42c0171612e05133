"""How many files are sent at a time: the rest of a process stays free for other readers.

A file takes a thread for as long as its reader takes to fetch it.
"""

from threading import BoundedSemaphore

from django.conf import settings
from rest_framework.exceptions import APIException

from quotes.api.problem_types import BUSY

_places = BoundedSemaphore(settings.FILES_AT_ONCE)
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
        """Raises Busy."""
        self._taken = False
        if not _places.acquire(blocking=False):
            raise Busy
        self._taken = True

    def give_back(self) -> None:
        if self._taken:
            self._taken = False
            _places.release()

    def __del__(self) -> None:
        # Where an answer was given up before the server had it, nobody closes it.
        self.give_back()

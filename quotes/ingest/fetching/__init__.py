"""Fetching a page from the public web, and from nowhere else.

Every address is checked that is really dialled; every limit is kept while the answer arrives;
every refusal has a reason (`Refused`, in words: `sentence`).
"""

from .fetched import Fetched, fetch
from .limits import Limits
from .reasons import sentence
from .refused import Reason, Refused

__all__ = ["Fetched", "Limits", "Reason", "Refused", "fetch", "sentence"]

"""In whose name a capture changes something, where no account does."""

from dataclasses import dataclass
from typing import Any

from quotes.models import Capture


@dataclass(frozen=True)
class Unattended:
    """What the history shows of work that nobody signed in for: a name, and no account."""

    name: str = "Wortlaut"
    pk: None = None

    def get_full_name(self) -> str:
        return self.name


def author_of(capture: Capture) -> Any:
    """Who asked for a capture; his name alone where the account is gone."""
    return capture.requested_by or Unattended(capture.requested_by_name or "Wortlaut")

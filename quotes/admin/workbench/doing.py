"""What an action of the workbench is given, and what it answers."""

import uuid
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from quotes.editorial.candidate_rows import Moved
from quotes.editorial.taking_back import did_something
from quotes.models import Candidate, Snapshot

from .asked import Asked, Malformed


@dataclass(frozen=True)
class Done:
    """What happened, in words; ``stay`` is the candidate to stand at, or the one to go on from."""

    sentence: str
    stay: int | None = None
    go_on_from: int | None = None
    # The action that takes it back, where that is not to open the candidate again; empty where
    # nothing is different, None where no key takes it back.
    undo: dict[str, Any] | None = None


_READ_WITH = ("speaker", "tenure", "event", "counts_from", "statement", "snapshot__article")


@dataclass(frozen=True)
class Doing:
    """Who asks for what, on which text."""

    user: Any
    snapshot: Snapshot
    asked: Asked

    @property
    def candidate(self) -> Candidate:
        """The candidate that is named, with its speakers.

        Raises Malformed, or Moved for one that another text of the article has now.
        """
        key = self.asked.number("candidate")
        found = self.snapshot.candidates.select_related(*_READ_WITH).filter(pk=key).first()
        if found is not None:
            return found
        if Candidate.objects.filter(pk=key, snapshot__article=self.snapshot.article_id).exists():
            raise Moved
        raise Malformed(_("There is no such candidate in this text."))

    def changed(self, sentence: str, change: uuid.UUID, stay: int | None) -> Done:
        """What is answered after a change to candidates, with what takes it back."""
        at_hand = self.asked.key("candidate")
        back = {"action": "take_back", "candidate": at_hand, "change": str(change)}
        return Done(sentence, stay, undo=back if did_something(self.snapshot, change) else {})

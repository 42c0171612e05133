"""What extraction proposes: a stretch of a text that somebody is reported to have said."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """How the words are given (the database's speech types)."""

    DIRECT = "direct"
    FRAGMENT = "fragment"
    MIXED = "mixed"
    INDIRECT = "indirect"


PRINTED = (
    "start",
    "end",
    "kind",
    "speaker_text",
    "speaker_start",
    "speaker_end",
    "speaker_resolved",
    "cue",
    "addressee",
    "from_document",
    "date_text",
    "date",
    "score",
)


@dataclass(frozen=True)
class Candidate:
    """A proposed quotation; offsets are code points of the text, spans half-open.

    `speaker_text` is the mention nearest to the reporting words, as printed ("" where nobody is
    named), `speaker_resolved` the fullest name that the article gives for the same speaker.
    `date_text` is the printed expression of when it was said, `date` its EDTF value ("" where it
    stays open), `date_basis` how that is known (see ``text.date_phrases``). `score` is between 0
    and 1. `within` is the number, in the same list, of the indirect passage that holds this
    fragment; `continues` that of the part before, where a reporting clause interrupts one
    quotation or a paragraph ends.
    """

    start: int
    end: int
    kind: Kind
    score: float
    speaker_text: str = ""
    speaker_start: int | None = None
    speaker_end: int | None = None
    speaker_resolved: str = ""
    cue: str = ""
    cue_start: int | None = None
    addressee: str = ""
    from_document: bool = False
    date_text: str = ""
    date: str = ""
    date_basis: str = ""
    hangs_on: str = ""
    within: int | None = None
    continues: int | None = None

    def as_dict(self) -> dict[str, Any]:
        """What ``manage.py extract`` prints of it."""
        return {name: getattr(self, name) for name in PRINTED}

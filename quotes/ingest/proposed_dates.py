"""When a proposed quotation was said, as far as its own sentence tells."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from quotes.models import DateBasis
from quotes.text import date_phrases
from quotes.text.sentences import sentence_around

Span = tuple[int, int]

# How the words know the date, and how the database says that.
BASIS = {
    date_phrases.STATED: DateBasis.STATED,
    date_phrases.RESOLVED: DateBasis.DERIVED,
    date_phrases.PUBLICATION: DateBasis.PUBLICATION,
    date_phrases.INFERRED: DateBasis.INFERRED,
}


@dataclass(frozen=True)
class ProposedDate:
    """An EDTF date ("" while open), how it is known ("" while open), the printed expression, and
    the words that name the event from which it counts."""

    said_on: str = ""
    basis: str = ""
    expression: str = ""
    hangs_on: str = ""


OPEN = ProposedDate()


class SentenceDates:
    """Reads date expressions of one text, whose quotations are known.

    What stands within a quotation says nothing of when it was spoken. Where the sentence says
    nothing either, the date stays open: that of publication is for an editor to choose.
    """

    def __init__(
        self, text: str, language: str, published: date | None, quotations: Sequence[Span]
    ) -> None:
        self._text = text
        self._language = language
        self._published = published
        self._quotations = sorted(quotations)

    def of(self, start: int, end: int, cue: int | None = None) -> ProposedDate:
        """The date of the quotation at text[start:end]; of several expressions the one that is
        nearest to the reporting word at ``cue``, or to the quotation itself."""
        first, last = sentence_around(self._text, start, end)
        phrases = [
            phrase
            for phrase in date_phrases.find(
                self._text, self._language, self._published, first, last
            )
            if not self._is_quoted(phrase.start, phrase.end)
        ]
        if not phrases:
            return OPEN
        near = (start, end) if cue is None else (cue, cue)
        phrase = min(phrases, key=lambda found: _distance((found.start, found.end), near))
        return ProposedDate(
            phrase.date,
            BASIS[phrase.basis] if phrase.date else "",
            phrase.text,
            phrase.hangs_on,
        )

    def _is_quoted(self, start: int, end: int) -> bool:
        return any(first < end and start < last for first, last in self._quotations)


def _distance(one: Span, other: Span) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0)

"""A printed date expression, what it says, and how its date is known."""

from dataclasses import dataclass
from datetime import date, timedelta

from quotes.text.date_phrases.calendar_arithmetic import (
    Unit,
    between,
    containing,
    shifted,
    weekday_near,
)
from quotes.text.dates import parse

_SUNDAY = 6

# How a date is known; `quotes.models.quotes.DateBasis` keeps it with the quote.
# The words name the date in full: „9. September 2025“, "the 1990s". There: STATED.
STATED = "stated"
# Worked out from the words and another date, that of publication or of an event that an editor
# picked: „gestern“, "in July", „einen Tag nach …“. There: DERIVED.
RESOLVED = "resolved"
# No words say it; taken over from the date of publication. Never of `find`. There: PUBLICATION.
PUBLICATION = "publication"
# No words say it; an editor concludes it. Never of `find`. There: INFERRED.
INFERRED = "inferred"


@dataclass(frozen=True)
class DatePhrase:
    """A date expression of a text.

    `start` and `end` count code points. `date` is an EDTF string, "" while open. `unit` is what
    the words count in; no `date` is shorter than one of them. What depends on another event
    (`awaits_event`) lies `offset` units after it, before it where negative; `hangs_on` are the
    words that name the event, "" where only the context does ("the previous day").
    """

    start: int
    end: int
    text: str
    date: str
    basis: str
    unit: Unit
    hangs_on: str = ""
    offset: int | None = None

    @property
    def awaits_event(self) -> bool:
        """Whether the date is that of another event, moved by `offset`."""
        return self.offset is not None

    @property
    def offset_days(self) -> int | None:
        """The distance from the event in days; None where the words count months or years."""
        if self.offset is None:
            return None
        return {"day": self.offset, "week": 7 * self.offset}.get(self.unit)


def resolve_after(phrase: DatePhrase, event_date_edtf: str) -> str:
    """The EDTF date of a phrase that hangs on an event of this date; its basis is RESOLVED.

    As imprecise as the event's date and the unit of the words: "a year after" a day gives a
    year. An end that is open or unknown stays so; a qualifier (~ ? %) stays.
    Raises ValueError for a phrase that awaits no event, for a malformed date (MalformedDate),
    and for a date beyond the years 1–9999.
    """
    if phrase.offset is None:
        raise ValueError(f"“{phrase.text}” does not depend on an event.")
    event = parse(event_date_edtf)
    try:
        if event.earliest == event.latest and event.earliest:
            plain = containing(phrase.unit, _moved(event.earliest, phrase))
        else:
            plain = _moved_span(event.earliest, event.latest, event.edtf, phrase)
    except OverflowError as error:
        raise ValueError(f"“{phrase.text}” leads beyond the years 1–9999.") from error
    return "/".join(_qualified(half, event.edtf) for half in plain.split("/"))


def _moved(day: date, phrase: DatePhrase) -> date:
    if phrase.unit == "weekend" and phrase.offset:
        within = day - timedelta(days=int(day.weekday() == _SUNDAY))
        return weekday_near(within, _SUNDAY - 1, phrase.offset, "")
    return shifted(day, phrase.offset or 0, phrase.unit)


def _moved_span(earliest: date | None, latest: date | None, event: str, phrase: DatePhrase) -> str:
    """Both ends moved, each to the outer edge of the unit in which it comes to lie."""
    start, _, end = event.partition("/")
    first = last = None
    if earliest:
        first = containing(phrase.unit, _moved(earliest, phrase)).partition("/")[0]
        start = first
    if latest:
        last = containing(phrase.unit, _moved(latest, phrase)).rpartition("/")[2]
        end = last
    if first and last and phrase.unit == "day":
        return between(date.fromisoformat(first), date.fromisoformat(last))
    return start if start == end else f"{start}/{end}"


def _qualified(half: str, event: str) -> str:
    """One end with the doubts of the event's date."""
    doubts = {character for character in event if character in "~?%"}
    if not doubts or half in ("", ".."):
        return half
    return half + (doubts.pop() if len(doubts) == 1 else "%")

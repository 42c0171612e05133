"""What date expressions say, whatever the language: from numbers and units to EDTF.

Every function gives a Reading, open ("") where the words need a publication date that is not
known, and raises ValueError or OverflowError where no calendar has the date.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from quotes.text.date_phrases.calendar_arithmetic import (
    Lean,
    Unit,
    between,
    containing,
    day_near,
    month_near,
    season_near,
    season_of,
    shifted,
    weekday_near,
)
from quotes.text.date_phrases.phrase import RESOLVED, STATED

_SATURDAY = 5


class Setting(NamedTuple):
    """What an expression is read against: the date of publication and the lean of the clause."""

    published: date | None
    lean: Lean = ""


class Year(NamedTuple):
    """The year that the words give: in figures, as a step („letzten Jahres“ is -1), or not."""

    figure: int | None = None
    step: int | None = None

    def known(self, setting: Setting) -> int | None:
        """The year in figures, None where it is not given or cannot be known."""
        if self.figure is not None or self.step is None or setting.published is None:
            return self.figure
        return setting.published.year + self.step

    @property
    def basis(self) -> str:
        return RESOLVED if self.figure is None else STATED


@dataclass(frozen=True)
class Reading:
    """The meaning of an expression; the fields are those of a DatePhrase."""

    date: str
    basis: str
    unit: Unit
    offset: int | None = None
    hangs_on: str = ""


# The meaning of what looks like a date but names something else („Welt am Sonntag“).
NO_DATE = Reading("", "", "day")


def day_of_month(
    setting: Setting,
    day: int,
    month: int,
    year: Year,
    last: int | None = None,
    weekday: int | None = None,
) -> Reading:
    """„9. September“, „9. bis 12. September 2025“ (`last` is 12); a weekday helps to find the
    year where it is not said."""
    known = year.known(setting)
    if known is not None:
        first = date(known, month, day)
    elif setting.published is None or year.step is not None:
        date(2000, month, day)  # a leap year has every day
        return Reading("", RESOLVED, "day")
    else:
        first = day_near(setting.published, month, day, setting.lean, weekday)
    until = first.replace(day=last) if last else first
    if until < first:
        raise ValueError("The last day comes before the first.")
    return Reading(between(first, until), year.basis, "day")


def night_after(reading: Reading, before: bool) -> Reading:
    """The night that ends (`before`) or begins on the day of a reading."""
    if not reading.date:
        return replace(reading, unit="night")
    evening = date.fromisoformat(reading.date) - timedelta(days=int(before))
    return replace(reading, date=containing("night", evening), unit="night")


def weekday(setting: Setting, number: int, step: int | None) -> Reading:
    """„am Montag“ (number 0), „letzten Montag“ (step -1)."""
    if setting.published is None:
        return Reading("", RESOLVED, "day")
    day = weekday_near(setting.published, number, step, setting.lean)
    return Reading(day.isoformat(), RESOLVED, "day")


def checked_weekday(setting: Setting, number: int, days: int) -> Reading:
    """„am gestrigen Mittwoch“: the day if it is one, else open as the words contradict."""
    reading = day_from_today(setting, days)
    if reading.date and date.fromisoformat(reading.date).weekday() != number:
        return replace(reading, date="")
    return reading


def day_from_today(setting: Setting, days: int) -> Reading:
    """„heute“ (0), „vorgestern“ (-2)."""
    return unit_from_now(setting, "day", days)


def unit_from_now(setting: Setting, unit: Unit, step: int) -> Reading:
    """„letzte Woche“, "this month", "next year"."""
    if setting.published is None:
        return Reading("", RESOLVED, unit)
    return Reading(containing(unit, shifted(setting.published, step, unit)), RESOLVED, unit)


def weekend(setting: Setting, step: int | None) -> Reading:
    """„am Wochenende“ (step None), "last weekend" (-1), "this weekend" (0): from Saturday on.

    Without a step it is the one that has begun last, or the coming one where the clause leans
    there; "this weekend" is the coming one unless the clause speaks of the past.
    """
    if setting.published is None:
        return Reading("", RESOLVED, "weekend")
    begun = weekday_near(setting.published, _SATURDAY, None, "past")
    under_way = setting.published.weekday() >= _SATURDAY
    if step is None:
        weeks = int(setting.lean == "future" and not under_way)
    elif step == 0:
        weeks = int(setting.lean != "past" and not under_way)
    else:
        weeks = step if step > 0 or under_way else step + 1
    return Reading(containing("weekend", begun + timedelta(weeks=weeks)), RESOLVED, "weekend")


def month(setting: Setting, number: int, year: Year, step: int | None = None) -> Reading:
    """„im Juli“, „im Juli 2024“, „im Juli letzten Jahres“, „im vergangenen Juli“."""
    known = year.known(setting)
    if known is not None:
        return Reading(containing("month", date(known, number, 1)), year.basis, "month")
    if setting.published is None:
        return Reading("", RESOLVED, "month")
    first = month_near(setting.published, number, step, setting.lean)
    return Reading(containing("month", first), RESOLVED, "month")


def season(setting: Setting, number: int, year: Year, step: int | None = None) -> Reading:
    """„im Sommer 2020“ (number 1), "last winter" (number 3)."""
    known = year.known(setting)
    if known is not None:
        return Reading(season_of(known, number), year.basis, "season")
    if setting.published is None:
        return Reading("", RESOLVED, "season")
    return Reading(season_near(setting.published, number, step, setting.lean), RESOLVED, "season")


def years(first: int, last: int | None = None, about: bool = False) -> Reading:
    """„2019“, „2005 bis 2015“, „um 1900“ (`about`)."""
    start = containing("year", date(first, 1, 1)) + "~" * about
    if last is None or last == first:
        return Reading(start, STATED, "year")
    if last < first:
        raise ValueError("The last year comes before the first.")
    return Reading(f"{start}/{containing('year', date(last, 1, 1))}", STATED, "year")


def decade(first: int) -> Reading:
    """„1990er Jahre“; "the 1900s" is a century, "the 2000s" are ten years."""
    unit: Unit = "century" if first % 100 == 0 and first != 2000 else "decade"
    return Reading(containing(unit, date(first, 1, 1)), STATED, unit)


def century(number: int) -> Reading:
    """„19. Jahrhundert“ is 18XX: the year 1900 is let go, as no word means it."""
    return Reading(containing("century", date(100 * number - 99, 1, 1)), STATED, "century")


def ago(setting: Setting, count: int, unit: Unit, vague: str = "") -> Reading:
    """„vor zwei Jahren“; with `vague` "~" „vor etwa …“, "<" „vor mehr als …“, "?" open."""
    reading = unit_from_now(setting, unit, -count)
    if not reading.date or vague == "?":
        return replace(reading, date="")
    if vague == "<":
        return until(reading)
    return replace(reading, date="/".join(half + vague for half in reading.date.split("/")))


def after_event(count: int, unit: Unit, event: str = "") -> Reading:
    """„einen Tag nach der Wahl“ (count 1), "the previous day" (count -1, no event named)."""
    return Reading("", RESOLVED, unit, count, event)


def since(reading: Reading) -> Reading:
    """„seit Montag“: from the start of the date on."""
    return replace(reading, date=reading.date and reading.date.partition("/")[0] + "/..")


def until(reading: Reading) -> Reading:
    """„bis Montag“: to the end of the date."""
    return replace(reading, date=reading.date and "../" + reading.date.rpartition("/")[2])

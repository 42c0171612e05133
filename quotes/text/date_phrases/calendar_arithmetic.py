"""Steps in the calendar, and the EDTF date of the day, week, month … in which a day lies.

Weeks begin on Monday (ISO 8601), seasons are those of `quotes.text.dates`. What lies beyond the
years 1–9999 raises ValueError or OverflowError.
"""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

Unit = Literal["day", "night", "weekend", "week", "month", "season", "year", "decade", "century"]
# Where the words of the clause place a date: before or after the publication, or do not say.
Lean = Literal["past", "future", ""]
_MONTHS = {"month": 1, "season": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "night": 1, "week": 7, "weekend": 7}
_SATURDAY = 5
_WINTER = 3
# A day of the year that is nearer than this is meant, whatever the verb says.
_NEAR_DAYS = 100
# Long enough to find a 29 February on both sides of a common century year.
_YEARS_AROUND = 8
# How many of the years nearest a printed weekday chooses from: this one, and that on either side.
_COMPARED = 3


def between(first: date, last: date) -> str:
    """The EDTF interval of two days, or the day where they are one."""
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def containing(unit: Unit, day: date) -> str:
    """The EDTF date of the unit in which the day lies; a night lies on the day it begins and
    the next, a weekend in the ISO week of the day."""
    monday = day - timedelta(days=day.weekday())
    match unit:
        case "day":
            return day.isoformat()
        case "night":
            return between(day, day + timedelta(days=1))
        case "week":
            return between(monday, monday + timedelta(days=6))
        case "weekend":
            saturday = monday + timedelta(days=_SATURDAY)
            return between(saturday, saturday + timedelta(days=1))
        case "month":
            return day.isoformat()[:7]
        case "season":
            year, season = divmod(_season_index(day), 4)
            return season_of(year, season)
        case "year":
            return day.isoformat()[:4]
        case "decade":
            return day.isoformat()[:3] + "X"
        case "century":
            return day.isoformat()[:2] + "XX"


def season_of(year: int, season: int) -> str:
    """The EDTF season, 0 (spring) to 3 (winter, of the year in which it begins)."""
    if not date.min.year <= year <= date.max.year:
        raise ValueError(f"There is no year {year}.")
    return f"{year:04d}-{21 + season}"


def shifted(day: date, count: int, unit: Unit) -> date:
    """The day `count` units later; the last of the month where the month is too short."""
    if unit in _DAYS:
        return day + timedelta(days=count * _DAYS[unit])
    year, month = divmod(day.year * 12 + day.month - 1 + count * _MONTHS[unit], 12)
    if not date.min.year <= year <= date.max.year:
        raise ValueError(f"There is no year {year}.")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def weekday_near(published: date, weekday: int, step: int | None, lean: Lean) -> date:
    """The weekday (0 is Monday) meant by „am Montag“ (`step` None: within seven days, today
    counting), „letzten“ (-1), „diesen“ (0, of this week), „kommenden Montag“ (1)."""
    today = published.toordinal() - 1
    return date.fromordinal(_recurring(today, weekday, 7, step, lean) + 1)


def month_near(published: date, month: int, step: int | None, lean: Lean) -> date:
    """The first of the month (1–12) meant by „im Juli“, „letzten“, „diesen“, „nächsten Juli“."""
    now = published.year * 12 + published.month - 1
    year, month = divmod(_recurring(now, month - 1, 12, step, lean), 12)
    return date(year, month + 1, 1)


def season_near(published: date, season: int, step: int | None, lean: Lean) -> str:
    """The EDTF season meant by „im Sommer“, "last summer", "this winter"."""
    if step == 0 and season != _WINTER:
        return season_of(published.year, season)
    return season_of(*divmod(_recurring(_season_index(published), season, 4, step, lean), 4))


@lru_cache(maxsize=4096)
def day_near(published: date, month: int, day: int, lean: Lean, weekday: int | None = None) -> date:
    """The day of the year nearest to the publication; where it is far off, the nearest on the
    side to which the clause leans. A weekday that only one of the years around has tells which
    year it is. Raises ValueError where no year has such a day."""
    days = []
    for year in range(published.year - _YEARS_AROUND, published.year + _YEARS_AROUND + 1):
        if date.min.year <= year <= date.max.year and day <= monthrange(year, month)[1]:
            days.append(date(year, month, day))
    distances = sorted((abs((day - published).days), day) for day in days)
    if not distances:
        raise ValueError(f"No year has a day {day} in month {month}.")
    fitting = [day for distance, day in distances[:_COMPARED] if day.weekday() == weekday]
    if fitting:
        return fitting[0]
    distance, nearest = distances[0]
    if distance <= _NEAR_DAYS or not lean:
        return nearest
    for _, candidate in distances:
        if (candidate < published) == (lean == "past"):
            return candidate
    return nearest


def _season_index(day: date) -> int:
    return (day.year * 12 + day.month - 3) // 3


def _recurring(now: int, wanted: int, cycle: int, step: int | None, lean: Lean) -> int:
    """The number ≡ `wanted` (mod `cycle`) that is meant when `now` is the present one."""
    if step == 0:
        return now - now % cycle + wanted
    if step is None:
        ahead = (wanted - now) % cycle
        return now + ahead if lean == "future" or not ahead else now + ahead - cycle
    if step > 0:
        return now + 1 + (wanted - now - 1) % cycle + (step - 1) * cycle
    return now - 1 - (now - 1 - wanted) % cycle + (step + 1) * cycle

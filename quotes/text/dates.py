"""Imprecise dates: EDTF level 1 (ISO 8601-2), with strict bounds and in words.

Read here and not by the `edtf` library: that takes some ten milliseconds for each date, accepts
1900-02-29 and ends winter in December; the tests hold both against each other. Years are 1–9999.
"""

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from babel.dates import format_date

EXAMPLES = ("2025-09-08", "2025-09", "2025~")
_LONGEST_SHOWN = 40
_OPEN = ".."
_LEVEL_1 = re.compile(
    r"""[0-9]{3}X | [0-9]{2}XX                      # a decade, a century
    | [0-9]{4}
      (?: -(?: 2[1-4] | XX(?:-XX)?                  # a season; an unknown month
             | (?:0[1-9]|1[0-2])
               (?: -(?: 0[1-9] | [12][0-9] | 3[01] | XX) )? ) )?""",
    re.VERBOSE,
)
_PLAIN = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_SEASONS = {
    "21": (3, 5, "Frühjahr", "spring"),
    "22": (6, 8, "Sommer", "summer"),
    "23": (9, 11, "Herbst", "autumn"),
    "24": (12, 2, "Winter", "winter"),
}


class MalformedDate(ValueError):
    """Not a date in EDTF level 1; `examples` are three that are."""

    examples = EXAMPLES

    def __init__(self, text: str) -> None:
        shown = text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…"
        super().__init__(
            f"“{shown}” is not a date this site can read. Write it like one of these: "
            f"{EXAMPLES[0]} (a day), {EXAMPLES[1]} (a month), {EXAMPLES[2]} (about that year)."
        )
        self.text = text


@dataclass(frozen=True)
class ImpreciseDate:
    """An EDTF date with its strict bounds: no earlier and no later day is possible.

    A bound is None where that end is open or unknown.
    """

    edtf: str
    earliest: date | None
    latest: date | None

    @property
    def sort_key(self) -> date:
        """The earliest day, else the latest, else 0001-01-01; never None."""
        return self.earliest or self.latest or date.min


@dataclass(frozen=True)
class _Single:
    """One end of an interval, or the whole date: `plain` without its qualifier (~ ? %)."""

    plain: str
    qualifier: str
    earliest: date = field(compare=False)
    latest: date = field(compare=False)

    @property
    def edtf(self) -> str:
        return self.plain + self.qualifier


def parse(text: str) -> ImpreciseDate:
    """Read an EDTF level 1 date: year, month, day, season (21–24), `X` for unknown digits,
    `~ ? %` for approximate, uncertain, both; `a/b`, `a/..`, `../b` (open), `a/`, `/b` (unknown).

    Seasons are the northern meteorological ones; winter belongs to the year in which it begins.
    Raises MalformedDate, also for days that no calendar has and intervals that end before they
    begin.
    """
    match _read(text):
        case _Single() as single:
            return ImpreciseDate(single.edtf, single.earliest, single.latest)
        case start, end:
            earliest = start.earliest if isinstance(start, _Single) else None
            latest = end.latest if isinstance(end, _Single) else None
            return ImpreciseDate(f"{_written(start)}/{_written(end)}", earliest, latest)


@lru_cache(maxsize=4096)
def show(edtf: str, language: str, unknown: str | None = None) -> str:
    """The date in words, in German or English (any other `language` reads English).

    An empty `edtf` gives `unknown`, or "". Raises MalformedDate.
    """
    if not edtf:
        return unknown or ""
    words = _German() if language.lower().startswith("de") else _English()
    match _read(edtf):
        case _Single() as single:
            return words.single(single)
        case _Single() as start, _Single() as end:
            return words.between(start, end)
        case _Single() as start, str() as end:
            return words.since(start, known=end == _OPEN)
        case str() as start, _Single() as end:
            return words.until(end, known=start == _OPEN)
    raise MalformedDate(edtf)


@lru_cache(maxsize=4096)
def machine(edtf: str) -> str:
    """The value of HTML's <time datetime>: the date itself where it is a plain day, month or
    year, else ""."""
    plain = _PLAIN.fullmatch(edtf)
    if not plain or _is_season(edtf):
        return ""
    return parse(edtf).edtf


def _read(text: str) -> "_Single | tuple[_Single | str, _Single | str]":
    """A single date, or the two ends of an interval: "" or ".." where an end names no day."""
    stripped = text.strip()
    if not stripped:
        raise MalformedDate(text)
    halves = stripped.split("/")
    if len(halves) == 1:
        return _single(halves[0], text)
    if len(halves) != 2:
        raise MalformedDate(text)
    start, end = (half if half in ("", _OPEN) else _single(half, text) for half in halves)
    if isinstance(start, str) and isinstance(end, str):
        raise MalformedDate(text)
    if isinstance(start, _Single) and isinstance(end, _Single):
        if start.earliest > end.latest:
            raise MalformedDate(text)
        if start == end:
            return start
    return start, end


def _written(end: "_Single | str") -> str:
    return end.edtf if isinstance(end, _Single) else end


def _single(half: str, whole: str) -> _Single:
    plain, qualifier = (half[:-1], half[-1]) if half[-1] in "~?%" else (half, "")
    if not _LEVEL_1.fullmatch(plain):
        raise MalformedDate(whole)
    bounds = _bounds(plain)
    if bounds is None:
        raise MalformedDate(whole)
    return _Single(plain, qualifier, *bounds)


def _bounds(plain: str) -> tuple[date, date] | None:
    """First and last day of an unqualified date, None where there is no such day."""
    year, month, day = (*plain.split("-"), "", "")[:3]
    first_year = max(1, int(year.replace("X", "0")))
    last_year = int(year.replace("X", "9"))
    if last_year < 1:
        return None
    if month in _SEASONS:
        first_month, last_month = _SEASONS[month][:2]
        if last_month < first_month:
            if last_year == date.max.year:
                return date(first_year, first_month, 1), date.max
            last_year += 1
    elif month in ("", "XX"):
        first_month, last_month = 1, 12
    else:
        first_month = last_month = int(month)
    last_day = monthrange(last_year, last_month)[1]
    if day in ("", "XX"):
        return date(first_year, first_month, 1), date(last_year, last_month, last_day)
    if int(day) > last_day:
        return None
    return date(first_year, first_month, int(day)), date(last_year, last_month, int(day))


def _is_season(plain: str) -> bool:
    return plain[5:7] in _SEASONS and len(plain) == 7


def _precision(plain: str) -> str:
    if "X" in plain[:4]:
        return "years"
    if _is_season(plain):
        return "season"
    known = plain.removesuffix("-XX").removesuffix("-XX")
    return {4: "year", 7: "month", 10: "day"}[len(known)]


class _German:
    """German words for dates."""

    locale = "de"
    day = "d. MMMM y"
    short_day = "d."
    month_alone = "MMMM"

    def plain(self, single: _Single) -> str:
        match _precision(single.plain):
            case "years":
                return self.years(single)
            case "season":
                return self.season(single)
            case "year":
                return str(single.earliest.year)
            case "month":
                return format_date(single.earliest, f"{self.month_alone} y", locale=self.locale)
            case _:
                return format_date(single.earliest, self.day, locale=self.locale)

    def years(self, single: _Single) -> str:
        if self.is_decade(single):
            return f"{single.earliest.year}er Jahre"
        return f"zwischen {single.earliest.year} und {single.latest.year}"

    def is_decade(self, single: _Single) -> bool:
        """Whether "1980er" can mean nothing else; "2000er" could be a century."""
        return single.plain[3] == "X" and single.plain[2] not in "0X"

    def season(self, single: _Single) -> str:
        name = _SEASONS[single.plain[5:7]][2]
        return f"{name} {self.season_year(single)}"

    def season_year(self, single: _Single) -> str:
        year = single.earliest.year
        following = single.latest.year
        if following == year:
            return str(year)
        # 2025/26, but 1999/2000.
        return f"{year}/{following % 100:02d}" if following % 100 else f"{year}/{following}"

    def single(self, single: _Single) -> str:
        plain = self.plain(single)
        if _precision(single.plain) == "years" and not self.is_decade(single):
            about = f"ungefähr {plain}"
        else:
            about = f"um {self.article(single)}{plain}"
        return {
            "": plain,
            "~": about,
            "?": f"vermutlich {plain}",
            "%": f"vermutlich {about}",
        }[single.qualifier]

    def article(self, single: _Single) -> str:
        match _precision(single.plain):
            case "years":
                return "die "
            case "season":
                return "das " if single.plain.endswith("21") else "den "
            case "day":
                return "den "
            case _:
                return ""

    def end(self, single: _Single, dative: str = "") -> str:
        """One end of an interval: „etwa 1984“, „dem 8. September 2025“."""
        precision = _precision(single.plain)
        if precision == "years":
            plain = (
                f"den {single.earliest.year}er Jahren"
                if self.is_decade(single)
                else f"{single.earliest.year}–{single.latest.year}"
            )
        else:
            plain = self.plain(single)
        if dative and precision in ("day", "season"):
            plain = f"{dative} {plain}"
        word = {"": "", "~": "etwa ", "?": "vermutlich ", "%": "vermutlich etwa "}
        return word[single.qualifier] + plain

    def between(self, start: _Single, end: _Single) -> str:
        short = self.shortened(start, end)
        if short:
            return f"zwischen {short} und {self.end(end)}"
        return f"zwischen {self.end(start, 'dem')} und {self.end(end, 'dem')}"

    def shortened(self, start: _Single, end: _Single) -> str:
        """The start without the month or year that the end repeats, or ""."""
        if start.qualifier or end.qualifier or start.earliest.year != end.earliest.year:
            return ""
        precisions = _precision(start.plain), _precision(end.plain)
        if precisions == ("month", "month"):
            return format_date(start.earliest, self.month_alone, locale=self.locale)
        if precisions == ("day", "day") and start.earliest.month == end.earliest.month:
            return self.shortened_day(start.earliest)
        return ""

    def shortened_day(self, day: date) -> str:
        return "dem " + format_date(day, self.short_day, locale=self.locale)

    def since(self, start: _Single, known: bool) -> str:
        return f"ab {self.end(start)}" + ("" if known else ", Ende unbekannt")

    def until(self, end: _Single, known: bool) -> str:
        preposition = "bis zu" if _precision(end.plain) == "years" else "bis"
        return f"{preposition} {self.end(end)}" + ("" if known else ", Beginn unbekannt")


class _English(_German):
    """English words for dates."""

    locale = "en"
    day = "d MMMM y"
    short_day = "d"

    def years(self, single: _Single) -> str:
        if self.is_decade(single):
            return f"the {single.earliest.year}s"
        return f"between {single.earliest.year} and {single.latest.year}"

    def season(self, single: _Single) -> str:
        return f"{_SEASONS[single.plain[5:7]][3]} {self.season_year(single)}"

    def single(self, single: _Single) -> str:
        plain = self.plain(single)
        about = "roughly" if plain.startswith("between ") else "about"
        words = {"": "", "~": f"{about} ", "?": "possibly ", "%": f"possibly {about} "}
        if not single.qualifier:
            return plain.removeprefix("the ")
        return words[single.qualifier] + plain

    def end(self, single: _Single, dative: str = "") -> str:
        if _precision(single.plain) == "years" and not self.is_decade(single):
            plain = f"{single.earliest.year}–{single.latest.year}"
        else:
            plain = self.plain(single)
        words = {"": "", "~": "about ", "?": "possibly ", "%": "possibly about "}
        return words[single.qualifier] + plain

    def between(self, start: _Single, end: _Single) -> str:
        return f"between {self.shortened(start, end) or self.end(start)} and {self.end(end)}"

    def shortened_day(self, day: date) -> str:
        return format_date(day, self.short_day, locale=self.locale)

    def since(self, start: _Single, known: bool) -> str:
        return f"from {self.end(start)}" + ("" if known else ", end unknown")

    def until(self, end: _Single, known: bool) -> str:
        return f"until {self.end(end)}" + ("" if known else ", beginning unknown")

"""From the named groups of a rule's match to its meaning, with the words of one language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from quotes.text.date_phrases import readings
from quotes.text.date_phrases.calendar_arithmetic import Unit
from quotes.text.date_phrases.readings import NO_DATE, Reading, Setting, Year

# Years that stand alone are taken for years between these.
_PLAIN_YEARS = range(1500, 2100)
_ROUND = 100  # „vor 900 Jahren“ is nobody's exact count
_WORDS_BEFORE = 16  # code points in which a word of `counting` may stand

# Patterns that match capitals, too, match these for „i“ and „s“.
_LETTERS = str.maketrans("ıİſ", "iis")


@dataclass(frozen=True)
class Vocabulary:
    """The words of a language, in small letters, with what they count or name.

    `weekdays`: 0 is Monday. `seasons`: 0 is spring. `steps`: last is -1, this 0. `ways`: after
    is 1, before -1. `vague`: as `readings.ago` takes it. `nights`: words for the time of day
    that runs into the next date. `counting` matches what stands before a figure that counts,
    `counted` what stands after one.
    """

    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    seasons: Mapping[str, int]
    steps: Mapping[str, int]
    units: Mapping[str, Unit]
    numbers: Mapping[str, int]
    tens: Mapping[str, int]
    vague: Mapping[str, str]
    ways: Mapping[str, int]
    days: Mapping[str, int]
    nights: frozenset[str]
    counting: "re.Pattern[str]"
    counted: "re.Pattern[str]"


class Match(NamedTuple):
    """A rule's pattern found in a text: its place in code points, and its groups as printed.

    Namesakes in alternatives of a pattern are one group.
    """

    text: str
    start: int
    end: int
    groups: Mapping[str, str]

    def said(self, group: str) -> str:
        """What a group holds, as the vocabulary writes it: in small letters, with plain spaces;
        "" where it took no part."""
        return " ".join(self.groups.get(group, "").translate(_LETTERS).lower().split())


@dataclass(frozen=True)
class MatchReaders:
    """The readers of rules; each takes a match and its setting."""

    words: Vocabulary

    def weekday(self, match: Match, setting: Setting) -> Reading:
        reading = readings.weekday(
            setting, self.words.weekdays[match.said("weekday")], self._step(match)
        )
        if match.said("daytime") in self.words.nights:
            return readings.night_after(reading, before=False)
        return reading

    def night_before_weekday(self, match: Match, setting: Setting) -> Reading:
        reading = readings.weekday(setting, self.words.weekdays[match.said("weekday")], None)
        return readings.night_after(reading, before=True)

    def last_night(self, match: Match, setting: Setting) -> Reading:
        return readings.unit_from_now(setting, "night", -1)

    def day(self, match: Match, setting: Setting) -> Reading | None:
        month, last = match.said("month"), match.said("last")
        weekday = match.said("weekday")
        reading = readings.day_of_month(
            setting,
            int(match.said("day")),
            int(month) if month.isdecimal() else self.words.months[month],
            self._year(match),
            int(last) if last else None,
            self.words.weekdays[weekday] if weekday else None,
        )
        if not match.said("night"):
            return reading
        return None if last else readings.night_after(reading, before=True)

    def month(self, match: Match, setting: Setting) -> Reading | None:
        year = self._year(match)
        if year == Year() and not match.said("lead"):
            return None
        number = self.words.months[match.said("month")]
        return readings.month(setting, number, year, self._step(match))

    def season(self, match: Match, setting: Setting) -> Reading | None:
        year = self._year(match)
        if year == Year() and not match.said("lead"):
            return None
        number = self.words.seasons[match.said("season")]
        return readings.season(setting, number, year, self._step(match))

    def years(self, match: Match, setting: Setting) -> Reading | None:
        printed, last = match.said("year"), match.said("last")
        first = int(printed)
        if not match.said("sure"):
            before = match.text[max(0, match.start - _WORDS_BEFORE) : match.start]
            if first not in _PLAIN_YEARS or self.words.counting.search(before):
                return None
            if not match.said("marked") and first % 100 == 0 and not last:
                return None
            if self.words.counted.match(match.text, match.end):
                return None
        if len(last) == 2:
            last = printed[:2] + last
        about = bool(match.said("about"))
        return readings.years(first, int(last) if last else None, about)

    def decade(self, match: Match, setting: Setting) -> Reading | None:
        if not match.said("lead"):
            return None
        if first := match.said("first"):
            return readings.decade(int(first))
        short = match.said("short")
        return readings.decade(1900 + (self.words.tens.get(short) or int(short)))

    def century(self, match: Match, setting: Setting) -> Reading:
        number = match.said("number")
        return readings.century(self.words.numbers.get(number) or int(number))

    def unit(self, match: Match, setting: Setting) -> Reading:
        return readings.unit_from_now(setting, self._unit(match), self._step(match) or 0)

    def turn_of_unit(self, match: Match, setting: Setting) -> Reading:
        """„zum Wochenbeginn“, „Ende des Jahres“: of the next one where the clause looks ahead
        to a beginning, else of the present one."""
        ahead = setting.lean == "future" and bool(match.said("beginning"))
        return readings.unit_from_now(setting, self._unit(match), int(ahead))

    def weekend(self, match: Match, setting: Setting) -> Reading:
        return readings.weekend(setting, self._step(match))

    def ago(self, match: Match, setting: Setting) -> Reading:
        if match.said("some"):
            return readings.ago(setting, 1, self._unit(match), "?")
        vague = self.words.vague[match.said("vague")] if match.said("vague") else ""
        count = self._count(match)
        if count >= _ROUND:
            vague = vague or "~"
        return readings.ago(setting, count, self._unit(match), vague)

    def ahead(self, match: Match, setting: Setting) -> Reading | None:
        """„in zwei Wochen“ is a date only where the clause looks ahead; else it is a span."""
        if setting.lean != "future":
            return None
        return readings.unit_from_now(setting, self._unit(match), self._count(match))

    def distance(self, match: Match, setting: Setting) -> Reading:
        """„zwei Tage nach der Wahl“, „am Tag der Wahl“, "the previous day"."""
        way = self.words.ways.get(match.said("way"), 0)
        count = self._count(match) if match.said("count") else 1
        event = match.groups.get("event", "").rstrip()
        return readings.after_event(count * way, self._unit(match), event)

    def day_word(self, match: Match, setting: Setting) -> Reading:
        days = self.words.days[match.said("word")]
        if match.said("daytime") not in self.words.nights:
            return readings.day_from_today(setting, days)
        if days == 0 and setting.lean != "future":
            days = -1  # „heute Nacht“
        return readings.unit_from_now(setting, "night", days)

    def day_and_weekday(self, match: Match, setting: Setting) -> Reading:
        """„am gestrigen Mittwoch“."""
        number = self.words.weekdays[match.said("weekday")]
        return readings.checked_weekday(setting, number, self.words.days[match.said("word")])

    def no_date(self, match: Match, setting: Setting) -> Reading:
        """What looks like a date but names something else."""
        return NO_DATE

    def _step(self, match: Match) -> int | None:
        return self.words.steps[printed] if (printed := match.said("step")) else None

    def _year(self, match: Match) -> Year:
        figure, step = match.said("year"), match.said("yearstep")
        return Year(int(figure) if figure else None, self.words.steps[step] if step else None)

    def _count(self, match: Match) -> int:
        printed = match.said("count")
        return int(printed) if printed.isdecimal() else self.words.numbers[printed]

    def _unit(self, match: Match) -> Unit:
        return self.words.units[match.said("unit")]

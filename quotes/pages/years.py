"""A speaker's years: how many of his public quotes fall into each, and the roles held then.

One grouped query counts; it reads that speaker's quotes alone. Shares are percentages of the
chart's width, so that a chart without a view box fits every screen with letters of one size.
"""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Count
from django.db.models.functions import ExtractYear
from django.urls import reverse

from quotes.models import Quote, Speaker, Tenure

from .visible import Rows

# Heights in pixels: of the highest bar, and of one that would be too low to see.
PLOT, LOWEST = 120, 3
# Room above the highest bar for its number, beneath the base line for the years.
ABOVE, BENEATH = 20, 24
# Bars of a few years only would be as wide as doors.
WIDEST_BAR = 8.0
MOST_TICKS = 8
# Up to so many years each bar has its number above it, beyond only the highest.
MOST_NUMBERED = 12
_STRIDES = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)


@dataclass(frozen=True)
class Stretch:
    """A part of the time axis, in percent of it; not ``sure`` where an end is not known."""

    x: str
    width: str
    sure: bool = True


@dataclass(frozen=True)
class Bar:
    """The quotes of one year: ``slot`` is the year's place on the axis, ``bar`` what is drawn."""

    year: int
    number: int
    address: str
    slot: Stretch
    bar: Stretch
    middle: str
    top: int
    height: int
    numbered: bool
    roles: list[Tenure]


@dataclass(frozen=True)
class Tick:
    year: int
    middle: str


@dataclass(frozen=True)
class Role:
    """A role, and where it stands on the axis; nowhere, if it was held before or after."""

    tenure: Tenure
    stretches: list[Stretch]


@dataclass(frozen=True)
class Years:
    """What the chart and its table show. ``undated`` and ``imprecise`` quotes stand in no bar."""

    bars: list[Bar]
    ticks: list[Tick]
    roles: list[Role]
    undated: int
    imprecise: int

    base = ABOVE + PLOT
    height = ABOVE + PLOT + BENEATH

    @property
    def first(self) -> int:
        return self.bars[0].year

    @property
    def last(self) -> int:
        return self.bars[-1].year


def years_of(speaker: Speaker, rows: Rows) -> Years | None:
    """None where the quotes fall into fewer than two years: a sentence says that better.

    Reads ``speaker.tenures``: prefetch those that may be shown.
    """
    tenures = list(speaker.tenures.all())
    titles = {row.pk: row for row in tenures}
    numbers: Counter[int] = Counter()
    named: dict[int, set[int]] = defaultdict(set)
    undated = imprecise = 0
    for earliest, latest, tenure, number in _counted(speaker, rows):
        if earliest is None and latest is None:
            undated += number
        elif earliest is None or earliest != latest:
            imprecise += number
        else:
            numbers[earliest] += number
            if tenure in titles:
                named[earliest].add(tenure)
    if len(numbers) < 2:
        return None
    axis = _Axis(min(numbers), max(numbers))
    # The first of the highest, where several are as high.
    highest = max(sorted(numbers), key=numbers.__getitem__)
    bars = [
        axis.bar(
            year,
            numbers[year],
            numbers[year] / numbers[highest],
            numbered=axis.length <= MOST_NUMBERED or year == highest,
            speaker=speaker,
            roles=[titles[pk] for pk in sorted(named[year])],
        )
        for year in sorted(numbers)
    ]
    evidence = {pk: sorted(year for year in named if pk in named[year]) for pk in titles}
    roles = [Role(row, list(axis.held(row, evidence[row.pk]))) for row in tenures]
    return Years(bars, list(axis.ticks()), sorted(roles, key=_beginning), undated, imprecise)


def _beginning(role: Role) -> float:
    """Where the sure part of a role begins, in percent; roles without one go last."""
    return next((float(part.x.rstrip("%")) for part in role.stretches if part.sure), 100)


def _counted(
    speaker: Speaker, rows: Rows
) -> Iterable[tuple[int | None, int | None, int | None, int]]:
    """Years of the earliest and of the latest day, the role named, the number of quotes."""
    return (
        rows(Quote)
        .filter(attributions__speaker=speaker)
        .order_by()
        .values_list(
            ExtractYear("said_on_earliest"), ExtractYear("said_on_latest"), "attributions__tenure"
        )
        .annotate(number=Count("pk"))
    )


@dataclass(frozen=True)
class _Axis:
    """The years from the first to the last quote, both whole."""

    first: int
    last: int

    @property
    def length(self) -> int:
        return self.last - self.first + 1

    def stretch(self, start: float, end: float, sure: bool = True) -> Stretch:
        """From ``start`` to ``end``, in years and fractions of them, as far as the axis goes."""
        start, end = max(start, self.first), min(end, self.last + 1)
        return Stretch(self._share(start - self.first), self._share(end - start), sure)

    def bar(
        self,
        year: int,
        number: int,
        share: float,
        *,
        numbered: bool,
        speaker: Speaker,
        roles: list[Tenure],
    ) -> Bar:
        """``share`` is that of the highest bar, above 0 and at most 1."""
        middle = year + 0.5
        half = min(0.4, WIDEST_BAR / 200 * self.length)
        height = max(LOWEST, round(PLOT * share))
        query = urlencode({"speaker": speaker.pk, "year": f"{year:04}"})
        return Bar(
            year=year,
            number=number,
            address=f"{reverse('pages:quotes')}?{query}",
            slot=self.stretch(year, year + 1),
            bar=self.stretch(middle - half, middle + half),
            middle=self._share(middle - self.first),
            top=ABOVE + PLOT - height,
            height=height,
            numbered=numbered,
            roles=roles,
        )

    def ticks(self) -> Iterator[Tick]:
        stride = next(step for step in _STRIDES if self.length / step <= MOST_TICKS)
        for year in range(-(-self.first // stride) * stride, self.last + 1, stride):
            yield Tick(year, self._share(year - self.first + 0.5))

    def held(self, tenure: Tenure, named_in: list[int]) -> Iterator[Stretch]:
        """What is sure of a role, and what may be on either side of it.

        Sure is the time between its strict bounds, or where it has none, from the first to the
        last year in which a quote names it; unsure is all that may belong to it besides.
        """
        outer_start = _place(tenure.since_earliest) if tenure.since_earliest else self.first
        outer_end = _place(tenure.until_latest, 1) if tenure.until_latest else self.last + 1
        starts = [_place(tenure.since_latest)] if tenure.since_latest else named_in[:1]
        ends = (
            [_place(tenure.until_earliest, 1)]
            if tenure.until_earliest
            else [year + 1 for year in named_in[-1:]]
        )
        known = starts + ends
        inner_start = min(max(known[0] if known else outer_end, outer_start), outer_end)
        inner_end = max(min(known[-1] if known else outer_end, outer_end), inner_start)
        for start, end, sure in (
            (outer_start, inner_start, False),
            (inner_start, inner_end, True),
            (inner_end, outer_end, False),
        ):
            if end > start and end > self.first and start < self.last + 1:
                yield self.stretch(start, end, sure)

    def _share(self, years: float) -> str:
        return f"{100 * years / self.length:.3f}%"


def _place(day: datetime.date, after: int = 0) -> float:
    """The day as a fraction of its year, ``after`` days on."""
    return day.year + (day.timetuple().tm_yday - 1 + after) / 366

"""The day that a date is counted from: the section's, the publication's, or the running date."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from geodata.dates.tense import Direction
from geodata.dates.values import Point, make_date
from geodata.records import Document

ROLL = 8  # months back from the running one that mean the next year: January after September

# How many times farther off the past may lie than the future, and still be meant.
_PATIENCE: dict[Direction, float] = {"forward": 0.05, "open": 2, "back": 3}

# The look behind a year comes after its digits, for which texts are searched much faster.
_YEAR = re.compile(r"(?:1\d\d\d|20\d\d)(?<![\d,.$-]\d{4})(?!\d|,\d|-\d)")
_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/-]|\.\d)")
_DEICTIC = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[Tt]oday|[Yy]esterday|[Tt]omorrow"
    r"|[Tt]onight|(?:[Tt]his|[Ll]ast|[Nn]ext) (?:week|month|year|night|weekend))\b"
)


def is_narrative(document: Document) -> bool:
    """Whether a dated text tells of former years, as an encyclopaedia does, rather than of news.

    It names years before its own at least six times, and thrice as often as "today" or "Monday".
    """
    if document.published is None:
        return True
    years = sum(int(year) < document.published.year for year in _YEAR.findall(document.text))
    return years >= 6 and years > 3 * len(_DEICTIC.findall(document.text))


def is_day_first(document: Document) -> bool:
    """Whether 9/11/2020 is in November: by the document's other dates, or by its own day.

    Where nothing tells, the day comes first, as outside the United States.
    """
    written = _NUMERIC.findall(document.text) if "/" in document.text else ()
    numbers = [(int(a), int(b), int(y)) for a, b, y in written]
    if any(first > 12 for first, _, _ in numbers):
        return True
    if any(second > 12 for _, second, _ in numbers):
        return False
    bound = document.published or document.not_after or date.max
    return not any(_only_month_first(number, bound) for number in numbers)


def _only_month_first(number: tuple[int, int, int], bound: date) -> bool:
    """Whether a date was still to come if its day stood first, and was not if its month did."""
    first, second, year = number
    day_first, month_first = make_date(year, second, first), make_date(year, first, second)
    return bool(day_first and month_first and month_first <= bound < day_first)


@dataclass(slots=True)
class Context:
    """What is known at one place of a document; the finder carries it along."""

    day: date | None = None  # "today" of the sentence; None in an undated text
    narrative: bool = True  # dates without a year take the running one
    not_after: date | None = None  # a bound on an undated text
    last: Point | None = None  # the date last spoken of: what "the next day" counts from
    year: int | None = None  # the running year, which dates without a year take
    month: int | None = None  # the running month
    quarter: tuple[int, int] | None = None  # the one last spoken of, for "a year earlier"
    years: dict[tuple[int, int], int] = field(default_factory=dict)  # of full dates, by month, day
    day_first: bool = True  # whether 9/11/2020 is in November

    @property
    def now(self) -> Point | None:
        """The reference day, or the running date of a text that has none."""
        return Point(self.day.year, self.day.month, self.day.day) if self.day else self.last

    @property
    def last_day(self) -> date | None:
        """The date last spoken of, if it is known to the day."""
        return self.last.date if self.last else None

    def year_of(self, month: int, day: int | None, direction: Direction) -> int | None:
        """The year that a date without one most likely means; None if nothing tells."""
        if self.narrative and self.year is not None and not self._has_arrived(self.year):
            return self._running_year(self.year, month)
        return self._nearest_year(self.day, month, day, direction) if self.day else None

    def _has_arrived(self, year: int) -> bool:
        """Whether a narrative has come to its own time, where dates are those of news again."""
        return self.day is not None and year == self.day.year

    def _running_year(self, year: int, month: int) -> int:
        """The year of a narrative, which goes on over the turn of the year: January follows."""
        rolls = self.month is not None and self.month - month >= ROLL
        if rolls and self.not_after and year >= self.not_after.year:
            return year
        return year + rolls

    def _nearest_year(self, today: date, month: int, day: int | None, to: Direction) -> int:
        if day is None and month == today.month:
            return today.year
        candidates = [
            ((found - today).days, year)
            for year in range(max(today.year - 4, 1), min(today.year + 5, 9999))
            if (found := make_date(year, month, day or 15))
        ]
        ahead = min((c for c in candidates if c[0] >= 0), default=(1 << 20, today.year))
        behind = max((c for c in candidates if c[0] <= 0), default=(-(1 << 20), today.year))
        return ahead[1] if ahead[0] * _PATIENCE[to] < -behind[0] else behind[1]

    def remember(self, point: Point, scene: bool = True) -> None:
        """Take a date as the one last spoken of; ``scene``: the narrative has moved there."""
        self.last = point
        if scene:
            self.year, self.month = point.year, point.month
        if point.month and point.day:
            self.years.setdefault((point.month, point.day), point.year)

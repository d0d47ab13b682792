"""The day that a date is counted from: the section's, the publication's, or the running date."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from geodata.dates.tense import Direction
from geodata.dates.values import Point, make_date

ROLL = 8  # months back from the running one that mean the next year: January after September

# How many times farther off the past may lie than the future, and still be meant.
_PATIENCE: dict[Direction, float] = {"forward": 0.25, "open": 2, "back": 3}


@dataclass(slots=True)
class Context:
    """What is known at one place of a document; the finder carries it along."""

    day: date | None = None  # "today" of the sentence; None in an undated narrative
    not_after: date | None = None  # a bound on an undated text
    last: Point | None = None  # the date last spoken of: what "the next day" counts from
    year: int | None = None  # the running year, which dates without a year take
    month: int | None = None  # the running month
    quarter: tuple[int, int] | None = None  # the quarter last spoken of, for "a year earlier"
    years: dict[tuple[int, int], int] = field(default_factory=dict)  # of full dates, by month, day
    day_first: bool = True  # whether 9/11/2020 is in November

    @property
    def now(self) -> Point | None:
        """The reference day, or the running date of a text that has none."""
        return Point(self.day.year, self.day.month, self.day.day) if self.day else self.last

    def year_of(self, month: int, day: int | None, direction: Direction) -> int | None:
        """The year that a date without one most likely means; None if nothing tells."""
        if self.day is None:
            return self._running_year(month)
        return self._nearest_year(self.day, month, day, direction)

    def _running_year(self, month: int) -> int | None:
        """The year of a narrative, which goes on over the turn of the year: January follows."""
        if self.year is None:
            return self.last.year if self.last else None
        if self.month and self.month - month >= ROLL:
            return self.year + 1
        return self.year

    def _nearest_year(self, today: date, month: int, day: int | None, to: Direction) -> int:
        if day is None and month == today.month:
            return today.year
        candidates = [
            (found, year)
            for year in range(today.year - 1, today.year + 2)
            if (found := make_date(year, month, day or 15))
        ]
        if not candidates:  # 29 February
            return today.year
        ahead = min(((d - today).days, year) for d, year in candidates if d >= today)
        behind = min(((today - d).days, year) for d, year in candidates if d <= today)
        return ahead[1] if ahead[0] * _PATIENCE[to] < behind[0] else behind[1]

    def remember(self, point: Point, scene: bool = True) -> None:
        """Take a date as the one last spoken of; ``scene``: the narrative has moved there."""
        self.last = point
        if scene:
            self.year, self.month = point.year, point.month
        if point.month and point.day:
            self.years.setdefault((point.month, point.day), point.year)

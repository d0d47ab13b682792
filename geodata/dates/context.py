"""The day that a date is counted from: the section's, the publication's, or the running date."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from geodata.dates.tense import Direction
from geodata.dates.values import Point, make_date, shift


@dataclass(slots=True)
class Context:
    """What is known at one place of a document; the finder carries it along."""

    day: date | None = None  # "today" of the sentence; None in an undated narrative
    not_after: date | None = None  # a bound on an undated text
    last: Point | None = None  # the date last spoken of: what "the next day" counts from
    quarter: tuple[int, int] | None = None  # the quarter last spoken of, for "a year earlier"
    years: dict[tuple[int, int], int] = field(default_factory=dict)  # of full dates, by month, day
    borrowed: int | None = None  # the year that the other end of a range gives
    day_first: bool = True  # whether 9/11/2020 is in November

    @property
    def now(self) -> Point | None:
        """The reference day, or the running date of a text that has none."""
        return Point(self.day.year, self.day.month, self.day.day) if self.day else self.last

    def year_of(self, month: int, day: int | None, direction: Direction) -> int | None:
        """The year that a date without one most likely means; None if nothing tells."""
        if self.day is None:
            return self.last.year if self.last else None
        return self._nearest_year(self.day, month, day, direction)

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
        ahead = [c for c in candidates if c[0] >= today]
        behind = [c for c in candidates if c[0] <= today]
        if to == "forward" and ahead:
            return ahead[0][1]
        if to == "back" and behind:
            return behind[-1][1]
        return min(candidates, key=lambda c: abs((c[0] - today).days))[1]

    def weekday(self, weekday: int, direction: Direction) -> date | None:
        """The weekday meant: today, the coming one where the tense says so, or else the last."""
        today = self.day or (self.last.date if self.last else None)
        if today is None:
            return None
        back = (today.weekday() - weekday) % 7
        if back and direction == "forward":
            return shift(today, 7 - back)
        return shift(today, -back)

    def remember(self, point: Point) -> None:
        """Take a date as the one last spoken of."""
        self.last = point
        if point.month and point.day:
            self.years.setdefault((point.month, point.day), point.year)

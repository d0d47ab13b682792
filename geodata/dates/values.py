"""TIMEX3 values (ISO 24617-1) and the calendar days that they cover.

>>> interval("2020-W46").earliest
datetime.date(2020, 11, 9)
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from geodata.dates.lexicon import SEASON_MONTHS
from geodata.records import Interval

FIRST_YEAR, LAST_YEAR = 1, 9998  # so that every interval fits Python's calendar


class Point(NamedTuple):
    """A date as far as it is known; years before our era are negative (490 BC is -490)."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def value(self) -> str:
        year = f"{self.year:04}" if self.year > 0 else f"BC{-self.year:04}"
        if self.month is None:
            return year
        month = f"{year}-{self.month:02}"
        return month if self.day is None else f"{month}-{self.day:02}"

    @property
    def date(self) -> date | None:
        """The day, if it is known to the day."""
        if self.month is None or self.day is None or self.year < FIRST_YEAR:
            return None
        return make_date(self.year, self.month, self.day)


def point(day: date) -> Point:
    """A day as a point."""
    return Point(day.year, day.month, day.day)


def make_date(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift(day: date, days: int) -> date:
    """The day so many days on, held within the calendar."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return date.max if days > 0 else date.min


def add_months(day: date, months: int) -> date:
    """The same day of another month, or its last day where that is shorter."""
    count = day.year * 12 + day.month - 1 + months
    year = min(max(count // 12, FIRST_YEAR), LAST_YEAR)
    month = count % 12 + 1
    return date(year, month, min(day.day, month_end(year, month).day))


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(1)


def week_value(day: date) -> str:
    """The ISO week of a day: 2020-W46."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def quarter_value(year: int, quarter: int) -> str:
    """A quarter of a year: 2020-Q3."""
    return f"{Point(year).value}-Q{quarter}"


@lru_cache(maxsize=1 << 12)
def interval(value: str) -> Interval | None:
    """The days that a value covers; None where it names no calendar days."""
    for form, read in _FORMS:
        if match := form.fullmatch(value):
            try:
                return read(*(int(g) if g.isdigit() else g for g in match.groups()))
            except (ValueError, OverflowError):  # no such day, or past the end of the calendar
                return None
    return None


def _day(year: int, month: int, day: int) -> Interval:
    only = date(year, month, day)
    return Interval(only, only)


def _months(year: int, month: int, count: int = 1) -> Interval:
    last = add_months(date(year, month, 1), count - 1)
    return Interval(date(year, month, 1), month_end(last.year, last.month))


def _year(year: int) -> Interval:
    return years(year, year)


def years(first: int, last: int) -> Interval:
    """The days of some years, both included."""
    return Interval(date(first, 1, 1), date(last, 12, 31))


def _week(year: int, week: int) -> Interval:
    monday = date.fromisocalendar(year, week, 1)
    return Interval(monday, monday + timedelta(6))


def _weekend(year: int, week: int) -> Interval:
    saturday = date.fromisocalendar(year, week, 6)
    return Interval(saturday, saturday + timedelta(1))


def _season(year: int, season: str) -> Interval:
    return _months(year, SEASON_MONTHS[season], 3)


_FORMS: tuple[tuple[re.Pattern[str], Callable[..., Interval]], ...] = tuple(
    (re.compile(form), read)
    for form, read in (
        (r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?", _day),
        (r"(\d{4})-(\d\d)(?:-XX)?", _months),
        (r"(\d{4})(?:-XX){0,2}", _year),
        (r"(\d{4})-W(\d\d)", _week),
        (r"(\d{4})-W(\d\d)-WE", _weekend),
        (r"(\d{4})-Q([1-4])", lambda year, quarter: _months(year, 3 * quarter - 2, 3)),
        (r"(\d{4})-H([12])", lambda year, half: _months(year, 6 * half - 5, 6)),
        (r"(\d{4})-(SP|SU|FA|WI)", _season),
        (r"(\d{3})", lambda decade: years(10 * decade, 10 * decade + 9)),
        (r"(\d{2})", lambda century: years(100 * century, 100 * century + 99)),
    )
)

# The share of a stretch that each word leaves, in twelfths: "early November" is its first third.
_SHARES = {
    "early": (0, 4),
    "start": (0, 3),
    "mid": (4, 8),
    "late": (8, 12),
    "end": (9, 12),
    "half1": (0, 6),
    "half2": (6, 12),
}

_OF_WEEK = {
    "early": (0, 2),
    "start": (0, 1),
    "mid": (1, 3),
    "late": (3, 6),
    "end": (4, 6),
    "half1": (0, 3),
    "half2": (3, 6),
}


def narrow(whole: Interval, part: str, day: date | None = None) -> Interval:
    """The part of an interval that "early", "late", "earlier" (than the day) ... leave."""
    if part in ("earlier", "later") and day and whole.earliest <= day <= whole.latest:
        if part == "earlier":
            return Interval(whole.earliest, day)
        return Interval(day, whole.latest)
    if part not in _SHARES or whole.days < 2:
        return whole
    if whole.days == 7:
        first, last = _OF_WEEK[part]
    else:
        low, high = _SHARES[part]
        first = round(whole.days * low / 12)
        last = max(round(whole.days * high / 12) - 1, first)
    return Interval(shift(whole.earliest, first), shift(whole.earliest, last))


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian rule)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth such weekday of a month (Monday is 0); -1 is the last."""
    if nth < 0:
        last = month_end(year, month)
        return last - timedelta((last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))

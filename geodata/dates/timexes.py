"""What a rule of the grammar is read as: the value of a date expression and its days."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal, NamedTuple

from geodata.dates.values import Point, interval
from geodata.records import Interval

Basis = Literal["explicit", "relative", "context", "heading"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


class Timex(NamedTuple):
    """One date expression as read; ``start`` and ``end`` count tokens, None: the whole match."""

    value: str
    days: Interval | None
    basis: Basis
    reason: str
    type: TimexType = "DATE"
    point: Point | None = None  # what later dates may count from
    start: int | None = None
    end: int | None = None


def explicit(value: str, reason: str = "as written", **more: Any) -> Timex:
    """A timex whose days are those of its value, unless ``more`` gives others."""
    return _timex("explicit", value, reason, more)


def relative(value: str, reason: str, **more: Any) -> Timex:
    """The same, of an expression that counts from another day."""
    return _timex("relative", value, reason, more)


def _timex(basis: Basis, value: str, reason: str, more: dict[str, Any]) -> Timex:
    days = more.pop("days") if "days" in more else interval(value)
    return Timex(value, days, more.pop("basis", basis), reason, **more)


def counted_from(day: date | Point | None) -> str:
    """The usual reason."""
    return f"counted from {words(day)}" if day else "counted from a day that the text does not tell"


def words(day: date | Point) -> str:
    """A day, month or year as people write it.

    >>> words(date(2020, 11, 9))
    '9 November 2020'
    """
    year = str(day.year) if day.year > 0 else f"{-day.year} BC"
    if day.month is None:
        return year
    month = f"{_MONTHS[day.month - 1]} {year}"
    return month if day.day is None else f"{day.day} {month}"


_MONTHS = (
    "January February March April May June July August September October November December"
).split()

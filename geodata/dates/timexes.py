"""What a rule of the grammar is read as: the value of a date expression and its days."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

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


def explicit(value: str, reason: str = "", **more: object) -> Timex:
    return Timex(value, interval(value), "explicit", reason or "as written")._replace(**more)


def relative(value: str, reason: str, **more: object) -> Timex:
    return Timex(value, interval(value), "relative", reason)._replace(**more)


def words(day: date | Point | None) -> str:
    """A day, month or year as people write it.

    >>> words(date(2020, 11, 9))
    '9 November 2020'
    """
    if day is None:
        return "an unknown day"
    year = str(day.year) if day.year > 0 else f"{-day.year} BC"
    if day.month is None:
        return year
    month = f"{_MONTHS[day.month - 1]} {year}"
    return month if day.day is None else f"{day.day} {month}"


_MONTHS = (
    "January February March April May June July August September October November December"
).split()

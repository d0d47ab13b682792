"""Readers of units counted from another date: "last week", "that year", "a month ago"."""

from __future__ import annotations

from datetime import date

from geodata.dates.context import Context
from geodata.dates.grammar import Found
from geodata.dates.lexicon import UNITS
from geodata.dates.phrases import closes, count, edge, looks_back, offset, ordinal
from geodata.dates.timexes import Timex, counted_from, relative
from geodata.dates.values import (
    Point,
    add_months,
    interval,
    narrow,
    point,
    quarter_value,
    shift,
    week_value,
)
from geodata.dates.windows import vaguely, window
from geodata.records import Interval

_LAST_QUARTER = "the quarter last spoken of"
_SAME_QUARTER = "the same quarter a year before"


def read_unit(found: Found, context: Context) -> list[Timex]:
    """Last week, earlier this month, the following year, over the weekend."""
    rel, unit = found.words("rel"), found.word("unit")
    if unit == "weekend":
        return _weekend(found, context, rel)
    if unit == "period":
        return _quarter_again(context) if "latest" in rel else []
    if unit.endswith("s"):
        return [relative("PRESENT_REF", "about now")] if rel == ["these"] else []
    kind = UNITS[unit]
    if kind == "Q":
        return _quarter(context, rel)
    base = _base(found, context, rel, kind)
    if base is None:
        return []
    timexes = step(base, kind, offset(rel), context.day, edge(found))
    return [_running(timex, found, context, kind) for timex in timexes]


def _base(found: Found, context: Context, rel: list[str], kind: str) -> Point | None:
    """What "that year", "last week", "the next day" count from; None for a name or an idiom."""
    at = found.match.start("unit")
    if found.tokens.capitalised(at) and at > found.start:
        return None  # "The Week", "This Week"
    if kind == "D" and rel == ["the"] and edge(found) in ("", "end"):
        return None  # "the day", "at the end of the day"
    the_next = rel == ["the", "next"]
    if rel == ["the"] or the_next or looks_back(rel) or context.day is None:
        return context.last or context.now
    return context.now


def _running(timex: Timex, found: Found, context: Context, kind: str) -> Timex:
    """With its days, if it runs from today: "over the next month", "in the past week"."""
    rel = found.words("rel")
    before = found.tokens.word(found.start - 1)
    runs = {"past", "coming"} & set(rel) or rel == ["the", "last"]
    runs = runs or before in ("over", "for", "within")
    if not runs or rel[0] != "the" or not context.day or not offset(rel):
        return timex
    return timex._replace(days=window(context.day, kind, 1, offset(rel) > 0))


def _weekend(found: Found, context: Context, rel: list[str]) -> list[Timex]:
    base = context.day or context.last_day
    if base is None:
        return []
    saturday = shift(base, 5 - base.weekday())
    if base.weekday() < 5:  # the one before, unless the words look to the one that comes
        ahead = rel[0] == "this" or offset(rel) > 0 or found.direction == "forward"
        saturday = saturday if ahead and offset(rel) >= 0 else shift(saturday, -7)
    else:
        saturday = shift(saturday, 7 * offset(rel))
    timex = relative(f"{week_value(saturday)}-WE", counted_from(base), point=point(saturday))
    if timex.days and (part := edge(found)):
        timex = timex._replace(days=narrow(timex.days, part, context.day))
    return [timex]


def _quarter(context: Context, rel: list[str]) -> list[Timex]:
    now = context.now
    if now is None:
        return []
    this = (now.year, ((now.month or 1) + 2) // 3)
    if rel == ["the"] or "latest" in rel:
        return [relative(quarter_value(*(context.quarter or this)), _LAST_QUARTER)]
    year, nth = (context.quarter or this) if looks_back(rel) else this
    number = year * 4 + nth - 1 + offset(rel)
    context.quarter = (number // 4, number % 4 + 1)
    return [relative(quarter_value(*context.quarter), counted_from(now))]


def _quarter_again(context: Context) -> list[Timex]:
    if context.quarter is None:
        return []
    return [relative(quarter_value(*context.quarter), _LAST_QUARTER)]


def read_year_quarter(found: Found, context: Context) -> list[Timex]:
    """The 1988 quarter, the 1988 period, where a quarter was spoken of."""
    if context.quarter is None:
        return []
    return [relative(quarter_value(int(found.word("year")), context.quarter[1]), _LAST_QUARTER)]


def read_year_ago(found: Found, context: Context) -> list[Timex]:
    """The year-ago quarter, year-earlier."""
    now = context.now
    if now is None or UNITS[found.word("unit")] != "Y":
        return []
    if found.has("nth"):
        context.quarter = (now.year, ordinal(found.word("nth")))
    if timexes := _same_quarter(context):
        return timexes
    return [relative(Point(now.year - 1).value, counted_from(now), point=Point(now.year - 1))]


def _same_quarter(context: Context) -> list[Timex]:
    if context.quarter is None:
        return []
    year, nth = context.quarter
    return [relative(quarter_value(year - 1, nth), _SAME_QUARTER)]


def read_beside(found: Found, context: Context) -> list[Timex]:
    """The day before, the week after: of the date last spoken of."""
    base = context.last or context.now
    if base is None or not closes(found):
        return []
    by = -1 if found.word("way") == "before" else 1
    return step(base, UNITS[found.word("unit")], by, context.day)


def read_ago(found: Found, context: Context) -> list[Timex]:
    """Two weeks ago, a year ago, a few days ago, years ago."""
    kind, number = UNITS[found.word("unit")], count(found)
    if number is None:
        return vaguely(context.day, kind, ahead=False)
    if context.now is None:
        return []
    if kind == "Y" and number == 1 and context.quarter:
        return _same_quarter(context)
    if kind == "M" and "more" in found.words("count") and context.day:
        return _months_and_more(context.day, number)
    return _back(context.now, kind, -number, context.day)


def _months_and_more(today: date, number: int) -> list[Timex]:
    """More than a month ago: in the month before that day a month ago."""
    days = Interval(add_months(today, -number - 1), add_months(today, -number))
    middle = shift(days.earliest, days.days // 2)
    at = Point(middle.year, middle.month)
    return [relative(at.value, counted_from(today), days=days, point=at)]


def read_elapsed(found: Found, context: Context) -> list[Timex]:
    """Two days later, a year earlier: counted from the date last spoken of."""
    kind, number = UNITS[found.word("unit")], count(found)
    ahead = found.word("way") in ("later", "after", "afterwards")
    if found.word("way") in ("before", "after") and not closes(found) and context.day:
        return []
    base = context.last or context.now
    if number is None:
        return [relative("FUTURE_REF" if ahead else "PAST_REF", "no number is said")]
    if kind == "Y" and number == 1 and context.quarter and not ahead:
        return _same_quarter(context)
    return _back(base, kind, number if ahead else -number, context.day) if base else []


def read_ahead(found: Found, context: Context) -> list[Timex]:
    """In a few days, in two weeks: ahead where the tense says so, else how long it took."""
    kind, number = UNITS[found.word("unit")], count(found)
    if context.day is None:
        return []
    if found.direction == "forward":
        if number is None:
            return vaguely(context.day, kind, ahead=True)
        return _back(point(context.day), kind, number, context.day)
    if number is None:
        return []
    days = window(context.day, kind, number, ahead=False)
    return [relative(f"P{number}{kind[-1]}", counted_from(context.day), days=days, type="DURATION")]


def read_edge_of_unit(found: Found, context: Context) -> list[Timex]:
    """Year-end, month's end."""
    kind, now = UNITS[found.word("unit")], context.last or context.now
    month = 12 if kind == "Y" else now.month if now else None
    if kind not in ("Y", "M") or now is None or month is None or found.word("edge") != "end":
        return []
    days = interval(Point(now.year, month).value)
    if days is None:
        return []
    value = days.latest.isoformat()
    days = days if kind == "Y" else narrow(days, "end")
    return [relative(value, counted_from(now), days=days, point=Point(now.year, month))]


def _back(base: Point, kind: str, by: int, today: date | None) -> list[Timex]:
    """So many units from a date; weeks come out at a day, give or take three."""
    if kind in ("E", "C"):  # "two decades ago" is a year, about
        kind, by = "Y", by * (10 if kind == "E" else 100)
    if kind in ("W", "2W") and (day := base.date):
        moved = shift(day, by * (14 if kind == "2W" else 7))
        days = Interval(shift(moved, -3), shift(moved, 3))
        return [relative(moved.isoformat(), counted_from(base), days=days, point=point(moved))]
    return step(base, kind, by, today)


def step(base: Point, kind: str, by: int, today: date | None, part: str = "") -> list[Timex]:
    """The unit so many steps from a date, as wide as both are known."""
    at, value = _moved(base, kind, by)
    timex = relative(value, counted_from(base), point=at)
    if timex.days and part:
        timex = timex._replace(days=narrow(timex.days, part, today or base.date))
    return [timex]


def _moved(base: Point, kind: str, by: int) -> tuple[Point, str]:
    if kind in ("Y", "E", "C"):
        return _moved_years(base.year, kind, by)
    if base.year < 1:
        return base, "BCXXXX-XX-XX"
    if kind in ("M", "Q"):
        if base.month is None:
            return base, f"{base.value}-XX"
        moved = add_months(date(base.year, base.month, 1), by * (3 if kind == "Q" else 1))
        at = Point(moved.year, moved.month)
        return at, at.value
    day = base.date
    if day is None:
        return base, f"{base.value}{'-XX' if base.month else '-XX-XX'}"
    moved = shift(day, by * {"D": 1, "W": 7, "2W": 14}[kind])
    return point(moved), moved.isoformat() if kind == "D" else week_value(moved)


def _moved_years(year: int, kind: str, by: int) -> tuple[Point, str]:
    digits, length = {"Y": (4, 1), "E": (3, 10), "C": (2, 100)}[kind]
    at = Point(year + by * length or (by // abs(by)))  # there is no year 0
    return at, at.value[: len(at.value) - 4 + digits]

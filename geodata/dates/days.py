"""Readers of expressions that name one day, or several, by month and number."""

from __future__ import annotations

import re
from datetime import date

from geodata.dates import names
from geodata.dates.context import Context
from geodata.dates.grammar import Found
from geodata.dates.lexicon import ALL_MONTHS, HOLIDAYS
from geodata.dates.phrases import DIGITS, century, ordinal, year_of
from geodata.dates.timexes import Timex, explicit, relative, words
from geodata.dates.tokens import CODES
from geodata.dates.values import Point, easter, make_date, nth_weekday, point, week_value
from geodata.records import Interval

_MOVING_FEASTS = {  # month, weekday (Monday is 0), the how-manieth; -1: the last
    "thanksgiving": (11, 3, 4),
    "labor": (9, 0, 1),
    "memorial": (5, 0, -1),
    "election": (11, 1, 1),
}

_LISTED = re.compile(  # behind "the 4th": " and the 7th"
    f"(?:[{CODES['COMMA']}{CODES['AND']}]{{1,2}}{CODES['THE']}?{CODES['ORDINAL']})*"
)


def read_iso(found: Found, context: Context) -> list[Timex]:
    """2020-11-09."""
    year, month, day = (int(n) for n in found.tokens.words[found.start][:10].split("-"))
    return _day(Point(year, month, day))


def read_numeric(found: Found, context: Context) -> list[Timex]:
    """08.01.2021 or 9/11/2020, day or month first by the document's habit."""
    text = found.tokens.words[found.start]
    first, second, year = (int(n) for n in DIGITS.findall(text))
    if year < 100:
        year += century(context, year)
    orders = [(first, second), (second, first)]
    for day, month in orders if context.day_first or "." in text else orders[::-1]:
        if make_date(year, month, day):
            return _day(Point(year, month, day))
    return []


def read_day(found: Found, context: Context) -> list[Timex]:
    """9 November 2020, Monday, Nov. 9, the 9th of November."""
    month, day = ALL_MONTHS[found.word("month")], ordinal(found.word("day"))
    if names.is_name(found) or not make_date(2000, month, day):
        return []
    year, said = year_of(found, context, month, day)
    if year is None:
        return [explicit(f"XXXX-{month:02}-{day:02}", "the year is not said")]
    return _day(Point(year, month, day), said)


def read_week_of(found: Found, context: Context) -> list[Timex]:
    """The week of March 6."""
    for timex in read_day(found, context):
        if timex.point and (day := timex.point.date):
            return [explicit(week_value(day), timex.reason, point=timex.point)]
    return []


def read_days(found: Found, context: Context) -> list[Timex]:
    """Several days of one month, each a mention of its own: "12 and 14 July", "June 4-7"."""
    month = ALL_MONTHS[found.word("month")]
    start, end = found.match.span("days")
    at = [i for i in range(start, end) if found.tokens.words[i][0].isdigit()]
    numbers = [ordinal(found.tokens.words[i]) for i in at]
    year, said = year_of(found, context, month, numbers[-1])
    days = [make_date(year, month, number) for number in numbers] if year else []
    known = [day for day in days if day]
    if not known or len(known) < len(numbers) or names.is_name(found):
        return []
    whole = _stretch(found, known)
    return [
        _day(point(day), said, whole)[0]._replace(start=first, end=last)
        for day, (first, last) in zip(known, _pieces(found, at), strict=True)
    ]


def _pieces(found: Found, at: list[int]) -> list[tuple[int, int]]:
    """The tokens of each day: the one beside the month takes it along."""
    pieces = [(i, i + 1) for i in at]
    if found.match.start("month") < at[0]:
        pieces[0] = (found.start, at[0] + 1)
    pieces[-1] = (pieces[-1][0], found.end)
    return pieces


def _stretch(found: Found, days: list[date]) -> Interval | None:
    """The days from first to last, if the words make the two the ends of one stretch."""
    joined = names.is_joined(found.words("days"))
    joined = joined or found.tokens.word(found.start - 1) == "between"
    if len(days) != 2 or not joined or days[0] >= days[1]:
        return None
    return Interval(days[0], days[1])


def read_the_day(found: Found, context: Context) -> list[Timex]:
    """The 20th: a day of the month last spoken of."""
    tokens, base = found.tokens, context.last or context.now
    if base is None or base.month is None or base.year < 1:
        return []
    bare = found.word("day").isdigit() and tokens.word(found.start - 1) != "on"
    if bare or names.is_attribute(found) or tokens.capitalised(_behind_list(found)):
        return []
    day = make_date(base.year, base.month, ordinal(found.word("day")))
    if day is None or not names.is_led(found):
        return []
    reason = f"of {words(Point(base.year, base.month))}, by the context"
    return [relative(day.isoformat(), reason, point=point(day), basis="context")]


def _behind_list(found: Found) -> int:
    """The token behind "the 4th", or behind the last of "the 4th and 7th"."""
    listed = _LISTED.match(found.tokens.codes, found.end)
    return listed.end() if listed else found.end


def read_holiday(found: Found, context: Context) -> list[Timex]:
    """Christmas, New Year's Eve, Easter 2021."""
    name = found.word("name").replace(" 's", "'s").replace(" ’s", "'s")
    feast = HOLIDAYS.get(name)
    if feast is None or not found.tokens.capitalised(found.match.start("name")):
        return []
    month, day = feast if isinstance(feast, tuple) else _about(feast)
    year, said = year_of(found, context, month, day)
    if year is None or not 0 < year < 9999:
        return []
    if isinstance(feast, tuple):
        return _day(Point(year, month, day), said)
    return _day(point(_moving(feast, year)), said)


def _about(feast: str) -> tuple[int, int]:
    return (4, 10) if feast == "easter" else (_MOVING_FEASTS[feast][0], 15)


def _moving(feast: str, year: int) -> date:
    return easter(year) if feast == "easter" else nth_weekday(year, *_MOVING_FEASTS[feast])


def _day(at: Point, said: bool = True, whole: Interval | None = None) -> list[Timex]:
    """A day of the calendar; [] if there is none such."""
    if at.year > 0 and at.date is None:
        return []
    timex = explicit(at.value, point=at)
    if not said:
        timex = timex._replace(basis="context", reason=f"year {at.year} from the context")
    if whole:
        reason = f"{words(whole.earliest)} to {words(whole.latest)}"
        timex = timex._replace(days=whole, reason=reason)
    return [timex]

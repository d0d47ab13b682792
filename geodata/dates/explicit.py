"""Readers of expressions that name a place on the calendar: days, months, seasons, years."""

from __future__ import annotations

import re
from datetime import date

from geodata.dates import names
from geodata.dates.context import Context
from geodata.dates.grammar import Found, other_end
from geodata.dates.lexicon import ALL_MONTHS, CARDINALS, DECADES, HOLIDAYS, ORDINALS, SEASONS
from geodata.dates.tense import direction
from geodata.dates.timexes import Timex, explicit, words
from geodata.dates.values import (
    Point,
    easter,
    make_date,
    narrow,
    nth_weekday,
    point,
    quarter_value,
    week_value,
    years,
)
from geodata.records import Interval

_DIGITS = re.compile(r"\d+")


def read_iso(found: Found, context: Context) -> list[Timex]:
    year, month, day = (int(n) for n in found.tokens.words[found.match.start()][:10].split("-"))
    return _day(Point(year, month, day), True)


def read_numeric(found: Found, context: Context) -> list[Timex]:
    text = found.tokens.words[found.match.start()]
    first, second, year = (int(n) for n in _DIGITS.findall(text))
    if year < 100:
        year += _century(context, year)
    orders = [(first, second), (second, first)]
    for day, month in orders if context.day_first else orders[::-1]:
        if make_date(year, month, day):
            return _day(Point(year, month, day), True)
    return []


def read_day(found: Found, context: Context) -> list[Timex]:
    if names.is_name(found):
        return []
    month, day = ALL_MONTHS[found.word("month")], ordinal(found.word("day"))
    year, said = _year(found, context, month, day)
    return _day(Point(year, month, day), said) if year else _unknown_year(month, day)


def read_week_of(found: Found, context: Context) -> list[Timex]:
    for timex in read_day(found, context):
        if timex.point and (day := timex.point.date):
            return [explicit(week_value(day), timex.reason, point=timex.point)]
    return []


def read_days(found: Found, context: Context) -> list[Timex]:
    """Several days of one month: "12 and 14 July", "June 4-7"; each is a mention of its own."""
    month = ALL_MONTHS[found.word("month")]
    start, end = found.match.span("days")
    at = [i for i in range(start, end) if found.tokens.words[i][0].isdigit()]
    numbers = [ordinal(found.tokens.words[i]) for i in at]
    year, said = _year(found, context, month, numbers[-1])
    if names.is_name(found) or not year:
        return []
    days = [make_date(year, month, number) for number in numbers]
    if None in days:
        return []
    known = [day for day in days if day]
    whole = _range(found, known[0], known[-1]) if len(known) == 2 else None
    cuts = _pieces(found, at, start)
    return [
        _day(point(day), said, whole)[0]._replace(start=cut[0], end=cut[1])
        for day, cut in zip(known, cuts, strict=True)
    ]


def _pieces(found: Found, at: list[int], start: int) -> list[tuple[int, int]]:
    """The tokens of each day: the one beside the month takes it along."""
    cuts = [(i, i + 1) for i in at]
    if found.match.start("month") < start:
        cuts[0] = (found.match.start(), at[0] + 1)
    cuts[-1] = (cuts[-1][0], found.match.end())
    return cuts


def _range(found: Found, first: date, last: date) -> Interval | None:
    between = found.words("days")
    joined = names.is_joined(between) or found.tokens.word(found.match.start() - 1) == "between"
    return Interval(first, last) if joined and first < last else None


def read_month(found: Found, context: Context) -> list[Timex]:
    month = ALL_MONTHS[found.word("month")]
    if names.is_name(found) or not names.is_month(found):
        return []
    year, said = _year(found, context, month, None)
    if year is None:
        return [explicit(f"XXXX-{month:02}", "the year is not said")]
    at = Point(year, month)
    reason = "" if said else f"year {year} from the context"
    return _whole(found, context, at.value, at, said, reason)


def read_season(found: Found, context: Context) -> list[Timex]:
    season = SEASONS[found.word("season")]
    if not names.is_season(found):
        return []
    year, said = _season_year(found, context, season)
    if year is None:
        return [explicit(f"XXXX-{season}", "the year is not said")]
    value = f"{Point(year).value}-{season}"
    return _whole(found, context, value, Point(year), said, f"{words(Point(year))} by the context")


def _season_year(found: Found, context: Context, season: str) -> tuple[int | None, bool]:
    month = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}[season]
    year, said = _year(found, context, month, None)
    if season == "WI" and not said and context.day and year:
        year = context.day.year - (context.day.month < 6)
    return year, said


def read_quarter(found: Found, context: Context) -> list[Timex]:
    nth = ordinal(found.word("nth").lstrip("qh"))
    unit = "H" if found.word("nth").startswith("h") else "Q"
    if not 1 <= nth <= (2 if unit == "H" else 4) or not context.now:
        return []
    year, said = _quarter_year(found, context, nth)
    context.quarter = (year, nth)
    value = quarter_value(year, nth) if unit == "Q" else f"{year:04}-H{nth}"
    return _whole(found, context, value, None, said, f"of {year}, by the context")


def _quarter_year(found: Found, context: Context, nth: int) -> tuple[int, bool]:
    now = context.now or Point(1)
    if found.has("year2") and found.word("year2"):
        return int(found.word("year2")), True
    if found.has("yearrel2") and (rel := found.words("yearrel2")):
        return now.year + offset(rel), False
    if found.word("year") or found.word("yearrel"):
        year, said = _year(found, context, 1, None)
        return year or now.year, said
    return now.year - (nth >= 3 and (now.month or 12) <= 3), False


def read_half(found: Found, context: Context) -> list[Timex]:
    part = "H1" if found.word("nth") == "first" else "H2"
    at = Point(int(found.word("year")))
    return [explicit(f"{at.value}-{part}", point=at)]


def read_decade(found: Found, context: Context) -> list[Timex]:
    text = found.word("decade")
    number = int("".join(_DIGITS.findall(text)) or DECADES.get(text, 0))
    if found.word("era"):
        return [explicit(f"BC{number // 10:03}", point=Point(-number))]
    if number < 100:
        number += _century(context, number)
    value = f"{number // 10:03}"
    return _whole(found, context, value, Point(number), True, "")


def read_century(found: Found, context: Context) -> list[Timex]:
    nth = ordinal(found.word("nth")) - 1
    if not 0 <= nth <= 30:
        return []
    before_our_era = found.word("era").startswith("b")
    return _whole(found, context, f"{'BC' * before_our_era}{nth:02}", None, True, "")


def read_year(found: Found, context: Context) -> list[Timex]:
    if not names.is_year(found):
        return []
    if found.has("short"):
        year = int(found.word("short")[1:])
        year += _century(context, year)
    else:
        year = int(found.word("year"))
    if found.word("era").startswith("b"):
        year = -year
    if year == 0:
        return []
    return _whole(found, context, Point(year).value, Point(year), True, "")


def read_year_range(found: Found, context: Context) -> list[Timex]:
    """Both years of "1988-94", each with the days of the whole."""
    first = int(found.word("year"))
    text = found.word("until").lstrip("'’")
    last = int(text) if len(text) == 4 else first // 100 * 100 + int(_DIGITS.findall(text)[0])
    at = found.match.start("until")
    if len(text) not in (2, 4) or not first < last < first + 200 or not names.is_year(found):
        return []
    days = years(first, last)
    reason = f"{first} to {last}"
    return [
        explicit(Point(first).value, reason, days=days, point=Point(first), end=at - 1),
        explicit(Point(last).value, reason, days=days, point=Point(last), start=at),
    ]


def read_spoken_year(found: Found, context: Context) -> list[Timex]:
    """A year in words: "nineteen ninety-six", "two thousand"."""
    parts = [CARDINALS[word] for word in found.words("spoken") if word in CARDINALS]
    if parts == [2, 1000]:
        year = 2000
    elif parts[0] in (18, 19, 20) and parts[1] in range(10, 100) and sum(parts[1:]) < 100:
        year = parts[0] * 100 + sum(parts[1:])
    else:
        return []
    return _whole(found, context, Point(year).value, Point(year), True, "")


def read_holiday(found: Found, context: Context) -> list[Timex]:
    name = found.word("name").replace(" 's", "'s").replace(" ’s", "'s")
    rule = HOLIDAYS.get(name)
    if rule is None or not found.tokens.capitalised(found.match.start("name")):
        return []
    month, day = rule if isinstance(rule, tuple) else (11, 15)
    if rule == "easter":
        month, day = 4, 10
    year, said = _year(found, context, month, day)
    if year is None or not 0 < year < 9999:
        return []
    if not isinstance(rule, tuple):
        return _day(point(_moving(rule, year)), said)
    return _day(Point(year, month, day), said)


def _moving(name: str, year: int) -> date:
    if name == "easter":
        return easter(year)
    month, weekday, nth = {
        "thanksgiving": (11, 3, 4),
        "labor": (9, 0, 1),
        "memorial": (5, 0, -1),
        "election": (11, 1, 1),
    }[name]
    return nth_weekday(year, month, weekday, nth)


def _day(at: Point, said: bool, whole: Interval | None = None) -> list[Timex]:
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


def _unknown_year(month: int, day: int) -> list[Timex]:
    if not make_date(2000, month, day):
        return []
    return [explicit(f"XXXX-{month:02}-{day:02}", "the year is not said")]


def _whole(
    found: Found, context: Context, value: str, at: Point | None, said: bool, reason: str
) -> list[Timex]:
    """A month, season, year ... narrowed by "early", "the end of" and the like."""
    timex = explicit(value, point=at)
    if not said:
        timex = timex._replace(basis="context", reason=reason)
    part = edge(found)
    if timex.days and part:
        timex = timex._replace(days=narrow(timex.days, part, context.day))
    return [timex]


def edge(found: Found) -> str:
    """Which part of the whole the words before it cut out; "" for all of it."""
    if not found.has("edge"):
        return ""
    said = set(found.words("edge"))
    if said & {"half", "part"}:
        late = said & {"latter", "late", "second", "last"}
        return "half2" if late else "half1" if said & {"first", "early", "former"} else ""
    for word, part in _EDGES.items():
        if word in said:
            return part
    return ""


_EDGES = {
    "earlier": "earlier",
    "later": "later",
    "early": "early",
    "beginning": "start",
    "start": "start",
    "outset": "start",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "latter": "late",
    "end": "end",
    "close": "end",
    "turn": "start",
}
_OFFSETS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "prior": -1,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
    "following": 1,
    "subsequent": 1,
    "ensuing": 1,
}


def offset(rel: list[str]) -> int:
    """-1 for "last", 1 for "next", 0 for "this" and "that"."""
    return next((_OFFSETS[word] for word in rel if word in _OFFSETS), 0)


def ordinal(text: str) -> int:
    """The number of "9", "9th", "ninth" or "twenty - first"."""
    if digits := _DIGITS.findall(text):
        return int(digits[0])
    return sum(CARDINALS.get(word) or ORDINALS.get(word, 0) for word in text.split())


def _century(context: Context, two_digits: int) -> int:
    """The century of "'89", not after the reference day by more than a few years."""
    now = context.now.year if context.now and context.now.year > 0 else 2000
    century = now // 100 * 100
    return century if century + two_digits <= now + 5 else century - 100


def _year(found: Found, context: Context, month: int, day: int | None) -> tuple[int | None, bool]:
    """The year of an expression, and whether its words say it."""
    if found.has("year"):
        year = int(found.word("year"))
        return (-year if found.word("era").startswith("b") else year), True
    now = context.now
    if found.has("yearrel"):
        rel = found.words("yearrel")
        base = context.last if _looks_back(rel) else now
        return (base.year + offset(rel) if base else None), False
    if other := other_end(found):
        return other[0] - (month > ALL_MONTHS[other[1]]), True
    rel = found.words("rel") if found.has("rel") else []
    if now and offset(rel):
        return _related_year(context, now, rel, month, day), False
    if day and (month, day) in context.years and names.is_attribute(found):
        return context.years[month, day], False
    start = found.tokens.starts[found.match.start()]
    return context.year_of(month, day, direction(found.tokens.reading, start)), False


def _looks_back(rel: list[str]) -> bool:
    """Whether the words count from the date last spoken of, not from the reference day."""
    return bool({"that", "same", "those", "following", "previous", "preceding"} & set(rel))


def _related_year(context: Context, now: Point, rel: list[str], month: int, day: int | None) -> int:
    """The year of "last May" or "next spring": the nearest one wholly before or after."""
    base = context.last if _looks_back(rel) and context.last else now
    here = base.month or (1 if offset(rel) > 0 else 12)
    if offset(rel) < 0:
        return base.year - (month >= here)
    return base.year + (month <= here)

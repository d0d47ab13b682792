"""Readers of expressions that name a stretch of the calendar: month, season, quarter, year ..."""

from __future__ import annotations

from geodata.dates import names
from geodata.dates.context import Context
from geodata.dates.grammar import Found
from geodata.dates.lexicon import ALL_MONTHS, DECADES, SEASONS
from geodata.dates.phrases import (
    DIGITS,
    century,
    edge,
    offset,
    ordinal,
    said_year,
    spoken_year,
    year_of,
)
from geodata.dates.timexes import Timex, explicit, words
from geodata.dates.values import Point, narrow, quarter_value, years

_MIDDLES = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}  # of the seasons


def read_month(found: Found, context: Context) -> list[Timex]:
    """November, last May, mid-December 1944, the end of the month of March."""
    month = ALL_MONTHS[found.word("month")]
    if names.is_name(found) or not names.is_month(found):
        return []
    year, said = year_of(found, context, month)
    if year is None:
        return [explicit(f"XXXX-{month:02}", "the year is not said")]
    at = Point(year, month)
    return _whole(found, context, at.value, at, "" if said else f"year {year} from the context")


def read_season(found: Found, context: Context) -> list[Timex]:
    """The summer of 1918, last fall."""
    season = SEASONS[found.word("season")]
    if not names.is_season(found):
        return []
    year, said = year_of(found, context, _MIDDLES[season])
    if season == "WI" and not said and context.day:
        year = _winter(found, context.day.year, context.day.month)
    if year is None:
        return [explicit(f"XXXX-{season}", "the year is not said")]
    value = f"{Point(year).value}-{season}"
    reason = "" if said else f"of {words(Point(year))}, by the context"
    return _whole(found, context, value, Point(year), reason)


def _winter(found: Found, year: int, month: int) -> int:
    """The year of "last winter": a winter bears the year of its December."""
    step = offset(found.words("rel"))
    current = year - (month < 6)
    return current + (min(step, 0) if 6 <= month < 12 else step)


def read_quarter(found: Found, context: Context) -> list[Timex]:
    """The third quarter, this year's first quarter, Q3 2020, H1."""
    nth = ordinal(found.word("nth").lstrip("qh"))
    half = found.word("nth").startswith("h")
    if not 1 <= nth <= (2 if half else 4) or not context.now:
        return []
    year, said = _quarter_year(found, context, context.now, nth)
    if not half:
        context.quarter = (year, nth)
    value = f"{year:04}-H{nth}" if half else quarter_value(year, nth)
    return _whole(found, context, value, None, "" if said else f"of {year}, by the context")


def _quarter_year(found: Found, context: Context, now: Point, nth: int) -> tuple[int, bool]:
    if found.has("year2"):
        return int(found.word("year2")), True
    if found.has("yearrel2"):
        return now.year + offset(found.words("yearrel2")), False
    if found.has("year") or found.has("yearrel"):
        year, said = year_of(found, context, 1)
        return year or now.year, said
    return now.year - (nth >= 3 and (now.month or 12) <= 3), False


def read_half(found: Found, context: Context) -> list[Timex]:
    """The first half of 2019."""
    at = Point(said_year(found) or 1)
    half = "H1" if found.word("nth") == "first" else "H2"
    return [explicit(f"{at.value}-{half}", point=at)]


def read_year(found: Found, context: Context) -> list[Timex]:
    """1994, the year 1994, '94, fiscal 1994, early 1994, 490 BC."""
    year = said_year(found)
    if found.has("short"):
        two_digits = int(found.word("short")[1:])
        year = two_digits + century(context, two_digits)
    if not year or not names.is_year(found):
        return []
    return _whole(found, context, Point(year).value, Point(year))


def read_spoken_year(found: Found, context: Context) -> list[Timex]:
    """Nineteen ninety-six, the year two thousand."""
    year = spoken_year(found)
    return _whole(found, context, Point(year).value, Point(year)) if year else []


def read_year_range(found: Found, context: Context) -> list[Timex]:
    """Both years of "1988-94", each with the days of the whole."""
    first, text = int(found.word("year")), found.word("until").lstrip("'’")
    last = int(text) if len(text) == 4 else first // 100 * 100 + int(text[:2])
    if len(text) not in (2, 4) or not first < last < first + 200 or not names.is_year(found):
        return []
    pair = _pair(found, Point(first), Point(last), f"{first} to {last}")
    return [timex._replace(days=years(first, last)) for timex in pair]


def read_bc_range(found: Found, context: Context) -> list[Timex]:
    """Both years of "499-493 BC"."""
    first, last = int(found.word("year")), int(found.word("until"))
    if not first > last > 0 or not found.tokens.word(found.end - 1).startswith("b"):
        return []
    return _pair(found, Point(-first), Point(-last), f"{first} to {last} BC")


def _pair(found: Found, first: Point, last: Point, reason: str) -> list[Timex]:
    at = found.match.start("until")
    return [
        explicit(first.value, reason, point=first, end=at - 1),
        explicit(last.value, reason, point=last, start=at),
    ]


def read_decade(found: Found, context: Context) -> list[Timex]:
    """The 1990s, the '80s, the nineties, the 470s BC."""
    text = found.word("decade")
    digits = "".join(DIGITS.findall(text))
    number = int(digits) if digits else DECADES[text]
    if found.word("era").startswith("b"):
        return [explicit(f"BC{number // 10:03}", point=Point(-number))]
    if number < 100:
        if not (text[0] in "'’" or "the" in found.tokens.words[found.start : found.end]):
            return []  # "in his 30s", "in her forties"
        number += century(context, number)
    return _whole(found, context, f"{number // 10:03}", Point(number))


def read_century(found: Found, context: Context) -> list[Timex]:
    """The 20th century, the fourth century BC."""
    nth = ordinal(found.word("nth")) - 1
    if not 0 <= nth <= 30:
        return []
    era = "BC" if found.word("era").startswith("b") else ""
    return _whole(found, context, f"{era}{nth:02}", None)


def _whole(
    found: Found, context: Context, value: str, at: Point | None, reason: str = ""
) -> list[Timex]:
    """A stretch, narrowed by "early", "the end of" and the like; a reason: it took its context."""
    timex = explicit(value, point=at)
    if reason:
        timex = timex._replace(basis="context", reason=reason)
    if timex.days and (part := edge(found)):
        timex = timex._replace(days=narrow(timex.days, part, context.day))
    return [timex]

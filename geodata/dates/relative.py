"""Readers of expressions that count from a day: weekdays, "yesterday", "last week", "a month ago"."""

from __future__ import annotations

from datetime import date

from geodata.dates import names
from geodata.dates.context import Context
from geodata.dates.explicit import edge, offset, ordinal
from geodata.dates.grammar import Found
from geodata.dates.lexicon import CARDINALS, LASTING, PARTS, UNITS, VAGUE_COUNTS, WEEKDAYS
from geodata.dates.tense import direction
from geodata.dates.timexes import Timex, TimexType, explicit, relative, words
from geodata.dates.values import (
    Point,
    add_months,
    interval,
    make_date,
    narrow,
    point,
    quarter_value,
    shift,
    week_value,
)
from geodata.records import Interval

_FROM_LAST = frozenset(
    "that same those following previous preceding subsequent ensuing prior".split()
)
_VAGUE_DAYS = {"D": 6, "W": 27, "M": 90, "Q": 270, "Y": 3 * 365, "E": 20 * 365, "C": 200 * 365}


def read_weekday(found: Found, context: Context) -> list[Timex]:
    if names.is_name(found):
        return []
    weekday = WEEKDAYS[found.word("weekday")]
    rel = found.words("rel") if found.has("rel") else []
    base = context.day or (context.last.date if context.last else None)
    if rel and _FROM_LAST & set(rel) and context.last and context.last.date:
        base = context.last.date
    if base is None:
        return [explicit(f"XXXX-WXX-{weekday + 1}", "which week is not said")]
    day = _weekday(found, context, base, weekday, rel)
    reason = f"{found.word('weekday').title()}, counted from {words(base)}"
    return [_part(relative(day.isoformat(), reason, point=point(day)), found)]


def _weekday(found: Found, context: Context, base: date, weekday: int, rel: list[str]) -> date:
    if offset(rel) < 0:
        return shift(base, -((base.weekday() - weekday - 1) % 7 + 1))
    if offset(rel) > 0:
        return shift(base, (weekday - base.weekday() - 1) % 7 + 1)
    start = found.tokens.starts[found.match.start()]
    back = (base.weekday() - weekday) % 7
    if back and (rel[:1] == ["this"] or _is_ahead(found, start)):
        return shift(base, 7 - back)
    return shift(base, -back)


def _is_ahead(found: Found, start: int) -> bool:
    """Whether a weekday is still to come; "Friday's vote" is past unless it is waited for."""
    tokens, end = found.tokens, found.match.end()
    if tokens.word(end) in ("'s", "’s") and tokens.word(found.match.start() - 1) not in _AWAITING:
        return False
    return direction(tokens.reading, start) == "forward"


_AWAITING = frozenset("of before for until at in".split())


def read_day_before(found: Found, context: Context) -> list[Timex]:
    """ "The day before last Tuesday"."""
    if context.day is None:
        return []
    rel = found.words("rel") if found.has("rel") else []
    day = _weekday(found, context, context.day, WEEKDAYS[found.word("weekday")], rel)
    days = 1 if UNITS[found.word("unit")] == "D" else 7
    day = shift(day, -days if found.word("way") == "before" else days)
    return [relative(day.isoformat(), _from(context.day), point=point(day))]


def _part(timex: Timex, found: Found) -> Timex:
    """With the part of the day that is said: "Monday evening"."""
    part = found.words("part") if found.has("part") else []
    if not part:
        return timex
    return timex._replace(value=timex.value + PARTS[part[-1]], type="TIME")


def read_today(found: Found, context: Context) -> list[Timex]:
    word = found.word("word")
    today = context.day
    if today is None:
        return _undated_today(word, context)
    day = shift(today, {"yesterday": -1, "tomorrow": 1}.get(word, 0))
    timex = relative(day.isoformat(), _from(today), point=point(day))
    if word == "overnight":
        before = shift(today, -1)
        value = f"{before.isoformat()}TNI"
        return [timex._replace(value=value, days=Interval(before, today), type="TIME")]
    if word == "tonight":
        return [timex._replace(value=timex.value + "TNI", type="TIME")]
    return [_part(timex, found)]


def _undated_today(word: str, context: Context) -> list[Timex]:
    if word == "today":
        return [relative("PRESENT_REF", "the text has no date")]
    if word == "overnight":
        return []
    return [relative("XXXX-XX-XX", "the text has no date")]


def read_part_of_day(found: Found, context: Context) -> list[Timex]:
    """ "This morning", "last night", "that afternoon", "the next morning"."""
    rel = found.words("rel")
    anaphoric = bool(_FROM_LAST & set(rel)) or rel[0] == "the"
    base = (context.last.date if context.last else None) if anaphoric else None
    base = base or context.day or (context.last.date if context.last else None)
    part = found.words("part")[-1]
    if base is None:
        return []
    step = offset(rel)
    if rel[-1] == "last" and part not in ("night", "evening"):
        return []
    day = shift(base, step)
    return [_part(relative(day.isoformat(), _from(base), point=point(day)), found)]


def read_unit(found: Found, context: Context) -> list[Timex]:
    """ "Last week", "earlier this month", "the following year", "over the weekend"."""
    rel, unit = found.words("rel"), found.word("unit")
    if unit == "weekend":
        return _weekend(found, context, rel)
    if unit == "period":
        return _quarter_again(context) if "latest" in rel else []
    if unit.endswith("s") or unit not in UNITS:
        return [relative("PRESENT_REF", "about now")] if rel == ["these"] else []
    kind = UNITS[unit]
    if kind == "D" and rel == ["the"] and not found.has("edge"):
        return []
    if kind == "Q":
        return _quarter(found, context, rel)
    base = _base(context, rel, kind)
    if base is None:
        return []
    return _step(base, kind, offset(rel), context.day, edge(found))


def _base(context: Context, rel: list[str], kind: str) -> Point | None:
    """What "that year", "last week", "the next day" count from."""
    said = set(rel)
    from_last = said & _FROM_LAST or (rel[0] == "the" and said & {"next"})
    if rel == ["the"] or from_last or context.day is None:
        return context.last or context.now
    return context.now


def _step(base: Point, kind: str, by: int, today: date | None, part: str = "") -> list[Timex]:
    """The unit so many steps from a date, as wide as both are known."""
    at, value = _moved(base, kind, by)
    if value is None:
        return []
    timex = relative(value, _from(base), point=at)
    if timex.days and part:
        timex = timex._replace(days=narrow(timex.days, part, today or base.date))
    return [timex]


def _moved(base: Point, kind: str, by: int) -> tuple[Point | None, str | None]:
    if kind == "Y":
        at = Point(_no_zero(base.year + by, base.year))
        return at, at.value
    if kind == "E":
        at = Point(base.year + 10 * by)
        return at, Point(abs(at.year)).value[:3] if at.year > 0 else f"BC{-at.year // 10:03}"
    if kind == "C":
        at = Point(base.year + 100 * by)
        return at, f"{at.year // 100:02}" if at.year > 0 else f"BC{-at.year // 100:02}"
    if base.year < 1:
        return base, "BCXXXX-XX-XX"
    if kind == "M":
        if base.month is None:
            return Point(base.year), f"{base.year:04}-XX"
        moved = add_months(date(base.year, base.month, 1), by)
        at = Point(moved.year, moved.month)
        return at, at.value
    day = base.date
    if day is None:
        return base, f"{base.value}{'-XX' * (2 - (base.month is not None))}"
    if kind in ("W", "2W"):
        moved = shift(day, 7 * by * (2 if kind == "2W" else 1))
        return point(moved), week_value(moved)
    moved = shift(day, by)
    return point(moved), moved.isoformat()


def _no_zero(year: int, before: int) -> int:
    return year if year else (-1 if before > 0 else 1)


def _weekend(found: Found, context: Context, rel: list[str]) -> list[Timex]:
    base = context.day or (context.last.date if context.last else None)
    if base is None:
        return []
    saturday = shift(base, 5 - base.weekday())
    if offset(rel):
        saturday = shift(saturday, 7 * offset(rel))
        if offset(rel) > 0 and base.weekday() < 5:
            saturday = shift(saturday, -7)
    elif base.weekday() < 5:
        start = found.tokens.starts[found.match.start()]
        ahead = direction(found.tokens.reading, start) == "forward" or rel[0] == "this"
        saturday = saturday if ahead else shift(saturday, -7)
    value = f"{week_value(saturday)}-WE"
    timex = relative(value, _from(base), point=point(saturday))
    part = edge(found)
    if timex.days and part in ("early", "late", "end", "start"):
        timex = timex._replace(days=narrow(timex.days, part))
    return [timex]


def _quarter(found: Found, context: Context, rel: list[str]) -> list[Timex]:
    now = context.now
    if now is None:
        return []
    this = (now.year, ((now.month or 1) + 2) // 3)
    if rel == ["the"] or set(rel) & (_FROM_LAST | {"latest"}):
        year, nth = context.quarter or this
        if rel[-1] == "latest" or rel == ["the"]:
            return [relative(quarter_value(year, nth), "the quarter last spoken of")]
    else:
        year, nth = this
    count = year * 4 + nth - 1 + offset(rel)
    context.quarter = (count // 4, count % 4 + 1)
    return [relative(quarter_value(*context.quarter), _from(now))]


def _quarter_again(context: Context) -> list[Timex]:
    if context.quarter is None:
        return []
    return [relative(quarter_value(*context.quarter), "the quarter last spoken of")]


def read_ago(found: Found, context: Context) -> list[Timex]:
    kind = UNITS[found.word("unit")]
    number = count(found)
    base = context.now
    if number is None:
        return _vaguely(found, context, kind, -1)
    if base is None:
        return []
    if kind == "Y" and number == 1 and context.quarter:
        year, nth = context.quarter
        return [relative(quarter_value(year - 1, nth), "the same quarter a year before")]
    return _back(base, kind, -number, context.day)


def _back(base: Point, kind: str, by: int, today: date | None) -> list[Timex]:
    day = base.date
    if kind in ("W", "2W") and day:
        moved = shift(day, by * (14 if kind == "2W" else 7))
        days = Interval(shift(moved, -3), shift(moved, 3))
        timex = relative(moved.isoformat(), _from(base), days=days, point=point(moved))
        return [timex]
    return _step(base, kind, by, today)


def read_elapsed(found: Found, context: Context) -> list[Timex]:
    """ "Two days later", "a year earlier": counted from the date last spoken of."""
    kind = UNITS[found.word("unit")]
    way = 1 if found.word("way") in ("later", "after", "afterwards") else -1
    if found.word("way") in ("before", "after") and not _closes(found) and context.day:
        return []
    number = count(found) if found.has("count") else None
    if number is None:
        value = "FUTURE_REF" if way > 0 else "PAST_REF"
        return [relative(value, "no number is said")]
    base = context.last or context.now
    if base is None:
        return []
    if kind == "Y" and number == 1 and context.quarter and way < 0:
        year, nth = context.quarter
        return [relative(quarter_value(year - 1, nth), "the same quarter a year before")]
    return _back(base, kind, way * number, context.day)


def read_beside(found: Found, context: Context) -> list[Timex]:
    """The day before, the week after: of the date last spoken of."""
    base = context.last or context.now
    if base is None or not _closes(found):
        return []
    by = -1 if found.word("way") in ("before", "previously") else 1
    return _step(base, UNITS[found.word("unit")], by, context.day)


def _closes(found: Found) -> bool:
    """Whether the phrase stands alone: "two days after", not "two days after the attack"."""
    after = found.tokens.word(found.match.end())
    return not after or not after.isalpha() or after in ("that", "and", "but")


def read_year_ago(found: Found, context: Context) -> list[Timex]:
    now = context.now
    if now is None or UNITS[found.word("unit")] != "Y":
        return []
    if found.has("nth"):
        context.quarter = (now.year, ordinal(found.word("nth")))
    if context.quarter:
        year, nth = context.quarter
        return [relative(quarter_value(year - 1, nth), "the same quarter a year before")]
    return [relative(f"{now.year - 1:04}", _from(now), point=Point(now.year - 1))]


def read_window(found: Found, context: Context) -> list[Timex]:
    """ "The past three days", "the next two weeks", "recent days"."""
    way, kind = found.word("way"), UNITS[found.word("unit")]
    ahead = offset([way]) > 0
    if not found.has("count"):
        if way not in ("recent", "coming", "next", "upcoming") or not found.word("unit").endswith(
            "s"
        ):
            return []
        return _vaguely(found, context, kind, 1 if ahead else -1)
    number = count(found)
    vague = VAGUE_COUNTS.get(found.words("count")[-1])
    days = _window(context.day, kind, number or vague or 3, ahead, slack=number is None)
    value = f"P{number or 'X'}{_letter(kind)}"
    return [relative(value, _from(context.day), days=days, type="DURATION")]


def read_recent(found: Found, context: Context) -> list[Timex]:
    """Recent days, the coming weeks."""
    if not found.word("unit").endswith("s"):
        return []
    way = -1 if found.word("way") == "recent" else 1
    return _vaguely(found, context, UNITS[found.word("unit")], way)


def read_year_quarter(found: Found, context: Context) -> list[Timex]:
    """The 1988 quarter, where a quarter was spoken of."""
    if context.quarter is None:
        return []
    value = quarter_value(int(found.word("year")), context.quarter[1])
    return [relative(value, "the quarter last spoken of")]


def _window(
    today: date | None, kind: str, number: int, ahead: bool, slack: bool = False
) -> Interval | None:
    """The last or the next so many days, weeks ...; the last ones end today."""
    if today is None:
        return None
    sign = 1 if ahead else -1
    if kind in ("D", "W", "2W"):
        length = number * {"D": 1, "W": 7, "2W": 14}[kind]
        if ahead:
            return Interval(shift(today, 1), shift(today, length + slack))
        return Interval(shift(today, -length + 1 - slack), today)
    months = number * {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}[kind]
    other = add_months(today, sign * months)
    return Interval(today, other) if ahead else Interval(other, today)


def _vaguely(found: Found, context: Context, kind: str, way: int) -> list[Timex]:
    """ "Recent days", "a few weeks ago", "in the coming months": days about, no exact value."""
    value = "FUTURE_REF" if way > 0 else "PAST_REF"
    days = None
    if context.day and found.word("unit") != "ago":
        length = _VAGUE_DAYS["W" if kind == "2W" else kind]
        if way > 0:
            days = Interval(shift(context.day, 1), shift(context.day, length + 1))
        else:
            days = Interval(shift(context.day, -length), context.day)
    return [relative(value, _from(context.day), days=days)]


def read_ahead(found: Found, context: Context) -> list[Timex]:
    """ "In a few days", "in two weeks": ahead where the tense says so, else how long it took."""
    start = found.tokens.starts[found.match.start()]
    ahead = direction(found.tokens.reading, start) == "forward"
    kind, number = UNITS[found.word("unit")], count(found)
    if context.day is None:
        return []
    if ahead and number is None:
        return _vaguely(found, context, kind, 1)
    if ahead and number:
        return _back(point(context.day), kind, number, context.day)
    return []


def read_into(found: Found, context: Context) -> list[Timex]:
    """ "Almost a week into the truce": the week that ends today."""
    if found.tokens.word(found.match.end() - 1) != "into" or not (number := count(found)):
        return []
    kind = UNITS[found.word("unit")]
    days = _window(context.day, kind, number, False)
    value = f"P{number}{_letter(kind)}"
    end = found.match.end() - 1
    return [relative(value, _from(context.day), days=days, type="DURATION", end=end)]


def read_war(found: Found, context: Context) -> list[Timex]:
    """ "A six-week war": a length of time, without days where its ends are not told."""
    at = found.match.end() - 1
    if found.tokens.word(at) not in LASTING or not (number := count(found)):
        return []
    value = f"P{number}{_letter(UNITS[found.word('unit')])}"
    kind: TimexType = "DURATION"
    return [relative(value, "a length of time", days=None, type=kind, end=at)]


def read_nth_day(found: Found, context: Context) -> list[Timex]:
    """ "For a second full day", "the third straight day": it ends with today."""
    full = found.match.end() - found.match.start() > 2
    led = " ".join(found.tokens.words[max(0, found.match.start() - 2) : found.match.start()])
    if context.day is None or not (full or led in ("for a", "for the", "on its")):
        return []
    today = context.day
    return [relative(today.isoformat(), f"a day that ends with {words(today)}", point=point(today))]


def read_edge_of_unit(found: Found, context: Context) -> list[Timex]:
    """ "Year-end", "month's end"."""
    kind, now = UNITS[found.word("unit")], context.last or context.now
    if kind not in ("Y", "M") or now is None or found.word("edge") != "end":
        return []
    month = 12 if kind == "Y" else now.month
    if month is None:
        return []
    value = f"{Point(now.year).value}-{month:02}"
    days = interval(value)
    if days and kind == "Y":
        value = days.latest.isoformat()
    return [relative(value, _from(now), days=days, point=Point(now.year, month))]


def read_now(found: Found, context: Context) -> list[Timex]:
    value = "PAST_REF" if found.tokens.word(found.match.start()) == "recently" else "PRESENT_REF"
    return [relative(value, "no day is meant", days=None)]


def read_future(found: Found, context: Context) -> list[Timex]:
    return [relative("FUTURE_REF", "no day is meant", days=None)]


def read_past(found: Found, context: Context) -> list[Timex]:
    if found.word("way") != "past":
        return []
    return [relative("PAST_REF", "no day is meant", days=None, start=found.match.start() + 1)]


def read_the_day(found: Found, context: Context) -> list[Timex]:
    """ "The 20th", "the 28": a day of the month last spoken of."""
    tokens, base = found.tokens, context.last or context.now
    number = ordinal(found.word("day"))
    bare = found.word("day").isdigit()
    if base is None or base.month is None or base.year < 1:
        return []
    if (bare and tokens.word(found.match.start() - 1) != "on") or names.is_attribute(found):
        return []
    if tokens.capitalised(found.match.end()) or not names.is_led(found):
        return []
    day = make_date(base.year, base.month, number)
    if day is None:
        return []
    reason = f"of {words(Point(base.year, base.month))}, by the context"
    return [relative(day.isoformat(), reason, point=point(day), basis="context")]


def count(found: Found) -> int | None:
    """The number of units said; None for "a few" and where none is said."""
    if not found.has("count"):
        return None
    said = found.words("count")
    if any(word in VAGUE_COUNTS for word in said):
        return 2 if "couple" in said else None
    if digits := [word for word in said if word.isdigit()]:
        return int(digits[0])
    number = sum(CARDINALS.get(word, 0) for word in said)
    return number or (1 if {"a", "an"} & set(said) else None)


def _letter(kind: str) -> str:
    return kind[-1]


def _from(day: date | Point | None) -> str:
    return f"counted from {words(day)}"

"""Readers of lengths of time that end or begin today: "the past three days", "recent weeks"."""

from __future__ import annotations

from datetime import date

from geodata.dates import names
from geodata.dates.context import Context
from geodata.dates.grammar import Found
from geodata.dates.lexicon import UNITS, VAGUE_COUNTS
from geodata.dates.phrases import count, offset
from geodata.dates.timexes import Timex, counted_from, relative, words
from geodata.dates.values import add_months, point, shift
from geodata.records import Interval

# How far "recent days", "a few months ago" reach, in days.
_VAGUE_DAYS = {
    "D": 6,
    "W": 27,
    "2W": 27,
    "M": 90,
    "Q": 270,
    "Y": 3 * 365,
    "E": 20 * 365,
    "C": 200 * 365,
}
# Nouns that make a length of time before them worth keeping: "a six-week war".
_LASTING = frozenset(
    """
    war conflict battle siege offensive campaign truce ceasefire cease-fire fighting fight
    standoff stand-off blockade occupation strike uprising visit tour trip summit curfew
    """.split()
)
_DAYS = {"D": 1, "W": 7, "2W": 14}
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}


def read_window(found: Found, context: Context) -> list[Timex]:
    """The past three days, the next two weeks."""
    kind, number = UNITS[found.word("unit")], count(found)
    about = VAGUE_COUNTS.get(found.words("count")[-1], 3)
    ahead = offset([found.word("way")]) > 0
    days = None
    if context.day:
        days = window(context.day, kind, number or about, ahead, slack=number is None)
    value = f"P{number or 'X'}{kind[-1]}"
    return [relative(value, counted_from(context.day), days=days, type="DURATION")]


def window(today: date, kind: str, number: int, ahead: bool, slack: bool = False) -> Interval:
    """The last or the next so many days, weeks ...; the last ones end today."""
    if kind in _DAYS:
        length = number * _DAYS[kind] + slack
        if ahead:
            return Interval(shift(today, 1), shift(today, length))
        return Interval(shift(today, 1 - length), today)
    other = add_months(today, number * _MONTHS[kind] * (1 if ahead else -1))
    return Interval(min(today, other), max(today, other))


def read_recent(found: Found, context: Context) -> list[Timex]:
    """Recent days, coming weeks."""
    if not found.word("unit").endswith("s"):
        return []
    ahead = found.word("way") != "recent"
    return vaguely(context.day, UNITS[found.word("unit")], ahead)


def vaguely(today: date | None, kind: str, ahead: bool) -> list[Timex]:
    """Days about, no exact value: "recent days", "a few weeks ago", "in the coming months"."""
    days, length = None, _VAGUE_DAYS[kind]
    if today and ahead:
        days = Interval(shift(today, 1), shift(today, length + 1))
    elif today:
        days = Interval(shift(today, -length), today)
    return [relative("FUTURE_REF" if ahead else "PAST_REF", counted_from(today), days=days)]


def read_into(found: Found, context: Context) -> list[Timex]:
    """Almost a week into the truce: the week that ends today."""
    number, kind = count(found), UNITS[found.word("unit")]
    if found.tokens.word(found.end - 1) != "into" or not number or not context.day:
        return []
    days = window(context.day, kind, number, ahead=False)
    value, end = f"P{number}{kind[-1]}", found.end - 1
    return [relative(value, counted_from(context.day), days=days, type="DURATION", end=end)]


def read_war(found: Found, context: Context) -> list[Timex]:
    """A six-week war: a length of time, without days as its ends are not told."""
    number, at = count(found), found.end - 1
    if found.tokens.word(at) not in _LASTING or not number:
        return []
    value = f"P{number}{UNITS[found.word('unit')][-1]}"
    return [relative(value, "a length of time", days=None, type="DURATION", end=at)]


def read_nth_day(found: Found, context: Context) -> list[Timex]:
    """For a second full day, the third straight day: it ends with today."""
    full = found.end - found.start > 2
    led = [found.tokens.word(found.start - 2), found.tokens.word(found.start - 1)]
    if context.day is None or not (full or led in (["for", "a"], ["for", "the"], ["on", "its"])):
        return []
    today = context.day
    return [relative(today.isoformat(), f"a day that ends with {words(today)}", point=point(today))]


def read_now(found: Found, context: Context) -> list[Timex]:
    """Now, currently, recently."""
    if found.tokens.word(found.start - 1) in ("has", "have", "had"):
        return []  # "has now agreed" has no time of its own
    past = found.tokens.word(found.start) == "recently"
    return [_vague("PAST_REF" if past else "PRESENT_REF")]


def read_past(found: Found, context: Context) -> list[Timex]:
    """In the past."""
    if found.word("way") != "past":
        return []
    return [_vague("PAST_REF")._replace(start=found.start + 1)]


def read_future(found: Found, context: Context) -> list[Timex]:
    """The future; not "the future status of the region"."""
    return [] if names.is_attribute(found) else [_vague("FUTURE_REF")]


def _vague(value: str) -> Timex:
    return relative(value, "no day is meant", days=None)

"""What the parts of an expression say: numbers, "last" and "next", "early", the year."""

from __future__ import annotations

import re

from geodata.dates import names
from geodata.dates.context import Context
from geodata.dates.grammar import Found, other_end
from geodata.dates.lexicon import ALL_MONTHS, CARDINALS, ORDINALS, VAGUE_COUNTS
from geodata.dates.values import Point

DIGITS = re.compile(r"\d+")

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
_EDGES = {
    "earlier": "earlier",
    "later": "later",
    "early": "early",
    "beginning": "start",
    "start": "start",
    "outset": "start",
    "turn": "start",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "latter": "late",
    "end": "end",
    "close": "end",
}
_BACK = frozenset("that same those following previous preceding subsequent ensuing prior".split())


def ordinal(text: str) -> int:
    """The number of "9", "9th", "ninth" or "twenty - first"; 0 if it is none."""
    if digits := DIGITS.findall(text):
        return int(digits[0])
    return sum(CARDINALS.get(word) or ORDINALS.get(word, 0) for word in text.split())


def count(found: Found) -> int | None:
    """The number of units said; None for "a few" and where none is said."""
    said = found.words("count")
    if any(word in VAGUE_COUNTS for word in said):
        return 2 if "couple" in said else None
    if digits := [word for word in said if word.isdigit()]:
        return int(digits[0]) or None
    number = sum(CARDINALS.get(word, 0) for word in said)
    return number or (1 if {"a", "an"} & set(said) else None)


def offset(rel: list[str]) -> int:
    """-1 for "last", 1 for "next", 0 for "this" and "that"."""
    return next((_OFFSETS[word] for word in rel if word in _OFFSETS), 0)


def looks_back(rel: list[str]) -> bool:
    """Whether the words count from the date last spoken of, not from the reference day."""
    return not _BACK.isdisjoint(rel)


def edge(found: Found) -> str:
    """Which part of the whole the words before it cut out; "" for all of it."""
    said = set(found.words("edge"))
    if said & {"half", "part"}:
        if said & {"latter", "late", "second", "last"}:
            return "half2"
        return "half1" if said & {"first", "early"} else ""
    if "days" in said:  # "the first days of January"
        return "start" if "first" in said else "end" if "last" in said else ""
    return next((part for word, part in _EDGES.items() if word in said), "")


def closes(found: Found) -> bool:
    """Whether the phrase stands alone: "two days after", not "two days after the attack"."""
    after = found.tokens.word(found.end)
    return not after.isalpha() or after in ("that", "and", "but")


def century(context: Context, two_digits: int) -> int:
    """The century of "'89": the last one in which such a year is not far ahead."""
    now = context.now.year if context.now and context.now.year > 0 else 2000
    hundreds = now // 100 * 100
    return hundreds if hundreds + two_digits <= now + 5 else hundreds - 100


def said_year(found: Found) -> int | None:
    """The year that stands in the words themselves; before our era it is negative."""
    if found.has("spoken"):
        return spoken_year(found) or None
    if found.has("year"):
        year = int(found.word("year"))
        return -year if found.word("era").startswith("b") else year
    return None


def spoken_year(found: Found) -> int:
    """The year of "nineteen ninety-six" or "two thousand"; 0 if it is none."""
    parts = [CARDINALS[word] for word in found.words("spoken") if word in CARDINALS]
    if parts == [2, 1000]:
        return 2000
    return parts[0] * 100 + sum(parts[1:]) if parts and parts[0] in (18, 19) else 0


def year_of(
    found: Found, context: Context, month: int, day: int | None = None
) -> tuple[int | None, bool]:
    """The year of an expression, None if nothing tells it; and whether its words say it."""
    if year := said_year(found):
        return year, True
    if found.has("yearrel"):
        rel = found.words("yearrel")
        base = context.last if looks_back(rel) else context.now
        return (base.year + offset(rel) if base else None), False
    if other := other_end(found):
        return other[0] - (month > ALL_MONTHS[other[1]]), True
    rel = found.words("rel")
    if context.now and offset(rel):
        return _related_year(context, context.now, rel, month), False
    if day and (month, day) in context.years and names.is_attribute(found):
        return context.years[month, day], False
    return context.year_of(month, day, found.direction), False


def _related_year(context: Context, now: Point, rel: list[str], month: int) -> int:
    """The year of "last May" or "next spring": the nearest one wholly before or after."""
    base = context.last if looks_back(rel) and context.last else now
    if offset(rel) < 0:
        return base.year - (month >= (base.month or 12))
    return base.year + (month <= (base.month or 1))

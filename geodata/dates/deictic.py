"""Readers of weekdays, "today", "last night": single days that count from another."""

from __future__ import annotations

from datetime import date

from geodata.dates import names
from geodata.dates.context import Context
from geodata.dates.grammar import Found
from geodata.dates.lexicon import PARTS, UNITS, WEEKDAYS
from geodata.dates.phrases import closes, looks_back, offset
from geodata.dates.timexes import Timex, counted_from, explicit, relative, words
from geodata.dates.values import point, shift
from geodata.records import Interval

_AWAITING = frozenset("of before for until at in".split())  # before "Friday's vote"


def read_weekday(found: Found, context: Context) -> list[Timex]:
    """Monday, last Tuesday, early Wednesday, Thursday evening."""
    if names.is_name(found):
        return []
    weekday, rel = WEEKDAYS[found.word("weekday")], found.words("rel")
    base = context.last_day if looks_back(rel) else None
    base = base or context.day or context.last_day
    if base is None:
        return [explicit(f"XXXX-WXX-{weekday + 1}", "which week is not said")]
    day = _weekday(found, base, weekday, rel)
    reason = f"{found.word('weekday').title()}, counted from {words(base)}"
    return [_with_part(relative(day.isoformat(), reason, point=point(day)), found)]


def _weekday(found: Found, base: date, weekday: int, rel: list[str]) -> date:
    """The weekday meant: today or the last one, the coming one where the tense says so."""
    if offset(rel) < 0:
        return shift(base, -((base.weekday() - weekday - 1) % 7 + 1))
    if offset(rel) > 0:
        return shift(base, (weekday - base.weekday() - 1) % 7 + 1)
    back = (base.weekday() - weekday) % 7
    ahead = rel[:1] == ["this"] or _is_ahead(found)
    return shift(base, 7 - back if back and ahead else -back)


def _is_ahead(found: Found) -> bool:
    """Whether a weekday is still to come; "Friday's vote" is past unless it is waited for."""
    tokens = found.tokens
    if tokens.word(found.end) in ("'s", "’s") and tokens.word(found.start - 1) not in _AWAITING:
        return False
    return found.direction == "forward"


def read_day_before(found: Found, context: Context) -> list[Timex]:
    """The day before last Tuesday, a week after Monday."""
    if context.day is None:
        return []
    weekday = WEEKDAYS[found.word("weekday")]
    day = _weekday(found, context.day, weekday, found.words("rel"))
    days = 1 if UNITS[found.word("unit")] == "D" else 7
    day = shift(day, -days if found.word("way") == "before" else days)
    return [relative(day.isoformat(), counted_from(context.day), point=point(day))]


def read_today(found: Found, context: Context) -> list[Timex]:
    """Today, yesterday morning, tonight, overnight."""
    word, today = found.word("word"), context.day
    if today is None:
        return _undated(word)
    day = shift(today, {"yesterday": -1, "tomorrow": 1}.get(word, 0))
    timex = relative(day.isoformat(), counted_from(today), point=point(day))
    if word == "overnight":
        before = shift(today, -1)
        value = f"{before.isoformat()}TNI"
        return [timex._replace(value=value, days=Interval(before, today), type="TIME")]
    if word == "tonight":
        return [timex._replace(value=f"{timex.value}TNI", type="TIME")]
    return [_with_part(timex, found)]


def _undated(word: str) -> list[Timex]:
    if word == "overnight":
        return []
    value = "PRESENT_REF" if word == "today" else "XXXX-XX-XX"
    return [relative(value, "the text has no date")]


def read_part_of_day(found: Found, context: Context) -> list[Timex]:
    """Last night, that afternoon, the next morning, the night before."""
    if found.has("way") and not closes(found):
        return []
    rel, part = found.words("rel"), found.words("part")[-1]
    anaphoric = looks_back(rel) or rel[:1] != ["this"]
    if rel[-1:] == ["last"]:
        anaphoric = rel[0] == "the"
    base = (context.last_day if anaphoric else None) or context.day or context.last_day
    if base is None or (rel[-1:] == ["last"] and part not in ("night", "evening")):
        return []
    by = {"before": -1, "after": 1}.get(found.word("way"), offset(rel))
    day = shift(base, by)
    timex = relative(day.isoformat(), counted_from(base), point=point(day))
    return [_with_part(timex, found)]


def _with_part(timex: Timex, found: Found) -> Timex:
    """With the part of the day that is said: "Monday evening"."""
    part = found.words("part")
    if not part:
        return timex
    return timex._replace(value=timex.value + PARTS[part[-1]], type="TIME")

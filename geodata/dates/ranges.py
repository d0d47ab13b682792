"""Two dates that are the ends of one stretch: both get the days of the whole.

"From 3 to 5 October", "between Monday and Wednesday", "27 September - 10 November 2020". Each end
keeps its own TIMEX3 value.
"""

from __future__ import annotations

import re

from geodata.dates.grammar import Found
from geodata.dates.timexes import Timex, words
from geodata.records import Interval

_JOINT = frozenset("- – — − to through thru till until".split())
_MOVED = re.compile(
    r"\b(?:postpon|mov|delay|shift|extend|reschedul|push|chang|brought|advanc)\w*\b[^.;]{0,40}$",
    re.IGNORECASE,
)
LONGEST = 366 * 200  # days

Read = list[tuple[Found, Timex]]


def joined(read: Read) -> Read:
    """The timexes of a sentence, those that are two ends of a stretch with its days."""
    for at in range(len(read) - 1):
        (found, first), (other, second) = read[at], read[at + 1]
        days = _stretch(found, first, second)
        if days:
            reason = f"{words(days.earliest)} to {words(days.latest)}"
            read[at] = (found, first._replace(days=days, reason=reason))
            read[at + 1] = (other, second._replace(days=days, reason=reason))
    return read


def _stretch(found: Found, first: Timex, second: Timex) -> Interval | None:
    if not (first.days and second.days and first.end and second.start):
        return None
    between = found.tokens.words[first.end : second.start]
    if not _is_joint(found, first, between) or first.days == second.days:
        return None
    if first.days.earliest > second.days.earliest or first.days.latest >= second.days.latest:
        return None
    days = Interval(first.days.earliest, second.days.latest)
    return days if days.days <= LONGEST else None


def _is_joint(found: Found, first: Timex, between: list[str]) -> bool:
    tokens, start = found.tokens, first.start or 0
    lead = tokens.word(start - 1)
    if between == ["and"]:
        return lead == "between"
    if len(between) != 1 or between[0] not in _JOINT:
        return False
    before = tokens.reading[: tokens.starts[start]]
    return not (lead == "from" and _MOVED.search(before[-80:]))

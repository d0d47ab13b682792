"""Words of a date that are a place's name, too: "Thursday" Island, "March" in England."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from geodata.places.tokens import Tokens
from geodata.records import DateMention, PlaceMention

_MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)


def within_date(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the one token is the month of a date: the "Nov" of "Nov. 9", the "May" of "9 May".

    The finder asks it of spans, so that it need not learn months from the few texts it sees.
    """
    if last - first > 1 or tokens.lower[first] not in _MONTHS:
        return False
    after = tokens.text[last + 1] if tokens.text[last] == "." else tokens.text[last]
    return after[0].isdigit() or tokens.text[first - 1][0].isdigit()


def outside_dates(
    places: Sequence[PlaceMention], dates: Sequence[DateMention]
) -> tuple[PlaceMention, ...]:
    """The mentions, of any finder, that are no part of the dates found; both in order."""
    ends = [date.end for date in dates]
    kept = []
    for place in places:
        at = bisect_right(ends, place.start)
        if at == len(dates) or dates[at].start >= place.end:
            kept.append(place)
    return tuple(kept)

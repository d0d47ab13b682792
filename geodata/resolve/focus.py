"""A project's focus region: what a reader of these documents would think of first."""

from __future__ import annotations

from geodata.records import Place
from geodata.resolve.distance import kilometres

# Country codes, or a circle: latitude, longitude, radius in km.
Focus = tuple[str, ...] | tuple[float, float, float]
BONUS = 4.0  # log-odds for a candidate inside: what a project is about outweighs fame


def bonus(focus: Focus | None, place: Place) -> float:
    """What lying in the focus adds to a candidate's score."""
    if not focus:
        return 0.0
    if isinstance(focus[0], str):
        return BONUS if place.country_code in focus else 0.0
    latitude, longitude, radius = (float(v) for v in focus)
    return BONUS if kilometres(latitude, longitude, place) <= radius else 0.0

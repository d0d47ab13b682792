"""Distances on the sphere."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from geodata.records import Place

EARTH = 6371.0088  # km, mean radius


def kilometres(latitude: float, longitude: float, place: Place) -> float:
    """How far the place is from the point."""
    here, there = radians(latitude), radians(place.latitude)
    across = radians(place.longitude - longitude)
    chord = sin((there - here) / 2) ** 2 + cos(here) * cos(there) * sin(across / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(chord)))

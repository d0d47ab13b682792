"""What is said of an event, under the names that other programs read: those of every format."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date
from itertools import pairwise
from typing import Any

from geodata.basemap import areas
from geodata.records import Event, Interval, Place, Report


def properties(event: Event) -> dict[str, Any]:
    """What is said of an event, under the names that other programs read."""
    return {name: of(event) for name, of in PROPERTIES.items()}


PROPERTIES: dict[str, Callable[[Event], Any]] = {
    "id": lambda event: event.id,
    "title": lambda event: event.title,
    "earliest": lambda event: first_day(event.interval),
    "latest": lambda event: last_day(event.interval),
    "date_precision": lambda event: event.date_precision if event.interval else None,
    "date_text": lambda event: event.date_text,
    "reported": lambda event: day_text(event.reported),
    "place": lambda event: event.place and event.place.name,
    "latitude": lambda event: event.place and event.place.latitude,
    "longitude": lambda event: event.place and event.place.longitude,
    "places": lambda event: [_place(place) for place in event.places],
    "place_precision": lambda event: event.place_precision,
    "category": lambda event: event.category,
    "actors": lambda event: list(event.actors),
    "status": lambda event: event.status,
    "attributed_to": lambda event: event.attributed_to,
    "document": lambda event: event.evidence.document,
    "outlet": lambda event: event.evidence.outlet,
    "url": lambda event: event.evidence.url,
    "published": lambda event: day_text(event.evidence.published),
    "start": lambda event: event.evidence.start,
    "end": lambda event: event.evidence.end,
    "sentence": lambda event: event.evidence.sentence,
    "also": lambda event: [_report(report) for report in event.reports[1:]],
    "confidence": lambda event: round(event.confidence, 3),
}


def in_order(events: Iterable[Event]) -> list[Event]:
    """By day, those without one at the end: the same events make the same file."""
    return sorted(events, key=_order)


def place_fields(place: Place | None) -> dict[str, Any]:
    """A place as every table and file of ours names it; all null where it is not known."""
    return {
        "name": place and place.name,
        "latitude": place and place.latitude,
        "longitude": place and place.longitude,
        "geonames_id": place and place.geonames_id,
    }


def geometry(place: Place | None) -> dict[str, Any] | None:
    """GeoJSON: the outline or line of a place that has one, else its point; longitude first."""
    if place is None:
        return None
    if place.area and place.area in areas():
        return _in_one_part(areas()[place.area]["geometry"])
    return {"type": "Point", "coordinates": [place.longitude, place.latitude]}


def _in_one_part(geometry: dict[str, Any]) -> dict[str, Any]:
    """The main part of an outline: readers were promised polygons, not collections of them."""
    if geometry["type"] != "MultiPolygon":
        return geometry
    return {"type": "Polygon", "coordinates": max(geometry["coordinates"], key=_extent)}


def _extent(polygon: list[list[list[float]]]) -> float:
    """The size of a polygon's outer ring, in square degrees (the shoelace formula)."""
    ring = polygon[0]
    return abs(sum(x * v - u * y for (x, y), (u, v) in pairwise(ring))) / 2


def as_json(value: object) -> str:
    """On one line, letters as they are."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _order(event: Event) -> tuple[date, date, str]:
    """By day, those without one at the end."""
    if event.interval is None:
        return date.max, date.max, event.id
    return event.interval.earliest, event.interval.latest, event.id


def _place(place: Place) -> dict[str, Any]:
    return place_fields(place) | {"kind": place.kind}


def _report(report: Report) -> dict[str, Any]:
    return {
        "document": report.document,
        "start": report.start,
        "end": report.end,
        "sentence": report.sentence,
        "reported": day_text(report.reported),
        "status": report.status,
    }


def first_day(interval: Interval | None) -> str | None:
    """ISO 8601, None where there is no interval."""
    return day_text(interval.earliest) if interval else None


def last_day(interval: Interval | None) -> str | None:
    """The same of its end, included."""
    return day_text(interval.latest) if interval else None


def day_text(day: date | None) -> str | None:
    """ISO 8601, None for None."""
    return day.isoformat() if day else None

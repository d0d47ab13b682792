"""Events -> GeoJSON and CSV, mentions -> lines of JSON, for other programs to read.

The only place with longitude first, because GeoJSON (RFC 7946) wants it so. The same events give
the same bytes.

>>> write(geodata.extract(geodata.read("folder")), "events.geojson")
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from geodata.basemap import areas
from geodata.files import open_text, whole_file
from geodata.records import (
    Annotation,
    DateMention,
    Event,
    Interval,
    Place,
    PlaceMention,
    ProjectError,
    Report,
)

Writer = Callable[[Iterable[Event]], Iterator[str]]

_LATER = (".parquet", ".kml")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write(events: Iterable[Event], path: str | Path) -> None:
    """Write the events to a file whose suffix says how: ``.geojson`` or ``.csv``.

    Raises
    ------
    ProjectError
        If the suffix is not known or the file cannot be written.

    """
    to_text = writer(path)
    found = tuple(events)
    with whole_file(path) as file, open_text(file) as lines:
        lines.writelines(to_text(found))


def writer(path: str | Path) -> Writer:
    """The function that makes the text of a file with this suffix."""
    suffix = Path(path).suffix.lower()
    if suffix in _LATER:
        raise ProjectError(f"{path}: {suffix} comes with a later version; write .geojson or .csv")
    if suffix not in _WRITERS:
        raise ProjectError(f"{path}: cannot tell the format; let the name end in .geojson or .csv")
    return _WRITERS[suffix]


def to_geojson(events: Iterable[Event]) -> Iterator[str]:
    """A FeatureCollection, one feature a line."""
    yield '{"type": "FeatureCollection", "features": ['
    for number, event in enumerate(sorted(events, key=_order)):
        feature = {
            "type": "Feature",
            "id": event.id,
            "geometry": _geometry(event.place),
            "properties": properties(event),
        }
        yield (",\n" if number else "\n") + _json(feature)
    yield "\n]}\n"


def to_csv(events: Iterable[Event]) -> Iterator[str]:
    """A table with the names of the GeoJSON's properties; lists are JSON text."""
    table = csv.writer(_Line())
    yield table.writerow(PROPERTIES)
    for event in sorted(events, key=_order):
        yield table.writerow(map(_cell, properties(event).values()))


_WRITERS: dict[str, Writer] = {".geojson": to_geojson, ".csv": to_csv}


def properties(event: Event) -> dict[str, Any]:
    """What is said of an event, under the names that other programs read."""
    return {name: of(event) for name, of in PROPERTIES.items()}


PROPERTIES: dict[str, Callable[[Event], Any]] = {
    "id": lambda event: event.id,
    "title": lambda event: event.title,
    "earliest": lambda event: _first(event.interval),
    "latest": lambda event: _last(event.interval),
    "date_precision": lambda event: event.date_precision if event.interval else None,
    "date_text": lambda event: event.date_text,
    "reported": lambda event: _day(event.reported),
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
    "published": lambda event: _day(event.evidence.published),
    "start": lambda event: event.evidence.start,
    "end": lambda event: event.evidence.end,
    "sentence": lambda event: event.evidence.sentence,
    "also": lambda event: [_report(report) for report in event.reports[1:]],
    "confidence": lambda event: round(event.confidence, 3),
}


def mentions(annotation: Annotation) -> dict[str, Any]:
    """What was found in one document, as a line of ``mentions.jsonl`` holds it."""
    return {
        "id": annotation.document.id,
        "published": _day(annotation.document.published),
        "places": [_place_mention(mention) for mention in annotation.places],
        "dates": [_date_mention(mention) for mention in annotation.dates],
    }


def mentions_line(annotation: Annotation) -> str:
    """The same as text, with the line's end."""
    return _json(mentions(annotation)) + "\n"


def place_fields(place: Place | None) -> dict[str, Any]:
    """A place as every table and file of ours names it; all null where it is not known."""
    return {
        "name": place and place.name,
        "latitude": place and place.latitude,
        "longitude": place and place.longitude,
        "geonames_id": place and place.geonames_id,
    }


def _order(event: Event) -> tuple[date, date, str]:
    """By day, those without one at the end."""
    if event.interval is None:
        return date.max, date.max, event.id
    return event.interval.earliest, event.interval.latest, event.id


def _geometry(place: Place | None) -> dict[str, Any] | None:
    """The outline or line of a place that has one, else its point."""
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


def _place(place: Place) -> dict[str, Any]:
    return place_fields(place) | {"kind": place.kind}


def _report(report: Report) -> dict[str, Any]:
    return {
        "document": report.document,
        "start": report.start,
        "end": report.end,
        "sentence": report.sentence,
        "reported": _day(report.reported),
        "status": report.status,
    }


def _place_mention(mention: PlaceMention) -> dict[str, Any]:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        **place_fields(mention.place),
        "feature_class": mention.place and mention.place.feature_class,
        "role": mention.role,
        "confidence": round(mention.confidence, 3),
    }


def _date_mention(mention: DateMention) -> dict[str, Any]:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "value": mention.value,
        "earliest": _first(mention.interval),
        "latest": _last(mention.interval),
    }


def _cell(value: object) -> object:
    """A value as a spreadsheet takes it: lists as JSON, nothing that it would run."""
    if isinstance(value, list):
        return _json(value)
    if isinstance(value, str) and value.startswith(_FORMULA):
        return "'" + value
    return value


def _first(interval: Interval | None) -> str | None:
    return _day(interval.earliest) if interval else None


def _last(interval: Interval | None) -> str | None:
    return _day(interval.latest) if interval else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


class _Line:
    """Gives ``csv.writer`` back the line that it writes."""

    def write(self, line: str) -> str:
        return line

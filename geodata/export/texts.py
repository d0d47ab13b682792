"""Events as GeoJSON (RFC 7946) and as a table of comma-separated values."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator

from geodata.export.columns import PROPERTIES, as_json, geometry, in_order, properties
from geodata.records import Event

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def to_geojson(events: Iterable[Event]) -> Iterator[str]:
    """A FeatureCollection, one feature a line."""
    yield '{"type": "FeatureCollection", "features": ['
    for number, event in enumerate(in_order(events)):
        feature = {
            "type": "Feature",
            "id": event.id,
            "geometry": geometry(event.place),
            "properties": properties(event),
        }
        yield (",\n" if number else "\n") + as_json(feature)
    yield "\n]}\n"


def to_csv(events: Iterable[Event]) -> Iterator[str]:
    """A table with the names of the GeoJSON's properties; lists are JSON text."""
    table = csv.writer(_Line())
    yield table.writerow(PROPERTIES)
    for event in in_order(events):
        yield table.writerow(map(_cell, properties(event).values()))


def _cell(value: object) -> object:
    """A value as a spreadsheet takes it: lists as JSON, nothing that it would run."""
    if isinstance(value, list):
        return as_json(value)
    if isinstance(value, str) and value.startswith(_FORMULA):
        return "'" + value
    return value


class _Line:
    """Gives ``csv.writer`` back the line that it writes."""

    def write(self, line: str) -> str:
        return line

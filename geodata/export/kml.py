"""Events as KML 2.2 (OGC 07-147r2), for programs that show a globe: a placemark an event."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from lxml import etree
from lxml.builder import ElementMaker

from geodata.export.columns import as_json, geometry, in_order, properties
from geodata.records import Event

_NAMESPACE = "http://www.opengis.net/kml/2.2"
_KML = ElementMaker(namespace=_NAMESPACE, nsmap={None: _NAMESPACE})
# what XML 1.0 cannot hold: page breaks and other control characters, halves of surrogate pairs
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff￾￿]")


def to_kml(events: Iterable[Event]) -> Iterator[str]:
    """A document, one placemark a line; an event without a place is one without a geometry."""
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="{_NAMESPACE}"><Document>\n'
    for event in in_order(events):
        yield etree.tostring(_placemark(event), encoding="unicode") + "\n"
    yield "</Document></kml>\n"


def _placemark(event: Event) -> Any:
    """Its children in the order that the schema asks for."""
    said = properties(event)
    shape = geometry(event.place)
    return _KML.Placemark(
        _KML.name(_clean(event.title)),
        _KML.description(_clean(f"{event.evidence.sentence} ({_source(event)})")),
        *_time(said),
        _KML.ExtendedData(*(_datum(name, value) for name, value in said.items())),
        *([_SHAPES[shape["type"]](shape["coordinates"])] if shape else []),
        id=event.id,
    )


def _source(event: Event) -> str:
    return event.evidence.outlet or event.evidence.document


def _time(said: dict[str, Any]) -> list[Any]:
    if said["earliest"] is None:
        return []
    return [_KML.TimeSpan(_KML.begin(said["earliest"]), _KML.end(said["latest"]))]


def _datum(name: str, value: object) -> Any:
    words = "" if value is None else value if isinstance(value, str) else as_json(value)
    return _KML.Data(_KML.value(_clean(words)), name=name)


def _point(position: list[float]) -> Any:
    return _KML.Point(_coordinates([position]))


def _line(positions: list[list[float]]) -> Any:
    return _KML.LineString(_KML.tessellate("1"), _coordinates(positions))


def _polygon(rings: list[list[list[float]]]) -> Any:
    outer, *holes = [_KML.LinearRing(_coordinates(ring)) for ring in rings]
    return _KML.Polygon(
        _KML.tessellate("1"),
        _KML.outerBoundaryIs(outer),
        *(_KML.innerBoundaryIs(hole) for hole in holes),
    )


_SHAPES: dict[str, Callable[[Any], Any]] = {
    "Point": _point,
    "LineString": _line,
    "Polygon": _polygon,
}


def _coordinates(positions: list[list[float]]) -> Any:
    return _KML.coordinates(
        " ".join(f"{longitude},{latitude}" for longitude, latitude in positions)
    )


def _clean(words: str) -> str:
    return _NOT_XML.sub(" ", words)

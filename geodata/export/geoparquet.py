"""Events as GeoParquet 1.1: a typed table with a geometry, for DuckDB, QGIS and data frames."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import shapely

from geodata.export.columns import PROPERTIES, geometry, in_order, properties
from geodata.records import Event

_DAYS = ("earliest", "latest", "reported", "published")
_NUMBERS = ("latitude", "longitude", "confidence")
_PLACE = pa.struct(
    [
        ("name", pa.string()),
        ("latitude", pa.float64()),
        ("longitude", pa.float64()),
        ("geonames_id", pa.int64()),
        ("kind", pa.string()),
    ]
)
_REPORT = pa.struct(
    [
        ("document", pa.string()),
        ("start", pa.int64()),
        ("end", pa.int64()),
        ("sentence", pa.string()),
        ("reported", pa.date32()),
        ("status", pa.string()),
    ]
)
_TYPES: dict[str, pa.DataType] = {
    **dict.fromkeys(_DAYS, pa.date32()),
    **dict.fromkeys(_NUMBERS, pa.float64()),
    "places": pa.list_(_PLACE),
    "actors": pa.list_(pa.string()),
    "start": pa.int64(),
    "end": pa.int64(),
    "also": pa.list_(_REPORT),
}


def to_parquet(events: Iterable[Event]) -> bytes:
    """The file: the properties as columns, days as dates, ``geometry`` as WKB in WGS 84."""
    found = in_order(events)
    shapes = [_shape(event) for event in found]
    rows = [_typed(properties(event)) for event in found]
    columns = {name: [row[name] for row in rows] for name in PROPERTIES}
    table = pa.table(
        {
            **{name: pa.array(column, _type(name)) for name, column in columns.items()},
            "geometry": pa.array([s and shapely.to_wkb(s) for s in shapes], pa.binary()),
        }
    )
    sink = pa.BufferOutputStream()
    pq.write_table(table.replace_schema_metadata({"geo": _geo(shapes)}), sink, compression="zstd")
    return bytes(sink.getvalue().to_pybytes())


def _type(name: str) -> pa.DataType:
    return _TYPES.get(name, pa.string())


def _typed(said: dict[str, Any]) -> dict[str, Any]:
    """Days as dates, and letters that UTF-8 can hold."""
    row = {name: _utf8(value) for name, value in said.items()}
    row |= {name: _day(said[name]) for name in _DAYS}
    row["also"] = [report | {"reported": _day(report["reported"])} for report in row["also"]]
    return row


def _utf8(value: Any) -> Any:
    """A half of a surrogate pair as its escape, as the other formats write it."""
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode("utf-8")
    if isinstance(value, list):
        return [_utf8(item) for item in value]
    if isinstance(value, dict):
        return {name: _utf8(item) for name, item in value.items()}
    return value


def _day(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None


def _shape(event: Event) -> Any:
    found = geometry(event.place)
    return shapely.geometry.shape(found) if found else None


def _geo(shapes: list[Any]) -> bytes:
    """The metadata of the standard: which column, what is in it, how far it reaches."""
    known = [shape for shape in shapes if shape is not None]
    column: dict[str, Any] = {
        "encoding": "WKB",
        "geometry_types": sorted({shape.geom_type for shape in known}),
    }
    if known:
        column["bbox"] = [float(bound) for bound in shapely.total_bounds(known)]
    said = {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": column}}
    return json.dumps(said).encode()

"""Geometries to GeoJSON files that are the same bytes for the same input."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

GRID = 0.001  # degrees: the last decimal that is kept

Feature = tuple[dict[str, Any], BaseGeometry]


def write(path: Path, features: Sequence[Feature]) -> None:
    """One feature a line: a change shows as a change of lines. Prints the certificate."""
    rows = [
        json.dumps(
            {"type": "Feature", "properties": values, "geometry": geometry_json(shape)},
            ensure_ascii=False,
            separators=(",", ":"),
        )
        for values, shape in features
    ]
    text = '{"type":"FeatureCollection","features":[\n' + ",\n".join(rows) + "\n]}\n"
    path.write_text(text, encoding="utf-8")
    digest = hashlib.sha256(text.encode()).hexdigest()
    print(f"{path.name}: {len(rows)} rows, {len(text.encode())} bytes, sha256 {digest}")


def geometry_json(shape: BaseGeometry) -> dict[str, Any]:
    """RFC 7946: outer rings run against the clock; numbers without idle zeros."""
    turned = shapely.orient_polygons(shape) if "Polygon" in shape.geom_type else shape
    found = json.loads(shapely.to_geojson(turned))
    return {"type": found["type"], "coordinates": rounded(found["coordinates"])}


def rounded(value: Any) -> Any:
    """Coordinates to the last decimal kept, whole numbers without a point."""
    if isinstance(value, list):
        return [rounded(inner) for inner in value]
    number = round(value, 3)
    return int(number) if number == int(number) else number


def on_grid(geometry: BaseGeometry) -> BaseGeometry:
    """Rounded to `GRID`, and still valid; in one order whatever made it."""
    return shapely.normalize(shapely.set_precision(geometry, GRID))


def polygons(geometry: BaseGeometry) -> list[Polygon]:
    """Its polygons; what an operation left as stray points and lines is dropped."""
    parts = shapely.get_parts(geometry).tolist()
    return [part for part in parts if isinstance(part, Polygon) and not part.is_empty]


def merged(lines: Sequence[BaseGeometry]) -> BaseGeometry:
    """The lines in one, end joined to end."""
    together = shapely.union_all([line for line in lines if not line.is_empty])
    return shapely.line_merge(together) if "Multi" in together.geom_type else together

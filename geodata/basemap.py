"""The bundled basemap and the outlines of areas, as GeoJSON (longitude first).

>>> path("land").name
'land.geojson'
>>> areas()["nkao"]["properties"]["kind"]
'region'
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"
LAYERS = ("land", "lakes", "rivers", "admin1", "borders")  # in the order to draw them

_FILES = {name: DATA / "basemap" / f"{name}.geojson" for name in LAYERS} | {
    "labels": DATA / "basemap" / "labels.json",
    "areas": DATA / "areas" / "areas.geojson",
    "control": DATA / "areas" / "control.geojson",
}


def path(name: str) -> Path:
    """The file of a layer (one of `LAYERS`), of ``labels``, ``areas`` or ``control``."""
    if name not in _FILES:
        raise ValueError(f"no map data is named {name!r}; there are: {', '.join(_FILES)}")
    return _FILES[name]


@cache
def areas() -> dict[str, dict[str, Any]]:
    """Every area by its key, as a GeoJSON feature: ``geometry`` and ``properties``."""
    rows = json.loads(path("areas").read_text(encoding="utf-8"))["features"]
    return {row["properties"]["key"]: row for row in rows}

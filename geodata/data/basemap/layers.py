"""Builds the basemap: ``python geodata/data/basemap/layers.py --sources DIR``.

Natural Earth at 1:50m for the world, at 1:10m in the South Caucasus (`DETAIL`), one file a layer,
each valid GeoJSON, three decimals (about 100 m, well below the error of the source). Needs
shapely 2.1.2 and the archives that ``sources.py`` names; same archives, same bytes.
"""

from __future__ import annotations

import argparse
from itertools import combinations, pairwise
from pathlib import Path

import borders as tables
import shapely
from geojson import GRID, Feature, merged, on_grid, polygons, write
from shapely.geometry import LineString, Polygon, box
from shapely.geometry.base import BaseGeometry
from sources import Sources

HERE = Path(__file__).parent
DETAIL = box(39.0, 36.5, 52.0, 44.5)  # the South Caucasus, with the neighbours' sides
WORLD = box(-180, -84, 180, 84)  # Mercator ends there
ANTARCTIC = box(-180, -84, 180, -60)
COARSE, FINE = 0.02, 0.003  # degrees: tolerance of the world and of the detail
SOUTH_CAUCASUS = {"ARM", "AZE", "GEO"}


def main() -> None:
    """Write the five layers and print their certificates."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sources", type=Path, required=True, help="folder of archives")
    sources = Sources(parser.parse_args().sources)
    divisions = detailed_divisions(sources)
    write(HERE / "land.geojson", land(sources, divisions))
    write(HERE / "borders.geojson", border_lines(sources, divisions))
    write(HERE / "admin1.geojson", admin1_lines(divisions))
    write(HERE / "lakes.geojson", lakes(sources))
    write(HERE / "rivers.geojson", rivers(sources))


def detailed_divisions(sources: Sources) -> list[tuple[str, BaseGeometry]]:
    """The first-level divisions in and around the detail, as (alpha-3 of country, shape)."""
    near = DETAIL.buffer(1.0)
    rows = [(p["adm0_a3"], shape) for p, shape in sources.provinces() if shape.intersects(near)]
    shapes = shapely.coverage_simplify([shape for _, shape in rows], FINE)
    return [(code, shape) for (code, _), shape in zip(rows, shapes, strict=True)]


def land(sources: Sources, divisions: list[tuple[str, BaseGeometry]]) -> list[Feature]:
    """All land in one colour, the finer coast inside the detail."""
    fine = shapely.union_all([shape for _, shape in divisions]).intersection(DETAIL)
    world = sources.atlas().land().simplify(COARSE)
    rest = world.difference(DETAIL).intersection(WORLD)
    far_south = rest.intersection(ANTARCTIC).simplify(0.1)
    parts = [rest.difference(ANTARCTIC), far_south, fine]
    whole = on_grid(shapely.union_all(parts, grid_size=GRID))
    kept = [part for part in polygons(whole) if part.area > 0.004 or part.intersects(DETAIL)]
    kept.sort(key=lambda part: (-part.area, part.bounds))
    return [({"min_zoom": 0 if part.area > 0.05 else 4}, without_specks(part)) for part in kept]


def without_specks(polygon: Polygon) -> Polygon:
    """Without holes of less than about 100 km²: slivers along the seam, and ponds."""
    return Polygon(
        polygon.exterior, [ring for ring in polygon.interiors if Polygon(ring).area > 0.01]
    )


def border_lines(sources: Sources, divisions: list[tuple[str, BaseGeometry]]) -> list[Feature]:
    """Lines between countries, each ``agreed`` or ``disputed``."""
    agreed, disputed = coarse_borders(sources)
    claims, karabakh = claim_lines(sources)
    drawn = agreed + disputed + [("", line) for line in fine_borders(divisions)]
    near = shapely.union_all([line for _, line in drawn]).buffer(0.06)
    agreed = [(name, line.difference(DETAIL)) for name, line in agreed]
    agreed += [("", line) for line in fine_borders(divisions)]
    found = [({"status": "agreed", "min_zoom": 0}, smooth(merged([line for _, line in agreed])))]
    for name, line in grouped(disputed):
        found.append(({"status": "disputed", "name": name, "min_zoom": 2}, smooth(line)))
    for claim, line in claims:
        rest = apart(line, near)
        if not rest.is_empty:
            values = {"status": "disputed", "name": claim.name, "min_zoom": claim.min_zoom}
            found.append((values, smooth(rest)))
    name = "Nagorno-Karabakh (autonomous oblast until 1991)"
    found.append(({"status": "disputed", "name": name, "min_zoom": 5}, smooth(karabakh)))
    lines = [(values, on_grid(only_lines(line))) for values, line in found]
    return [(values, line) for values, line in lines if not line.is_empty]


def apart(line: BaseGeometry, near: BaseGeometry) -> BaseGeometry:
    """The line without the stretches that run along a border that is drawn already."""
    along = merged([line.intersection(near)])
    long = [part for part in shapely.get_parts(along) if part.length > 0.25]
    return merged([line.difference(part.buffer(1e-6)) for part in [shapely.union_all(long)]])


def coarse_borders(
    sources: Sources,
) -> tuple[list[tuple[str, BaseGeometry]], list[tuple[str, BaseGeometry]]]:
    """The 1:50m borders of the world, (agreed, disputed), as (name, line)."""
    agreed: list[tuple[str, BaseGeometry]] = []
    disputed: list[tuple[str, BaseGeometry]] = []
    for pair, arcs in sorted(sources.atlas().borders().items()):
        line = merged(arcs)
        if pair in tables.DOMESTIC:
            continue
        if pair not in tables.DISPUTED:
            agreed.append(("", line))
            continue
        bounds, name = tables.DISPUTED[pair]
        where = box(*bounds)
        if name == "Line of Actual Control":
            where = where.difference(box(*tables.SIKKIM))
        disputed.append((name, line.intersection(where)))
        agreed.append(("", line.difference(where)))
    return agreed, disputed


def fine_borders(divisions: list[tuple[str, BaseGeometry]]) -> list[BaseGeometry]:
    """The 1:10m borders inside the detail: where the shapes of two countries touch."""
    codes = sorted({code for code, _ in divisions})
    shapes = {
        code: shapely.union_all([shape for other, shape in divisions if other == code])
        for code in codes
    }
    return [
        only_lines(shapes[one].boundary.intersection(shapes[two].boundary)).intersection(DETAIL)
        for one, two in combinations(codes, 2)
        if shapes[one].intersects(shapes[two])
    ]


def claim_lines(sources: Sources) -> tuple[list[tuple[tables.Claim, BaseGeometry]], BaseGeometry]:
    """The claims of the tables with their lines, and the border of the former oblast."""
    rows = {fid: line for fid, _, _, line in sources.disputed()}
    claims = [(claim, rows[fid]) for fid, claim in sorted(tables.CLAIMS.items())]
    return claims, merged([rows[fid] for fid in sorted(tables.KARABAKH)])


def admin1_lines(divisions: list[tuple[str, BaseGeometry]]) -> list[Feature]:
    """Lines between the first-level divisions of Armenia, Azerbaijan and Georgia."""
    found = []
    for code in sorted(SOUTH_CAUCASUS):
        shapes = [shape for other, shape in divisions if other == code]
        shared = [
            only_lines(one.boundary.intersection(two.boundary))
            for one, two in combinations(shapes, 2)
            if one.intersects(two)
        ]
        found.append(({"country": code, "min_zoom": 7}, on_grid(merged(shared))))
    return found


def lakes(sources: Sources) -> list[Feature]:
    """Lakes; outside the detail only those of about 1,000 km² and more."""
    found = []
    for lake in sources.lakes():
        near = lake.intersects(DETAIL)
        if lake.area > 300 or lake.area < (0.0005 if near else 0.1):
            continue
        shape = on_grid(lake.simplify(FINE if near else 0.035))
        zoom = 2 if lake.area > 1 else 4 if lake.area > 0.1 else 6
        found += [({"min_zoom": zoom}, part) for part in polygons(shape)]
    return sorted(found, key=lambda row: (-row[1].area, row[1].bounds))


def rivers(sources: Sources) -> list[Feature]:
    """Rivers by name; the longer, the sooner they show."""
    pieces: dict[str, list[BaseGeometry]] = {}
    for name, line in sources.rivers():
        pieces.setdefault(name, []).extend(without_jumps(line))
    found = []
    for name, parts in sorted(pieces.items()):
        whole = merged([shapely.set_precision(shapely.union_all(parts), GRID)])
        for part in connected(whole):
            near = part.intersects(DETAIL)
            if part.length < (0.3 if near else 11.0):
                continue
            zoom = 3 if part.length > 20 else 4 if part.length > 10 else 5
            shape = on_grid(part.simplify(FINE if near else 0.05))
            found.append(({"name": name, "min_zoom": zoom}, shape))
    return found


def without_jumps(line: LineString) -> list[BaseGeometry]:
    """Cut where two points are over a quarter degree apart: there the source joins loose ends."""
    points = list(line.coords)
    runs = [[points[0]]]
    for one, two in pairwise(points):
        if LineString([one, two]).length > 0.25:
            runs.append([])
        runs[-1].append(two)
    return [LineString(run) for run in runs if len(run) > 1]


def connected(lines: BaseGeometry) -> list[BaseGeometry]:
    """The lines in groups that hang together within 60 km: the source loses bits at borders."""
    zones = polygons(lines.buffer(0.3, quad_segs=2))
    return [merged([lines.intersection(zone)]) for zone in zones]


def grouped(lines: list[tuple[str, BaseGeometry]]) -> list[tuple[str, BaseGeometry]]:
    """One line a name, in the order of names."""
    names = sorted({name for name, _ in lines})
    return [(name, merged([line for other, line in lines if other == name])) for name in names]


def only_lines(geometry: BaseGeometry) -> BaseGeometry:
    """Its lines; where two shapes touch in a point only, nothing."""
    parts = shapely.get_parts(geometry).tolist()
    return merged([part for part in parts if part.geom_type in {"LineString", "MultiLineString"}])


def smooth(line: BaseGeometry) -> BaseGeometry:
    """With fewer points, more of them inside the detail."""
    return shapely.union_all(
        [line.difference(DETAIL).simplify(COARSE), line.intersection(DETAIL).simplify(FINE)]
    )


if __name__ == "__main__":
    main()

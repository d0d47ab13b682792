import gzip
import hashlib
import json
import math
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from geodata import basemap

LANGUAGES = {"en", "az", "hy", "ru", "both"}


def features(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(basemap.path(name).read_text(encoding="utf-8"))[
        "features"
    ]
    return rows


def chains(geometry: dict[str, Any]) -> Iterator[list[list[float]]]:
    """Every line, and every ring of every polygon."""
    kind, coordinates = geometry["type"], geometry["coordinates"]
    if kind == "LineString":
        yield coordinates
    elif kind in {"MultiLineString", "Polygon"}:
        yield from coordinates
    else:
        assert kind == "MultiPolygon"
        for polygon in coordinates:
            yield from polygon


def rings(name: str) -> Iterator[list[list[float]]]:
    for row in features(name):
        if "Polygon" in row["geometry"]["type"]:
            yield from chains(row["geometry"])


def inside(longitude: float, latitude: float, geometry: dict[str, Any]) -> bool:
    """Even-odd rule over all rings."""
    crossings = 0
    for ring in chains(geometry):
        for (x1, y1), (x2, y2) in pairwise(ring):
            if (y1 > latitude) != (y2 > latitude):
                crossings += longitude < x1 + (latitude - y1) / (y2 - y1) * (x2 - x1)
    return crossings % 2 == 1


def on_land(longitude: float, latitude: float) -> bool:
    return any(inside(longitude, latitude, row["geometry"]) for row in features("land"))


def distance(longitude: float, latitude: float, name: str, status: str) -> float:
    """Degrees to the nearest point of the border lines of that status."""
    return min(
        math.dist((longitude, latitude), point)
        for row in features(name)
        if row["properties"]["status"] == status
        for chain in chains(row["geometry"])
        for point in chain
    )


@pytest.mark.parametrize("name", [*basemap.LAYERS, "areas", "control"])
def test_every_coordinate_is_on_earth(name: str) -> None:
    points = [
        point for row in features(name) for chain in chains(row["geometry"]) for point in chain
    ]

    assert len(points) > 500
    assert all(-180 <= x <= 180 and -85 <= y <= 85 for x, y in points)


@pytest.mark.parametrize("name", ["land", "lakes", "areas", "control"])
def test_every_ring_is_closed_and_has_an_area(name: str) -> None:
    found = list(rings(name))

    assert all(ring[0] == ring[-1] and len(ring) >= 4 for ring in found)
    assert all(len({tuple(point) for point in ring}) >= 3 for ring in found)


@pytest.mark.parametrize("name", ["borders", "admin1", "rivers"])
def test_no_line_jumps_across_the_map(name: str) -> None:
    longest = max(
        math.dist(one, two)
        for row in features(name)
        for chain in chains(row["geometry"])
        for one, two in pairwise(chain)
    )

    assert longest < (29 if name == "borders" else 2.5)  # along 49° N for 28 degrees


def test_no_ring_of_land_crosses_the_map_at_the_180th_meridian() -> None:
    for ring in rings("land"):
        for one, two in pairwise(ring):
            assert abs(one[0] - two[0]) < 60 or one[1] == two[1] == -84


@pytest.mark.parametrize(
    ("longitude", "latitude"),
    [(46.75, 39.82), (49.8, 40.4), (2.3, 48.9), (-100, 40), (139.7, 35.7), (25, -30), (0, -80)],
)
def test_land_is_land(longitude: float, latitude: float) -> None:
    assert on_land(longitude, latitude)


@pytest.mark.parametrize(
    ("longitude", "latitude"), [(51, 40.5), (35, 43), (-30, 40), (18, 35), (0, -55)]
)
def test_sea_is_not_land(longitude: float, latitude: float) -> None:
    assert not on_land(longitude, latitude)


def test_lakes_cover_sevan_and_not_yerevan() -> None:
    lakes = features("lakes")

    assert any(inside(45.35, 40.3, row["geometry"]) for row in lakes)
    assert not any(inside(44.51, 40.18, row["geometry"]) for row in lakes)


def test_every_border_says_whether_it_is_agreed() -> None:
    rows = features("borders")

    assert {row["properties"]["status"] for row in rows} == {"agreed", "disputed"}
    assert all(row["properties"].get("name") for row in rows[1:])
    assert all(0 <= row["properties"]["min_zoom"] <= 8 for row in rows)


@pytest.mark.parametrize(
    ("where", "longitude", "latitude"),
    [
        ("Crimea", 33.9, 46.1),
        ("Nagorno-Karabakh", 46.7, 39.45),
        ("Abkhazia", 41.9, 42.75),
        ("South Ossetia", 44.0, 42.13),
        ("Kosovo", 21.0, 43.1),
        ("Line of Control in Kashmir", 74.5, 34.75),
        ("Aksai Chin", 80.1, 35.0),
        ("Western Sahara", -8.7, 27.67),
        ("Golan", 35.65, 33.0),
        ("Cyprus", 33.4, 35.1),
        ("Transnistria", 29.4, 47.0),
    ],
)
def test_contested_lines_are_disputed_and_never_agreed(
    where: str, longitude: float, latitude: float
) -> None:
    assert distance(longitude, latitude, "borders", "disputed") < 0.35
    assert distance(longitude, latitude, "borders", "disputed") < distance(
        longitude, latitude, "borders", "agreed"
    )


@pytest.mark.parametrize(("longitude", "latitude"), [(45.0, 39.75), (-110, 49), (6.9, 46.0)])
def test_other_borders_are_agreed(longitude: float, latitude: float) -> None:
    agreed = distance(longitude, latitude, "borders", "agreed")

    assert agreed < distance(longitude, latitude, "borders", "disputed")


def test_no_polygon_of_the_basemap_bears_the_name_of_a_country() -> None:
    assert all(set(row["properties"]) == {"min_zoom"} for row in features("land"))


def test_labels_have_a_place_a_zoom_and_an_english_name() -> None:
    rows = json.loads(basemap.path("labels").read_text(encoding="utf-8"))

    assert len(rows) > 900
    for row in rows:
        assert row["kind"] in {"country", "region", "sea", "lake", "capital", "town"}
        assert -180 <= row["longitude"] <= 180
        assert -85 <= row["latitude"] <= 85
        assert 2 <= row["min_zoom"] <= 12
        assert row["names"]["en"]
        assert all(name.strip() == name != "" for name in row["names"].values())
        assert set(row["names"]) <= LANGUAGES


def test_contested_towns_carry_both_names_armenian_first() -> None:
    rows = json.loads(basemap.path("labels").read_text(encoding="utf-8"))
    both = {row["geonames_id"]: row["names"]["both"] for row in rows if "both" in row["names"]}

    assert both[146970] == "Stepanakert / Khankendi"
    assert both[147105] == "Shushi / Shusha"
    assert len(both) >= 40


@pytest.mark.parametrize("zoom", [7, 8, 9, 10, 11])
def test_few_labels_share_the_view_of_karabakh(zoom: int) -> None:
    rows = json.loads(basemap.path("labels").read_text(encoding="utf-8"))
    centre = pixels(46.7, 39.8, zoom)
    shown = [
        row
        for row in rows
        if row["min_zoom"] <= zoom <= row.get("max_zoom", 99)
        and abs(pixels(row["longitude"], row["latitude"], zoom)[0] - centre[0]) < 408
        and abs(pixels(row["longitude"], row["latitude"], zoom)[1] - centre[1]) < 366
    ]

    assert 5 <= len(shown) <= 25  # the map of a 1440 px window with both panels open


def pixels(longitude: float, latitude: float, zoom: int) -> tuple[float, float]:
    size = 256 * 2**zoom
    across = (longitude + 180) / 360
    down = 0.5 - math.asinh(math.tan(math.radians(latitude))) / (2 * math.pi)
    return across * size, down * size


def test_the_basemap_is_small_enough_to_travel_in_a_page() -> None:
    data = b"".join(basemap.path(name).read_bytes() for name in (*basemap.LAYERS, "labels"))

    assert len(data) < 1_600_000
    assert len(gzip.compress(data)) < 500_000


def test_an_unknown_layer_names_those_there_are() -> None:
    with pytest.raises(ValueError, match="land, lakes, rivers, admin1, borders"):
        basemap.path("roads")


@pytest.mark.parametrize(
    "name",
    [f"basemap/{name}.geojson" for name in basemap.LAYERS]
    + ["basemap/labels.json", "areas/areas.geojson", "areas/control.geojson", "areas/keys.csv"],
)
def test_the_birth_certificate_of_each_file_is_current(name: str) -> None:
    file = basemap.DATA / name
    readme = (file.parent / "README.md").read_text(encoding="utf-8")

    assert hashlib.sha256(file.read_bytes()).hexdigest() in readme

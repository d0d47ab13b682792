"""The candidates of a name as the resolver weighs them, apart from any document."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor, log
from typing import NamedTuple

from geodata.gazetteer.tables import NameKind
from geodata.places.known import denotes
from geodata.records import Place

SMALL, LARGE = 0.7, 2.5  # degrees: sides of the cells in which neighbours are counted
_POINTS = frozenset({"settlement", "district", "facility", "water", "mountain", "corridor"})
_NAME_KINDS = (NameKind.VARIANT, NameKind.ABBREVIATION, NameKind.CODE, NameKind.BARE)
_KINDS = ("settlement", "country", "district", "continent", "region", "water", "mountain")


class Candidate(NamedTuple):
    """A place that a name may mean, with what is asked of it again and again."""

    place: Place
    country: str  # "US", "" if it lies in none
    province: str  # "US/Texas", "" if not known
    denotes: str  # the country or province that it is itself, else ""
    point: bool  # whether it has neighbours: countries and continents have none
    small: tuple[int, int]
    large: tuple[int, int]
    features: tuple[float, ...]


def candidates(
    places: Sequence[Place], kinds: Sequence[int], prominence: Sequence[float], key: str
) -> tuple[Candidate, ...]:
    """``kinds`` says what kind of name the key is to each place."""
    most = max(prominence, default=0.0)
    return tuple(
        _candidate(place, key, (kind, rank, known, known - most))
        for rank, (place, kind, known) in enumerate(zip(places, kinds, prominence, strict=True))
    )


def _candidate(place: Place, key: str, standing: tuple[int, int, float, float]) -> Candidate:
    country, own = place.country_code, denotes(place)
    province = f"{country}/{place.admin1}" if place.admin1 else ""
    return Candidate(
        place=place,
        country=country,
        province=own if "/" in own else province,
        denotes=own,
        point=place.kind in _POINTS,
        small=cell(place, SMALL),
        large=cell(place, LARGE),
        features=_features(place, key, *standing),
    )


def cell(place: Place, side: float) -> tuple[int, int]:
    return floor(place.latitude / side), floor(place.longitude / side)


def _features(
    place: Place, key: str, name_kind: int, rank: int, known: float, below: float
) -> tuple[float, ...]:
    """Prominence and kind; all that does not depend on a document."""
    settled = place.kind == "settlement"
    province = place.feature_code == "ADM1"
    return (
        known / 7,
        known / 7 if settled else 0.0,
        max(below, -3.0) / 3,
        max(below, -1.0),
        float(settled and place.population == 0),
        float(place.name.lower() == key),
        log(1 + rank),
        float(rank == 0),
        float(place.feature_code == "PPLC"),
        float(province),
        *[float(place.kind == kind and not province) for kind in _KINDS],
        *[float(name_kind == kind) for kind in _NAME_KINDS],
    )

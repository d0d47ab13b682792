"""What the gazetteer knows of a name, boiled down to what the finder asks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import floor
from typing import NamedTuple, Protocol

from geodata.gazetteer.tables import NameKind
from geodata.records import Place

REMEMBERED = 1 << 14  # names
WEIGHED = 40  # candidates of a name that are looked at; the gazetteer lists prominent ones first
LARGE = 5.5  # prominence of a large city
CELL = 2.0  # degrees: the side of the squares in which neighbours are looked for
_WIDE = frozenset({"country", "continent"})


class Gazetteer(Protocol):
    """The part of the gazetteer that finding and resolving need."""

    def longest(self, words: Sequence[str], start: int = 0) -> int: ...
    def matches(self, key: str) -> tuple[tuple[int, ...], tuple[int, ...]]: ...
    def record(self, row: int) -> Place: ...
    @property
    def prominence(self) -> Sequence[float]: ...


class Known(NamedTuple):
    """A name's candidates in short."""

    places: tuple[Place, ...]  # best first
    kinds: tuple[int, ...]  # of name (``NameKind``) that it is to each
    prominence: tuple[float, ...]  # of each, about the logarithm of how many know of it
    gist: str  # kind of the most prominent place, and a power of ten of its population
    kind: str  # kind of the most prominent place
    fame: str  # of the most prominent place: "area" of a country or more, "large", "small"
    code: str  # GeoNames feature code of the most prominent
    many: str  # how many bear the name
    name_kind: str  # what kind of name it is to the most prominent
    own: bool  # whether that is called so first of all
    demonym: bool  # whether a people is called so, too
    shortened: bool  # an abbreviation, as "Calif" for California
    regions: frozenset[str]  # "US", "US/Texas": where the candidates lie
    countries: tuple[str, ...]  # without doubles
    cells: tuple[tuple[int, int], ...]  # of ``CELL`` degrees, where those with a spot lie
    names: frozenset[str]  # "US", "US/Texas": what the name itself may denote


class Names:
    """The gazetteer's names as the finder looks them up, the recent ones remembered."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.longest = gazetteer.longest
        self.known = lru_cache(REMEMBERED)(self._known)

    def _known(self, key: str) -> Known | None:
        rows, kinds = self.gazetteer.matches(key)
        pairs = [
            (row, kind) for row, kind in zip(rows, kinds, strict=True) if kind != NameKind.DEMONYM
        ][:WEIGHED]
        if not pairs:
            return None
        places = tuple(self.gazetteer.record(row) for row, _ in pairs)
        prominence = tuple(float(self.gazetteer.prominence[row]) for row, _ in pairs)
        best, kind = places[0], pairs[0][1]
        return Known(
            places,
            tuple(kind for _, kind in pairs),
            prominence,
            f"{best.kind}{round(prominence[0])}",
            best.kind if best.feature_code != "ADM1" else "province",
            _fame(best, prominence[0]),
            best.feature_code,
            str(min(len(pairs), 10).bit_length()),
            str(int(kind)),
            best.name.lower() == key,
            NameKind.DEMONYM in kinds,
            kind in (NameKind.ABBREVIATION, NameKind.CODE),
            frozenset(r for p in places for r in regions(p)),
            tuple({p.country_code for p in places if p.country_code}),
            tuple({cell(p) for p in places if p.kind not in _WIDE}),
            frozenset(d for p in places[:3] if (d := denotes(p))),
        )


def _fame(place: Place, prominence: float) -> str:
    if place.kind in ("country", "continent") or place.feature_code == "ADM1":
        return "area"
    return "large" if prominence >= LARGE else "small"


def regions(place: Place) -> tuple[str, ...]:
    """The country and the province that the place lies in: ("US", "US/Texas")."""
    country = place.country_code
    if not country:
        return ()
    return (country, f"{country}/{place.admin1}") if place.admin1 else (country,)


def denotes(place: Place) -> str:
    """The region that the place itself is: "GE" for a country, "US/Georgia" for a province."""
    if place.kind == "country":
        return place.country_code
    if place.feature_code == "ADM1":
        return f"{place.country_code}/{place.admin1 or place.name}"
    return ""


def cell(place: Place) -> tuple[int, int]:
    return floor(place.latitude / CELL), floor(place.longitude / CELL)


@lru_cache(maxsize=2)
def names_of(gazetteer: Gazetteer) -> Names:
    """The remembered names of this gazetteer."""
    return Names(gazetteer)

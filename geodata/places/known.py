"""What the gazetteer knows of a name, boiled down to what the finder asks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import floor
from typing import Any, NamedTuple, Protocol

from numpy.typing import NDArray

from geodata.gazetteer.names import normalise, word_key
from geodata.gazetteer.tables import KINDS, NameKind
from geodata.records import Place

REMEMBERED = 1 << 14  # names
WEIGHED = 30  # candidates of a name that are looked at; the gazetteer lists prominent ones first
LARGE = 5.5  # prominence of a large city
CELL = 2.0  # degrees: the side of the squares in which neighbours are looked for
_COUNTRY = KINDS.index("country")
_WIDE = frozenset({_COUNTRY, KINDS.index("continent")})
NOWHERE = -1


class Gazetteer(Protocol):
    """The part of the gazetteer that finding and resolving need: names, rows, their columns."""

    @property
    def latitude(self) -> NDArray[Any]: ...
    @property
    def longitude(self) -> NDArray[Any]: ...
    @property
    def prominence(self) -> NDArray[Any]: ...
    @property
    def kind(self) -> NDArray[Any]: ...
    @property
    def code(self) -> NDArray[Any]: ...
    @property
    def codes(self) -> Sequence[tuple[str, str]]: ...
    @property
    def country(self) -> NDArray[Any]: ...
    @property
    def countries(self) -> Sequence[str]: ...
    @property
    def admin1(self) -> NDArray[Any]: ...

    def __hash__(self) -> int: ...
    def longest(self, words: Sequence[str], start: int = 0) -> int: ...
    def matches(self, key: str) -> tuple[tuple[int, ...], tuple[int, ...]]: ...
    def record(self, row: int) -> Place: ...
    def candidates(self, toponym: str) -> tuple[Place, ...]: ...


class Known(NamedTuple):
    """A name's candidates in short."""

    rows: tuple[int, ...]  # of the gazetteer, best first
    kinds: tuple[int, ...]  # of name (``NameKind``) that it is to each
    prominence: tuple[float, ...]  # of each, about the logarithm of how many know of it
    gist: str  # kind and prominence of the best
    kind: str  # kind of the best, "province" for a first-level division
    fame: str  # of the best: "area" for a province or more, "large", "small"
    code: str  # GeoNames feature code of the best
    many: str  # how many bear the name
    name_kind: str  # what kind of name it is to the best
    demonym: bool  # whether a people is called so, too
    shortened: bool  # an abbreviation, as "Calif" for California
    regions: frozenset[int]  # countries and provinces that candidates lie in
    names: frozenset[int]  # countries and provinces that the name itself may denote
    countries: tuple[int, ...]  # where candidates lie, without doubles
    cells: tuple[tuple[int, int], ...]  # of ``CELL`` degrees, where those with a spot lie


class Names:
    """The gazetteer's names as the finder looks them up, the recent ones remembered."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.longest = gazetteer.longest
        self.known = lru_cache(REMEMBERED)(self._known)
        self._places = lru_cache(REMEMBERED >> 2)(self._records)
        self.nation = lru_cache(REMEMBERED)(self._nation)
        self.people = lru_cache(REMEMBERED >> 2)(self._people)
        # One number at a time is read ten times as fast from a memoryview.
        self._latitude, self._longitude = (
            gazetteer.latitude.data,
            gazetteer.longitude.data,
        )
        self._prominence = gazetteer.prominence.data
        self._kind, self._code = gazetteer.kind.data, gazetteer.code.data
        self._country, self._admin1 = gazetteer.country.data, gazetteer.admin1.data
        self._provinces = {n for n, (_, code) in enumerate(gazetteer.codes) if code == "ADM1"}

    def places(self, known: Known) -> tuple[Place, ...]:
        """The candidates, best first."""
        return self._places(known.rows)

    def _records(self, rows: tuple[int, ...]) -> tuple[Place, ...]:
        return tuple([self.gazetteer.record(row) for row in rows])

    def _known(self, key: str) -> Known | None:
        rows, kinds = self.gazetteer.matches(key)
        demonym = NameKind.DEMONYM in kinds
        if demonym:
            pairs = [p for p in zip(rows, kinds, strict=True) if p[1] != NameKind.DEMONYM]
            rows, kinds = tuple(r for r, _ in pairs), tuple(k for _, k in pairs)
        if not rows:
            return None
        rows, kinds = rows[:WEIGHED], kinds[:WEIGHED]
        prominence = tuple([self._prominence[row] for row in rows])
        kind, code = KINDS[self._kind[rows[0]]], self.gazetteer.codes[self._code[rows[0]]][1]
        if kind == "settlement" and code != "PPLC":
            code = "PPL"  # GeoNames' dumps have more codes, which the weights have not seen
        return Known(
            rows,
            kinds,
            prominence,
            f"{kind}{round(prominence[0])}",
            "province" if code == "ADM1" else kind,
            _fame(kind, code, prominence[0]),
            code,
            str(min(len(rows), 10).bit_length()),
            str(int(kinds[0])),
            demonym,
            kinds[0] in (NameKind.ABBREVIATION, NameKind.CODE),
            frozenset([r for row in rows for r in (self._land(row), self._part(row))]),
            frozenset([d for row in rows[:3] if (d := self._denotes(row)) is not None]),
            tuple({self._land(row) for row in rows if self._land(row) != NOWHERE}),
            tuple({self._cell(row) for row in rows if self._kind[row] not in _WIDE}),
        )

    def land(self, code: str) -> int:
        """The number of a country, by its ISO code."""
        countries = self.gazetteer.countries
        return -2 - countries.index(code) if code in countries else NOWHERE

    def _nation(self, word: str) -> int:
        """The country that the word names, or whose people it names."""
        rows, kinds = self.gazetteer.matches(word_key(word))
        for row, kind in zip(rows[:8], kinds[:8], strict=True):
            if kind == NameKind.DEMONYM or self._kind[row] == _COUNTRY:
                return self._land(row)
        return NOWHERE

    def _people(self, words: str) -> tuple[Place, ...]:
        """The places whose people are called so, the most prominent first."""
        rows, kinds = self.gazetteer.matches(normalise(words))
        pairs = zip(rows, kinds, strict=True)
        return self._records(tuple(row for row, kind in pairs if kind == NameKind.DEMONYM))

    def _land(self, row: int) -> int:
        """The country as a number that no row has."""
        country = self._country[row]
        return -2 - country if self.gazetteer.countries[country] else NOWHERE

    def _part(self, row: int) -> int:
        """The row of the province, ``NOWHERE`` if there is none."""
        return self._admin1[row]

    def _denotes(self, row: int) -> int | None:
        if self._kind[row] == _COUNTRY:
            return self._land(row)
        return row if self._code[row] in self._provinces else None

    def _cell(self, row: int) -> tuple[int, int]:
        return floor(self._latitude[row] / CELL), floor(self._longitude[row] / CELL)


def _fame(kind: str, code: str, prominence: float) -> str:
    if kind in ("country", "continent") or code == "ADM1":
        return "area"
    return "large" if prominence >= LARGE else "small"


def is_seat(known: Known) -> bool:
    """Whether a building in which a government or a head of state sits is called so."""
    return known.code == "PAL"


def denotes(place: Place) -> str:
    """The region that the place itself is: "GE" for a country, "US/Georgia" for a province."""
    if place.kind == "country":
        return place.country_code
    if place.feature_code == "ADM1":
        return f"{place.country_code}/{place.admin1 or place.name}"
    return ""


@lru_cache(maxsize=2)
def names_of(gazetteer: Gazetteer) -> Names:
    """The remembered names of this gazetteer."""
    return Names(gazetteer)

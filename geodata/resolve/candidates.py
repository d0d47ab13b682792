"""The candidates of a name as the resolver weighs them, apart from any document."""

from __future__ import annotations

from functools import lru_cache
from math import floor, log
from typing import NamedTuple

from geodata.gazetteer.tables import NameKind
from geodata.places.known import Gazetteer, Known, Names, denotes, names_of
from geodata.records import Place
from geodata.resolve.model import Model, dot, model

SMALL, LARGE = 0.7, 2.5  # degrees: sides of the cells in which neighbours are counted
REMEMBERED = 1 << 12  # names
DWARFED = 2.0  # prominence; what is so far below an area across borders is not thought of
UNTHOUGHT = 5.0  # taken off its score: no country's other names speak for such an area
POINTS = frozenset({"settlement", "district", "facility", "water", "mountain", "corridor"})
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
    prior: float  # score by prominence and kind alone
    base: float  # what prominence and kind add to the score in context


class Weigher:
    """Makes the candidates of names, the recent ones remembered."""

    def __init__(self, names: Names, model: Model) -> None:
        self.names = names
        self.model = model
        self._known = lru_cache(REMEMBERED)(self._candidates)

    def candidates(self, places: tuple[Place, ...], key: str) -> tuple[Candidate, ...]:
        """The places as candidates; the gazetteer says what kind of name the key is to each."""
        known = self.names.known(key)
        if known and self.names.places(known) == places:
            return self._known(key)
        return tuple(_weighed(p, key, (0, n, 4.0, 0.0), self.model) for n, p in enumerate(places))

    def _candidates(self, key: str) -> tuple[Candidate, ...]:
        known = self.names.known(key)
        if known is None:
            return ()
        standing = standings(known)
        places = self.names.places(known)
        weighed = [
            _weighed(place, key, own, self.model)
            for place, own in zip(places, standing, strict=True)
        ]
        below = [down for *_, down in standing]
        if not _is_across_borders(places[below.index(0.0)]):
            return tuple(weighed)
        pairs = zip(weighed, below, strict=True)
        return tuple(_unthought(c) if down <= -DWARFED else c for c, down in pairs)


def _is_across_borders(place: Place) -> bool:
    """Whether it is an area of several countries: the Middle East, the Levant."""
    return place.kind == "region" and not place.country_code


def _unthought(candidate: Candidate) -> Candidate:
    return candidate._replace(prior=candidate.prior - UNTHOUGHT, base=candidate.base - UNTHOUGHT)


def standings(known: Known) -> list[tuple[int, int, float, float]]:
    """For each candidate: kind of name, rank, prominence, and how far below the most prominent."""
    most = max(known.prominence)
    return [
        (kind, rank, prominence, prominence - most)
        for rank, (kind, prominence) in enumerate(zip(known.kinds, known.prominence, strict=True))
    ]


@lru_cache(maxsize=2)
def weigher(gazetteer: Gazetteer) -> Weigher:
    """That of the shipped weights."""
    return Weigher(names_of(gazetteer), model())


def _weighed(
    place: Place, key: str, standing: tuple[int, int, float, float], model: Model
) -> Candidate:
    own = denotes(place)
    values = features(place, key, *standing)
    return Candidate(
        place=place,
        country=place.country_code,
        province=province_of(place),
        denotes=own,
        point=place.kind in POINTS,
        small=cell(place, SMALL),
        large=cell(place, LARGE),
        prior=dot(model.prior, values),
        base=dot(model.context, values),
    )


def province_of(place: Place) -> str:
    """The province that the place is, or lies in: "US/Texas"; "" if not known."""
    own = denotes(place)
    if "/" in own:
        return own
    return f"{place.country_code}/{place.admin1}" if place.admin1 else ""


def cell(place: Place, side: float) -> tuple[int, int]:
    """The square of ``side`` degrees that the place lies in."""
    return floor(place.latitude / side), floor(place.longitude / side)


def features(
    place: Place, key: str, name_kind: int, rank: int, known: float, below: float
) -> tuple[float, ...]:
    """Prominence and kind; all that does not depend on a document."""
    settled = place.kind == "settlement"
    province = place.feature_code == "ADM1"
    return (
        known / 7,
        known / 7 if settled else 0.0,
        below / 3,
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

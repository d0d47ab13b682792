"""Parts of countries: "in eastern Chad" is somewhere in its east, and not in its middle."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from math import cos, radians
from typing import NamedTuple

import numpy as np

from geodata.events.views import PlaceAt, View
from geodata.gazetteer import Gazetteer
from geodata.gazetteer.tables import KINDS
from geodata.records import Place

DEGREE_KM = 111.2
LEAST_KM = 120.0  # from end to end; of a smaller country a part is told no worse by the whole
FEWEST = 10  # towns that tell how far a country reaches
_EDGE = 2.0  # percent of the towns at each end that do not count: islands, mistakes
_REACH = 24  # characters before the name that tell its part
_TOWN = KINDS.index("settlement")
_COMPASS = r"(north|south)?-?(east|west)?"
_BEFORE = re.compile(
    rf"\b(?:{_COMPASS}(?:ern)? |the (?:far )?{_COMPASS} of (?:the )?)$", re.IGNORECASE
)
_AFTER = re.compile(rf"['’]s (?:far )?{_COMPASS}(?:ern)?(?= [a-z]|[,.;:]|$)(?! of)")


class Extent(NamedTuple):
    """How far a country reaches, in degrees."""

    south: float
    north: float
    west: float
    east: float


def with_parts(views: Iterable[View], gazetteer: Gazetteer) -> Iterator[View]:
    """The sentences, each country of which only a part is named made that part."""
    for view in views:
        if any(_is_country(at) for at in view.places):
            view = view._replace(places=tuple([_parted(view, at, gazetteer) for at in view.places]))
        yield view


def _is_country(at: PlaceAt) -> bool:
    return at.mention.place is not None and at.mention.place.kind == "country"


def _parted(view: View, at: PlaceAt, gazetteer: Gazetteer) -> PlaceAt:
    """A country as the part that the words beside its name tell, if they tell one."""
    place, reading = at.mention.place, view.reading
    if place is None or not _is_country(at):
        return at
    before = _BEFORE.search(reading, max(0, at.start - _REACH), at.start)
    if before and any(before.groups()):
        text = reading[before.start() : at.end]
        north, east = before[1] or before[3], before[2] or before[4]
    elif (after := _AFTER.match(reading, at.end)) and any(after.groups()):
        text = reading[at.start : after.end()]
        north, east = after.groups()
    else:
        return at
    part = part_of(gazetteer, place, (north or "").lower(), (east or "").lower())
    if part is None:
        return at
    return at._replace(mention=replace(at.mention, text=text, place=part, reason=""))


@lru_cache(maxsize=1 << 10)
def part_of(gazetteer: Gazetteer, country: Place, north: str, east: str) -> Place | None:
    """The third of a country to that side, the half of it to two sides; None of a small one."""
    extent = _extent(gazetteer, country)
    if extent is None:
        return None
    high, wide = extent.north - extent.south, extent.east - extent.west
    reach = DEGREE_KM * max(high, wide * cos(radians(country.latitude)))
    if reach < LEAST_KM:
        return None
    share = 1 / 4 if north and east else 1 / 6  # of the way in from the edge to the middle of it
    sides = {
        "": (country.latitude, country.longitude),
        "north": (extent.north - share * high, 0.0),
        "south": (extent.south + share * high, 0.0),
        "east": (0.0, extent.east - share * wide),
        "west": (0.0, extent.west + share * wide),
    }
    words = "-".join(word for word in (north, east) if word)
    return replace(
        country,
        id=f"{country.id}/{words}",
        name=f"{words}ern {country.name}",
        latitude=round(float(sides[north][0]), 3),
        longitude=round(float(sides[east][1]), 3),
        feature_class="L",
        feature_code="RGN",
        kind="region",
        population=0,
        geonames_id=None,
        precision_km=float(round(reach / 6)),
        radius_km=float(round(reach / 4)),
        area=None,
    )


@lru_cache(maxsize=1 << 8)
def _extent(gazetteer: Gazetteer, country: Place) -> Extent | None:
    """As far as a country's towns reach; None of too few, and over the date line."""
    row = gazetteer.row(country.id)
    if row is None:
        return None
    towns = (gazetteer.country == gazetteer.country[row]) & (gazetteer.kind == _TOWN)
    if np.count_nonzero(towns) < FEWEST:
        return None
    ends = (_EDGE, 100 - _EDGE)
    south, north = np.percentile(gazetteer.latitude[towns], ends)
    west, east = np.percentile(gazetteer.longitude[towns], ends)
    return Extent(south, north, west, east) if east - west < 180 else None

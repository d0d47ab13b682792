"""The gazetteer as the rest of the library sees it: candidates of a name, and a geocoder.

A stage that looks up every word of a text does so in rows, not in places. ``longest`` finds the
longest name that starts at a word; ``matches`` gives the rows that bear a key, best first, each
with what kind of name the key is to it; the columns (``latitude``, ``population``, ``kind`` ...)
describe rows as numbers; ``record`` makes the Place of a row that was chosen.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from geodata.gazetteer.cache import open_index
from geodata.gazetteer.names import normalise
from geodata.gazetteer.sources import Source
from geodata.gazetteer.tables import KINDS, NameKind
from geodata.records import Place

if TYPE_CHECKING:  # geopy takes longer to load than the index, and 19 MB
    from geopy.location import Location

DEMONYM = NameKind.DEMONYM
SHORT = NameKind.ABBREVIATION
LANGUAGES = ("en", "az", "hy", "ru")


class Gazetteer:
    """The bundled places. The first use builds an index in the user's cache, in half a minute.

    ``geodata.Gazetteer`` is the same as a subclass of geopy's ``Geocoder``.
    """

    def __init__(
        self, cache: Path | None = None, *, progress: bool = True, source: Source | None = None
    ) -> None:
        self.index = index = open_index(cache, source, progress=progress)
        # Columns by row: numbers, for those who weigh many candidates.
        self.latitude, self.longitude = index.latitude, index.longitude
        self.population, self.prominence = index.population, index.prominence
        self.kind = index.kind  # into KINDS
        self.country = index.country  # into countries
        self.countries = index.countries
        self.code = index.code  # into codes
        self.codes = index.codes
        self.admin1, self.admin2 = index.admin1, index.admin2  # the row of the division, or -1

    # Looking up words of a text

    def longest(self, words: Sequence[str], start: int = 0) -> int:
        """How many words, from ``start``, the longest name there has; 0 if none begins there.

        ``words`` are keys of single words (``word_key``).
        """
        text = " ".join(words[start : start + 9])
        best = 0
        for name in self.index.prefixes(text):
            if len(name) == len(text) or text[len(name)] == " ":
                best = name.count(" ") + 1
        return best

    def has_prefix(self, key: str) -> bool:
        """Whether some name begins with the words of ``key``."""
        return key in self.index or self.index.continues(key)

    def matches(self, key: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Rows that bear the normalised name, best first, and the NameKind it is to each."""
        rows, kinds = self.index.postings(key)
        return tuple(rows), tuple(kinds)

    def rows(self, key: str) -> tuple[int, ...]:
        """Rows of which the normalised name is a name, best first; demonyms are not."""
        rows, kinds = self.index.postings(key)
        return tuple(row for row, kind in zip(rows, kinds, strict=True) if kind != DEMONYM)

    # Places

    @lru_cache(maxsize=1 << 14)  # noqa: B019  a gazetteer lives as long as its process
    def record(self, row: int) -> Place:
        """The place of a row."""
        index = self.index
        id = index.id(row)
        fclass, fcode = index.codes[index.code[row]]
        admin1 = int(index.admin1[row])  # a division is its own: its place has none
        return Place(
            id=f"geonames:{id}" if isinstance(id, int) else f"dateline:{id}",
            name=index.name(row),
            latitude=float(index.latitude[row]),
            longitude=float(index.longitude[row]),
            feature_class=fclass,
            feature_code=fcode,
            kind=KINDS[index.kind[row]],
            country_code=index.countries[index.country[row]],
            admin1=index.name(admin1) if admin1 not in (-1, row) else "",
            population=int(index.population[row]),
            geonames_id=id if isinstance(id, int) else None,
            precision_km=round(float(index.precision_km[row]), 3),
            radius_km=round(float(index.radius_km[row]), 3),
            area=index.areas.get(row),
        )

    def candidates(self, toponym: str) -> tuple[Place, ...]:
        """Every place that bears this name, most prominent first; ``()`` if none does.

        Of abbreviations those come first that are written so: "La." is Louisiana, "L.A." is not.
        Marks on letters are passed over, but who is spelled just so comes first: "Şuşa" is Shusha.
        """
        rows, kinds = self.matches(normalise(toponym))
        known = [(row, kind) for row, kind in zip(rows, kinds, strict=True) if kind != DEMONYM]
        known.sort(key=lambda pair: pair[1] != SHORT or not self.abbreviates(pair[0], toponym))
        places = tuple(self.record(row) for row, _ in known)
        if toponym.isascii():
            return places
        return tuple(sorted(places, key=lambda place: not self._is_spelled(place, toponym)))

    def _is_spelled(self, place: Place, toponym: str) -> bool:
        wanted = toponym.casefold()
        return any(n.casefold() == wanted for names in self.names(place).values() for n in names)

    def abbreviates(self, row: int, toponym: str) -> bool:
        """Whether it is an abbreviation of the row, written just so, dots and capitals included."""
        return ("abbr", toponym) in self.index.tagged_names(row)[1]

    def place(self, id: str) -> Place | None:
        """The place with this id ("geonames:147105", "dateline:lachin-corridor")."""
        row = self.row(id)
        return None if row is None else self.record(row)

    def row(self, id: str) -> int | None:
        """The row of the place with this id."""
        source, _, rest = id.partition(":")
        if source == "geonames" and rest.isdecimal():
            return self.index.row(int(rest))
        return self.index.row(rest) if source == "dateline" else None

    def names(self, place: Place) -> dict[str, tuple[str, ...]]:
        """Names of a place by language: "en", "az", "hy", "ru"; "variants" are the others."""
        row = self.row(place.id)
        found: dict[str, list[str]] = {"en": [place.name]}
        for tag, name in self.index.tagged_names(row)[1] if row is not None else ():
            language = tag if tag in LANGUAGES else "variants"
            if tag != "demonym" and name not in found.setdefault(language, []):
                found[language].append(name)
        return {language: tuple(names) for language, names in found.items()}

    # As every geopy geocoder

    def geocode(
        self, query: str, *, exactly_one: bool = True, timeout: object = None
    ) -> Location | list[Location] | None:
        """As every geopy geocoder: the best place, or all with ``exactly_one=False``."""
        found = [_location(place) for place in self.candidates(query)]
        if not found:
            return None
        return found[0] if exactly_one else found

    def reverse(
        self, query: object, *, exactly_one: bool = True, timeout: object = None
    ) -> Location | list[Location] | None:
        """The settlement nearest to a point, or the ten nearest with ``exactly_one=False``."""
        from geopy.point import Point

        point = Point.from_point(query) if isinstance(query, Point) else Point(query)
        rows = self._nearest(point.latitude, point.longitude)
        found = [_location(self.record(row)) for row in rows]
        return found[0] if exactly_one else found

    def _nearest(self, latitude: float, longitude: float) -> list[int]:
        towns = np.flatnonzero(self.kind == KINDS.index("settlement"))
        north = self.latitude[towns] - latitude
        east = (self.longitude[towns] - longitude + 180) % 360 - 180
        away = north**2 + (east * math.cos(math.radians(latitude))) ** 2
        nearest = np.argpartition(away, min(9, len(towns) - 1))[:10]
        return [int(row) for row in towns[nearest[np.argsort(away[nearest])]]]


def _location(place: Place) -> Location:
    from geopy.location import Location
    from geopy.point import Point

    address = ", ".join(part for part in (place.name, place.admin1, place.country_code) if part)
    return Location(address, Point(place.latitude, place.longitude), {"place": place})

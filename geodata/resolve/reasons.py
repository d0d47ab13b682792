"""Why a place was chosen, in one line for people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from geodata.resolve.candidates import Candidate
from geodata.resolve.distance import kilometres
from geodata.resolve.senses import Sense

NEAR = 150.0  # km


class Reasons:
    """Knows what else a document names, and where."""

    def __init__(self, senses: Sequence[Sense]) -> None:
        self.cells: dict[tuple[int, int], list[Candidate]] = defaultdict(list)
        self.regions: dict[str, str] = {}
        for sense in senses:
            best = _best(sense)
            if best.point:
                neighbours = self.cells[best.large]
                if len(neighbours) < 4:
                    neighbours.append(best)
            if best.denotes:
                self.regions.setdefault(best.denotes, best.place.name)

    def reason(self, sense: Sense) -> str:
        best = _best(sense)
        count = len(sense.candidates)
        others = " and ".join(self._neighbours(best))
        inside = self.regions.get(best.province) or self.regions.get(best.country)
        if sense.held and (best.province in sense.held or best.country in sense.held):
            why = f"the text says it is in {self._held(best)}"
        elif count == 1:
            why = "the only place of this name"
        elif others:
            why = f"of {count} places of this name the one near {others}, also named here"
        elif inside and not best.denotes:
            why = f"of {count} places of this name the one in {inside}, also named here"
        elif best is sense.candidates[0]:
            why = f"the most prominent of {count} places of this name"
        else:
            why = f"the likeliest of {count} places of this name here"
        return why

    def _held(self, best: Candidate) -> str:
        named = self.regions.get(best.country)
        if not best.denotes:
            named = self.regions.get(best.province) or named
        return named or best.place.admin1 or best.country

    def _neighbours(self, best: Candidate) -> list[str]:
        """The names of at most two chosen places near it."""
        if not best.point:
            return []
        row, column = best.large
        here = best.place
        near = [
            (kilometres(here.latitude, here.longitude, other.place), other.place.name)
            for x in (row - 1, row, row + 1)
            for y in (column - 1, column, column + 1)
            for other in self.cells.get((x, y), ())
            if other.place.name != here.name
        ]
        return list(dict.fromkeys(name for km, name in sorted(near) if km <= NEAR))[:2]


def _best(sense: Sense) -> Candidate:
    return sense.candidates[max(range(len(sense.odds)), key=sense.odds.__getitem__)]

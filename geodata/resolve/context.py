"""What a document's other places say about a candidate: nearness, and shared regions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from math import log1p
from typing import TypeVar

from geodata.resolve.candidates import Candidate
from geodata.resolve.senses import Sense

FOREIGN = 0.3  # share of a document's places below which it is not about a country
K = TypeVar("K", bound=Hashable)
ENOUGH = 12.0  # neighbours; more say nothing more
USUAL = 10.0  # places of a short text
FAINT = 0.02  # a candidate less likely than this weighs nothing for the others


class Surroundings:
    """How much of a document's probability lies in each country, province and cell."""

    def __init__(self, senses: Sequence[Sense]) -> None:
        self.mass: dict[str, float] = defaultdict(float)
        self.small: dict[tuple[int, int], float] = defaultdict(float)
        self.large: dict[tuple[int, int], float] = defaultdict(float)
        self.named: set[str] = set()
        for sense in senses:
            for candidate, odds in zip(sense.candidates, sense.odds, strict=True):
                if odds >= FAINT:
                    self._add(candidate, odds * sense.weight)
                    if odds > 0.5 and candidate.denotes:
                        self.named.add(candidate.denotes)
        self.total = sum(mass for code, mass in self.mass.items() if "/" not in code)
        # One mention of a province says much in a short text, little in a long one.
        self.stress = 1 / (1 + self.total / USUAL)
        # Each cell with its neighbours, summed once rather than for every candidate.
        self.near = _spread(self.small)
        self.far = _spread(self.large)

    def _add(self, candidate: Candidate, odds: float) -> None:
        if candidate.country:
            self.mass[candidate.country] += odds
        if candidate.province:
            self.mass[candidate.province] += odds
        if candidate.point:
            self.small[candidate.small] += odds
            self.large[candidate.large] += odds

    def features(self, sense: Sense, candidate: Candidate, odds: float) -> tuple[float, ...]:
        """As numbers that grow with what speaks for the candidate; its own weight taken off."""
        own = odds * sense.weight if odds >= FAINT else 0.0
        country, province, denotes = candidate.country, candidate.province, candidate.denotes
        land = self._rest(self.mass, country, own) if country else 0.0
        part = self._rest(self.mass, province, own) if province else 0.0
        rest = max(self.total - own, 1.0)
        land_share, part_share = land / rest, part / rest
        land, part = log1p(min(land, ENOUGH)), log1p(min(part, ENOUGH))
        is_country = denotes == country and denotes != ""
        is_province = "/" in denotes
        near = far = 0.0
        if not is_country:
            off = own if candidate.point else 0.0
            near = log1p(min(self._rest(self.near, candidate.small, off), ENOUGH))
            far = log1p(min(self._rest(self.far, candidate.large, off), ENOUGH))
        held = bool(sense.held) and lies_in(candidate, sense.held)
        beside = 0 if is_country else sense.beside.get(country, 0)
        if province and not is_province:
            beside += sense.beside.get(province, 0)
        return (
            float(held),
            float(bool(sense.held) and not held),
            min(beside / len(sense.mentions), 3.0),
            self.stress if province in self.named and not is_province else 0.0,
            self.stress if country in self.named and not is_country else 0.0,
            land_share,
            part_share,
            0.0 if is_country or is_province else part_share,
            part,
            land,
            land if is_country else part if is_province else 0.0,
            near,
            far,
            part if candidate.place.kind == "settlement" else 0.0,
            land if is_country else 0.0,
            part if is_province else 0.0,
            min(sense.kin.get(country, 0) / len(sense.mentions), 1.0) if is_province else 0.0,
        )

    @staticmethod
    def _rest(masses: Mapping[K, float], key: K, own: float) -> float:
        """The mass there, without the candidate's own."""
        mass = masses.get(key, 0.0) - own
        return mass if mass > 0.0 else 0.0

    def is_abroad(self, sense: Sense, candidate: Candidate, odds: float) -> bool:
        """Whether a province lies in a country that is not what the document is about."""
        if "/" not in candidate.denotes:
            return False
        own = odds * sense.weight if odds >= FAINT else 0.0
        land = self.mass.get(candidate.country, 0.0) - own
        total = self.total - own
        return total > FAINT and land < FOREIGN * total


def lies_in(candidate: Candidate, regions: frozenset[str]) -> bool:
    """Whether the candidate is within one of the regions, and not the region itself."""
    if candidate.denotes in regions:
        return False
    return candidate.country in regions or candidate.province in regions


def _spread(cells: dict[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    spread: dict[tuple[int, int], float] = defaultdict(float)
    for (row, column), mass in cells.items():
        for x in (row - 1, row, row + 1):
            for y in (column - 1, column, column + 1):
                spread[x, y] += mass
    return spread

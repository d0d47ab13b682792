"""Where an outlet is at home, as its other documents tell: "Dublin" in a paper of Ohio.

A local paper does not say which Dublin it means. What its other documents name does: the provinces
and the squares of the map in which their places lie. A project may also say it, in ``[homes]``.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from geodata.places.known import Gazetteer, denotes
from geodata.records import Document, Place
from geodata.resolve.candidates import POINTS, SMALL, Candidate, cell, province_of

FEW = 3.0  # places; a document with fewer says less
SAID = 12  # documents that a home which the project states counts for
AS_IF = 1.0  # documents that name nothing, added so that few documents say little


@dataclass(slots=True)
class Tally:
    """How many documents take place in each country, province and square, and name each place."""

    documents: float = 0.0
    shares: dict[Hashable, float] = field(default_factory=dict)

    def add(self, other: Tally, times: float = 1.0) -> None:
        self.documents += other.documents * times
        for key, share in other.shares.items():
            self.shares[key] = self.shares.get(key, 0.0) + share * times


class Home:
    """What the other documents of an outlet say of a candidate."""

    __slots__ = ("_own", "_total", "documents")

    def __init__(self, total: Tally, own: Tally) -> None:
        self._total, self._own = total.shares, own.shares
        self.documents = total.documents - own.documents

    def features(self, candidate: Candidate) -> tuple[float, ...]:
        """Shares of the documents, that grow with what speaks for the candidate."""
        country, province = candidate.country, candidate.province
        land = self._share(country) if country else 0.0
        part = self._share(province) if province else 0.0
        near = self._share(candidate.small) if candidate.point else 0.0
        same = self._share(candidate.place.id)
        is_country = candidate.denotes == country and candidate.denotes != ""
        is_province = "/" in candidate.denotes
        return (
            land,
            0.0 if is_country else land,
            part,
            0.0 if is_province else part,
            near,
            near**0.5,
            same,
            same**0.5,
        )

    def _share(self, key: Hashable) -> float:
        mass = self._total.get(key, 0.0) - self._own.get(key, 0.0)
        return mass / (self.documents + AS_IF) if mass > 1e-9 else 0.0


class Homes:
    """The homes of outlets, learned from documents, or ``said``: a place by the outlet's name."""

    def __init__(self, said: Mapping[str, Place] | None = None) -> None:
        self._outlets: dict[str, Tally] = {}
        for outlet, place in (said or {}).items():
            self._outlets.setdefault(_plain(outlet), Tally()).add(_tally([(place, 1.0)]), SAID)

    def learn(self, document: Document, placed: Iterable[tuple[Place, float]]) -> Tally:
        """Remember where the document takes place; the answer is what was learned from it.

        ``placed``: the places of its mentions, each with how likely it is the one meant.
        """
        own = _tally(placed)
        if outlet := outlet_of(document):
            self._outlets.setdefault(outlet, Tally()).add(own)
        return own

    def home(self, document: Document, own: Tally | None = None) -> Home | None:
        """The home of its outlet, without what was learned from this document itself."""
        total = self._outlets.get(outlet_of(document))
        mine = own or Tally()
        if total is None or total.documents <= mine.documents:
            return None
        return Home(total, mine)


def located(name: str, gazetteer: Gazetteer) -> Place | None:
    """The place of a name that may say where it lies: "Dublin, Ohio"; None if there is none."""
    town, *regions = [part.strip() for part in name.split(",")]
    found = gazetteer.candidates(town)
    for region in regions:
        within = {denotes(place) for place in gazetteer.candidates(region)} - {""}
        found = tuple(
            place
            for place in found
            if place.country_code in within or f"{place.country_code}/{place.admin1}" in within
        )
    return found[0] if found else None


def outlet_of(document: Document) -> str:
    """The outlet's name in small letters, or the host of the address; "" if neither is known."""
    if document.outlet:
        return _plain(document.outlet)
    try:
        host = urlsplit(document.url or "").hostname or ""
    except ValueError:  # "http://[": no address
        return ""
    return host.removeprefix("www.")


def _plain(outlet: str) -> str:
    return " ".join(outlet.casefold().split())


def _tally(placed: Iterable[tuple[Place, float]]) -> Tally:
    """That of one document; each place counts once."""
    sure: dict[Place, float] = {}
    for place, confidence in placed:
        sure[place] = max(sure.get(place, 0.0), confidence)
    shares: dict[Hashable, float] = {}
    whole = max(sum(sure.values()), FEW)
    for place, confidence in sure.items():
        for key in _keys(place):
            shares[key] = shares.get(key, 0.0) + confidence / whole
    return Tally(1.0, shares)


def _keys(place: Place) -> list[Hashable]:
    keys: list[Hashable] = [place.id]
    if place.country_code:
        keys.append(place.country_code)
    if province := province_of(place):
        keys.append(province)
    if place.kind in POINTS:
        row, column = cell(place, SMALL)
        keys += [(x, y) for x in (row - 1, row, row + 1) for y in (column - 1, column, column + 1)]
    return keys

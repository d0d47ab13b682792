"""Mentions grouped by what they mean: one sense a name, unless the text says otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from geodata.gazetteer.names import normalise
from geodata.places.known import denotes
from geodata.records import Document, PlaceMention
from geodata.resolve.candidates import Candidate, Weigher
from geodata.resolve.nouns import Said, said

BESIDE = 150  # characters within which another name counts as standing beside
CITY = 300_000  # people
LOOK = 4  # mentions to each side that are looked at


@dataclass(slots=True)
class Sense:
    """The mentions of one name that mean one place."""

    key: str
    candidates: tuple[Candidate, ...]
    mentions: list[int] = field(default_factory=list)
    held: frozenset[str] = frozenset()  # the region given right after the name: "Paris, Texas"
    firm: bool = False  # whether that cannot be the next item of a list of cities
    beside: Counter[str] = field(default_factory=Counter)  # regions named close by
    kin: Counter[str] = field(default_factory=Counter)  # countries of the provinces among them
    said: Counter[Said] = field(default_factory=Counter)  # what nouns beside the mentions say
    weight: float = 0.0  # how sure it is that the name is a place at all
    odds: list[float] = field(default_factory=list)  # probabilities of the candidates
    home: list[float] = field(default_factory=list)  # what the outlet's home adds to each score


def senses(document: Document, mentions: Sequence[PlaceMention], weigher: Weigher) -> list[Sense]:
    """Senses in the order of their first mention; mentions without candidates are left out."""
    keys = [normalise(m.toponym) for m in mentions]
    named = [_named(m) for m in mentions]
    held = [_held(document.text, mentions, named, at) for at in range(len(mentions))]
    first_held: dict[str, frozenset[str]] = {}
    for key, region in zip(keys, held, strict=True):
        if region:
            first_held.setdefault(key, region)
    found: dict[tuple[str, frozenset[str]], Sense] = {}
    latest = dict(first_held)
    for at, (mention, key) in enumerate(zip(mentions, keys, strict=True)):
        if not mention.candidates:
            continue
        if held[at]:
            latest[key] = held[at]
        region = latest.get(key, frozenset())
        sense = found.get((key, region))
        if sense is None:
            candidates = weigher.candidates(mention.candidates, key)
            firm = bool(held[at]) and not _is_city(mentions[at + 1])
            sense = found[key, region] = Sense(key, candidates, held=region, firm=firm)
        sense.mentions.append(at)
        sense.weight = max(sense.weight, mention.confidence or 0.5)
        beside = _beside(mentions, named, keys, at)
        sense.beside.update(beside)
        sense.kin.update({region[:2] for region in beside if "/" in region})
        if len(sense.candidates) > 1:
            sense.said[said(document.text, mention.start, mention.end)] += 1
    return list(found.values())


def _is_city(mention: PlaceMention) -> bool:
    """Whether the region's name is a great city's, too: "Boston, New York and Chicago"."""
    return any(p.kind == "settlement" and p.population > CITY for p in mention.candidates[:3])


def _named(mention: PlaceMention) -> frozenset[str]:
    """The countries and provinces that the mention may denote."""
    return frozenset(d for p in mention.candidates[:3] if (d := denotes(p)))


def _held(
    text: str, mentions: Sequence[PlaceMention], named: Sequence[frozenset[str]], at: int
) -> frozenset[str]:
    """The region that follows the name after a comma or in brackets, if it can hold the place."""
    if at + 1 >= len(mentions) or not named[at + 1]:
        return frozenset()
    gap = text[mentions[at].end : mentions[at + 1].start]
    if len(gap) > 3 or gap.strip() not in {",", "("}:
        return frozenset()
    region = named[at + 1]
    lies = any(
        place.country_code in region or f"{place.country_code}/{place.admin1}" in region
        for place in mentions[at].candidates
        if denotes(place) not in region
    )
    return region if lies else frozenset()


def _beside(
    mentions: Sequence[PlaceMention], named: Sequence[frozenset[str]], keys: Sequence[str], at: int
) -> list[str]:
    here = mentions[at].start
    return [
        region
        for other in range(max(0, at - LOOK), min(len(mentions), at + LOOK + 1))
        if keys[other] != keys[at] and abs(mentions[other].start - here) < BESIDE
        for region in named[other]
    ]

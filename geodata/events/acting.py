"""Who acts in a sentence, and for which state: governments, offices, persons of rank.

A text says once that a name is a state's minister ("the Turkish president, N. Surname") and then
uses the name alone; so the persons of a document are read before its events are. What is known is
the state; that it acts from its capital is an inference and is marked as one: such a place is never
drawn as a point.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from geodata.events.views import View
from geodata.events.where import governs
from geodata.gazetteer import Gazetteer, NameKind, normalise
from geodata.records import Place

_TITLE = re.compile(
    r"\b(?:[Pp]resident|(?:[Pp]rime|[Ff]oreign|[Dd]efen[cs]e|[Ii]nterior|[Dd]eputy|[Cc]ulture)? ?"
    r"(?:[Mm]inister|[Ss]ecretary)|[Cc]hancellor|[Kk]ing|[Pp]remier|[Ll]eader|[Aa]mbassador|"
    r"[Ee]nvoy|[Gg]eneral|[Cc]ommander|[Ss]enator|[Ll]awmaker|spokes(?:man|woman|person))\b"
)
_NAME = r"(?:[A-ZÀ-Þ][\w’'-]+ ){0,3}(?:al-|bin |de |von )?[A-ZÀ-Þ][\w’'-]+"
_NAME_AFTER = re.compile(rf"(?: of [A-Z]\w+)?,? ({_NAME})")
_NAME_BEFORE = re.compile(rf"({_NAME}), (?:the |a )?$")
_OFFICE = re.compile(
    r"\W+(?:\w+ ){0,2}(?:government|officials?|authorities|president|minister|ministry|prime|"
    r"foreign|defen[cs]e|parliament|parliamentary|court|courts|police|army|military|forces|troops|"
    r"leaders?|secretary|state|intelligence|security|lawmakers?|mps?|election|voters?|chancellor|"
    r"opposition|embassy|diplomats?|envoy|spokes\w+|delegation|prosecutors?|central|interior)\b",
    re.IGNORECASE,
)
_CAPITALISED = re.compile(r"\b[A-Z][a-z]+(?:-[A-Z][a-z]+)?\b")
_INSTITUTIONS = {
    "Kremlin": "RU",
    "Duma": "RU",
    "White House": "US",
    "Pentagon": "US",
    "Congress": "US",
    "State Department": "US",
    "state department": "US",
    "Downing Street": "GB",
    "Home Office": "GB",
    "Foreign Office": "GB",
    "Whitehall": "GB",
    "Westminster": "GB",
    "home secretary": "GB",
    "Élysée": "FR",
    "Bundestag": "DE",
    "Knesset": "IL",
}
_INSTITUTION = re.compile(rf"\b(?:{'|'.join(_INSTITUTIONS)})\b")
REACH = 30  # characters between a state's name and a title that belong together


class Acting(NamedTuple):
    """A state that acts, and the words that say so."""

    country: Place
    start: int
    words: str


Persons = dict[str, Place]  # surname -> the state it acts for


def persons(views: Iterable[View], gazetteer: Gazetteer) -> Persons:
    """The persons of rank that a document names with their state."""
    known: Persons = {}
    for view in views:
        for match in _TITLE.finditer(view.reading):
            if found := _belongs_to(view, match.start(), gazetteer):
                country, start = found
                name = _NAME_AFTER.match(view.reading, match.end()) or _NAME_BEFORE.search(
                    view.reading, max(0, start - 60), start
                )
                if name:
                    known.setdefault(name[1].split()[-1].removesuffix("’s"), country)
    return known


def _belongs_to(view: View, title: int, gazetteer: Gazetteer) -> tuple[Place, int] | None:
    """The state named just before a title, and where: "Turkey's", "the Turkish foreign"."""
    before = view.reading[max(0, title - REACH) : title]
    offset = title - len(before)
    for at in reversed(view.places):
        place = at.mention.place
        if place and place.kind == "country" and offset <= at.start and at.end <= title:
            return place, at.start
    for match in reversed(list(_CAPITALISED.finditer(before))):
        if country := demonym(gazetteer, match[0]):
            return country, offset + match.start()
    return None


def acting(view: View, known: Persons, gazetteer: Gazetteer) -> tuple[Acting, ...]:
    """The states that act in a sentence, in reading order, each once."""
    found: dict[str, Acting] = {}
    for actor in sorted(_acting(view, known, gazetteer), key=lambda actor: actor.start):
        found.setdefault(actor.country.id, actor)
    return tuple(found.values())


def _acting(view: View, known: Persons, gazetteer: Gazetteer) -> Iterator[Acting]:
    for at in view.places:
        place = at.mention.place
        if place is None or at.mention.role != "metonym" or not governs(place):
            continue
        if country := state(gazetteer, place.country_code):
            yield Acting(country, at.start, at.mention.toponym)
    for match in _INSTITUTION.finditer(view.reading):
        if country := state(gazetteer, _INSTITUTIONS[match[0]]):
            yield Acting(country, match.start(), match[0])
    for match in _CAPITALISED.finditer(view.reading):
        if match[0] in known:
            yield Acting(known[match[0]], match.start(), match[0])
        elif _OFFICE.match(view.reading, match.end()) and (country := demonym(gazetteer, match[0])):
            yield Acting(country, match.start(), match[0])


@lru_cache(maxsize=1 << 14)
def demonym(gazetteer: Gazetteer, word: str) -> Place | None:
    """The country whose people and things are called so: "Turkish" -> Turkey."""
    rows, kinds = gazetteer.matches(normalise(word))
    for row, kind in zip(rows, kinds, strict=True):
        if kind == NameKind.DEMONYM:
            place = gazetteer.record(row)
            if place.kind == "country":
                return place
    return None


def state(gazetteer: Gazetteer, code: str) -> Place | None:
    """The country of an ISO 3166-1 alpha-2 code."""
    row = _states(gazetteer).get(code)
    return None if row is None else gazetteer.record(row)


def capital(gazetteer: Gazetteer, code: str) -> Place | None:
    """The capital of a country; the more populous one where there are two."""
    row = _capitals(gazetteer).get(code)
    return None if row is None else gazetteer.record(row)


@lru_cache(maxsize=4)
def _states(gazetteer: Gazetteer) -> dict[str, int]:
    states = [pair for pair in gazetteer.codes if pair[0] == "A" and pair[1].startswith("PCL")]
    return _largest(gazetteer, [pair for pair in states if pair[1] != "PCLH"])  # not the lost ones


@lru_cache(maxsize=4)
def _capitals(gazetteer: Gazetteer) -> dict[str, int]:
    return _largest(gazetteer, [("P", "PPLC")])


def _largest(gazetteer: Gazetteer, wanted: list[tuple[str, str]]) -> dict[str, int]:
    """By country code, the row of the most populous place with one of the feature codes wanted."""
    numbers = [number for number, pair in enumerate(gazetteer.codes) if pair in wanted]
    rows = np.flatnonzero(np.isin(gazetteer.code, numbers))
    rows = rows[np.argsort(gazetteer.population[rows], kind="stable")]
    return {gazetteer.countries[gazetteer.country[row]]: int(row) for row in rows}

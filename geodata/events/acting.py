"""Who acts in a sentence, and for which state: governments, offices, persons of rank.

A text says once that a name is a state's minister ("the Turkish president, N. Surname") and then
uses the name alone; so the persons of a document are read before its events are. What is known is
the state; that it acts from its capital is an inference and is marked as one: such a place is never
drawn as a point.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from geodata.events.bodies import Body, body_named, named_bodies
from geodata.events.lexicon import SAYING
from geodata.events.officials import Bearers, Person, forms, introduced, named, of_document
from geodata.events.views import View, bare, with_possessives
from geodata.events.where import governs
from geodata.gazetteer import Gazetteer, NameKind, normalise
from geodata.records import Place

_TITLE = re.compile(
    r"\b(?:[Pp]resident|(?:[Pp]rime|[Ff]oreign|[Dd]efen[cs]e|[Ii]nterior|[Dd]eputy|[Cc]ulture)? ?"
    r"(?:[Mm]inister|[Ss]ecretary)|[Cc]hancellor|[Kk]ing|[Pp]remier|[Ll]eader|[Aa]mbassador|"
    r"[Ee]nvoy|[Gg]eneral|[Cc]ommander|[Ss]enator|[Ll]awmaker|spokes(?:man|woman|person))\b"
)
_TITLE_WORDS = with_possessives(
    """
    president minister secretary chancellor king premier leader ambassador envoy general commander
    senator lawmaker spokesman spokeswoman spokesperson
    """.split()
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
REACH = 30  # characters between a state's name and a title that belong together


class Acting(NamedTuple):
    """A state or a body that acts, its seat, and the words that say so."""

    country: Place | None  # None: no state acts, but a body of its own
    seat: Place | None
    start: int
    words: str
    how: str  # how it is known: place, people, person, institution, body


def persons(views: Sequence[View], gazetteer: Gazetteer, published: date | None = None) -> Bearers:
    """The persons of rank whom a document names: with their state, or known in their time."""
    known = of_document(views, published)
    for view in views:
        if _TITLE_WORDS.isdisjoint(view.lowers) and "-" not in view.reading:
            continue  # the usual case, and quick; "vice-president" is one word
        for match in _TITLE.finditer(view.reading):
            if found := _belongs_to(view, match.start(), gazetteer):
                country, start = found
                name = _NAME_AFTER.match(view.reading, match.end()) or _NAME_BEFORE.search(
                    view.reading, max(0, start - 60), start
                )
                if name:
                    word, person = introduced(name[1].removesuffix("’s"), country.country_code)
                    known.update(dict.fromkeys(set(forms(word)) - known.keys(), (person,)))
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


def acting(view: View, known: Bearers, gazetteer: Gazetteer) -> tuple[Acting, ...]:
    """Who acts in a sentence, in reading order, each once."""
    found: dict[tuple[Place | None, Place | None], Acting] = {}
    for actor in sorted(_acting(view, known, gazetteer), key=lambda actor: actor.start):
        found.setdefault((actor.country, actor.seat), actor)
    return tuple(found.values())


def _acting(view: View, known: Bearers, gazetteer: Gazetteer) -> Iterator[Acting]:
    for at in view.places:
        place = at.mention.place
        if place and at.mention.role == "metonym" and governs(place):
            yield from _of_state(
                gazetteer, place.country_code, at.start, at.mention.toponym, "place"
            )
    for start, words, body in named_bodies(view):
        yield from _of_body(gazetteer, body, start, words)
    for start, word, person, _ in named(view, known):
        yield from _of_person(
            gazetteer, person, start, bare(view.reading[start : start + len(word)])
        )
    for match in _CAPITALISED.finditer(view.reading):
        if _OFFICE.match(view.reading, match.end()) and (country := demonym(gazetteer, match[0])):
            yield from _of_state(gazetteer, country.country_code, match.start(), match[0], "people")


def _of_state(
    gazetteer: Gazetteer, code: str, start: int, words: str, how: str
) -> Iterator[Acting]:
    if country := state(gazetteer, code):
        yield Acting(country, capital(gazetteer, code), start, words, how)


def _of_body(
    gazetteer: Gazetteer, body: Body, start: int, words: str, how: str = ""
) -> Iterator[Acting]:
    country = state(gazetteer, body.country)
    seat = gazetteer.place(body.seat) if body.seat else capital(gazetteer, body.country)
    yield Acting(country, seat, start, words, how or ("institution" if country else "body"))


def _of_person(gazetteer: Gazetteer, person: Person, start: int, words: str) -> Iterator[Acting]:
    if body := body_named(person.stands_for):
        yield from _of_body(gazetteer, body, start, words, "person")
    else:
        yield from _of_state(gazetteer, person.stands_for, start, words, "person")


def signs_of(actor: Acting, view: View, near: int) -> tuple[str, ...]:
    """What can be seen of who acts, for the judge; ``near``: the happening's word."""
    following = view.after(actor.start + len(actor.words), 4)
    return (
        f"how {actor.how}",
        f"side {actor.start < near}",
        f"opens {actor.start < 6}",
        f"speaks {not SAYING.isdisjoint(following)}",
        f"clause {view.clause(actor.start) == view.clause(near)}",
    )


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

"""The common noun beside a name tells which of its places is meant: "Kalbajar district".

The noun is no part of the mention. Where the gazetteer has the longer name ("Kalbajar district"),
that is the place, if it lies where the bare name was thought to be; else the noun says whether a
division is meant ("Santa Cruz department", "the governor of Oaxaca") or a town ("the mayor of
Oaxaca", "Herat city"), which often bear one name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from geodata.places.known import Gazetteer
from geodata.records import Document, Place, PlaceMention
from geodata.resolve.distance import kilometres

Said = Literal["division", "town", ""]

FARTHEST = 400.0  # km between the two
REACH = 30  # characters before it in which the noun stands
_NOUN = re.compile(
    r"\s+(corridor|district|province|region|oblast|governorate|county|river|lake|valley|peninsula"
    r"|pass|bridge|dam|reservoir|monastery|airport|border crossing)\b",
    re.IGNORECASE,
)
_SLASH = re.compile(r"\s*/\s*")
_DIVISIONS = r"district|province|region|oblast|governorate|county|prefecture|department|krai|canton"
_DIVISION = re.compile(
    rf"\s+(?:(?:{_DIVISIONS}|exclave|enclave)\b"
    r"|state\b(?!\s+(?:media|tv|television|radio|news|agency|visit|department|secretary))"
    r"|Gov\.)"
    r"|(?:['’]s)?\s+(?:state\s+)?governor\b",
    re.IGNORECASE,
)
_TOWN = re.compile(r"\s+(?:city|town)\b|(?:['’]s)?\s+mayor\b", re.IGNORECASE)
_OF_DIVISION = re.compile(
    rf"\b(?:{_DIVISIONS}|provinces|state|states|governor|exclave|enclave)\s+of\s+$", re.IGNORECASE
)
_OF_TOWN = re.compile(
    r"\b(?:(?:city|town|village|mayor|port|suburbs?|outskirts)\s+of|capital(?:\s+city)?,?)\s+$",
    re.IGNORECASE,
)


def said(text: str, start: int, end: int) -> Said:
    """Whether the words beside a name say that it means a division or a town; "" if neither."""
    if _DIVISION.match(text, end):
        return "division"
    if _TOWN.match(text, end):
        return "town"
    before = text[max(0, start - REACH) : start]
    if not before.rstrip(" ,\r\n").endswith(("of", "capital", "city")):
        return ""
    if _OF_DIVISION.search(before):
        return "division"
    return "town" if _OF_TOWN.search(before) else ""


def agrees(place: Place, said: Said) -> bool:
    """Whether the place is what the words beside its name say."""
    if said == "town":
        return place.kind == "settlement"
    return said == "division" and place.feature_code.startswith("ADM")


def with_nouns(
    document: Document, mentions: Sequence[PlaceMention], gazetteer: Gazetteer
) -> tuple[PlaceMention, ...]:
    """The mentions, each with the place that it and the noun beside it name together.

    Of "Karvachar / Kalbajar district" both names mean the district.
    """
    told: list[PlaceMention] = []
    next_longer: Place | None = None  # what the mention behind was changed to
    next_start = -1
    for mention in reversed(mentions):
        longer = _longer(document.text, mention, gazetteer)
        if (
            next_longer
            and longer is None
            and _SLASH.fullmatch(document.text, mention.end, next_start)
        ):
            longer = next_longer
        other = longer or _of_that_kind(document.text, mention)
        told.append(_as(mention, other) if other else mention)
        next_longer, next_start = longer, mention.start
    return tuple(reversed(told))


def _longer(text: str, mention: PlaceMention, gazetteer: Gazetteer) -> Place | None:
    noun = _NOUN.match(text, mention.end)
    here = mention.place
    if noun is None or here is None:
        return None
    found = gazetteer.candidates(f"{mention.toponym} {noun[1]}")
    near = [p for p in found if kilometres(here.latitude, here.longitude, p) <= FARTHEST]
    return near[0] if near and near[0].id != here.id else None


def _of_that_kind(text: str, mention: PlaceMention) -> Place | None:
    """Of the candidates near its place the likeliest that is what the words beside say."""
    here = mention.place
    if here is None or here.kind == "country" or len(mention.candidates) == 1:
        return None
    kind = said(text, mention.start, mention.end)
    if not kind or agrees(here, kind):
        return None
    fit = [place for place in mention.candidates if agrees(place, kind)]
    near = [p for p in fit if kilometres(here.latitude, here.longitude, p) <= FARTHEST]
    return near[0] if near else None


def _as(mention: PlaceMention, place: Place) -> PlaceMention:
    others = tuple(candidate for candidate in mention.candidates if candidate.id != place.id)
    return replace(
        mention, place=place, candidates=(place, *others), reason=f"“{place.name}”, by its noun"
    )

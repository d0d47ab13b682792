"""The common noun behind a name tells which of its places is meant: "Kalbajar district".

The noun is no part of the mention, but the gazetteer often has the longer name: then that is the
place, if it lies where the bare name was thought to be.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geodata.places.known import Gazetteer
from geodata.records import Document, Place, PlaceMention
from geodata.resolve.distance import kilometres

FARTHEST = 400.0  # km between the two
_NOUN = re.compile(
    r"\s+(corridor|district|province|region|oblast|governorate|county|river|lake|valley|peninsula"
    r"|pass|bridge|dam|reservoir|monastery|airport|border crossing)\b",
    re.IGNORECASE,
)
_SLASH = re.compile(r"\s*/\s*")


def with_nouns(
    document: Document, mentions: Sequence[PlaceMention], gazetteer: Gazetteer
) -> tuple[PlaceMention, ...]:
    """The mentions, each with the place that it and the noun behind it name together.

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
        told.append(_as(mention, longer) if longer else mention)
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


def _as(mention: PlaceMention, place: Place) -> PlaceMention:
    others = tuple(candidate for candidate in mention.candidates if candidate.id != place.id)
    return replace(
        mention, place=place, candidates=(place, *others), reason=f"“{place.name}”, by its noun"
    )

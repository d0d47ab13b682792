"""Where a happening was, if its sentence does not say: from what came before, or from who acts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from geodata.events.acting import Acting
from geodata.events.views import View
from geodata.events.where import Where, back_reference
from geodata.gazetteer import Gazetteer
from geodata.records import Place, PlaceMention, PlacePrecision

OFTEN = 3  # times that a text names the place that it is about
_NAMED = re.compile(r"\s[A-Z]")  # "the Shammas district" leads back to nothing
_WAR = re.compile(
    r"\b(?:(?:First|Second|Third)\s)?([A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*)\s(?:[Ww]ar|conflict|crisis)\b"
)
_SETTLED = frozenset("city town village settlement capital camp".split())


def led_back(view: View, before: Iterable[Where]) -> Where | None:
    """The place named before to which the sentence leads back: "the city", "there"."""
    match = back_reference(view)
    if match is None or _NAMED.search(match[0]):
        return None
    noun = (match[1] or "").lower()
    for where in before:
        settled = where.place.kind in {"settlement", "facility"}
        whole = where.precision == "country"
        if not noun or (not whole and settled == (noun in _SETTLED)):
            reason = f"“{match[0]}”: {where.place.name}, named before"
            return carried(where, reason, "back")
    return None


def of_the_text(salient: Where) -> Where:
    """What the text is about, for a sentence that names no place."""
    reason = f"not named here: {salient.place.name} is what the text is about"
    return replace(carried(salient, reason, "about"), signs=salient.signs)


def of_the_actor(actor: Acting, signs: tuple[str, ...] = ()) -> Iterator[Where]:
    """For what one decides or says: the seat, known no better than to the country.

    For a state's own affairs also the country whose people or offices act.
    """
    country, seat = actor.country, actor.seat
    if seat:
        reason = f"“{actor.words}” acts from {seat.name}; the text does not say where"
        others = (country,) if country else ()
        yield Where(seat, None, "country", reason, others, "seat", signs=signs, actor=actor.words)
    if country:
        reason = f"“{actor.words}”: {country.name}, which acts"
        yield Where(
            country, actor.words, "country", reason, basis="acts", signs=signs, actor=actor.words
        )


def region_of_war(view: View, gazetteer: Gazetteer | None) -> Where | None:
    """For a war's end or toll: the region that the war is named after."""
    if gazetteer is None:
        return None
    for match in _WAR.finditer(view.reading):
        for place in gazetteer.candidates(match[1])[:1]:
            precision: PlacePrecision = "country" if place.kind == "country" else "area"
            if place.kind in {"country", "region", "district"}:
                return Where(place, match[1], precision, f"“{match[0]}”", basis="war")
    return None


def carried(where: Where, reason: str, basis: str, *, loose: bool = False) -> Where:
    """A place that holds on for a sentence that names none.

    ``loose``: no word leads back to it, so that it is known to be about there, and not just there.
    """
    precision = "near" if loose and where.precision == "exact" else where.precision
    return Where(where.place, None, precision, reason, basis=basis, told=where.told)


def scene(mentions: Iterable[PlaceMention]) -> Where | None:
    """What a text is about: where its sentences take place that name nothing themselves.

    An area that it names often, else a town, else the country that it names most as a scene.
    """
    counts: Counter[str] = Counter()
    places: dict[str, Place] = {}
    for mention in mentions:
        place = mention.place
        if place and mention.role == "literal" and place.kind != "continent":
            counts[place.id] += 1
            places[place.id] = place
    countries = {key: n for key, n in counts.items() if places[key].kind == "country"}
    inside = {key: n for key, n in counts.items() if key not in countries}
    areas = {key: n for key, n in inside.items() if places[key].kind in {"region", "district"}}
    towns = {key: n for key, n in inside.items() if key not in areas}
    for kind, share, of in (
        (areas, 0.15, inside),
        (towns, 0.3, inside),
        (countries, 0.5, countries),
    ):
        best = max(kind, key=lambda key: kind[key], default=None)
        if best and kind[best] >= OFTEN and kind[best] >= share * sum(of.values()):
            portion = kind[best] / sum(of.values())
            signs = (f"share {int(portion * 6)}", f"times {min(6, kind[best] // 3)}")
            return Where(places[best], None, about(places[best]), "", signs=signs)
    return None


def about(place: Place) -> PlacePrecision:
    """How exactly a place is known that no word of a sentence leads to: never to the town."""
    if place.kind == "country":
        return "country"
    return "area" if place.kind in {"district", "region", "corridor", "water"} else "near"

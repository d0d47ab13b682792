"""Places kept from harm: coordinates rounded, and places that a project does not want shown.

The sentences stay as they are: who may not read a name must not be given the text.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from geodata.records import Event, Place

WITHHELD = "the project keeps this place off the map"
_BLUNT = 2  # so many decimals or fewer, and a point may be a kilometre or more off


def guard(
    events: Iterable[Event], decimals: int | None = None, hidden: Collection[str] = ()
) -> Iterator[Event]:
    """The events with coordinates of so many decimals, and without the hidden places.

    ``hidden`` holds ids (``"geonames:147105"``) or names, whatever their case, as the gazetteer or
    as the text has them.
    """
    withheld = {word.casefold() for word in hidden}
    for event in events:
        shown = _without(event, withheld) if withheld else event
        yield shown if decimals is None else _rounded(shown, decimals)


def _without(event: Event, hidden: Collection[str]) -> Event:
    places = tuple(place for place in event.places if not _is_hidden(place, hidden))
    own = event.place and (
        _is_hidden(event.place, hidden) or (event.place_text or "").casefold() in hidden
    )
    if not own:
        return event if len(places) == len(event.places) else replace(event, places=places)
    return replace(
        event,
        place=None,
        place_text=None,
        place_precision="none",
        place_reason="",
        places=tuple(place for place in places if place != event.place),
        unplaced=WITHHELD,
    )


def _is_hidden(place: Place, hidden: Collection[str]) -> bool:
    called = {place.id, place.name}
    if "/" in place.id:  # a part, "eastern Chad", goes with the whole
        called |= {place.id.partition("/")[0], place.name.partition(" ")[2]}
    return any(name.casefold() in hidden for name in called)


def _rounded(event: Event, decimals: int) -> Event:
    blunt = decimals <= _BLUNT and event.place_precision == "exact"
    return replace(
        event,
        place=event.place and _round(event.place, decimals),
        places=tuple(_round(place, decimals) for place in event.places),
        place_precision="near" if blunt else event.place_precision,
    )


def _round(place: Place, decimals: int) -> Place:
    return replace(
        place,
        latitude=round(place.latitude, decimals),
        longitude=round(place.longitude, decimals),
    )

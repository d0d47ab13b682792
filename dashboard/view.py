"""The view - what the reader has chosen to see - and its words in the address bar.

The browser keeps the view while the reader scrubs; Python sees it when they let go. Both speak the
vocabulary of the address: ``?mode=window&from=2020-10-01&to=2020-10-09&cat=combat``. A word that is
not understood is left out, because an old or mangled link should still open the map.

>>> parse({"mode": ["day"], "day": ["2020-10-09"], "cat": ["combat,shelling,nonsense"]}).categories
('combat', 'shelling')
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Literal, TypeVar, cast, get_args

from geodata.records import Category, Status

Mode = Literal["day", "window", "since"]
Naming = Literal["both", "source", "en", "az", "hy", "ru"]
Theme = Literal["light", "dark"]
Language = Literal["en", "az", "hy", "ru"]
Words = Mapping[str, list[str]]
T = TypeVar("T")

LONGEST = 200  # characters of one word of the address; longer is not ours
MOST = 100  # values of one key


@dataclass(frozen=True, slots=True)
class View:
    """Everything a link restores; None or () where the reader has not chosen."""

    mode: Mode | None = None
    first: date | None = None  # the window's or the count's first day, included
    last: date | None = None  # the day on the clock, included
    categories: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    places: tuple[str, ...] = ()  # ids
    actors: tuple[str, ...] = ()
    confidence: int | None = None  # the least, in percent
    known: date | Literal["clock"] | None = None  # as it was known on this day, or on the clock's
    query: str | None = None
    event: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    zoom: float | None = None
    control: bool = False  # the layer of who held what
    names: Naming | None = None
    theme: Theme | None = None
    language: Language | None = None  # of the page
    story: int | None = None  # the step shown, from 1; without other words, its view


def parse(words: Words) -> View:
    """The view that an address asks for; ``day`` stands for ``from`` and ``to`` at once."""
    day = _first(words, "day", date.fromisoformat)
    first = _first(words, "from", date.fromisoformat)
    last = _first(words, "to", date.fromisoformat)
    if first and last and last < first:
        first, last = last, first
    mode = _first(words, "mode", _one_of(cast("tuple[Mode, ...]", get_args(Mode))))
    if day and not (mode or first or last):
        mode = "day"  # a link that names one day means that day
    return View(
        mode=mode,
        first=first or day,
        last=last or day,
        categories=_codes(words, "cat", get_args(Category)),
        statuses=_codes(words, "status", get_args(Status)),
        outlets=_many(words, "outlet"),
        places=_many(words, "place"),
        actors=_many(words, "actor"),
        confidence=_first(words, "conf", _between(0, 100, int)),
        known=_first(words, "known", _known),
        query=_first(words, "q", str),
        event=_first(words, "event", str),
        latitude=_first(words, "lat", _between(-90, 90, float)),
        longitude=_first(words, "lng", _between(-540, 540, float)),
        zoom=_first(words, "z", _between(0, 22, float)),
        control=words.get("layer") == ["control"],
        names=_first(words, "names", _one_of(cast("tuple[Naming, ...]", get_args(Naming)))),
        theme=_first(words, "theme", _one_of(cast("tuple[Theme, ...]", get_args(Theme)))),
        language=_first(words, "lang", _one_of(cast("tuple[Language, ...]", get_args(Language)))),
        story=_first(words, "story", _between(1, 999, int)),
    )


def words(view: View) -> dict[str, list[str]]:
    """The address of a view, only what was chosen; ``parse(words(view)) == view``."""
    days = {"from": _iso(view.first), "to": _iso(view.last)}
    if view.mode == "day" and view.first == view.last:
        days = {"day": _iso(view.last)}
    said: dict[str, list[str]] = {
        "mode": _listed(view.mode),
        **days,
        "cat": _listed(",".join(view.categories)),
        "status": _listed(",".join(view.statuses)),
        "outlet": list(view.outlets),
        "place": list(view.places),
        "actor": list(view.actors),
        "conf": _listed(view.confidence),
        "known": _listed(view.known),
        "q": _listed(view.query),
        "event": _listed(view.event),
        "lat": _listed(view.latitude),
        "lng": _listed(view.longitude),
        "z": _listed(view.zoom),
        "layer": ["control"] if view.control else [],
        "names": _listed(view.names),
        "theme": _listed(view.theme),
        "lang": _listed(view.language),
        "story": _listed(view.story),
    }
    return {key: values for key, values in said.items() if values}


def is_empty(view: View) -> bool:
    """Whether nothing was chosen, so that the opening view applies."""
    return all(getattr(view, field.name) == field.default for field in fields(view))


def _known(value: str) -> date | Literal["clock"]:
    return "clock" if value == "clock" else date.fromisoformat(value)


def _iso(day: date | None) -> list[str]:
    return [day.isoformat()] if day else []


def _listed(value: object) -> list[str]:
    return [] if value in (None, "") else [str(value)]


def _first(words: Words, key: str, read: Callable[[str], T]) -> T | None:
    for value in words.get(key, ())[:1]:
        try:
            return read(value[:LONGEST]) if value else None
        except ValueError:
            return None
    return None


def _many(words: Words, key: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value[:LONGEST] for value in words.get(key, ())[:MOST] if value))


def _codes(words: Words, key: str, known: Iterable[str]) -> tuple[str, ...]:
    """Codes in the order of their list, however the address orders them."""
    asked = {code for value in words.get(key, ()) for code in value.split(",")}
    return tuple(code for code in known if code in asked)


def _one_of(values: tuple[T, ...]) -> Callable[[str], T]:
    def read(value: str) -> T:
        for candidate in values:
            if candidate == value:
                return candidate
        raise ValueError(value)

    return read


def _between(low: float, high: float, kind: Callable[[str], T]) -> Callable[[str], T]:
    def read(value: str) -> T:
        number = kind(value)
        if not low <= cast("float", number) <= high:  # false for nan, too
            raise ValueError(value)
        return number

    return read

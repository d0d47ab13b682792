"""What ``dateline.toml`` says of a project.

``title = "The war of 2020"`` stands in the dashboard's header; ``focus = ["AZ", "AM"]`` lists the
countries it is about (ISO 3166-1 alpha-2); ``names`` is source, en, az, hy, ru or "both";
``demonyms = true`` takes "Armenian" for a mention of Armenia; ``finder = "spacy:en_core_web_sm"``
lets an installed model of spaCy find the places;
``decimals = 1`` rounds coordinates to so many digits, ``hidden = ["geonames:147105", "a name"]``
keeps places off the map; ``[sides]`` says whose side an outlet reports from:
``"Gazette" = "north"``; ``[homes]`` where it is at home: ``"Gazette" = "Dublin, Ohio"``.
``basemap = "region.pmtiles"`` is a map ground of one's own;
``contact = "desk@example.org"`` is where readers report errors.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from geodata.places.finders import OWN, is_finder
from geodata.records import ProjectError

FILE = "dateline.toml"
NAMINGS = ("source", "en", "az", "hy", "ru", "both")
MOST_DECIMALS = 5  # a metre


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a project, each with what holds where the file does not say."""

    title: str | None = None
    focus: tuple[str, ...] = ()  # ISO 3166-1 alpha-2
    names: str = "both"
    finder: str = OWN  # what finds the places: our own, or a model of spaCy
    demonyms: bool = False  # whether words for a people are mentions of places, too
    decimals: int | None = None  # of a degree; None: as the gazetteer has them
    hidden: tuple[str, ...] = ()  # ids or names of places
    sides: Mapping[str, str] = field(default_factory=dict)  # outlet -> whose side it reports from
    contact: str | None = None  # to whom readers report errors, shown as written
    basemap: str | None = None  # a PMTiles file, by its path from the project's folder
    homes: Mapping[str, str] = field(default_factory=dict)  # outlet or host -> a place's name


def read_settings(root: Path) -> Settings:
    """The settings of the project in a folder; those of a file, or without settings, are usual.

    Raises
    ------
    ProjectError
        If the file is no TOML, or a setting in it is unknown or of the wrong kind.

    """
    file = root / FILE
    if not file.is_file():
        return Settings()
    said = _parsed(file)
    if unknown := said.keys() - _READERS.keys():
        raise ProjectError(f"{file}: {min(unknown)} is no setting; there are {', '.join(_READERS)}")
    try:
        return Settings(**{key: _READERS[key](value) for key, value in said.items()})
    except _WrongError as wrong:
        raise ProjectError(f"{file}: {wrong}") from None


def _parsed(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ProjectError(f"{file}: is not valid TOML ({error}); mend it") from error


class _WrongError(Exception):
    """A setting of the wrong kind: which, and how to write it."""


def _title(value: object) -> str:
    if not isinstance(value, str):
        raise _WrongError('title must be text; write title = "…"')
    return value


def _focus(value: object) -> tuple[str, ...]:
    codes = _texts(value)
    if codes is None or any(len(code) != 2 for code in codes):
        raise _WrongError('focus must list countries by ISO code; write focus = ["AZ", "AM"]')
    return tuple(code.upper() for code in codes)


def _names(value: object) -> str:
    if value not in NAMINGS:
        raise _WrongError(f"names must be one of {', '.join(NAMINGS)}")
    return str(value)


def _finder(value: object) -> str:
    if not is_finder(value):
        raise _WrongError('finder must be "dateline", "spacy" or "spacy:" and the model\'s name')
    return str(value)


def _demonyms(value: object) -> bool:
    if not isinstance(value, bool):
        raise _WrongError("demonyms must be true or false")
    return value


def _decimals(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= MOST_DECIMALS:
        raise _WrongError(f"decimals must be a number from 0 to {MOST_DECIMALS}")
    return value


def _hidden(value: object) -> tuple[str, ...]:
    places = _texts(value)
    if places is None:
        raise _WrongError('hidden must list places; write hidden = ["a name", "geonames:147105"]')
    return places


def _sides(value: object) -> dict[str, str]:
    if not isinstance(value, dict) or _texts(list(value.values())) is None:
        raise _WrongError('sides must name a side for an outlet; write [sides] and "Outlet" = "…"')
    return dict(value)


def _contact(value: object) -> str:
    if not isinstance(value, str):
        raise _WrongError('contact must be text; write contact = "desk@example.org"')
    return value


def _basemap(value: object) -> str:
    if not isinstance(value, str) or not value.lower().endswith(".pmtiles"):
        raise _WrongError('basemap must name a .pmtiles file; write basemap = "region.pmtiles"')
    return value


def _homes(value: object) -> dict[str, str]:
    if not isinstance(value, dict) or _texts(list(value.values())) is None:
        raise _WrongError('homes must name a place for an outlet; write [homes] and "Outlet" = "…"')
    return dict(value)


def _texts(value: object) -> tuple[str, ...] | None:
    """The texts of a list; None if it is no list of texts."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    return None


_READERS: dict[str, Callable[[object], Any]] = {
    "title": _title,
    "focus": _focus,
    "names": _names,
    "finder": _finder,
    "demonyms": _demonyms,
    "decimals": _decimals,
    "hidden": _hidden,
    "sides": _sides,
    "contact": _contact,
    "basemap": _basemap,
    "homes": _homes,
}

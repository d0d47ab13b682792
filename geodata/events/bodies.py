"""Bodies that act by themselves, with their seats: international ones, ministries, parties.

``geodata/data/actors/bodies.tsv`` has them. They are looked up by the word that their names begin
with, so that a table of any length costs the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from geodata.events.tables import table
from geodata.events.views import WORD, View, with_possessives


class Body(NamedTuple):
    """A body that acts; ``seat``: a gazetteer's id, or "" for a capital."""

    name: str
    country: str
    seat: str


@cache
def bodies() -> dict[str, Body]:
    """Every name of a body; such as are longer than a word in small letters."""
    found: dict[str, Body] = {}
    for row in table("bodies.tsv"):
        names = row["names"].split("|")
        body = Body(names[0], row["country"], row["seat"])
        found.update((_key(name), body) for name in names)
    return found


@cache
def _by_first_word() -> dict[str, list[str]]:
    """The names of bodies by the word they begin with, as it may stand in a text, longest first."""
    found: dict[str, list[str]] = {}
    for name in sorted(bodies(), key=len, reverse=True):
        if word := WORD.match(name.lower()):
            for form in with_possessives((word[0],)):
                found.setdefault(form, []).append(name)
    return found


def named_bodies(view: View) -> Iterator[tuple[int, str, Body]]:
    """The bodies that a sentence names: start, words, which."""
    known = _by_first_word()
    if known.keys().isdisjoint(view.lowers):
        return
    past = 0
    for start, word in zip(view.starts, view.lowers, strict=True):
        if start < past or word not in known:
            continue
        name = next((name for name in known[word] if _stands(view.reading, start, name)), None)
        if name:
            past = start + len(name)
            yield start, view.reading[start:past], bodies()[name]


def _stands(reading: str, start: int, name: str) -> bool:
    """Whether a name stands there by itself; one of several words in whatever letters."""
    end = start + len(name)
    words = reading[start:end]
    if (words.lower() if " " in name else words) != name:
        return False
    return not (_goes_on(reading[start - 1 : start]) or _goes_on(reading[end : end + 1]))


def _goes_on(letter: str) -> bool:
    """Whether a letter beside a word belongs to it."""
    return letter.isalnum() or letter == "-"


def body_named(name: str) -> Body | None:
    """The body of a name of the table; None of a state's code."""
    return bodies().get(_key(name))


def _key(name: str) -> str:
    return name.lower() if " " in name else name

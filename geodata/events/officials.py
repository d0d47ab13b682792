"""Holders of office in their years, known by surname without a text saying so.

``geodata/data/actors/persons.tsv`` has them. A surname counts only in a document of its bearer's
years, and, unless it is one that few others bear, only where the document gives the given name or a
title with it at least once. Words are looked up in a dictionary, so that a table of any length
costs the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from geodata.events.tables import table
from geodata.events.views import POSSESSIVES, View, bare, with_possessives

BEFORE, AFTER = 2, 6  # years before and after an office in which its holder is in the news

_TITLES = frozenset(
    """
    president chancellor minister premier pm secretary general gen king queen emir sultan prince
    senator ambassador envoy pope ayatollah commissioner chairman speaker governor mullah leader
    """.split()
)
_COURTESY = frozenset("mr mrs ms sir lord lady dame dr sheikh".split())
_OPENERS = frozenset(
    """
    a after again also although and as at because before both but by can could did does earlier even
    for from had has if in instead is it later like may meanwhile now of on once only or should
    since so still that then though through to today tomorrow unlike until was were what when
    whether while who will with without would yesterday yet
    """.split()
)
_DAYS = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december
    """.split()
)
_ARTICLES = ("al-", "el-", "al ")


class Person(NamedTuple):
    """One who bears a surname; ``stands_for``: a state's code, or a body's first name."""

    lead: tuple[str, ...]  # the words of the surname before its last, in small letters
    before: frozenset[str]  # words of which one stands before the surname
    after: frozenset[str]  # or after it: "Xi Jinping"
    stands_for: str
    first: int = 0  # year in office
    last: int = 9999
    alone: bool = False  # the surname is enough

    def away(self, published: date | None) -> int:
        """Years between a document and the office."""
        year = published.year if published else self.last
        return max(self.first - year, year - self.last, 0)

    def is_news(self, published: date | None) -> bool:
        """Whether a document of that day may speak of the person by surname."""
        if published is None:
            return True
        return self.first - BEFORE <= published.year <= self.last + AFTER


Bearers = dict[str, tuple[Person, ...]]  # a surname's last word, as it is written -> persons


@cache
def holders() -> Bearers:
    """The persons of the table by the last word of each spelling of their surnames."""
    found: dict[str, list[Person]] = {}
    for row in table("persons.tsv"):
        for spelling in row["surname"].split("|"):
            for word, person in _spelt(spelling, row):
                found.setdefault(word, []).append(person)
    return {form: tuple(held) for word, held in found.items() for form in forms(word)}


def _spelt(spelling: str, row: dict[str, str]) -> Iterator[tuple[str, Person]]:
    *lead, last = spelling.lower().split()
    given = [name.lower().split() for name in row["given"].split("|") if name]
    yield (
        last,
        Person(
            tuple(lead),
            frozenset(names[-1] for names in given),
            frozenset(names[0] for names in given),
            row["for"],
            int(row["from"]),
            int(row["to"]),
            row["guard"] == "alone",
        ),
    )


def introduced(name: str, stands_for: str) -> tuple[str, Person]:
    """The last word of a name that a text itself introduces, and its bearer."""
    *given, last = name.lower().split()
    return last, Person((), frozenset(given[-1:]), frozenset(), stands_for, alone=True)


def forms(word: str) -> frozenset[str]:
    """A word as it may stand in a text."""
    short = word
    for article in _ARTICLES:
        short = short.removeprefix(article)
    return with_possessives((word, short))


def named(view: View, bearers: Bearers) -> Iterator[tuple[int, str, Person, bool]]:
    """Where a sentence may name them: start, word, who, and whether with a given name or title."""
    if bearers.keys().isdisjoint(view.lowers):
        return
    for at, word in enumerate(view.lowers):
        for person in bearers.get(word, ()):
            fully = _is_named(view, at, person)
            if fully is not None and not _is_date(view, view.starts[at]):
                yield view.starts[at], word, person, fully


def _is_date(view: View, start: int) -> bool:
    """Whether a word is part of a date: "in May"."""
    return any(at.start <= start < at.end for at in view.dates)


def _is_named(view: View, at: int, person: Person) -> bool | None:
    """Whether the word there names the person: fully, by surname, or (None) somebody else."""
    words, first = view.lowers, at - len(person.lead)
    if first < 0 or words[first:at] != person.lead or not _is_capitalised(view, at):
        return None
    following = words[at + 1] if _joined(view, at + 1) else ""
    if following in person.after:
        return True
    if following and following not in _DAYS and _is_capitalised(view, at + 1):
        return None  # "Trump Tower"
    previous = words[first - 1] if _joined(view, first) else ""
    if previous in person.before or previous in _TITLES:
        return True
    if not previous or not _is_capitalised(view, first - 1) or previous in _COURTESY:
        return False
    passes = previous.endswith(POSSESSIVES) or (first == 1 and previous in _OPENERS)
    return False if passes else None


def _joined(view: View, at: int) -> bool:
    """Whether a word follows the one before it with a single space."""
    if not 0 < at < len(view.starts):
        return False
    return view.starts[at] == view.starts[at - 1] + len(view.lowers[at - 1]) + 1 and (
        view.reading[view.starts[at] - 1] == " "
    )


def _is_capitalised(view: View, at: int) -> bool:
    start = view.starts[at]
    return view.reading[start : start + len(view.lowers[at])] != view.lowers[at]


def of_document(views: Iterable[View], published: date | None) -> Bearers:
    """The holders of office whom a document names: of each word the one who suits best."""
    seen: dict[str, dict[Person, bool]] = {}
    for view in views:
        for _, word, person, fully in named(view, holders()):
            if person.is_news(published):
                bearers = seen.setdefault(bare(word), {})
                bearers[person] = bearers.get(person, person.alone) or fully
    return {
        form: (best,)
        for word, bearers in seen.items()
        if (best := _best(bearers, published))
        for form in forms(word)
    }


def _best(bearers: dict[Person, bool], published: date | None) -> Person | None:
    sure = [person for person, fully in bearers.items() if fully]
    return min(sure, key=lambda person: person.away(published), default=None)

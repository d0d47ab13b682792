"""What a correction is: who changed what of which event, when, why, from what, to what.

>>> days_of(Interval(date(2020, 10, 1), date(2020, 10, 31))).precision
'month'
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from geodata.records import DatePrecision, Event, Interval, Place, PlacePrecision, Report

What = Literal["place", "date", "category", "status", "reject", "merge", "split"]
Scope = Literal["mention", "document", "everywhere"]
SCOPES: tuple[Scope, ...] = ("mention", "document", "everywhere")
WORDS = 300  # characters of a sentence that an anchor holds, at most


@dataclass(frozen=True, slots=True)
class Anchor:
    """The sentence that a correction was made of: its words, and where they stood."""

    document: str
    start: int
    end: int
    words: str  # of the document, exactly, from ``start``; the first ``WORDS`` of a long sentence
    event: str  # the event's id at that time
    name: str | None = None  # the words that gave its place, at that time


@dataclass(frozen=True, slots=True)
class Spot:
    """Where it happened; no place: it is taken off the map."""

    place: Place | None
    precision: PlacePrecision


@dataclass(frozen=True, slots=True)
class Days:
    """When it happened; no interval: nobody knows."""

    interval: Interval | None
    precision: DatePrecision


Value = Spot | Days | Anchor | str | None


@dataclass(frozen=True, slots=True)
class Correction:
    """One change. ``after`` is a Spot, Days, a category or status; who is merged or split off."""

    id: str
    when: datetime  # UTC
    who: str
    why: str
    what: What
    target: Anchor
    before: Value
    after: Value
    scope: Scope = "mention"


@dataclass(frozen=True, slots=True)
class Undo:
    """Takes a correction back, or another undo: nothing is ever struck from the log."""

    id: str
    when: datetime
    who: str
    why: str
    undoes: str


Entry = Correction | Undo


def anchor_of(event: Event, report: Report | None = None) -> Anchor:
    """Where an event is anchored: in the sentence shown first, or in another of its reports."""
    told = report or event.evidence
    name = event.place_text or (event.place.name if event.place else None)
    return Anchor(
        told.document, told.start, told.end, told.sentence[:WORDS], event.id, one_line(name)
    )


def days_of(interval: Interval) -> Days:
    """The days with the precision that their ends show: a day, a month, a year, or a range."""
    first, last = interval.earliest, interval.latest
    if first == last:
        return Days(interval, "day")
    whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if whole and (first.year, first.month) == (last.year, last.month):
        return Days(interval, "month")
    if first == date(first.year, 1, 1) and last == date(first.year, 12, 31):
        return Days(interval, "year")
    return Days(interval, "range")


def one_line(text: str | None) -> str | None:
    """With single spaces; None if nothing is left."""
    return " ".join((text or "").split()) or None

"""All corrections of a log, made one after the other: the last word on a matter stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from geodata.corrections.anchors import LostError, choose, locate
from geodata.corrections.changes import changed, merged, split
from geodata.corrections.records import Anchor, Correction, Scope, Spot, anchor_of, one_line
from geodata.records import Event


@dataclass(frozen=True, slots=True)
class Unapplied:
    """A correction that finds nothing to correct now; it stays in the log."""

    correction: Correction
    reason: str

    def __str__(self) -> str:
        target = self.correction.target
        words = " ".join(target.words.split())
        short = words if len(words) <= 60 else f"{words[:59]}…"
        return (
            f"correction {self.correction.id} of “{short}” was not applied, because {self.reason}"
        )


@dataclass(frozen=True, slots=True)
class Applied:
    """The events as corrected, and what was made of which correction."""

    events: tuple[Event, ...]
    made: Mapping[str, tuple[Correction, ...]] = field(default_factory=dict)  # by event's id
    unapplied: tuple[Unapplied, ...] = ()


def apply(
    events: Iterable[Event], corrections: Sequence[Correction], texts: Mapping[str, str]
) -> Applied:
    """The events corrected, in order of their days; ``texts`` are the documents' by their ids."""
    if not corrections:
        return Applied(tuple(events))
    book = _Book(events)
    unapplied = []
    for correction in corrections:
        try:
            book.make(correction, texts)
        except LostError as error:
            unapplied.append(Unapplied(correction, str(error)))
    made = {id: tuple(book.made[id]) for id in book.events if id in book.made}
    return Applied(book.in_order(), made, tuple(unapplied))


def reach(events: Iterable[Event], event: Event, scope: Scope) -> tuple[Event, ...]:
    """The events whose place a correction of this scope, made on ``event``, would set."""
    if scope == "mention":
        return (event,)
    anchor, place = anchor_of(event), event.place.id if event.place else None
    return tuple(e for e in events if _is_meant(e, anchor, place, scope))


class _Book:
    """The events as they stand after the corrections made so far."""

    def __init__(self, events: Iterable[Event]) -> None:
        self.events = {event.id: event for event in events}
        self.made: dict[str, list[Correction]] = defaultdict(list)
        self._by_document: dict[str, dict[str, None]] = defaultdict(dict)
        for event in self.events.values():
            self._index(event)

    def make(self, correction: Correction, texts: Mapping[str, str]) -> None:
        """Make it, or raise LostError."""
        if correction.scope != "mention" and correction.what == "place":
            self._rename(correction)
            return
        event = self._find(correction.target, texts)
        match correction.what:
            case "reject":
                del self.events[event.id]
            case "merge":
                self._merge(event, correction, texts)
            case "split":
                self._split(event, correction, texts)
            case _:
                self._put(changed(event, correction), correction)

    def in_order(self) -> tuple[Event, ...]:
        return tuple(sorted(self.events.values(), key=_order))

    def _find(self, anchor: Anchor, texts: Mapping[str, str]) -> Event:
        at = locate(anchor, texts)
        told = [self.events[id] for id in self._by_document[anchor.document] if id in self.events]
        return choose(anchor, at, told)

    def _put(self, event: Event, correction: Correction) -> None:
        self.events[event.id] = event
        self.made[event.id].append(correction)
        self._index(event)

    def _index(self, event: Event) -> None:
        for report in event.reports:
            self._by_document[report.document][event.id] = None

    def _rename(self, correction: Correction) -> None:
        """Set the place of every event whose place has the name, here or everywhere."""
        anchor, before = correction.target, correction.before
        place = before.place.id if isinstance(before, Spot) and before.place else None
        meant = [
            id
            for id, event in self.events.items()
            if _is_meant(event, anchor, place, correction.scope)
        ]
        if not meant:
            where = "" if correction.scope == "everywhere" else f" in {anchor.document}"
            raise LostError(f"no event is at “{anchor.name}”{where} any more")
        for id in meant:
            self._put(changed(self.events[id], correction), correction)

    def _merge(self, event: Event, correction: Correction, texts: Mapping[str, str]) -> None:
        assert isinstance(correction.after, Anchor)
        other = self._find(correction.after, texts)
        if other.id == event.id:
            raise LostError("the two are one event now")
        del self.events[other.id]
        corrected = next((e.status for e in (event, other) if self._has_status(e)), None)
        joined = merged(event, other, corrected)
        self.made[event.id].extend(self.made.pop(other.id, []))
        self._put(joined, correction)

    def _split(self, event: Event, correction: Correction, texts: Mapping[str, str]) -> None:
        assert isinstance(correction.after, Anchor)
        at, document = locate(correction.after, texts), correction.after.document
        told = [r for r in event.reports if r.document == document and r.start <= at < r.end]
        if not told:
            raise LostError("its report is not part of the event any more")
        if len(event.reports) == 1:
            raise LostError("the event has no other report any more")
        kept, apart = split(event, told[0], event.status if self._has_status(event) else None)
        self._put(kept, correction)
        self._put(apart, correction)

    def _has_status(self, event: Event) -> bool:
        return any(correction.what == "status" for correction in self.made.get(event.id, ()))


def _is_meant(event: Event, anchor: Anchor, place: str | None, scope: Scope) -> bool:
    """Whether the name stands for its place: in its words, or led back to without words."""
    if scope == "document" and event.evidence.document != anchor.document:
        return False
    if said := one_line(event.place_text):
        return said.casefold() == (anchor.name or "").casefold()
    return event.place is not None and event.place.id == place


def _order(event: Event) -> tuple[bool, str, str, str]:
    days = event.interval
    ends = (str(days.earliest), str(days.latest)) if days else ("", "")
    return days is None, *ends, event.id

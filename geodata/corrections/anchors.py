"""Finding again what was corrected, in a text that may have changed since."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from geodata.corrections.records import Anchor, one_line
from geodata.records import Event


class LostError(Exception):
    """What was corrected is not there any more, or there more than once; the text says which."""


def locate(anchor: Anchor, texts: Mapping[str, str]) -> int:
    """Where its words stand now: where they stood, or the only other place in the document."""
    text = texts.get(anchor.document)
    if text is None:
        raise LostError(f"the document {anchor.document} is not in the project any more")
    if text.startswith(anchor.words, anchor.start):
        return anchor.start
    at = text.find(anchor.words)
    if at < 0:
        raise LostError(f"its sentence is not in {anchor.document} any more")
    if text.find(anchor.words, at + 1) >= 0:
        raise LostError(f"its sentence has moved, and stands in {anchor.document} more than once")
    return at


def choose(anchor: Anchor, at: int, events: Sequence[Event]) -> Event:
    """The one of these events that the anchor means, ``at`` being where its words stand."""
    found = [event for event in events if _tells(event, anchor.document, at)]
    for narrower in (
        [event for event in found if event.id == anchor.event],
        [event for event in found if _first(event, anchor.document, at)],
        [event for event in found if anchor.name and anchor.name in names(event)],
    ):
        if len(found) > 1 and narrower:
            found = narrower
    if not found:
        raise LostError("no event is found in its sentence any more")
    if len(found) > 1:
        raise LostError("its sentence tells of several events now, and it is not clear which")
    return found[0]


def names(event: Event) -> Collection[str]:
    """What an event's place is called: as the text has it, and as the gazetteer has it."""
    given = (event.place_text, event.place.name if event.place else None)
    return {name for name in map(one_line, given) if name}


def _tells(event: Event, document: str, at: int) -> bool:
    return any(r.document == document and r.start <= at < r.end for r in event.reports)


def _first(event: Event, document: str, at: int) -> bool:
    first = event.evidence
    return first.document == document and first.start <= at < first.end

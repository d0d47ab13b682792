"""One correction made: an Event with another place, day, category or status; two made one."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from typing import Any

from geodata.chains import status_of
from geodata.corrections.records import Correction, Days, Spot, days_of
from geodata.records import Event, Report, Status

TITLE = 100  # characters
READ = 0.9  # confidence, at least, of what a person corrected: they have read its sentence


def changed(event: Event, correction: Correction) -> Event:
    """The event with what the correction sets: place, date, category or status."""
    after = correction.after
    said = reason(correction)
    if correction.scope == "mention":
        event = replace(event, confidence=max(event.confidence, READ))
    if isinstance(after, Spot):
        return _moved(event, after, said)
    if isinstance(after, Days):
        return _placed(
            replace(
                event,
                interval=after.interval,
                date_precision=after.precision,
                date_reason=said,
            )
        )
    other: Any = {correction.what: after}
    return replace(event, **other)


def reason(correction: Correction) -> str:
    """One line for people: who set it, when, and why."""
    when = correction.when
    who = f" by {correction.who}" if correction.who else ""
    why = f": {correction.why}" if correction.why else ""
    return f"corrected{who} on {when.day} {when:%b %Y}{why}"


def merged(event: Event, other: Event, status: Status | None) -> Event:
    """Both as one event, as the first in what they differ in; ``status`` if a person gave one."""
    reports = (*event.reports, *(r for r in other.reports if r not in event.reports))
    in_order = sorted(reports, key=_told)
    return replace(
        event,
        reports=reports,
        status=status or status_of(in_order),
        interval=event.interval or other.interval,
        date_precision=event.date_precision if event.interval else other.date_precision,
        place=event.place or other.place,
        place_precision=event.place_precision if event.place else other.place_precision,
        places=tuple(dict.fromkeys((*event.places, *other.places))),
        actors=tuple(dict.fromkeys((*event.actors, *other.actors))),
        figures=tuple(dict.fromkeys((*event.figures, *other.figures))),
    )


def split(event: Event, report: Report, status: Status | None) -> tuple[Event, Event]:
    """The event without one of its reports, and that report as an event of its own."""
    rest = tuple(other for other in event.reports if other != report)
    kept = replace(
        event,
        reports=rest,
        title=event.title if rest[0] == event.evidence else _title(rest[0]),
        status=status or status_of(sorted(rest, key=_told)),
    )
    key = f"{report.document}\0{report.start}\0split"
    days = (
        days_of(report.interval) if report.interval != event.interval and report.interval else None
    )
    apart = replace(
        event,
        id=hashlib.sha1(key.encode()).hexdigest()[:12],
        title=_title(report),
        reports=(report,),
        status=report.status,
        interval=days.interval if days else event.interval,
        date_precision=days.precision if days else event.date_precision,
    )
    return kept, apart


def _moved(event: Event, spot: Spot, said: str) -> Event:
    others = tuple(place for place in event.places if place not in (event.place, spot.place))
    return _placed(
        replace(
            event,
            place=spot.place,
            place_precision=spot.precision if spot.place else "none",
            place_reason=said,
            places=(spot.place, *others) if spot.place else others,
        )
    )


def _placed(event: Event) -> Event:
    """With the reason why it cannot be shown only where it still cannot."""
    if event.place and event.interval:
        return replace(event, unplaced=None)
    lacks = "place" if event.place is None else "day"
    return replace(event, unplaced=event.unplaced or f"a person says that its {lacks} is not known")


def _told(report: Report) -> date:
    return report.reported or report.published or date.max


def _title(report: Report) -> str:
    words = " ".join(report.sentence.split())
    if len(words) <= TITLE:
        return words.rstrip(".")
    return words[: TITLE - 1].rpartition(" ")[0].rstrip(" ,;:–—-") + "…"

"""Events of two short documents, and corrections of them."""

from __future__ import annotations

from datetime import UTC, date, datetime

from geodata.corrections import Correction, anchor_of
from geodata.records import Event, Interval, Place, Report

TEXTS = {
    "one.txt": "Goris was shelled on Monday. It was shelled again. Shusha was quiet.",
    "two.txt": "A truck arrived in Goris. Goris denied that it was shelled.",
}
RIGHT = Place("geonames:1", "Goris", 39.51, 46.34, "P", "PPL", "settlement", "AM")
WRONG = Place("geonames:2", "Goris", 10.0, 10.0, "P", "PPL", "settlement", "XX")
SHUSHA = Place("geonames:3", "Shusha", 39.76, 46.75, "P", "PPL", "settlement", "AZ")
DAY = Interval(date(2020, 11, 9), date(2020, 11, 9))


def report(document: str, words: str, **more) -> Report:
    start = TEXTS[document].index(words)
    return Report(document, start, start + len(words), words, **({"status": "reported"} | more))


def event(id: str, *reports: Report, place=WRONG, text="Goris", **more) -> Event:
    given = {
        "category": "shelling",
        "status": reports[0].status,
        "interval": DAY,
        "place": place,
        "place_text": text,
        "place_precision": "exact",
        "places": (place,) if place else (),
    }
    return Event(id=id, title=id, reports=reports, **(given | more))


def events() -> tuple[Event, ...]:
    return (
        event("shelled", report("one.txt", "Goris was shelled on Monday.")),
        event("again", report("one.txt", "It was shelled again."), text=None),
        event("quiet", report("one.txt", "Shusha was quiet."), place=SHUSHA, text="Shusha"),
        event("truck", report("two.txt", "A truck arrived in Goris.")),
        event("denied", report("two.txt", "Goris denied that it was shelled.", status="denied")),
    )


def named(id: str) -> Event:
    return next(event for event in events() if event.id == id)


def correction(what: str, target: Event, after=None, before=None, **more) -> Correction:
    given = {"id": f"c-{what}", "when": datetime(2026, 11, 24, 17, 30, tzinfo=UTC)}
    given |= {"who": "Anna", "why": "the map says so"} | more
    return Correction(what=what, target=anchor_of(target), before=before, after=after, **given)

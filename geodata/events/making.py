"""A happening with its day and place -> an Event with its first report."""

from __future__ import annotations

import hashlib
from datetime import date

from geodata.events.actors import actors
from geodata.events.attribution import Speech, says_who
from geodata.events.figures import figures
from geodata.events.happenings import Happening
from geodata.events.views import View
from geodata.events.when import When
from geodata.events.where import Where
from geodata.records import Category, Document, Event, Report, Status

TITLE = 100  # characters


def make_event(
    view: View,
    document: Document,
    happening: Happening,
    said: tuple[Speech, ...],
    status: Status,
    when: When | None,
    where: Where | None,
    reported: date | None,
    number: int,
) -> Event:
    """The event of a sentence; ``number`` counts those of one sentence."""
    report = _report(view, document, said, status, when, reported)
    return Event(
        id=_identity(document.id, report.start, number),
        title=_title(view.reading),
        category=happening.category,
        status=status,
        reports=(report,),
        interval=when.interval if when else None,
        date_precision=when.precision if when else "day",
        date_text=when.text if when else None,
        date_reason=when.reason if when else "",
        place=where.place if where else None,
        place_text=where.text if where else None,
        place_precision=where.precision if where else "none",
        place_reason=where.reason if where else "",
        places=(where.place, *where.others) if where else (),
        actors=actors(view),
        figures=figures(view.reading, report.attributed_to),
        confidence=_confidence(happening.weight, when, where),
        unplaced=_unplaced(view, happening.category, when, where),
    )


def _report(
    view: View,
    document: Document,
    said: tuple[Speech, ...],
    status: Status,
    when: When | None,
    reported: date | None,
) -> Report:
    sentence = view.sentence
    return Report(
        document=document.id,
        start=sentence.start,
        end=sentence.end,
        sentence=document.text[sentence.start : sentence.end],
        status=status,
        interval=when.interval if when else None,
        reported=reported,
        attributed_to=says_who(said),
        outlet=document.outlet,
        url=document.url,
        published=document.published,
    )


def _identity(document: str, start: int, number: int) -> str:
    return hashlib.sha1(f"{document}\0{start}\0{number}".encode()).hexdigest()[:12]


def _title(reading: str) -> str:
    words = " ".join(reading.split())
    if len(words) <= TITLE:
        return words.rstrip(".")
    cut = words.rfind(" ", 0, TITLE - 1)
    return words[: cut if cut > 40 else TITLE - 1].rstrip(" ,;:–—-") + "…"


def _confidence(weight: float, when: When | None, where: Where | None) -> float:
    told = min(1.0, 0.55 + 0.15 * weight)
    day = when.sure if when else 0.2
    place = where.sure if where else 0.3
    return round(min(0.99, told * day * (0.4 + 0.6 * place)), 2)


def _unplaced(view: View, category: Category, when: When | None, where: Where | None) -> str | None:
    """Why it is not on the map, for people; None if it is."""
    if when is None:
        return "the text does not say when"
    if where is None:
        made = category == "statement"
        said = "the text does not say where it was said" if made else "the text does not say where"
        return f"{said}{_named(view)}"
    return f"only a country is named: {where.place.name}" if where.precision == "country" else None


def _named(view: View) -> str:
    """What the sentence names and why that is not the place of the happening."""
    names = {at.mention.toponym: at.mention.place for at in view.places}
    unknown = [name for name, place in names.items() if place is None]
    if unknown:
        return f"; the gazetteer has no {', '.join(unknown)}"
    return f"; it names {', '.join(names)}, but not as the scene" if names else ""

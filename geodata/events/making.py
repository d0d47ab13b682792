"""A happening with its day and place -> an Event with its first report."""

from __future__ import annotations

import hashlib

from geodata.events.actors import actors
from geodata.events.attribution import says_who
from geodata.events.figures import figures
from geodata.events.labels import category, status
from geodata.events.proposals import Candidate
from geodata.events.views import View
from geodata.events.when import When
from geodata.events.where import Where
from geodata.records import Category, Document, Event, PlacePrecision, Report

TITLE = 100  # characters


def make_event(candidate: Candidate, document: Document, confidence: float) -> Event:
    """The event that a sentence tells, with its first report."""
    proposal, when, where, *_ = candidate
    view, kind = proposal.view, category(proposal)
    report = _report(candidate, document)
    return Event(
        id=_identity(document.id, report.start, proposal.number),
        title=_title(view.reading),
        category=kind,
        status=report.status,
        reports=(report,),
        interval=when.interval if when else None,
        date_precision=when.precision if when else "day",
        date_text=when.text if when else None,
        date_reason=when.reason if when else "",
        place=where.place if where else None,
        place_text=where.text if where else None,
        place_precision=_precision(where),
        place_reason=where.reason if where else "",
        places=(where.place, *where.others) if where else (),
        actors=actors(view),
        figures=figures(view.reading, report.attributed_to),
        confidence=round(min(0.99, confidence), 2),
        unplaced=_unplaced(view, kind, when, where),
    )


def _report(candidate: Candidate, document: Document) -> Report:
    proposal, when, *_ = candidate
    sentence = proposal.view.sentence
    return Report(
        document=document.id,
        start=sentence.start,
        end=sentence.end,
        sentence=document.text[sentence.start : sentence.end],
        status=status(proposal, when),
        interval=when.interval if when else None,
        reported=proposal.reported,
        attributed_to=says_who(proposal.said),
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


def _precision(where: Where | None) -> PlacePrecision:
    if where is None:
        return "none"
    return "seat" if where.basis == "seat" else where.precision


def _unplaced(view: View, kind: Category, when: When | None, where: Where | None) -> str | None:
    """Why it is not on the map, for people; None if it is."""
    if when is None:
        return "the text does not say when"
    if where is None:
        made = kind == "statement"
        said = "the text does not say where it was said" if made else "the text does not say where"
        return f"{said}{_named(view)}"
    if where.basis == "seat":
        who = where.others[0].name if where.others else where.actor
        return f"the text says who acts, but not where: {who}"
    if where.precision == "country":
        what = "continent" if where.place.kind == "continent" else "country"
        return f"only a {what} is named: {where.place.name}"
    return None


def _named(view: View) -> str:
    """What the sentence names and why that is not the place of the happening."""
    names = {at.mention.toponym: at.mention.place for at in view.places}
    unknown = [name for name, place in names.items() if place is None]
    if unknown:
        return f"; the gazetteer has no {', '.join(unknown)}"
    return f"; it names {', '.join(names)}, but not as the scene" if names else ""

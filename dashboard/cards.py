"""The card of an event: everything a reader needs to judge it, as plain JSON.

Who says so, in which sentence of which text, and how the day and the place were got. The browser
shows each string as text, never as markup.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from geodata.records import Document, Event, Figure, Interval, Report

AROUND = 280  # characters of the document shown on either side of the sentence, at most
ENOUGH = 60  # of them: a paragraph that gives as many needs no neighbour

NO_SIDES: Mapping[str, str] = {}


def detail(
    event: Event, documents: Mapping[str, Document], sides: Mapping[str, str] = NO_SIDES
) -> dict[str, Any]:
    """The card; its evidence begins with ``reports[0]`` and goes on in order of reporting.

    ``sides`` says whose side an outlet reports from, for those that report from one.
    """
    first, *others = event.reports
    return {
        "id": event.id,
        "title": event.title,
        "category": event.category,
        "status": event.status,
        "status_words": status_words(event, sides),
        "status_said": status_said(event, sides),
        "date_words": date_words(event.interval),
        "date_precision": event.date_precision,
        "date_text": event.date_text,
        "date_reason": event.date_reason,
        "place": event.place.name if event.place else None,
        "place_text": event.place_text,
        "place_reason": event.place_reason,
        "place_precision": event.place_precision,
        "places": [place.name for place in event.places],
        "confidence": event.confidence,
        "attributed_to": event.attributed_to,
        "actors": list(event.actors),
        "figures": [_figure(figure) for figure in event.figures],
        "unplaced": event.unplaced,
        "evidence": [_evidence(r, documents) for r in (first, *sorted(others, key=_reporting))],
    }


def status_words(event: Event, sides: Mapping[str, str] = NO_SIDES) -> str:
    """Who stands behind the event, in words; never "verified", which only a person may say."""
    said = status_said(event, sides)
    return _SAID[said["key"]].format(**said)


def status_said(event: Event, sides: Mapping[str, str] = NO_SIDES) -> dict[str, Any]:
    """The same as a key of the page's strings ("said.…") and what is filled in."""
    match event.status:
        case "claimed" | "planned":
            return _said(event.status, _inline(event.attributed_to))
        case "denied":
            return _said("denied", _speaker(event, "denied"))
        case "disputed":
            return _disputed(event)
        case "confirmed":
            return _confirmed(event, sides)
    return _reported(event, sides)


# As the page says it in English (`workbench/strings/en.js`).
_SAID = {
    "claimed_by": "Reported by one side: {who}; not confirmed",
    "claimed": "Reported by one side; not confirmed",
    "denied_by": "Denied by {who}",
    "denied": "Denied; the text does not say by whom",
    "disputed_by": "Disputed: claimed by {who}, denied by {denier}",
    "disputed_denied": "Disputed: denied by {who}",
    "disputed": "Unclear: the sides contradict each other",
    "planned_by": "Planned, as announced by {who}",
    "planned": "Planned or expected",
    "confirmed_after": "Disputed at first, then confirmed by {who}",
    "confirmed_by": "Confirmed by {who}",
    "established_by": "Stated as a fact by {who}",
    "established": "Stated as a fact by one source",
    "sources": "Reported by {count} sources",
    "both_sides": "Reported by both sides",
    "one_side": "Reported by one side only: {who}",
    "reported_by": "Reported by {who}",
    "reported": "Reported by one source",
}


def _said(key: str, who: str | None) -> dict[str, Any]:
    """With who it was, where that is known."""
    return {"key": f"{key}_by", "who": who} if who else {"key": key}


def _confirmed(event: Event, sides: Mapping[str, str]) -> dict[str, Any]:
    """Who confirmed it, and whether it was denied before; else how many report it."""
    confirmer = _speaker(event, "confirmed")
    denied = any(report.status in {"denied", "disputed"} for report in event.reports)
    if denied and confirmer:
        return {"key": "confirmed_after", "who": confirmer}
    if confirmer:
        return {"key": "confirmed_by", "who": confirmer}
    if _sources(event) > 1:
        return _reported(event, sides)
    return _said("established", event.evidence.outlet)


def date_words(interval: Interval | None) -> str | None:
    """The days in words: "Fri 9 Oct 2020", "27 Sep – 3 Oct 2020".

    >>> date_words(Interval(date(2020, 10, 9), date(2020, 10, 9)))
    'Fri 9 Oct 2020'
    """
    if interval is None:
        return None
    first, last = interval.earliest, interval.latest
    if first == last:
        return _day(first, "%a {} %b %Y")
    start = _day(first, "{} %b" if first.year == last.year else "{} %b %Y")
    return f"{start} – {_day(last, '{} %b %Y')}"


def day_words(day: date | None) -> str | None:
    """A day as "9 Oct 2020"."""
    return _day(day, "{} %b %Y") if day else None


def surroundings(document: Document, start: int, end: int) -> tuple[str, str, str]:
    """What stands before a sentence, the sentence, what stands after; no page furniture."""
    before = _read(document, max(0, start - 2 * AROUND), start)
    after = _read(document, end, min(len(document.text), end + 2 * AROUND))
    return _tail(before), _read(document, start, end), _head(after)


def _disputed(event: Event) -> dict[str, Any]:
    claimer = _speaker(event, "claimed") or _inline(event.attributed_to)
    denier = _speaker(event, "denied")
    if claimer and denier and claimer != denier:
        return {"key": "disputed_by", "who": claimer, "denier": denier}
    return {"key": "disputed_denied", "who": denier} if denier else {"key": "disputed"}


def _speaker(event: Event, status: str) -> str | None:
    """The first who is named in a report of this status."""
    found = (r.attributed_to for r in event.reports if r.status == status and r.attributed_to)
    return _inline(next(found, None))


def _reported(event: Event, sides: Mapping[str, str]) -> dict[str, Any]:
    if (sources := _sources(event)) > 1:
        said = {sides.get(report.outlet or "") for report in event.reports}
        if len(said - {None}) == len(set(sides.values())) == 2:
            return {"key": "both_sides"}
        if len(said) == 1 and (side := next(iter(said))):
            return {"key": "one_side", "who": side, "count": sources}
        return {"key": "sources", "count": sources}
    return _said("reported", _inline(event.attributed_to) or event.evidence.outlet)


def _sources(event: Event) -> int:
    return len({report.outlet or report.document for report in event.reports})


def _inline(who: str | None) -> str | None:
    """A speaker in the middle of a line: "the ministry", where the text began with "The"."""
    first, space, rest = (who or "").partition(" ")
    return f"{first.lower()}{space}{rest}" if first in _SMALL else who


_SMALL = frozenset("The A An Each Both Some Its His Her Their Local Officials Residents".split())


def _day(day: date, form: str) -> str:
    return day.strftime(form).format(day.day)


def _reporting(report: Report) -> date:
    """The day of a report; within one day the chain's own order stands."""
    return report.reported or report.published or date.max


def _days(interval: Interval | None) -> list[str] | None:
    return [str(interval.earliest), str(interval.latest)] if interval else None


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "kind": figure.kind,
        "low": figure.low,
        "high": figure.high,
        "who": figure.who,
        "words": figure.words,
        "attributed_to": figure.attributed_to,
    }


def _evidence(report: Report, documents: Mapping[str, Document]) -> dict[str, Any]:
    document = documents.get(report.document)
    before, sentence, after = "", report.sentence, ""
    if document:
        before, sentence, after = surroundings(document, report.start, report.end)
    return {
        "document": report.document,
        "title": document.title if document else None,
        "outlet": report.outlet or (document.outlet if document else None),
        "published": day_words(report.published or (document.published if document else None)),
        "published_basis": document.published_basis if document else None,
        "reported": day_words(report.reported),
        "happened": date_words(report.interval),
        "days": _days(report.interval),
        "status": report.status,
        "attributed_to": report.attributed_to,
        "before": before,
        "sentence": sentence,
        "after": after,
        "start": report.start,
        "end": report.end,
        "url": _address(report.url or (document.url if document else None)),
    }


def _address(url: str | None) -> str | None:
    """Only addresses of the web become links: a document may say ``javascript:``."""
    return url if url and url.lower().startswith(("https://", "http://")) else None


def _read(document: Document, start: int, end: int) -> str:
    """The text as a reader reads it: furniture left out, lines joined, paragraphs kept."""
    kept, at = [], start
    for piece in document.furniture:
        if piece.end > start and piece.start < end:
            kept.append(document.text[at : max(at, piece.start)])
            at = max(at, piece.end)
    kept.append(document.text[at:end])
    paragraphs = "".join(kept).replace("\r\n", "\n").split("\n\n")
    return "\n\n".join(filter(None, (" ".join(p.split()) for p in paragraphs)))


def _tail(text: str) -> str:
    paragraph = text.rpartition("\n\n")[2]
    shown = paragraph if len(paragraph) >= ENOUGH else text
    if len(shown) <= AROUND:
        return shown
    return "… " + shown[-AROUND:].partition(" ")[2]


def _head(text: str) -> str:
    paragraph = text.partition("\n\n")[0]
    shown = paragraph if len(paragraph) >= ENOUGH else text
    if len(shown) <= AROUND:
        return shown
    return shown[:AROUND].rpartition(" ")[0] + " …"

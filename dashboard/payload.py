"""Events as the sorted columns that the page decodes (`time_map/model.js`): gzip of compact JSON.

Those without a date stand behind all others, for the tray. Texts of the documents are not in it:
the page asks for one card at a time. Days are counted from 1 January 1970; lists hold each word
once and the columns its index.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from csv import DictReader
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, get_args

import geodata
from dashboard.folding import fold
from geodata.chains import status_of
from geodata.records import (
    Category,
    DatePrecision,
    Document,
    Event,
    Place,
    PlacePrecision,
    Report,
    Status,
)

VERSION = 1
CATEGORIES: tuple[str, ...] = get_args(Category)
STATUSES: tuple[str, ...] = get_args(Status)
PLACE_PRECISIONS: tuple[str, ...] = get_args(PlacePrecision)
DATE_PRECISIONS: tuple[str, ...] = get_args(DatePrecision)
MOST_NAMES = 24  # of one place that a search knows besides those shown
LANGUAGES = ("en", "az", "hy", "ru", "both")
DATA = Path(geodata.__file__).parent / "data"
_EPOCH = date(1970, 1, 1).toordinal()

Names = Callable[[Place], Mapping[str, Sequence[str]]]


def encode(
    events: Iterable[Event],
    title: str = "",
    names: Names | None = None,
    documents: Iterable[Document] = (),
    sides: Mapping[str, str] | None = None,
) -> bytes:
    """The payload as gzip, the same bytes for the same events.

    ``names`` gives a place's names by language ("en", "az", "hy", "ru", and "both" for the pair
    shown where a name is contested); ``documents`` gives the titles of the sources; ``sides`` says
    whose side an outlet reports from.
    """
    plain = payload(events, title, names, documents, sides)
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), compresslevel=6, mtime=0)


def payload(
    events: Iterable[Event],
    title: str = "",
    names: Names | None = None,
    documents: Iterable[Document] = (),
    sides: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """The same as a plain object, for the page that has it inlined."""
    ordered = sorted(events, key=_order)
    outlets, actors, places = _Index(), _Index(), _Index()
    reasons, toponyms = _Index(), _Index()
    sources = _Sources(outlets, {document.id: document for document in documents})
    columns = _columns(ordered, actors, places, sources)
    columns["reason"] = [reasons[_reason(event)] for event in ordered]
    columns["named"] = [_named(event, toponyms) for event in ordered]
    return {
        "version": VERSION,
        "title": title,
        "cutoff": max(sources.days, default=None),
        "categories": CATEGORIES,
        "statuses": STATUSES,
        "outlets": outlets.words,
        "sides": dict(sides or {}),
        "actors": actors.words,
        "documents": sources.rows,
        "places": [_place_row(place, names) for place in places.words],
        "reasons": reasons.words,
        "toponyms": toponyms.words,
        "columns": columns,
        "ids": [event.id for event in ordered],
        "titles": [event.title for event in ordered],
    }


def day_number(day: date) -> int:
    """The days from 1 January 1970 to it."""
    return day.toordinal() - _EPOCH


class _Index:
    """The words met so far, and the index of each."""

    def __init__(self) -> None:
        self.words: list[Any] = []
        self._at: dict[Any, int] = {}

    def __getitem__(self, word: Any) -> int:
        if word not in self._at:
            self._at[word] = len(self.words)
            self.words.append(word)
        return self._at[word]


class _Sources:
    """The documents that the events cite, in the order they are met."""

    def __init__(self, outlets: _Index, known: Mapping[str, Document]) -> None:
        self.rows: list[dict[str, Any]] = []
        self.days: list[int] = []
        self._outlets = outlets
        self._known = known
        self._at: dict[str, int] = {}

    def of(self, event: Event) -> list[int]:
        """The indexes of its documents in order of reporting, each once."""
        ordered = sorted(event.reports, key=lambda report: _said(report) or date.max)
        return list(dict.fromkeys(self._one(report) for report in ordered))

    def _one(self, report: Any) -> int:
        if report.document not in self._at:
            self._at[report.document] = len(self.rows)
            self.rows.append(self._row(report))
        return self._at[report.document]

    def _row(self, report: Any) -> dict[str, Any]:
        known = self._known.get(report.document)
        published = report.published or (known.published if known else None)
        if published:
            self.days.append(day_number(published))
        return {
            "id": report.document,
            "title": (known.title if known else None) or report.document,
            "outlet": self._outlets[report.outlet or (known.outlet if known else None) or ""],
            "published": day_number(published) if published else None,
        }


def _order(event: Event) -> tuple[date, date, str]:
    days = event.interval
    return (days.earliest, days.latest, event.id) if days else (date.max, date.max, event.id)


def _columns(
    events: Sequence[Event], actors: _Index, places: _Index, sources: _Sources
) -> dict[str, list[Any]]:
    documents = [sources.of(event) for event in events]
    intervals = [event.interval for event in events]
    return {
        "earliest": [day_number(days.earliest) if days else None for days in intervals],
        "latest": [day_number(days.latest) if days else None for days in intervals],
        "reported": [day_number(e.reported) if e.reported else None for e in events],
        "place": [places[event.place] if _on_the_map(event) else -1 for event in events],
        "category": [CATEGORIES.index(event.category) for event in events],
        "status": [STATUSES.index(event.status) for event in events],
        "place_precision": [PLACE_PRECISIONS.index(event.place_precision) for event in events],
        "date_precision": [DATE_PRECISIONS.index(event.date_precision) for event in events],
        "confidence": [round(100 * event.confidence) for event in events],
        "sources": documents,
        "reports": [len(event.reports) for event in events],
        "known": [_known(event) for event in events],
        "actors": [[actors[actor] for actor in event.actors] for event in events],
    }


def _named(event: Event, toponyms: _Index) -> int:
    """The words by which the text names the place, counted from 1; 0 where it does not."""
    words = " ".join((event.place_text or "").split()).replace("- ", "-")  # over a line's end
    return 1 + toponyms[words] if words and _on_the_map(event) else 0


def _known(event: Event) -> list[int] | int:
    """What was known when, as [day, status, reports, documents] a step, one after the other.

    ``status`` is what the reports up to that day make of the event, ``reports`` and ``documents``
    how many there were by then: the first of ``sources``. 0 where ``reported``, ``status`` and
    ``reports`` say it all. A report without a day is counted with the last that has one.
    """
    days = [_said(report) for report in event.reports]
    dated = sorted({day for day in days if day})
    if not dated or dated == [event.reported]:
        return 0
    steps: list[int] = []
    for day in dated:
        told = [report for report in event.reports if (_said(report) or dated[-1]) <= day]
        status = event.status if day == dated[-1] else status_of(told)
        documents = {report.document for report in told}
        steps += [day_number(day), STATUSES.index(status), len(told), len(documents)]
    return steps


def _said(report: Report) -> date | None:
    """The day on which a report was there to be read."""
    return report.reported or report.published


def _on_the_map(event: Event) -> bool:
    sharp = event.place is not None and event.place_precision in ("exact", "near", "area")
    return sharp and event.interval is not None


def _reason(event: Event) -> str:
    """Why it is not on the map; "" if it is."""
    return "" if _on_the_map(event) else event.unplaced or ""


def _place_row(place: Place, names: Names | None) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": place.id,
        "name": place.name,
        "latitude": round(place.latitude, 5),
        "longitude": round(place.longitude, 5),
        "kind": place.kind,
        "radius_km": place.radius_km,
        "area": place.area or _areas().get(place.id.partition(":")[2]),
    }
    found = names(place) if names else {}
    row["names"] = {language: found[language][0] for language in LANGUAGES if found.get(language)}
    row["also"] = _also(place, row["names"], found)
    if both := _both_names().get(place.geonames_id):
        row["names"].setdefault("both", both)
    return row


def _also(place: Place, shown: Mapping[str, str], names: Mapping[str, Sequence[str]]) -> list[str]:
    """The other names by which a search finds the place: those that read otherwise."""
    read = {fold(name) for name in (place.name, *shown.values())}
    also: dict[str, str] = {}
    for name in (name for listed in names.values() for name in listed):
        if (reads := fold(name)) not in read:
            also.setdefault(reads, name)
    return list(also.values())[:MOST_NAMES]


@cache
def _both_names() -> dict[int | None, str]:
    """The pairs shown where two names are in use, by GeoNames' number of the place."""
    with (DATA / "basemap" / "both_names.tsv").open(encoding="utf-8", newline="") as lines:
        return {int(row["geonames_id"]): row["both"] for row in DictReader(lines, delimiter="\t")}


@cache
def _areas() -> dict[str, str]:
    """The keys of the bundled outlines, by the place's id without its source."""
    with (DATA / "areas" / "keys.csv").open(encoding="utf-8", newline="") as lines:
        return {row["place"]: row["area"] for row in DictReader(lines)}

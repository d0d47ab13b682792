"""Our annotation of reports, and how well events agree with it.

``annotation/<corpus>_<split>.jsonl``: the first line names the documents that a person read whole
(or up to an offset), every other line is one event of them. The rules of matching are those of
``../shared/bench/score_gold.py``: the evidence overlaps, the days meet and are not absurdly wider,
the place lies near one of the annotated ones. Marginal events (importance 1) are forgiven: to find
them is no mistake, and to miss them neither.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from geopy.distance import great_circle

from geodata.documents import read
from geodata.gazetteer import Gazetteer
from geodata.pipeline import extract
from geodata.records import Document, Event, Interval, Place

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
FOLDER = Path(__file__).resolve().parent / "annotation"
CORPORA = SHARED / "corpora"
TEST = "guardian_test"  # how splits begin that are scored at the end and never tuned on
RADIUS_KM = {"country": 500.0, "continent": 2500.0, "settlement": 30.0, "facility": 30.0}
PART_KM = 320.0  # "eastern Syria", of a country
AREA_KM = 90.0  # districts, regions, corridors, and what the gazetteer does not know
SAME_KM = 400.0  # a name's candidate this far from the annotated point is another place

_COMPASS = re.compile(r"(?:north|south)?-?(?:east|west|north|south)(?:ern)?", re.IGNORECASE)

Span = tuple[int, int]


@dataclass(frozen=True)
class Told:
    """One annotated event."""

    document: str
    spans: tuple[Span, ...]
    interval: Interval
    places: tuple[tuple[float, float, float], ...]  # latitude, longitude, radius in km
    category: str
    status: str
    importance: int
    about: str
    inferred: bool = False  # its places are a reader's inference, so that none is right, too


@dataclass(frozen=True)
class Annotated:
    """A split: the documents read, each with the offset up to which, and their events."""

    split: str
    covered: dict[str, int | None]
    events: tuple[Told, ...]

    def covers(self, document: str, start: int) -> bool:
        end = self.covered[document]
        return end is None or start < end


def splits() -> list[str]:
    """The annotated splits whose texts are here."""
    names = sorted(path.stem for path in FOLDER.glob("*.jsonl"))
    return [name for name in names if source(name).exists()]


def is_test(split: str) -> bool:
    return split.startswith(TEST)


def source(split: str) -> Path:
    """The corpus of a split: beside the annotation where the texts are our own."""
    corpus = f"{split.rpartition('_')[0]}.jsonl"
    own = FOLDER / "texts" / corpus
    return own if own.exists() else CORPORA / corpus


def load(split: str, gazetteer: Gazetteer) -> Annotated:
    first, *lines = (FOLDER / f"{split}.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    told = tuple(_told(row, gazetteer) for row in rows)
    return Annotated(split, json.loads(first)["documents"], told)


def _told(row: dict, gazetteer: Gazetteer) -> Told:
    spans = [(row["start"], row["end"]), *((start, end) for start, end in row["also"])]
    days = Interval(date.fromisoformat(row["earliest"]), date.fromisoformat(row["latest"]))
    places = [(p["lat"], p["lon"], radius(p, gazetteer)) for p in row["places"]]
    judged = row["category"], row["status"], row["importance"], row["about"]
    return Told(row["document"], tuple(spans), days, tuple(places), *judged)


def radius(place: dict, gazetteer: Gazetteer) -> float:
    """How far from an annotated point a prediction may lie, by the kind of place it is."""
    here = (place["lat"], place["lon"])
    part, _, country = place["name"].partition(" ")
    named = country if _COMPASS.fullmatch(part) else place["name"]
    for candidate in gazetteer.candidates(named):
        if great_circle(here, (candidate.latitude, candidate.longitude)).km < SAME_KM:
            km = RADIUS_KM.get(candidate.kind, AREA_KM)
            return min(km, PART_KM) if named == country else km
    return AREA_KM


def texts(annotated: Annotated) -> list[Document]:
    """The documents of a split."""
    documents = _corpus(source(annotated.split))
    return [documents[id] for id in annotated.covered]


@cache
def _corpus(path: Path) -> dict[str, Document]:
    return {document.id: document for document in read(path)}


def found(annotated: Annotated, gazetteer: Gazetteer) -> list[Event]:
    """What the whole path makes of the documents of a split, joined as it joins them."""
    return list(extract(texts(annotated), gazetteer))


def overlaps(event: Event, told: Told) -> bool:
    return any(
        report.document == told.document and report.start < end and start < report.end
        for report in event.reports
        for start, end in told.spans
    )


def right_day(event: Event, told: Told) -> bool:
    return event.interval is not None and fits_day(event.interval, told)


def fits_day(days: Interval, told: Told) -> bool:
    gold = told.interval
    return days.meets(gold) and days.days - 1 <= max(8, 2 * (gold.days - 1) + 1)


def right_place(event: Event, told: Told) -> bool:
    if event.place is None:
        return not told.places or told.inferred
    return fits_place(event.place, told)


def fits_place(place: Place, told: Told) -> bool:
    here = (place.latitude, place.longitude)
    return not told.places or any(
        great_circle(here, (lat, lon)).km <= km for lat, lon, km in told.places
    )


def hits(event: Event, told: Told) -> bool:
    return overlaps(event, told) and right_day(event, told) and right_place(event, told)


def judge(event: Event, events: Iterable[Told]) -> tuple[str, Told | None]:
    """Right, forgiven or wrong, and which annotated event it is nearest to."""
    over = [told for told in events if overlaps(event, told)]
    hit = max((t for t in over if hits(event, t)), key=lambda t: t.importance, default=None)
    if hit:
        return "right", hit
    if over and all(told.importance == 1 for told in over):
        return "forgiven", over[0]
    return "wrong", max(over, key=lambda t: _agreement(event, t), default=None)


def _agreement(event: Event, told: Told) -> int:
    return right_day(event, told) + right_place(event, told) + (event.category == told.category)


def score(annotated: Annotated, events: Sequence[Event]) -> dict[str, object]:
    """Recall by importance, precision, and what is right of the events that tell a gold one."""
    mine = [e for e in events if annotated.covers(e.evidence.document, e.evidence.start)]
    verdicts = [(event, *judge(event, annotated.events)) for event in mine]
    tally = Counter(verdict for _, verdict, _ in verdicts)
    pairs = [(e, t) for e, verdict, t in verdicts if t is not None and verdict != "forgiven"]
    recall = {
        f"importance {level}": [
            sum(any(hits(event, told) for event in events) for told in wanted),
            len(wanted),
        ]
        for level in (3, 2, 1)
        if (wanted := [told for told in annotated.events if told.importance == level])
    }
    return {
        "recall": recall,
        "precision": [tally["right"], tally["right"] + tally["wrong"]],
        "telling": [len(pairs), tally["right"] + tally["wrong"]],
        "day": [sum(right_day(e, t) for e, t in pairs), len(pairs)],
        "place": [sum(right_place(e, t) for e, t in pairs), len(pairs)],
        "category": [sum(e.category == t.category for e, t in pairs), len(pairs)],
        "status": [sum(e.status == t.status for e, t in pairs), len(pairs)],
    }

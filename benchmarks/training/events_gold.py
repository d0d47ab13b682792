"""Candidates of annotated texts with what a person's annotation says of them: right or not.

Three kinds of annotation: reports (``annotation/``), the project's own gold of the five
texts (``../shared/gold``), the chronicle's table (``tests/geodata/chronicle_expected.csv``).
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

import annotated
from annotated import Told, fits_day, fits_place, judge

from geodata.documents import read
from geodata.events.find import proposals
from geodata.events.making import make_event
from geodata.events.proposals import Candidate, Proposal
from geodata.gazetteer import Gazetteer
from geodata.pipeline import annotate
from geodata.project import CHRONICLE
from geodata.records import Document, Event, Interval

GOLD = annotated.SHARED / "gold"
SEEDS = annotated.SHARED / "seeds"
EXPECTED = Path(__file__).parents[2] / "tests" / "geodata" / "chronicle_expected.csv"
_BIG = ("Nagorno-Karabakh", "districts", "orridor", "istrict", "road")
_STATES = frozenset("Armenia Azerbaijan Russia Turkey Iran Siberia Ukraine Bulgaria".split())


Verdict = tuple[str, Told | None]  # right, wrong or forgiven


@dataclass(frozen=True)
class Example:
    """A proposal, which of its days and places are right, and how to judge what is chosen."""

    group: str  # documents that are held out together
    source: str
    proposal: Proposal
    document: Document
    days: tuple[bool, ...] | None  # None where nobody annotated an event of this sentence
    places: tuple[bool, ...] | None
    judged: Callable[[Event], Verdict]
    over: tuple[Told, ...] = ()  # what was annotated of this sentence

    def event(self, candidate: Candidate) -> Event:
        return make_event(candidate, self.document, 0.5)


def reports(split: str, gazetteer: Gazetteer) -> Iterator[Example]:
    gold = annotated.load(split, gazetteer)
    for document in annotated.texts(gold):
        id = document.id
        wanted = tuple(told for told in gold.events if told.document == id)
        for proposal in proposed(document, gazetteer, None):
            if gold.covers(id, proposal.view.sentence.start):
                verdict = partial(judge, events=wanted)
                yield _example(id, split, proposal, document, wanted, verdict)


def seeds(gazetteer: Gazetteer) -> Iterator[Example]:
    regions = json.loads((GOLD / "regions.json").read_text(encoding="utf-8"))
    lines = (GOLD / "events.jsonl").read_text(encoding="utf-8").splitlines()
    wanted = [_gold(row) for row in map(json.loads, lines) if row["date_start"]]
    for document in read(SEEDS):
        parts = regions.get(document.id, ())
        mine = tuple(told for told in wanted if told.document == document.id)
        for proposal in proposed(document, gazetteer, None):
            at = proposal.view.sentence.start
            number = next((n for n, (a, b) in enumerate(parts) if a <= at < b), None)
            if number is not None:
                group = f"{document.id} {number}"
                yield _example(group, "seeds", proposal, document, mine, partial(_strictly, mine))


def _strictly(wanted: tuple[Told, ...], event: Event) -> Verdict:
    """As the scorer of the gold has it: what is not annotated is wrong."""
    verdict, told = judge(event, wanted)
    return ("wrong" if verdict == "forgiven" else verdict), told


def chronicle(gazetteer: Gazetteer) -> Iterator[Example]:
    with EXPECTED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for document in read(CHRONICLE):
        mine = [row for row in rows if row["file"] == document.id]
        for proposal in proposed(document, gazetteer, ("AZ", "AM")):
            sentence = proposal.view.sentence
            text = " ".join(document.text[sentence.start : sentence.end].split())
            over = [_row(row, sentence.start, sentence.end) for row in mine if row["key"] in text]
            if over:
                verdict = partial(_strictly, tuple(over))
                yield _example(document.id, "chronicle", proposal, document, tuple(over), verdict)


def proposed(
    document: Document, gazetteer: Gazetteer, focus: tuple[str, ...] | None
) -> Iterator[Proposal]:
    yield from proposals(annotate(document, gazetteer, focus), gazetteer)


def _example(
    group: str,
    source: str,
    proposal: Proposal,
    document: Document,
    wanted: Sequence[Told],
    judged: Callable[[Event], Verdict],
) -> Example:
    sentence = proposal.view.sentence
    over = [
        told
        for told in wanted
        if any(sentence.start < end and start < sentence.end for start, end in told.spans)
    ]
    days = places = None
    if over:
        days = tuple(any(fits_day(w.interval, told) for told in over) for w in proposal.whens)
        places = tuple(any(fits_place(w.place, told) for told in over) for w in proposal.wheres)
    return Example(group, source, proposal, document, days, places, judged, tuple(over))


def _row(row: dict[str, str], start: int, end: int) -> Told:
    days = Interval(date.fromisoformat(row["earliest"]), date.fromisoformat(row["latest"]))
    point = (float(row["latitude"]), float(row["longitude"]), float(row["tolerance_km"]))
    judged = row["category"], row["status"], 3 if row["importance"] == "core" else 2, row["key"]
    return Told(row["file"], ((start, end),), days, (point,), *judged)


def _gold(row: dict) -> Told:
    spans = [(row["start"], row["end"]), *((a["start"], a["end"]) for a in row.get("also") or ())]
    places = tuple(
        (p["lat"], p["lon"], _radius(p["name"])) for p in row["places"] if p.get("lat") is not None
    )
    inferred = all(p.get("basis") == "inferred" for p in row["places"] if p.get("lat") is not None)
    days = Interval(date.fromisoformat(row["date_start"]), date.fromisoformat(row["date_end"]))
    kind = row["category"].split(" ")[0]  # "protest & domestic politics"
    judged = kind, row["status"], row["importance"], row["summary"]
    return Told(row["file"], tuple(spans), days, places, *judged, inferred)


def _radius(name: str) -> float:
    if any(part in name for part in _BIG):
        return 90.0
    return 500.0 if name in _STATES else 30.0

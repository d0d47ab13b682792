"""Measure the whole path: events on our annotations, and seconds over 235,000 words.

python benchmarks/events.py                  the five texts, the annotated reports, the pace
python benchmarks/events.py --split guardian_test     one split of the annotated reports
python benchmarks/events.py --split guardian_dev2 --show    with every mistake
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

import annotated
from recorded import Figure, record

from geodata.documents import read
from geodata.export import mentions_line, write
from geodata.gazetteer import Gazetteer
from geodata.pipeline import annotate, extract
from geodata.records import Event

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=annotated.splits())
    parser.add_argument("--show", action="store_true", help="print every mistake, in few words")
    parser.add_argument("--record", action="store_true", help="a split, for the methods page")
    options = parser.parse_args()
    gazetteer = Gazetteer()
    if options.split:
        reports(options.split, gazetteer, options.show, options.record)
        return
    score(gazetteer)
    for split in annotated.splits():
        reports(split, gazetteer, options.show)
    pace(gazetteer)


def reports(split: str, gazetteer: Gazetteer, show: bool = False, recorded: bool = False) -> None:
    gold = annotated.load(split, gazetteer)
    events = annotated.found(gold, gazetteer)
    scores = annotated.score(gold, events)
    print(f"{split}: {json.dumps(scores)}")
    if recorded:
        record(f"benchmarks/events.py --split {split}", figures(split, scores))
    if show:
        mistakes(gold, events)


def figures(split: str, scores: dict[str, Any]) -> list[Figure]:
    """The scores as the methods page tells them."""
    on = f"Guardian reports of another war, our own annotation ({split})"
    recall = scores["recall"]
    rows = (
        ("Main events found", recall["importance 3"]),
        ("Other events found", recall["importance 2"]),
        ("Events shown that the text tells, with day and place right", scores["precision"]),
        ("Days right, of events that the text tells", scores["day"]),
        ("Places right, of events that the text tells", scores["place"]),
    )
    return [Figure(what, on, f"{right} of {all_}") for what, (right, all_) in rows]


def mistakes(gold: annotated.Annotated, events: list[Event]) -> None:
    for event in events:
        if not gold.covers(event.evidence.document, event.evidence.start):
            continue
        verdict, told = annotated.judge(event, gold.events)
        if verdict == "wrong":
            days = event.interval and f"{event.interval.earliest}..{event.interval.latest}"
            place = event.place and event.place.name
            wanted = told and f"{told.about} {told.interval.earliest}..{told.interval.latest}"
            kind = f"{event.category} {event.status} {event.confidence}"
            print(f"  wrong: {event.evidence.document} {days} {place} {kind} “{event.title}”")
            print(f"         {f'for: {wanted}' if told else 'tells no event'}")
    for told in gold.events:
        if told.importance > 1 and not any(annotated.hits(event, told) for event in events):
            days = f"{told.interval.earliest}..{told.interval.latest}"
            near = [e.title[:40] for e in events if annotated.overlaps(e, told)]
            print(f"  missed {told.importance}: {told.document} {days} {told.about} {near}")


def score(gazetteer: Gazetteer) -> None:
    seeds = SHARED / "seeds"
    if not seeds.exists():
        print("seeds: skipped, ../shared is not here")
        return
    documents = list(read(seeds))
    with tempfile.TemporaryDirectory() as folder:
        events, mentions = Path(folder) / "events.geojson", Path(folder) / "mentions.jsonl"
        write(tuple(extract(documents, gazetteer)), events)
        lines = (mentions_line(annotate(document, gazetteer)) for document in documents)
        mentions.write_text("".join(lines), encoding="utf-8")
        scorer = [sys.executable, str(SHARED / "bench" / "score_gold.py")]
        done = subprocess.run(
            [*scorer, "--mentions", str(mentions), "--events", str(events)],
            capture_output=True,
            check=True,
            text=True,
        )
    for name, figures in json.loads(done.stdout).items():
        print(f"{name}: {json.dumps(figures)}")


def pace(gazetteer: Gazetteer) -> None:
    corpus = SHARED / "corpora" / "guardian.jsonl"
    if not corpus.exists():
        print("pace: skipped, guardian.jsonl is not here")
        return
    started = time.process_time()
    documents = list(read(corpus))
    events: list[Event] = list(extract(documents, gazetteer))
    spent = time.process_time() - started
    words = sum(len(document.text.split()) for document in documents)
    print(f"pace: {words:,} words in {spent:.1f} CPU-seconds, {len(events):,} events")
    print("      " + ", ".join(f"{k} {n}" for k, n in Counter(e.category for e in events).items()))


if __name__ == "__main__":
    main()

"""Measure the whole path: events on our own annotation, and seconds over 235,000 words.

python benchmarks/events.py
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from geodata.documents import read
from geodata.export import mentions_line, write
from geodata.gazetteer import Gazetteer
from geodata.pipeline import annotate, extract
from geodata.records import Event

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


def main() -> None:
    gazetteer = Gazetteer()
    score(gazetteer)
    pace(gazetteer)


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

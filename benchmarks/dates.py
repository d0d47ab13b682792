"""How well and how fast dates are found: ``python benchmarks/dates.py [--errors NAME]``.

Reads the corpora and scorers of ``../shared`` by path and skips what is not there. Speed is that
of ``find_dates`` alone, in words of the text per second of this process's time.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from recorded import Figure, record

from geodata.dates import find_dates
from geodata.documents import read
from geodata.records import DateMention, Document
from geodata.sentences import split

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
CORPORA = ("tbaq", "wikiwars_train")
SPEED = "guardian"
SAID = {
    "tbaq": "256 news items of the 1990s (TimeBank, AQUAINT)",
    "wikiwars_train": "16 histories of wars (WikiWars)",
}
TARGETS = {"tbaq": 0.82, "wikiwars_train": 0.88}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--errors", choices=CORPORA, help="list what is wrong in a corpus")
    parser.add_argument("--record", action="store_true", help="for the methods page")
    options = parser.parse_args()
    if not SHARED.is_dir():
        sys.exit("skipped: no ../shared beside the repository")
    print(f"{'corpus':<22}{'strict':>8}{'relaxed':>9}{'value':>8}{'target':>8}{'words/s':>10}")
    scored = [print_scores(name, errors=name == options.errors) for name in CORPORA]
    if options.record:
        record("benchmarks/dates.py", [figure for figure in scored if figure])
    print_scores("wikiwars_train", published=True)
    print_speed(SPEED)
    print_gold()


def rows(name: str) -> list[dict[str, Any]]:
    path = SHARED / "corpora" / f"{name}.jsonl"
    if not path.is_file():
        print(f"{name:<22} skipped: no {path.name}")
        return []
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def documents(name: str, published: bool = False) -> Iterable[tuple[dict[str, Any], Document]]:
    """The documents of a corpus; ``published``: with the day that the corpus withholds."""
    for row in rows(name):
        day = row.get("date") or (row["dct"] if published else None)
        yield row, Document(row["id"], row["text"], published=day and date.fromisoformat(day))


def annotated(document: Document) -> tuple[tuple[DateMention, ...], float]:
    """The mentions of a document and the seconds that they took."""
    sentences = split(document)
    start = time.process_time()
    mentions = find_dates(document, sentences)
    return mentions, time.process_time() - start


def print_scores(name: str, published: bool = False, errors: bool = False) -> Figure | None:
    gold, found, seconds = [], {}, 0.0
    for row, document in documents(name, published):
        mentions, took = annotated(document)
        seconds += took
        gold.append(row)
        found[row["id"]] = [{"start": m.start, "end": m.end, "value": m.value} for m in mentions]
    if not gold:
        return None
    wrong: list[dict[str, Any]] = []
    scores = scorer("score_dates").score(gold, found, ("DATE",), False, wrong)
    words = sum(len(row["text"].split()) for row in gold)
    title = f"{name} + day" if published else name
    figures = "".join(f"{scores[key]['f1']:>8.3f} " for key in ("strict", "relaxed", "value"))
    print(f"{title:<22}{figures}{TARGETS[name]:>7.2f}{words / seconds:>10,.0f}")
    for error in wrong if errors else ():
        print(json.dumps(error, ensure_ascii=False))
    return Figure("Days found and read rightly", SAID[name], f"F1 {scores['value']['f1']:.3f}")


def print_speed(name: str) -> None:
    words, seconds = 0, 0.0
    for row, document in documents(name):
        seconds += annotated(document)[1]
        words += len(row["text"].split())
    if words:
        print(f"{name:<22}{'':>33}{words / seconds:>10,.0f}")


def print_gold() -> None:
    """Our own annotation of the seeds, by its own scorer."""
    seeds = SHARED / "seeds"
    if not seeds.is_dir():
        print("own gold skipped: no seeds")
        return
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for document in read(seeds):
            mentions = [interface(m) for m in annotated(document)[0]]
            print(json.dumps({"id": document.id, "places": [], "dates": mentions}), file=file)
        file.flush()
        command = [sys.executable, f"{SHARED}/bench/score_gold.py", "--mentions", file.name]
        output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    dates = json.loads(output)["dates"]
    print(f"own gold: detection {dates['detection']['f1']:.3f}, value {dates['value']['f1']:.3f}")


def interface(mention: DateMention) -> dict[str, Any]:
    """A mention as ``mentions.jsonl`` has it."""
    days = mention.interval
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "value": mention.value,
        "earliest": days and days.earliest.isoformat(),
        "latest": days and days.latest.isoformat(),
    }


def scorer(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, SHARED / "bench" / f"{name}.py")
    if spec is None or spec.loader is None:
        sys.exit(f"skipped: no {name}.py in ../shared/bench")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()

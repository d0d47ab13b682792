"""The corpora as examples: each document with its spans and what the gold says of each."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass, field
from pathlib import Path

from geodata import places
from geodata.gazetteer import Gazetteer
from geodata.places.known import names_of
from geodata.places.model import Model as Finder
from geodata.records import Document
from geodata.sentences import split

SHARED = Path(__file__).resolve().parent.parent.parent.parent / "shared"
CORPORA = ("lgl", "geowebnews")
FOLDS = 5
EMPTY = Finder({}, {}, (), 0.0)


@dataclass
class Example:
    """A document with its spans and what the gold says of each."""

    corpus: str
    row: dict
    document: Document
    group: str
    found: list = field(default_factory=list)
    offsets: list = field(default_factory=list)
    exact: list = field(default_factory=list)
    near: list = field(default_factory=list)
    roles: list = field(default_factory=list)
    scores: list = field(default_factory=list)  # local, held out


def rows(corpus: str) -> list[dict]:
    path = SHARED / "corpora" / f"{corpus}.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]


def example(corpus: str, row: dict, gazetteer: Gazetteer) -> Example:
    document = Document(row["id"], row["text"], url=row.get("url"))
    made = Example(corpus, row, document, row.get("domain") or row["id"])
    gold = [t for t in row["toponyms"] if not t["demonym"]]
    made.found = places.local_spans(split(document), names_of(gazetteer), EMPTY, keep=True)
    for found in made.found:
        tokens, span = found.tokens, found.span
        start, end = found.sentence.span(*tokens.span(span.first, span.last))
        made.offsets.append((start, end))
        over = [t for t in gold if t["start"] < end and start < t["end"]]
        made.near.append(bool(over))
        made.exact.append(any((t["start"], t["end"]) == (start, end) for t in over))
        made.roles.append(over[0].get("kind") if over else None)
    return made


def folds(examples: list[Example], seed: int):
    groups = sorted({e.group for e in examples})
    random.Random(seed).shuffle(groups)
    fold = {group: at % FOLDS for at, group in enumerate(groups)}
    for at in range(FOLDS):
        yield (
            [e for e in examples if fold[e.group] != at],
            [e for e in examples if fold[e.group] == at],
        )

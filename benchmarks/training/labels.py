"""Learn an event's category and status from what was annotated of its sentence."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from annotated import Told, right_day, right_place

from geodata.events.labels import (
    CATEGORIES,
    STATUSES,
    LabelWeights,
    is_plain,
    likeliest,
    of_category,
    of_status,
    ruled_category,
    ruled_status,
)
from geodata.events.proposals import Candidate
from training.events_gold import Example
from training.regression import conditional

FILE = Path(__file__).resolve().parents[2] / "geodata" / "events" / "labels.json"
PENALTY = {"category": 6.0, "status": 4.0}
RARE = 3  # a feature seen less often is left out
LEAST = 3  # hundredths by which a feature must tell labels apart to be kept
WEIGHT = {"seeds": 4.0}
MARGINAL = 0.5  # weight of events of importance 1


class Labelled(NamedTuple):
    """What is seen of a happening, the labels of which each is right, and what the rules say."""

    example: Example
    features: list[str]
    right: frozenset[str]
    ruled: str
    importance: int
    plain: bool  # whether the rules' answer stands


def learn_labels(chosen: Sequence[tuple[Example, Candidate]]) -> None:
    """Learn from all and write the weights."""
    rows = {name: _labelled(chosen, name) for name in LabelWeights._fields}
    kept = {name: _packed(_learn(part, name)) for name, part in rows.items()}
    body = ",\n".join(
        f"{json.dumps(name)}: {{\n"
        + ",\n".join(f"{json.dumps(f, ensure_ascii=False)}:{_row(w)}" for f, w in part.items())
        + "\n}"
        for name, part in kept.items()
    )
    text = "{\n" + body + "\n}\n"
    FILE.write_text(text, encoding="utf-8")
    told = ", ".join(f"{len(part):,} features for {name}" for name, part in kept.items())
    print(f"{FILE.name}: {told}, {len(text.encode()):,} bytes")


def report_labels(
    chosen: Sequence[tuple[Example, Candidate]], fold: Callable[[Example], int], folds: int
) -> None:
    """How often labels are right of documents unseen in training, by corpus, beside the rules."""
    for name in LabelWeights._fields:
        rows = _labelled(chosen, name)
        right: Counter[str] = Counter()
        ruled: Counter[str] = Counter()
        total: Counter[str] = Counter()
        for number in range(folds):
            unseen = [row for row in rows if fold(row.example) == number]
            weights = _packed(_learn([r for r in rows if fold(r.example) != number], name))
            for row in unseen:
                source = row.example.source.split("_")[0]
                total[source] += 1
                ruled[source] += row.ruled in row.right
                right[source] += _answer(row, weights, name) in row.right
        cells = (f"{s} {right[s]} (rules {ruled[s]}) of {total[s]}" for s in total)
        print(f"{name}: " + "; ".join(cells))


def _answer(row: Labelled, weights: dict[str, list[int]], name: str) -> str:
    labels = _labels(name)
    if row.plain:
        return row.ruled
    return labels[likeliest(weights, row.features, len(labels))]


def _labels(name: str) -> tuple[str, ...]:
    return CATEGORIES if name == "category" else STATUSES


def _labelled(chosen: Sequence[tuple[Example, Candidate]], name: str) -> list[Labelled]:
    found = []
    for example, candidate in chosen:
        if not example.over:
            continue
        told, proposal = _nearest(example, candidate), example.proposal
        if name == "category":
            features, ruled, plain = of_category(proposal), str(ruled_category(proposal)), False
        else:
            when = candidate.when
            ruled = status = ruled_status(proposal, when)
            features, plain = of_status(proposal, when, status), is_plain(status, proposal, when)
        right = frozenset(getattr(told, name).split("|"))
        found.append(Labelled(example, features, right, ruled, told.importance, plain))
    return found


def _nearest(example: Example, candidate: Candidate) -> Told:
    """The annotated event of the sentence that is meant: of its day and place, the weightiest."""
    event = example.event(candidate)
    return max(
        example.over,
        key=lambda told: (right_day(event, told) + right_place(event, told), told.importance),
    )


def _learn(rows: Sequence[Labelled], name: str) -> dict[str, list[float]]:
    labels = _labels(name)
    seen = Counter(feature for row in rows for feature in row.features)
    names = sorted(feature for feature, count in seen.items() if count >= RARE)
    number = {feature: at for at, feature in enumerate(names)}
    offered, right, weight = [], [], []
    for row in rows:
        if row.plain or row.right.isdisjoint(labels):
            continue
        held = np.array([number[f] for f in row.features if f in number], dtype=int)
        offered += [held * len(labels) + at for at in range(len(labels))]
        right += [label in row.right for label in labels]
        share = MARGINAL if row.importance == 1 else 1.0
        weight.append(share * WEIGHT.get(row.example.source, 1.0))
    groups = [len(labels)] * len(weight)
    size = len(names) * len(labels)
    learned = conditional(offered, right, groups, weight, size, PENALTY[name])
    return dict(zip(names, learned.reshape(len(names), len(labels)).tolist(), strict=True))


def _packed(weights: dict[str, list[float]]) -> dict[str, list[int]]:
    """In hundredths; what hardly tells labels apart is left out."""
    whole = {feature: [round(100 * value) for value in row] for feature, row in weights.items()}
    return {feature: row for feature, row in whole.items() if max(row) - min(row) > LEAST}


def _row(values: list[int]) -> str:
    return json.dumps(values, separators=(",", ":"))

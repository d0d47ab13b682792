"""Learn how likely an event is right, and its labels: ``weights.json`` and ``labels.json`` of
``geodata/events``.

python benchmarks/train_events.py --held-out    documents unseen in training, ten folds
python benchmarks/train_events.py               train on all and write the weights
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import annotated
import numpy as np
from annotated import Told, right_day
from training.events_gold import Example, Verdict, chronicle, reports, seeds
from training.labels import learn_labels, report_labels
from training.regression import conditional, logistic, newton

from geodata.events.features import of_days, of_event, of_places
from geodata.events.judging import Weights, decide, score
from geodata.events.proposals import Candidate
from geodata.gazetteer import Gazetteer

FILE = Path(__file__).resolve().parents[1] / "geodata" / "events" / "weights.json"
FOLDS = 10
PENALTY = 12.0  # ridge, of the choice of days and places
PENALTY_EVENT = 12.0
RARE = 4  # a feature seen less often is left out
WEIGHT = {"chronicle": 1.0, "seeds": 8}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-out", action="store_true")
    options = parser.parse_args()
    examples = load(Gazetteer())
    report(examples)
    folds = [train_choice([e for e in examples if _fold(e) != fold]) for fold in range(FOLDS)]
    chosen = [decide(example.proposal, folds[_fold(example)]) for example in examples]
    judged = [
        Judged(example, candidate, *verdict(example, candidate))
        for example, candidate in zip(examples, chosen, strict=True)
    ]
    chosen_of = list(zip(examples, chosen, strict=True))
    unseen = said_unseen(judged)
    slope, shift = calibration(unseen)
    if options.held_out:
        choices(examples, chosen)
        print(f"log-odds are scaled by {slope:.2f} and shifted by {shift:+.2f}")
        held_out([(j, float(1 / (1 + np.exp(-(slope * s + shift))))) for j, s in unseen])
        report_labels(chosen_of, _fold, FOLDS)
    else:
        day, place, _ = train_choice(examples)
        event = {name: slope * weight for name, weight in train_event(judged).items()}
        write(Weights(day, place, event | {"bias": event["bias"] + shift}))
        learn_labels(chosen_of)


class Judged(NamedTuple):
    """An example with the day and place chosen by weights that have not seen it."""

    example: Example
    candidate: Candidate
    verdict: str
    told: Told | None

    @property
    def right(self) -> bool:
        return self.verdict == "right"


def verdict(example: Example, candidate: Candidate) -> Verdict:
    """Right, wrong or forgiven; what claims no place is right if its day is."""
    event = example.event(candidate)
    if candidate.where is None and candidate.when is not None:
        fitting = [told for told in example.over if right_day(event, told)]
        told = max(fitting, key=lambda told: told.importance, default=None)
        if told:
            return ("right" if told.importance > 1 else "forgiven"), told
    return example.judged(event)


def load(gazetteer: Gazetteer) -> list[Example]:
    examples = [*seeds(gazetteer), *chronicle(gazetteer)]
    for split in annotated.splits():
        if not annotated.is_test(split):
            examples.extend(reports(split, gazetteer))
    return examples


def report(examples: Sequence[Example]) -> None:
    for source in dict.fromkeys(example.source for example in examples):
        mine = [example for example in examples if example.source == source]
        print(f"{source}: {len(mine)} proposals, {sum(e.days is not None for e in mine)} annotated")


def train_choice(examples: Sequence[Example]) -> Weights:
    """The weights of days and of places."""
    days, places = [], []
    for example in examples:
        weight, proposal = WEIGHT.get(example.source, 1.0), example.proposal
        if example.days is not None and any(example.days) and not all(example.days):
            days.append((of_days(proposal), example.days, weight))
        if example.places is not None and any(example.places) and not all(example.places):
            places.append((of_places(proposal), example.places, weight))
    return Weights(learn_choice(days), learn_choice(places), {})


def learn_choice(
    groups: Sequence[tuple[list[list[str]], tuple[bool, ...], float]],
) -> dict[str, float]:
    number = _numbered(features for offered, _, _ in groups for features in offered)
    learned = conditional(
        [_row(features, number) for offered, _, _ in groups for features in offered],
        [right for _, rights, _ in groups for right in rights],
        [len(offered) for offered, _, _ in groups],
        [weight for _, _, weight in groups],
        len(number),
        PENALTY,
    )
    return dict(zip(number, map(float, learned), strict=True))


def train_event(judged: Sequence[Judged]) -> dict[str, float]:
    rows = [
        (of_event(j.candidate), j.right, WEIGHT.get(j.example.source, 1.0))
        for j in judged
        if _is_judged(j)
    ]
    return learn(rows, PENALTY_EVENT)


def _is_judged(judged: Judged) -> bool:
    """Whether a verdict says something: not of marginal events, nor without a day."""
    return judged.verdict != "forgiven" and judged.candidate.when is not None


def learn(rows: Sequence[tuple[list[str], bool, float]], penalty: float) -> dict[str, float]:
    number = _numbered(features for features, _, _ in rows)
    held = [_row(features, number) for features, _, _ in rows]
    truth, weight = [float(right) for _, right, _ in rows], [weight for _, _, weight in rows]
    learned = logistic(held, truth, weight, len(number), penalty)
    return dict(zip(number, map(float, learned), strict=True))


def _numbered(rows: Iterable[list[str]]) -> dict[str, int]:
    """The features that are not rare, numbered."""
    seen = Counter(feature for features in rows for feature in set(features))
    names = sorted(name for name, count in seen.items() if count >= RARE)
    return {name: at for at, name in enumerate(names)}


def _row(features: list[str], number: dict[str, int]) -> np.ndarray:
    return np.array([number[f] for f in dict.fromkeys(features) if f in number], dtype=int)


def choices(examples: Sequence[Example], chosen: Sequence[Candidate]) -> None:
    """How often the right day and place are chosen, where one of those offered is right."""
    for source in dict.fromkeys(example.source for example in examples):
        cells = []
        for name in ("day", "place"):
            first = best = possible = total = 0
            for example, candidate in zip(examples, chosen, strict=True):
                if example.source != source or example.days is None:
                    continue
                total += 1
                offered = example.proposal.whens if name == "day" else example.proposal.wheres
                right = example.days if name == "day" else example.places
                if not any(right):
                    continue
                possible += 1
                first += right[0]
                taken = candidate.when if name == "day" else candidate.where
                key = (lambda w: w.interval) if name == "day" else (lambda w: w.place.id)
                best += right[[key(w) for w in offered].index(key(taken))]
            cells.append(f"{name}: {best} chosen ({first} first) of {possible} of {total}")
        print(f"{source}: " + "; ".join(cells))


def said_unseen(judged: Sequence[Judged]) -> list[tuple[Judged, float]]:
    """Each that is judged, with its log-odds by weights that have not seen its document."""
    said: list[tuple[Judged, float]] = []
    for fold in range(FOLDS):
        weights = train_event([j for j in judged if _fold(j.example) != fold])
        said.extend(
            (j, score(weights, of_event(j.candidate)))
            for j in judged
            if _fold(j.example) == fold and _is_judged(j)
        )
    return said


def calibration(said: Sequence[tuple[Judged, float]]) -> tuple[float, float]:
    """Platt's scaling of the log-odds of unseen documents, the chronicle left out."""
    mine = [(s, j.right) for j, s in said if j.example.source != "chronicle"]
    x = np.array([[1.0, s] for s, _ in mine])
    y = np.array([float(right) for _, right in mine])
    shift, slope = newton(x, y, np.ones(len(y)), 1e-6)
    return slope, shift


def held_out(said: Sequence[tuple[Judged, float]]) -> None:
    for source in dict.fromkeys(j.example.source for j, _ in said):
        mine = [(j, p) for j, p in said if j.example.source == source]
        right = sum(j.right for j, _ in mine)
        loss = -np.mean([np.log(p if j.right else 1 - p) for j, p in mine])
        cells = []
        for least in (0.2, 0.3, 0.4, 0.5, 0.6):
            kept = [j for j, p in mine if p >= least]
            found = {id(j.told) for j in kept if j.right and j.told and j.told.importance > 1}
            good = sum(j.right for j in kept)
            cells.append(f"{least}: {good}/{len(kept)} told {len(found)}")
        every = {id(j.told) for j, _ in mine if j.right and j.told and j.told.importance > 1}
        print(f"{source}: loss {loss:.3f} {right} right, told {len(every)}: " + "; ".join(cells))
    every = [(j, p) for j, p in said if j.example.source != "chronicle"]
    loss = -np.mean([np.log(p if j.right else 1 - p) for j, p in every])
    ranked = np.array([j.right for j, _ in sorted(every, key=lambda pair: -pair[1])])
    precision = np.cumsum(ranked) / np.arange(1, len(ranked) + 1)
    print(
        f"all but the chronicle: loss {loss:.4f}, average precision {precision[ranked].mean():.4f}"
    )
    print("said      right")
    for low in np.arange(0.0, 1.0, 0.1):
        part = [
            j.right for j, p in said if low <= p < low + 0.1 and j.example.source != "chronicle"
        ]
        if part:
            print(f"{low:.1f}-{low + 0.1:.1f}   {np.mean(part):.2f} of {len(part)}")


def write(weights: Weights) -> None:
    kept = {
        name: {feature: round(value, 3) for feature, value in sorted(part.items())}
        for name, part in weights._asdict().items()
    }
    text = json.dumps(kept, ensure_ascii=False, indent=0)
    FILE.write_text(text + "\n", encoding="utf-8")
    print(f"{FILE.name}: {sum(map(len, kept.values())):,} weights, {len(text):,} bytes")


def _fold(example: Example) -> int:
    return zlib.crc32(example.group.encode()) % FOLDS


if __name__ == "__main__":
    main()

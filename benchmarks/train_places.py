"""Train the weights of geodata.places and geodata.resolve, or measure them on held-out outlets.

  python benchmarks/train_places.py              writes both weight files
  python benchmarks/train_places.py --held-out   five folds by outlet, each scored unseen

Reads ../shared/corpora/{lgl,geowebnews}.jsonl; only weights are written, never their texts.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
sys.path.insert(0, str(SHARED / "bench"))

import score_places  # noqa: E402  the scorer that the figures are agreed on

from geodata import places, resolve  # noqa: E402
from geodata.gazetteer import Gazetteer  # noqa: E402
from geodata.places.evidence import document_features  # noqa: E402
from geodata.places.known import Names, names_of  # noqa: E402
from geodata.places.model import Model as Finder  # noqa: E402
from geodata.records import Document, PlaceMention  # noqa: E402
from geodata.resolve.candidates import Weigher, features, standings  # noqa: E402
from geodata.resolve.context import Surroundings  # noqa: E402
from geodata.resolve.distance import kilometres  # noqa: E402
from geodata.resolve.model import Model as Resolver  # noqa: E402
from geodata.resolve.model import dot  # noqa: E402
from geodata.resolve.senses import senses  # noqa: E402
from geodata.sentences import split  # noqa: E402

CORPORA = ("lgl", "geowebnews")
FOLDS = 5
NEAR_MISS = 0.25  # weight of a span that overlaps a toponym without being it
RARE = 3  # features seen less often are dropped
LOCAL_PENALTY, DOCUMENT_PENALTY, ROLE_PENALTY = 2.0, 1.0, 4.0
RADIUS = 161.0  # km: a candidate this near to the gold point is right
METONYM = {"Metonymic", "Non_Literal_Modifier", "Embedded_Non_Lit"}
LITERAL = {"Literal", "Literal_Modifier", "Coercion", "Embedded_Literal"}


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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--threshold", type=float, default=-0.25)
    options = parser.parse_args()
    gazetteer = Gazetteer()
    examples = [example(corpus, row, gazetteer) for corpus in CORPORA for row in rows(corpus)]
    held_out_scores(examples)
    if options.held_out:
        measure(examples, gazetteer, options.threshold)
    else:
        write(examples, gazetteer, options.threshold)


def rows(corpus: str) -> list[dict]:
    path = SHARED / "corpora" / f"{corpus}.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]


EMPTY = Finder({}, {}, (), 0.0)


def example(corpus: str, row: dict, gazetteer: Gazetteer) -> Example:
    document = Document(row["id"], row["text"])
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


# The finder


def logistic(rows: list, truth: list, weight: list, size: int, penalty: float, steps: int = 120):
    """Sparse logistic regression, ridge ``penalty``, by L-BFGS; rows are arrays of features."""
    at = np.concatenate(rows)
    lengths = np.array([len(row) for row in rows])
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    y, v = np.array(truth), np.array(weight)

    def slope(w):
        z = np.add.reduceat(w[at], starts)
        p = 1 / (1 + np.exp(-np.clip(z, -30, 30)))
        loss = v @ (np.logaddexp(0, z) - y * z) + penalty / 2 * w @ w
        error = np.repeat((p - y) * v, lengths)
        return loss, np.bincount(at, error, size) + penalty * w

    return minimise(slope, np.zeros(size), steps)


def minimise(slope, w, steps: int, memory: int = 10):
    """L-BFGS with backtracking; ``slope`` gives value and gradient."""
    value, gradient = slope(w)
    pairs: list = []
    for _ in range(steps):
        direction = -gradient
        inner = []
        for s, d, r in reversed(pairs):
            a = r * (s @ direction)
            direction = direction - a * d
            inner.append(a)
        if pairs:
            s, d, _ = pairs[-1]
            direction = direction * (s @ d) / (d @ d)
        for (s, d, r), a in zip(pairs, reversed(inner), strict=True):
            direction = direction + s * (a - r * (d @ direction))
        length = 1.0 if pairs else min(1.0, 1 / np.abs(gradient).sum())
        for _ in range(25):
            new, fresh = slope(w + length * direction)
            if new <= value + 1e-4 * length * (gradient @ direction):
                break
            length /= 2
        step, change = length * direction, fresh - gradient
        if step @ change > 1e-10:
            pairs = [*pairs, (step, change, 1 / (step @ change))][-memory:]
        done = value - new < 1e-6 * abs(value)
        w, value, gradient = w + step, new, fresh
        if done:
            break
    return w


def train_local(examples: list[Example]) -> dict[str, float]:
    spans = [(f, x, n) for e in examples for f, x, n in zip(e.found, e.exact, e.near, strict=True)]
    kept = [(f, float(x), NEAR_MISS if n and not x else 1.0) for f, x, n in spans]
    return sparse(kept, LOCAL_PENALTY)


def train_role(examples: list[Example]) -> dict[str, float]:
    kept = [
        (f, float(role in METONYM), 1.0)
        for e in examples
        for f, role in zip(e.found, e.roles, strict=True)
        if role in METONYM | LITERAL
    ]
    return sparse(kept, ROLE_PENALTY)


def sparse(kept: list, penalty: float) -> dict[str, float]:
    counts = Counter(name for found, _, _ in kept for name in found.features)
    number = {n: at for at, n in enumerate(sorted(n for n, c in counts.items() if c >= RARE))}
    arrays = [np.array([number[n] for n in f.features if n in number]) for f, _, _ in kept]
    w = logistic(arrays, [t for _, t, _ in kept], [w for _, _, w in kept], len(number), penalty)
    return {n: round(float(w[at]), 3) for n, at in number.items() if abs(w[at]) >= 0.01}


def held_out_scores(examples: list[Example]) -> None:
    """Score every span by a model that has not seen its outlet."""
    for train, test in folds(examples, seed=1):
        model = Finder(train_local(train), {}, (), 0.0)
        for made in test:
            made.scores = [model.score(f.features) for f in made.found]


def folds(examples: list[Example], seed: int):
    groups = sorted({e.group for e in examples})
    random.Random(seed).shuffle(groups)
    fold = {group: at % FOLDS for at, group in enumerate(groups)}
    for at in range(FOLDS):
        yield (
            [e for e in examples if fold[e.group] != at],
            [e for e in examples if fold[e.group] == at],
        )


def document_rows(made: Example) -> list[list[float]]:
    spans = [f.span for f in made.found]
    return document_features([s.key for s in spans], [s.known for s in spans], made.scores)


def train_document(examples: list[Example]) -> tuple[float, ...]:
    """Newton's method on standardised columns."""
    x = np.array([row for e in examples for row in document_rows(e)])
    y = np.array([float(exact) for e in examples for exact in e.exact])
    near = np.array([n and not x for e in examples for n, x in zip(e.near, e.exact, strict=True)])
    weight = np.where(near, NEAR_MISS, 1.0)
    mean, spread = x.mean(0), x.std(0)
    mean[0], spread[spread == 0] = 0, 1
    z, w = (x - mean) / spread, np.zeros(x.shape[1])
    for _ in range(25):
        p = 1 / (1 + np.exp(-z @ w))
        gradient = z.T @ ((p - y) * weight) + DOCUMENT_PENALTY * w
        curve = (z * (p * (1 - p) * weight)[:, None]).T @ z + DOCUMENT_PENALTY * np.eye(len(w))
        w -= np.linalg.solve(curve, gradient)
    raw = w / spread
    raw[0] = w[0] - (w[1:] * mean[1:] / spread[1:]).sum()
    return tuple(round(float(v), 4) for v in raw)


# The resolver


def mentions(made: Example, finder: Finder, names: Names) -> tuple[PlaceMention, ...]:
    scores = places.judge(made.found, made.scores, names, finder)
    chosen = places.choose(made.found, scores, finder.threshold)
    return tuple(places.mention(made.document, made.found[at], scores[at], names) for at in chosen)


def gold_candidates(made: Example, sense, found: tuple[PlaceMention, ...]) -> list[int]:
    """The candidates that most of the sense's gold mentions accept."""
    votes: Counter[int] = Counter()
    for at in sense.mentions:
        start, end = found[at].start, found[at].end
        for t in made.row["toponyms"]:
            if t["start"] < end and start < t["end"] and t["lat"] is not None:
                for number, candidate in enumerate(sense.candidates):
                    same = str(candidate.place.geonames_id) == str(t["geonameid"])
                    if same or kilometres(t["lat"], t["lon"], candidate.place) <= RADIUS:
                        votes[number] += 1
    most = max(votes.values(), default=0)
    return [number for number, count in votes.items() if count == most]


def choice(batch: list, penalty: float, steps: int = 250):
    """Conditional logit: batch holds (features by candidate, right candidates); Adam."""
    x = np.vstack([np.array(features) for features, _ in batch])
    starts = np.cumsum([0, *(len(f) for f, _ in batch)])
    right = np.zeros(len(x))
    for start, (_, gold) in zip(starts[:-1], batch, strict=True):
        right[[start + g for g in gold]] = 1
    part = np.repeat(np.arange(len(batch)), np.diff(starts))
    w = mean = square = np.zeros(x.shape[1])
    for step in range(1, steps + 1):
        score = x @ w
        raised = np.exp(score - np.maximum.reduceat(score, starts[:-1])[part])
        p = raised / np.add.reduceat(raised, starts[:-1])[part]
        good = raised * right
        q = good / np.add.reduceat(good, starts[:-1])[part]
        gradient = x.T @ (p - q) / len(batch) + penalty * w
        mean, square = 0.9 * mean + 0.1 * gradient, 0.99 * square + 0.01 * gradient**2
        w = w - 0.1 * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return tuple(round(float(v), 3) for v in w)


def train_resolver(examples: list[Example], found: dict, gazetteer: Gazetteer) -> Resolver:
    blank = Weigher(names_of(gazetteer), Resolver((), (), ()))
    known = []
    for e in examples:
        here = senses(e.document, found[e.document.id], blank)
        known.append((here, [gold_candidates(e, sense, found[e.document.id]) for sense in here]))
    pairs = [(s, g) for here, gold in known for s, g in zip(here, gold, strict=True) if g]
    own = {id(s): own_features(s, names_of(gazetteer)) for here, _ in known for s in here}
    prior = choice([(own[id(s)], g) for s, g in pairs], 0.01)
    context: tuple[float, ...] = ()
    size = len(prior)
    for _ in range(2):
        batch = []
        for here, gold in known:
            for sense in here:
                sense.candidates = tuple(
                    c._replace(prior=dot(prior, values), base=dot(context, values))
                    for c, values in zip(sense.candidates, own[id(sense)], strict=True)
                )
            resolve.weigh(here, context[size:], passes=1 if context else 0)
            around = Surroundings(here)
            for sense, right in zip(here, gold, strict=True):
                if right and len(sense.candidates) > 1:
                    rows = [
                        values + around.features(sense, c, odds)
                        for c, odds, values in zip(
                            sense.candidates, sense.odds, own[id(sense)], strict=False
                        )
                    ]
                    batch.append((rows, right))
        context = choice(batch, 0.002)
    return Resolver(prior, context[:size], context[size:])


def own_features(sense, names: Names) -> list[tuple[float, ...]]:
    known = names.known(sense.key)
    count = len(sense.candidates)
    standing = standings(known) if known else []
    if len(standing) != count:  # the reading's key is not the text's, as "St.Louis"
        standing = [(0, rank, 4.0, 0.0) for rank in range(count)]
    pairs = zip(sense.candidates, standing, strict=True)
    return [features(c.place, sense.key, *own) for c, own in pairs]


# Measuring and writing


def measure(examples: list[Example], gazetteer: Gazetteer, threshold: float) -> None:
    predicted: dict[str, list] = {corpus: [] for corpus in CORPORA}
    for train, test in folds(examples, seed=2):
        finder = Finder({}, {}, train_document(train), threshold)
        found = {e.document.id: mentions(e, finder, names_of(gazetteer)) for e in examples}
        resolver = train_resolver(train, found, gazetteer)
        for e in test:
            predicted[e.corpus].append(prediction(e, found[e.document.id], resolver, gazetteer))
    for corpus, lines in predicted.items():
        gold = [e.row for e in examples if e.corpus == corpus]
        for name, flags in (
            ("all", {}),
            ("no demonyms", {"no_demonyms": True}),
            ("same id", {"same_id_ok": True}),
        ):
            report(f"{corpus} {name}", score_places.evaluate(lines, gold, **flags))


def prediction(made: Example, found, resolver: Resolver, gazetteer: Gazetteer) -> dict:
    here = senses(made.document, found, Weigher(names_of(gazetteer), resolver))
    resolve.weigh(here, resolver.around)
    toponyms = []
    for sense in here:
        best = sense.candidates[max(range(len(sense.odds)), key=sense.odds.__getitem__)].place
        for at in sense.mentions:
            toponyms.append(
                {
                    "start": found[at].start,
                    "end": found[at].end,
                    "lat": best.latitude,
                    "lon": best.longitude,
                    "geonameid": best.geonames_id,
                }
            )
    return {"id": made.document.id, "toponyms": toponyms}


def report(name: str, r: dict) -> None:
    found, whole = r["recognition"], r["end_to_end"]
    place = whole["overlap"]
    print(
        f"{name:24} exact F1 {found['exact']['f1']:.3f}  overlap F1 {found['overlap']['f1']:.3f}"
        f"  end to end P {place['p']:.3f} R {place['r']:.3f} F1 {place['f1']:.3f}"
        f"  exact span found and near {whole['exact']['r']:.3f}"
        f"  right of answered {r['resolution']['acc@161_answered']:.3f}"
    )


def write(examples: list[Example], gazetteer: Gazetteer, threshold: float) -> None:
    finder = Finder(
        train_local(examples), train_role(examples), train_document(examples), threshold
    )
    found = {e.document.id: mentions(e, finder, names_of(gazetteer)) for e in examples}
    resolver = train_resolver(examples, found, gazetteer)
    target = Path(places.__file__).parent / "weights.json.gz"
    text = json.dumps(
        {
            "local": finder.local,
            "role": finder.role,
            "document": finder.document,
            "threshold": threshold,
        },
        sort_keys=True,
    )
    target.write_bytes(gzip.compress(text.encode(), mtime=0))
    weights = {"prior": resolver.prior, "context": resolver.context, "around": resolver.around}
    (Path(resolve.__file__).parent / "weights.json").write_text(json.dumps(weights) + "\n")
    print(f"{len(finder.local)} local features, {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()

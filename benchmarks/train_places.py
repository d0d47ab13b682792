"""Train the weights of geodata.places and geodata.resolve, or measure them on held-out outlets.

  python benchmarks/train_places.py              writes both weight files
  python benchmarks/train_places.py --held-out   five folds by outlet, each scored unseen

Reads ../shared/corpora/{lgl,geowebnews}.jsonl; only weights are written, never their texts.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from recorded import Figure, record
from training.examples import CORPORA, FOLDS, SHARED, Example, example, folds, rows
from training.finder import (
    held_out_scores,
    mentions,
    role_folds,
    train_document,
    train_local,
    train_role,
)
from training.reliability import Said, fit, said, table
from training.resolver import homes, same, train_resolver

from geodata import places, resolve
from geodata.gazetteer import Gazetteer
from geodata.places.known import names_of
from geodata.places.model import Model as Finder
from geodata.resolve.candidates import Weigher
from geodata.resolve.model import PARTS, calibrated
from geodata.resolve.model import Model as Resolver
from geodata.resolve.senses import senses

sys.path.insert(0, str(SHARED / "bench"))

import score_places

SAID = {
    "lgl": "588 reports of local newspapers, each of an unseen outlet (LGL)",
    "geowebnews": "200 news pages, each of an unseen outlet (GeoWebNews)",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--threshold", type=float, default=-0.25)
    parser.add_argument("--record", action="store_true", help="held out, for the methods page")
    options = parser.parse_args()
    gazetteer = Gazetteer()
    examples = [example(corpus, row, gazetteer) for corpus in CORPORA for row in rows(corpus)]
    held_out_scores(examples)
    if options.held_out:
        figures = measure(examples, gazetteer, options.threshold)
        if options.record:
            record("benchmarks/train_places.py --held-out", figures)
    else:
        write(examples, gazetteer, options.threshold)


@dataclass
class HeldOut:
    """What models that have not seen a document's outlet make of each document."""

    predicted: dict[str, list[dict]]
    without: dict[str, list[dict]]  # the same without the outlet's home
    said: list[list[Said]]  # by fold
    said_without: list[list[Said]]
    very: dict[str, Counter[bool]]  # whether the gold's very place was chosen, where it could be


def held_out(examples: list[Example], gazetteer: Gazetteer, threshold: float) -> HeldOut:
    made = HeldOut(
        *({corpus: [] for corpus in CORPORA} for _ in range(2)),
        *([[] for _ in range(FOLDS)] for _ in range(2)),
        {corpus: Counter() for corpus in CORPORA},
    )
    for fold, (train, test) in enumerate(folds(examples, seed=2)):
        finder = Finder({}, {}, train_document(train), threshold)
        found = {e.document.id: mentions(e, finder, names_of(gazetteer)) for e in examples}
        alone = train_resolver(train, found, gazetteer)
        at_home = homes(examples, found, alone, gazetteer)
        resolver = train_resolver(train, found, gazetteer, at_home)
        for e in test:
            mentions_here, home = found[e.document.id], at_home[e.document.id]
            answer = prediction(e, mentions_here, resolver, gazetteer, home)
            made.predicted[e.corpus].append(answer)
            made.said[fold] += said(e, answer["toponyms"])
            made.very[e.corpus].update(very_places(e, answer["toponyms"]))
            answer = prediction(e, mentions_here, resolver, gazetteer, None)
            made.without[e.corpus].append(answer)
            made.said_without[fold] += said(e, answer["toponyms"])
    return made


def measure(examples: list[Example], gazetteer: Gazetteer, threshold: float) -> list[Figure]:
    made = held_out(examples, gazetteer, threshold)
    right, asked = role_folds(examples)
    print(f"role right {right} of {asked}, {right / asked:.3f}")
    for corpus, counts in made.very.items():
        share = counts[True] / counts.total()
        print(f"{corpus} the very place of {counts.total()} that it could be: {share:.4f}")
    report_confidence(made)
    figures = []
    for corpus, lines in made.predicted.items():
        gold = [e.row for e in examples if e.corpus == corpus]
        for name, flags in (
            ("all", {}),
            ("no demonyms", {"no_demonyms": True}),
            ("same id", {"same_id_ok": True}),
        ):
            report(f"{corpus} {name}", score_places.evaluate(lines, gold, **flags))
        report(f"{corpus} without homes", score_places.evaluate(made.without[corpus], gold))
        f1 = score_places.evaluate(lines, gold)["end_to_end"]["overlap"]["f1"]
        figures.append(Figure("Places found and put within 161 km", SAID[corpus], f"F1 {f1:.3f}"))
    return figures


def report_confidence(made: HeldOut) -> None:
    """What is said and what is right; the mending of each fold learned from the other four."""
    for name, folds_said in (("with homes", made.said), ("without", made.said_without)):
        print(f"confidence {name}, both probabilities multiplied")
        print(table([one for fold in folds_said for one in fold], ()))
        mended = []
        for at, fold in enumerate(folds_said):
            weights = fit(everything(made, without=at))
            mended += [one._replace(toponym=mend(one, weights), place=1.0) for one in fold]
        print(f"confidence {name}, mended\n{table(mended, ())}")
    print("weights of all five", fit(everything(made)))


def everything(made: HeldOut, without: int = -1) -> list[Said]:
    """What is said with homes and without them, one fold left out."""
    pairs = enumerate(zip(made.said, made.said_without, strict=True))
    return [one for at, pair in pairs if at != without for part in pair for one in part]


def mend(one: Said, weights: tuple[float, ...]) -> float:
    return calibrated(one.toponym, one.place, weights)


def very_places(made: Example, toponyms: list[dict]) -> Iterator[bool]:
    """Of the mentions with the gold's very place among their candidates whether it was chosen."""
    gold = {(t["start"], t["end"]): t for t in made.row["toponyms"] if t["geonameid"]}
    for toponym in toponyms:
        t = gold.get((toponym["start"], toponym["end"]))
        if t and any(same(t, candidate.place) for candidate in toponym["candidates"]):
            yield same(t, toponym["resolved"])


def prediction(made: Example, found, resolver: Resolver, gazetteer: Gazetteer, home) -> dict:
    here = senses(made.document, found, Weigher(names_of(gazetteer), resolver))
    resolve.at_home(here, home, resolver.home)
    resolve.weigh(here, resolver.around)
    toponyms = []
    for sense in here:
        odds = max(sense.odds)
        best = sense.candidates[sense.odds.index(odds)].place
        for at in sense.mentions:
            toponyms.append(
                {
                    "start": found[at].start,
                    "end": found[at].end,
                    "lat": best.latitude,
                    "lon": best.longitude,
                    "geonameid": best.geonames_id,
                    "resolved": best,
                    "candidates": sense.candidates,
                    "toponym": found[at].confidence,
                    "place": odds,
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
    alone = train_resolver(examples, found, gazetteer)
    at_home = homes(examples, found, alone, gazetteer)
    resolver = train_resolver(examples, found, gazetteer, at_home)
    sure = fit(everything(held_out(examples, gazetteer, threshold)))
    resolver = replace(resolver, sure=sure)
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
    weights = {part: getattr(resolver, part) for part in PARTS}
    (Path(resolve.__file__).parent / "weights.json").write_text(json.dumps(weights) + "\n")
    print(f"{len(finder.local)} local features, {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()

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
from pathlib import Path

from recorded import Figure, record
from training.examples import CORPORA, SHARED, Example, example, folds, rows
from training.finder import held_out_scores, mentions, train_document, train_local, train_role
from training.resolver import homes, train_resolver

from geodata import places, resolve
from geodata.gazetteer import Gazetteer
from geodata.places.known import names_of
from geodata.places.model import Model as Finder
from geodata.resolve.candidates import Weigher
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


def measure(examples: list[Example], gazetteer: Gazetteer, threshold: float) -> list[Figure]:
    predicted: dict[str, list] = {corpus: [] for corpus in CORPORA}
    without: dict[str, list] = {corpus: [] for corpus in CORPORA}
    for train, test in folds(examples, seed=2):
        finder = Finder({}, {}, train_document(train), threshold)
        found = {e.document.id: mentions(e, finder, names_of(gazetteer)) for e in examples}
        alone = train_resolver(train, found, gazetteer)
        at_home = homes(examples, found, alone, gazetteer)
        resolver = train_resolver(train, found, gazetteer, at_home)
        for e in test:
            mentions_here, home = found[e.document.id], at_home[e.document.id]
            predicted[e.corpus].append(prediction(e, mentions_here, resolver, gazetteer, home))
            without[e.corpus].append(prediction(e, mentions_here, resolver, gazetteer, None))
    figures = []
    for corpus, lines in predicted.items():
        gold = [e.row for e in examples if e.corpus == corpus]
        for name, flags in (
            ("all", {}),
            ("no demonyms", {"no_demonyms": True}),
            ("same id", {"same_id_ok": True}),
        ):
            report(f"{corpus} {name}", score_places.evaluate(lines, gold, **flags))
        alone = score_places.evaluate(without[corpus], gold)
        report(f"{corpus} without homes", alone)
        f1 = alone["end_to_end"]["overlap"]["f1"]
        figures.append(Figure("Places found and put within 161 km", SAID[corpus], f"F1 {f1:.3f}"))
    return figures


def prediction(made: Example, found, resolver: Resolver, gazetteer: Gazetteer, home) -> dict:
    here = senses(made.document, found, Weigher(names_of(gazetteer), resolver))
    resolve.at_home(here, home, resolver.home)
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
    alone = train_resolver(examples, found, gazetteer)
    at_home = homes(examples, found, alone, gazetteer)
    resolver = train_resolver(examples, found, gazetteer, at_home)
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
    weights = {part: getattr(resolver, part) for part in ("prior", "context", "around", "home")}
    (Path(resolve.__file__).parent / "weights.json").write_text(json.dumps(weights) + "\n")
    print(f"{len(finder.local)} local features, {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()

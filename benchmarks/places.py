"""Measure places on the corpora: scores, words per CPU-second, memory, and growth with length.

  python benchmarks/places.py                    scores and speed with the shipped weights
  python benchmarks/places.py --growth 1 10 50   CPU seconds for a line of so many million letters

The shipped weights have seen LGL and GeoWebNews: for scores on unseen texts run
``benchmarks/train_places.py --held-out``.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from pathlib import Path

from geodata.documents import make_document
from geodata.gazetteer import Gazetteer
from geodata.pipeline import annotate as annotate_whole
from geodata.places import find_places
from geodata.readers import Raw
from geodata.records import Document, PlaceMention
from geodata.resolve import resolve
from geodata.sentences import split

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
MILLION = 1_000_000
# What is repeated to one line; the first is the worst case, a place every 18 characters.
LINES = {
    "places": "Troops left Goris in Armenia for Lachin and Shusha, said John Paris of Athens. ",
    "prose": "He said that the talks in Vienna were long and that nobody knew their end. ",
    "no full stop": "troops left the town of Goris and went north and nothing happened ",
    "no spaces": "Parisisthecapitaloffranceandberlinthatofgermany",
    "capitals": "TROOPS LEFT GORIS FOR SHUSHA AND THE MINISTRY SAID NOTHING ON 9 NOVEMBER. ",
    "other scripts": "Войска вышли из Гориса. Զորքերը մտան Շուշի։ 軍隊は去った。القوات ",
    "markup": '<p class="a"><b>Goris</b>&nbsp;and <i>Shusha</i></p><br/>',
    "one letter": "a",
    "numbers": "1 2 3 1/2/3 4-5-6 1,234 7.5 12:30 88% 9999 ",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--growth", nargs="*", type=float, metavar="MB")
    options = parser.parse_args()
    started = time.perf_counter()
    gazetteer = Gazetteer()
    print(f"index ready in {1000 * (time.perf_counter() - started):.0f} ms")
    if options.growth is not None:
        growth(gazetteer, options.growth or [1, 2, 4, 8])
    else:
        for corpus in ("lgl", "geowebnews"):
            measure(corpus, gazetteer)
    print(f"resident at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def annotate(text: str, gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    document = Document("", text)
    sentences = split(document)
    mentions = find_places(document, sentences, gazetteer)
    return resolve(document, sentences, mentions, gazetteer)


def measure(corpus: str, gazetteer: Gazetteer) -> None:
    path = SHARED / "corpora" / f"{corpus}.jsonl"
    if not path.exists():
        print(f"{corpus}: skipped, {path.name} is not here")
        return
    rows = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]
    words = sum(len(row["text"].split()) for row in rows)
    spent = []
    for _ in range(2):  # the second time with a warm cache of names
        started = time.process_time()
        found = [(row["id"], annotate(row["text"], gazetteer)) for row in rows]
        spent.append(time.process_time() - started)
    print(f"{corpus}: {words / spent[0]:,.0f} words per CPU-second; warm {words / spent[1]:,.0f}")
    score(corpus, rows, found)


def score(corpus: str, rows: list[dict], found: list[tuple[str, tuple[PlaceMention, ...]]]) -> None:
    sys.path.insert(0, str(SHARED / "bench"))
    import score_places

    predicted = [{"id": i, "toponyms": [toponym(m) for m in mentions]} for i, mentions in found]
    for name, no_demonyms in (("all", False), ("no demonyms", True)):
        r = score_places.evaluate(predicted, rows, no_demonyms=no_demonyms)
        print(
            f"  {name}: overlap F1 {r['recognition']['overlap']['f1']}, "
            f"end to end F1 {r['end_to_end']['overlap']['f1']}, "
            f"exact and near {r['end_to_end']['exact']['r']}"
        )


def toponym(mention: PlaceMention) -> dict[str, object]:
    place = mention.place
    return {
        "start": mention.start,
        "end": mention.end,
        "lat": place and place.latitude,
        "lon": place and place.longitude,
    }


def growth(gazetteer: Gazetteer, sizes: list[float]) -> None:
    """One line without a break, of several kinds of bad text; layout and dates included."""
    for name, line in LINES.items():
        spent = []
        for size in sizes:
            text = line * int(size * MILLION // len(line))
            started = time.process_time()
            found = annotate_whole(make_document("", Raw(text)), gazetteer)
            spent.append(f"{time.process_time() - started:.1f}")
            del found
        print(f"| {name} | {' | '.join(spent)} |", flush=True)


if __name__ == "__main__":
    main()

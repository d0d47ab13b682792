"""What the rest of a document says about a span: its name elsewhere, and the area it is about."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import log, log1p

from geodata.places.known import Known
from geodata.places.model import probability

FAINT = 0.1  # a name less likely than this to be a place says nothing about the area
# Evidence past these adds nothing, so that a long document is judged like a short one.
ENOUGH_TIMES = 8
ENOUGH_NEIGHBOURS = 6.0
COUNTRY = 13  # number of the feature that says how much else is named of a name's countries


def document_features(
    keys: Sequence[str], known: Sequence[Known], scores: Sequence[float], beside: Sequence[str]
) -> list[list[float]]:
    """For each span a row of numbers, the first always 1.

    ``scores`` are the local ones; ``beside`` says what stands beside each: "person", "spot" or "".
    """
    by_key: dict[str, list[float]] = defaultdict(list)
    facts: dict[str, Known] = {}
    for key, fact, score in zip(keys, known, scores, strict=True):
        by_key[key].append(score)
        facts[key] = fact
    shared = _shared(facts, by_key)
    persons = Counter(key for key, kind in zip(keys, beside, strict=True) if kind == "person")
    spots = Counter(key for key, kind in zip(keys, beside, strict=True) if kind == "spot")
    total = {key: (len(s), sum(s), max(s), min(s)) for key, s in by_key.items()}
    return [
        [
            *_row(score, total[key], facts[key].kind == "settlement", *shared[key]),
            float(persons[key] > (kind == "person")),
            float(spots[key] > (kind == "spot")),
            float(persons[key] > (kind == "person") and kind == "spot"),
        ]
        for key, score, kind in zip(keys, scores, beside, strict=True)
    ]


def _shared(
    facts: dict[str, Known], by_key: dict[str, list[float]]
) -> dict[str, tuple[float, float, float]]:
    """How much of the document's other names lies close to each name's places, or in a country."""
    weight: dict[str, tuple[float, float]] = {}
    countries: dict[int, float] = defaultdict(float)
    cells: dict[tuple[int, int], float] = defaultdict(float)
    for key, fact in facts.items():
        sure = probability(max(by_key[key]))
        if sure >= FAINT:
            land = sure / max(1, len(fact.countries)) ** 0.5
            spot = sure / max(1, len(fact.cells)) ** 0.5
            weight[key] = land, spot
            for country in fact.countries:
                countries[country] += land
            for cell in fact.cells:
                cells[cell] += spot
    shared = {}
    all_spots = sum(spot for _, spot in weight.values())
    for key, fact in facts.items():
        land, spot = weight.get(key, (0.0, 0.0))
        lands = max([countries[c] for c in fact.countries], default=land) - land
        near = max([_around(cells, cell) for cell in fact.cells], default=spot) - spot
        rest = min(max(all_spots - spot, 0.0), ENOUGH_NEIGHBOURS)
        shared[key] = (min(max(near, 0.0), ENOUGH_NEIGHBOURS), min(lands, ENOUGH_NEIGHBOURS), rest)
    return shared


def _around(cells: dict[tuple[int, int], float], cell: tuple[int, int]) -> float:
    x, y = cell
    get = cells.get
    return (
        get((x, y), 0.0)
        + get((x - 1, y), 0.0)
        + get((x + 1, y), 0.0)
        + get((x, y - 1), 0.0)
        + get((x, y + 1), 0.0)
    )


def _row(
    score: float,
    total: tuple[int, float, float, float],
    settled: bool,
    near: float,
    country: float,
    rest: float,
) -> list[float]:
    count, all_scores, most, least = total
    often = count > 1
    others = (all_scores - score) / (count - 1) if often else 0.0
    times = log(min(count, ENOUGH_TIMES))
    return [
        1.0,
        score,
        max(-3.0, min(3.0, score)),
        float(often),
        others,
        max(-3.0, min(3.0, others)),
        min(most - score, 4.0),
        max(least - score, -4.0),
        times,
        times * max(-3.0, min(3.0, others)),
        float(settled),
        log1p(near) if settled else 0.0,
        log1p(near),
        log1p(country),
        log1p(country) if settled else 0.0,
        float(settled and near < 0.3),
        log1p(rest),
        log1p(rest) if settled else 0.0,
        log1p(rest) if settled and near < 0.3 else 0.0,
        times if settled else 0.0,
    ]

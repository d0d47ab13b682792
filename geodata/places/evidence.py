"""What the rest of a document says about a span: the same name elsewhere, and the area it is about."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import log, log1p

from geodata.places.known import Known
from geodata.places.model import probability

FAINT = 0.1  # a name less likely than this to be a place says nothing about the area


def document_features(
    keys: Sequence[str], known: Sequence[Known], scores: Sequence[float]
) -> list[list[float]]:
    """For each span a row of numbers, the first always 1; ``scores`` are the local ones."""
    by_key: dict[str, list[float]] = defaultdict(list)
    facts: dict[str, Known] = {}
    for key, fact, score in zip(keys, known, scores, strict=True):
        by_key[key].append(score)
        facts[key] = fact
    weight: dict[str, float] = {}
    area: Counter[str] = Counter()
    for key, fact in facts.items():
        sure = probability(max(by_key[key]))
        weight[key] = sure / max(1, len(fact.regions)) ** 0.5 if sure >= FAINT else 0.0
        if weight[key]:
            for region in fact.regions:
                area[region] += weight[key]
    shared = {key: _shared(fact, weight[key], area) for key, fact in facts.items()}
    total = {key: (len(s), sum(s), max(s), min(s)) for key, s in by_key.items()}
    return [
        _row(score, total[key], facts[key].kind == "settlement", *shared[key])
        for key, score in zip(keys, scores, strict=True)
    ]


def _shared(fact: Known, own: float, area: Counter[str]) -> tuple[float, float]:
    """How much of the document's other names lie in a province, in a country of this name's."""
    province = country = 0.0
    for region in fact.regions:
        mass = area[region] - own
        if "/" in region:
            province = max(province, mass)
        else:
            country = max(country, mass)
    return province, country


def _row(
    score: float,
    total: tuple[int, float, float, float],
    settled: bool,
    province: float,
    country: float,
) -> list[float]:
    count, all_scores, most, least = total
    often = count > 1
    others = (all_scores - score) / (count - 1) if often else 0.0
    times = log(count)
    near = log1p(province)
    return [
        1.0,
        score,
        max(-3.0, min(3.0, score)),
        float(often),
        others,
        most - score,
        least - score,
        times,
        times * others,
        float(settled),
        near if settled else 0.0,
        near,
        log1p(country),
        float(settled and province < 0.3),
        min(province, 3.0) if settled else 0.0,
        min(country, 3.0) if settled else 0.0,
        float(count) if settled else 0.0,
    ]

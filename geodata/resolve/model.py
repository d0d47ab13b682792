"""The resolver's weights, learned from texts (``benchmarks/train_places.py``)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp, log
from operator import mul


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of two choices among candidates: by prominence alone, and in context."""

    prior: tuple[float, ...]  # for what a candidate is
    context: tuple[float, ...]  # the same, in context
    around: tuple[float, ...]  # for what the document says of it
    home: tuple[float, ...] = ()  # for what other documents of its outlet say
    sure: tuple[
        float, ...
    ] = ()  # of 1, and of the log-odds of mention and place: see ``calibrated``


MOST_DOUBT = 0.001  # nothing is surer than this
PARTS = ("prior", "context", "around", "home", "sure")


@cache
def model() -> Model:
    """The shipped weights."""
    read = json.loads((files(__package__) / "weights.json").read_text("utf-8"))
    return Model(*(tuple(read.get(part, ())) for part in PARTS))


def dot(weights: Sequence[float], values: Sequence[float]) -> float:
    """The sum of the values, each times its weight."""
    return float(sum(map(mul, weights, values)))


def shares(scores: Sequence[float]) -> list[float]:
    """The scores as probabilities that sum to 1."""
    top = max(scores)
    raised = [exp(s - top) for s in scores]
    total = sum(raised)
    return [r / total for r in raised]


def calibrated(toponym: float, place: float, weights: Sequence[float]) -> float:
    """How sure it is that the mention is this place.

    ``toponym``: probability that it is a toponym; ``place``: of the place, if it is one. Without
    weights their product.
    """
    if not weights:
        return toponym * place
    score = dot(weights, (1.0, logit(toponym), logit(place)))
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))


def logit(probability: float) -> float:
    """Its log-odds, within what can be learned from some thousand mentions."""
    kept = max(MOST_DOUBT, min(1 - MOST_DOUBT, probability))
    return log(kept / (1 - kept))

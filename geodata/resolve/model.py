"""The resolver's weights, learned from texts (``benchmarks/train_places.py``)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from operator import mul


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of two choices among candidates: by prominence alone, and in context."""

    prior: tuple[float, ...]  # for what a candidate is
    context: tuple[float, ...]  # the same, in context
    around: tuple[float, ...]  # for what the document says of it
    home: tuple[float, ...] = ()  # for what other documents of its outlet say


@cache
def model() -> Model:
    """The shipped weights."""
    read = json.loads((files(__package__) / "weights.json").read_text("utf-8"))
    return Model(*(tuple(read.get(part, ())) for part in ("prior", "context", "around", "home")))


def dot(weights: Sequence[float], values: Sequence[float]) -> float:
    """The sum of the values, each times its weight."""
    return float(sum(map(mul, weights, values)))


def shares(scores: Sequence[float]) -> list[float]:
    """The scores as probabilities that sum to 1."""
    top = max(scores)
    raised = [exp(s - top) for s in scores]
    total = sum(raised)
    return [r / total for r in raised]

"""The resolver's weights, learned from texts (``benchmarks/train_places.py``)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of two choices among candidates: by prominence alone, and in context."""

    prior: tuple[float, ...]
    context: tuple[float, ...]


@cache
def model() -> Model:
    read = json.loads((files(__package__) / "weights.json").read_text("utf-8"))
    return Model(tuple(read["prior"]), tuple(read["context"]))


def dot(weights: Sequence[float], values: Sequence[float]) -> float:
    return sum([w * v for w, v in zip(weights, values, strict=False)])


def shares(scores: Sequence[float]) -> list[float]:
    """The scores as probabilities that sum to 1."""
    top = max(scores)
    raised = [exp(s - top) for s in scores]
    total = sum(raised)
    return [r / total for r in raised]

"""The finder's weights, learned from texts (``benchmarks/train_places.py``)."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import repeat
from math import exp


@dataclass(frozen=True, slots=True)
class Model:
    """Log-odds weights of three small logistic regressions."""

    local: dict[str, float]  # is the span a toponym, by its sentence
    role: dict[str, float]  # does the toponym stand for a government or people
    document: tuple[float, ...]  # is it one, by the sentence and the rest of the document
    threshold: float  # log-odds from which a span is taken

    def score(self, features: Iterable[str]) -> float:
        return sum(map(self.local.get, features, repeat(0.0)))

    def role_score(self, features: Iterable[str]) -> float:
        return sum(map(self.role.get, features, repeat(0.0)))

    def document_score(self, values: Sequence[float]) -> float:
        return sum([w * v for w, v in zip(self.document, values, strict=True)])


@cache
def model() -> Model:
    """The shipped weights."""
    packed = (files(__package__) / "weights.json.gz").read_bytes()
    read = json.loads(gzip.decompress(packed))
    return Model(read["local"], read["role"], tuple(read["document"]), read["threshold"])


def probability(score: float) -> float:
    """Of these log-odds."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))

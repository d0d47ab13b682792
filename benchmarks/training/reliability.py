"""How far the confidence of a resolved mention can be trusted, and the numbers that mend it.

A mention is right if the gold has a toponym there within 161 km. What is said of it is made of two
probabilities, that it is a toponym and that it is this place; ``fit`` learns how much each counts.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np

from geodata.resolve.model import calibrated, logit
from training.examples import Example
from training.regression import newton
from training.resolver import near

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)
PENALTY = 1.0


class Said(NamedTuple):
    """What was said of a mention, by models that have not seen its outlet, and the truth."""

    toponym: float  # probability that it is one
    place: float  # probability of its place, if it is one
    right: bool


def said(example: Example, toponyms: list[dict]) -> list[Said]:
    return [Said(t["toponym"], t["place"], _right(example, t)) for t in toponyms]


def _right(example: Example, toponym: dict) -> bool:
    return any(
        t["start"] < toponym["end"]
        and toponym["start"] < t["end"]
        and t["lat"] is not None
        and near(t, toponym["resolved"])
        for t in example.row["toponyms"]
    )


def fit(told: list[Said]) -> tuple[float, ...]:
    """Weights of 1 and of the log-odds of both probabilities."""
    x = np.array([(1.0, logit(t.toponym), logit(t.place)) for t in told])
    y = np.array([float(t.right) for t in told])
    return newton(x, y, np.ones(len(told)), PENALTY)


def table(told: list[Said], weights: tuple[float, ...]) -> str:
    """A line a band of what is said: how many, what was said of them, and how many are right."""
    sure = np.array([calibrated(t.toponym, t.place, weights) for t in told])
    right = np.array([t.right for t in told])
    lines, off = [], 0.0
    for low, high in pairwise(EDGES):
        here = (sure >= low) & (sure < high)
        if here.any():
            mean, share = sure[here].mean(), right[here].mean()
            off += here.sum() * abs(mean - share)
            lines.append(f"  said {mean:.2f}  right {share:.2f}  of {here.sum()}")
    brier = ((sure - right) ** 2).mean()
    return "\n".join([*lines, f"  off by {off / len(told):.3f} on average, Brier {brier:.4f}"])

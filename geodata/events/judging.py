"""How likely it is that what a sentence seems to tell is an event, and of which day and place.

Three sets of weights are learned from annotated reports (``benchmarks/train_events.py``): a
conditional logit chooses among the days that a happening may have, another among its places, and a
logistic regression says how likely a person would call the result an event. Its probability is the
event's confidence.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import repeat
from math import exp
from typing import NamedTuple

from geodata.events.features import of_days, of_event, of_places
from geodata.events.proposals import Candidate, Proposal


class Weights(NamedTuple):
    """Log-odds by feature: of a day, of a place, of an event."""

    day: dict[str, float]
    place: dict[str, float]
    event: dict[str, float]


@cache
def weights() -> Weights:
    """The shipped weights."""
    packed = (files(__package__) / "weights.json").read_text(encoding="utf-8")
    return Weights(**json.loads(packed))


def decide(proposal: Proposal, by: Weights) -> Candidate:
    """Choose the likeliest day and place, each with its share of what speaks for all of them."""
    when = where = None
    day_sure = place_sure = 0.0
    if proposal.whens:
        number, day_sure = _likeliest([score(by.day, row) for row in of_days(proposal)])
        when = proposal.whens[number]
    if proposal.wheres:
        number, place_sure = _likeliest([score(by.place, row) for row in of_places(proposal)])
        where = proposal.wheres[number]
    return Candidate(proposal, when, where, day_sure, place_sure)


def _likeliest(scores: list[float]) -> tuple[int, float]:
    """The number of the highest, the first of equals, and its probability among them all."""
    best = max(range(len(scores)), key=lambda number: (scores[number], -number))
    return best, 1 / sum([exp(value - scores[best]) for value in scores])


def confidence(candidate: Candidate, by: Weights) -> float:
    """The probability that a person would call it an event of that day and place."""
    return probability(by.event, of_event(candidate))


def probability(weights: dict[str, float], features: Iterable[str]) -> float:
    """Of the features that hold."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, score(weights, features)))))


def score(weights: dict[str, float], features: Iterable[str]) -> float:
    """The log-odds of the features that hold."""
    return sum(map(weights.get, features, repeat(0.0)))

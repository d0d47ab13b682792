"""Training the finder: spans by their sentence, spans by their document, roles."""

from __future__ import annotations

from collections import Counter

import numpy as np

from geodata import places
from geodata.places.known import Names
from geodata.places.model import Model as Finder
from geodata.places.role import role_features, standing
from geodata.records import PlaceMention
from training.examples import Example, folds
from training.regression import logistic, newton

NEAR_MISS = 0.25  # weight of a span that overlaps a toponym without being it
RARE, ROLE_RARE = 3, 2  # features seen less often are dropped
LOCAL_PENALTY, DOCUMENT_PENALTY, ROLE_PENALTY = 2.0, 1.0, 1.5
METONYM = {"Metonymic", "Non_Literal_Modifier", "Embedded_Non_Lit"}
LITERAL = {"Literal", "Literal_Modifier", "Coercion", "Embedded_Literal"}


def train_local(examples: list[Example]) -> dict[str, float]:
    spans = [(f, x, n) for e in examples for f, x, n in zip(e.found, e.exact, e.near, strict=True)]
    kept = [(f.features, float(x), NEAR_MISS if n and not x else 1.0) for f, x, n in spans]
    return sparse(kept, LOCAL_PENALTY, RARE)


def train_role(examples: list[Example]) -> dict[str, float]:
    kept = [
        (role_features(f.tokens, f.span, standing(f.tokens, f.span)), float(role in METONYM), 1.0)
        for e in examples
        for f, exact, role in zip(e.found, e.exact, e.roles, strict=True)
        if exact and role in METONYM | LITERAL
    ]
    return sparse(kept, ROLE_PENALTY, ROLE_RARE)


def sparse(kept: list, penalty: float, rare: int) -> dict[str, float]:
    counts = Counter(name for features, _, _ in kept for name in features)
    number = {n: at for at, n in enumerate(sorted(n for n, c in counts.items() if c >= rare))}
    arrays = [np.array([number[n] for n in f if n in number]) for f, _, _ in kept]
    w = logistic(arrays, [t for _, t, _ in kept], [w for _, _, w in kept], len(number), penalty)
    return {n: round(float(w[at]), 3) for n, at in number.items() if abs(w[at]) >= 0.01}


def held_out_scores(examples: list[Example]) -> None:
    """Score every span by a model that has not seen its outlet."""
    for train, test in folds(examples, seed=1):
        model = Finder(train_local(train), {}, (), 0.0)
        for made in test:
            made.scores = [model.score(f.features) for f in made.found]


def train_document(examples: list[Example]) -> tuple[float, ...]:
    x = np.array([row for e in examples for row in places.document_rows(e.found, e.scores)])
    y = np.array([float(exact) for e in examples for exact in e.exact])
    near = np.array([n and not x for e in examples for n, x in zip(e.near, e.exact, strict=True)])
    return newton(x, y, np.where(near, NEAR_MISS, 1.0), DOCUMENT_PENALTY)


def mentions(made: Example, finder: Finder, names: Names) -> tuple[PlaceMention, ...]:
    scores = places.judge(made.found, made.scores, names, finder)
    chosen = places.choose(made.found, scores, finder.threshold)
    return tuple(
        places.mention(made.document, made.found[at], scores[at], names, finder) for at in chosen
    )


def role_folds(examples: list[Example]) -> tuple[int, int]:
    """How many roles are right, of how many, each by a model that has not seen its outlet."""
    right = asked = 0
    for train, test in folds(examples, seed=1):
        model = Finder({}, train_role(train), (), 0.0)
        for e in test:
            for f, exact, kind in zip(e.found, e.exact, e.roles, strict=True):
                if exact and kind in METONYM | LITERAL:
                    asked += 1
                    told = places.role(f.tokens, f.span, model)
                    right += (told == "metonym") == (kind in METONYM)
    return right, asked

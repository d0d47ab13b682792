"""Logistic regressions and a conditional logit, on nothing but numpy."""

from __future__ import annotations

import numpy as np


def logistic(rows: list, truth: list, weight: list, size: int, penalty: float, steps: int = 120):
    """Sparse logistic regression, ridge ``penalty``, by L-BFGS; rows are arrays of features."""
    at = np.concatenate(rows)
    lengths = np.array([len(row) for row in rows])
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    y, v = np.array(truth), np.array(weight)

    def slope(w):
        z = np.add.reduceat(w[at], starts)
        p = 1 / (1 + np.exp(-np.clip(z, -30, 30)))
        loss = v @ (np.logaddexp(0, z) - y * z) + penalty / 2 * w @ w
        error = np.repeat((p - y) * v, lengths)
        return loss, np.bincount(at, error, size) + penalty * w

    return minimise(slope, np.zeros(size), steps)


def conditional(rows: list, right: list, groups: list, weight: list, size: int, penalty: float):
    """Sparse conditional logit: of the alternatives of a group, those that are right.

    ``rows``: arrays of features; ``groups``: how many follow each other in a group, each with one
    right at least; ``weight`` by group.
    """
    at = np.concatenate(rows)
    lengths = np.array([len(row) for row in rows])
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    firsts = np.concatenate([[0], np.cumsum(groups)[:-1]])
    part = np.repeat(np.arange(len(groups)), groups)
    y, v = np.array(right, float), np.array(weight)

    def slope(w):
        z = np.add.reduceat(w[at], starts)
        raised = np.exp(z - np.maximum.reduceat(z, firsts)[part])
        total, good = np.add.reduceat(raised, firsts), np.add.reduceat(raised * y, firsts)
        loss = v @ (np.log(total) - np.log(good)) + penalty / 2 * w @ w
        error = (raised / total[part] - raised * y / good[part]) * v[part]
        return loss, np.bincount(at, np.repeat(error, lengths), size) + penalty * w

    return minimise(slope, np.zeros(size), 150)


def minimise(slope, w, steps: int, memory: int = 10):
    """L-BFGS with backtracking; ``slope`` gives value and gradient."""
    value, gradient = slope(w)
    pairs: list = []
    for _ in range(steps):
        direction = -gradient
        inner = []
        for s, d, r in reversed(pairs):
            a = r * (s @ direction)
            direction = direction - a * d
            inner.append(a)
        if pairs:
            s, d, _ = pairs[-1]
            direction = direction * (s @ d) / (d @ d)
        for (s, d, r), a in zip(pairs, reversed(inner), strict=True):
            direction = direction + s * (a - r * (d @ direction))
        length = 1.0 if pairs else min(1.0, 1 / np.abs(gradient).sum())
        for _ in range(25):
            new, fresh = slope(w + length * direction)
            if new <= value + 1e-4 * length * (gradient @ direction):
                break
            length /= 2
        step, change = length * direction, fresh - gradient
        if step @ change > 1e-10:
            pairs = [*pairs, (step, change, 1 / (step @ change))][-memory:]
        done = value - new < 1e-6 * abs(value)
        w, value, gradient = w + step, new, fresh
        if done:
            break
    return w


def newton(x, y, weight, penalty: float, steps: int = 25) -> tuple[float, ...]:
    """Logistic regression of few columns, the first all ones, by Newton's method; raw weights."""
    mean, spread = x.mean(0), x.std(0)
    mean[0], spread[spread == 0] = 0, 1
    z, w = (x - mean) / spread, np.zeros(x.shape[1])
    for _ in range(steps):
        p = 1 / (1 + np.exp(-z @ w))
        gradient = z.T @ ((p - y) * weight) + penalty * w
        curve = (z * (p * (1 - p) * weight)[:, None]).T @ z + penalty * np.eye(len(w))
        w -= np.linalg.solve(curve, gradient)
    raw = w / spread
    raw[0] = w[0] - (w[1:] * mean[1:] / spread[1:]).sum()
    return tuple(round(float(v), 4) for v in raw)


def choice(batch: list, penalty: float, steps: int = 250):
    """Conditional logit: batch holds (features by candidate, right candidates); Adam."""
    x = np.vstack([np.array(features) for features, _ in batch])
    starts = np.cumsum([0, *(len(f) for f, _ in batch)])
    right = np.zeros(len(x))
    for start, (_, gold) in zip(starts[:-1], batch, strict=True):
        right[[start + g for g in gold]] = 1
    part = np.repeat(np.arange(len(batch)), np.diff(starts))
    w = mean = square = np.zeros(x.shape[1])
    for step in range(1, steps + 1):
        score = x @ w
        raised = np.exp(score - np.maximum.reduceat(score, starts[:-1])[part])
        p = raised / np.add.reduceat(raised, starts[:-1])[part]
        good = raised * right
        q = good / np.add.reduceat(good, starts[:-1])[part]
        gradient = x.T @ (p - q) / len(batch) + penalty * w
        mean, square = 0.9 * mean + 0.1 * gradient, 0.99 * square + 0.01 * gradient**2
        w = w - 0.1 * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return tuple(round(float(v), 3) for v in w)

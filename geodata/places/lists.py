"""What the other names of a list say about each: "Homs, Hama and Azaz" are towns, all of them."""

from __future__ import annotations

from collections.abc import Sequence

from geodata.places.spans import Span
from geodata.places.tokens import Tokens

_COMMAS = frozenset([",", ";", "/"])
_LINKS = frozenset(["and", "or", "&"])
_LISTS = _COMMAS | _LINKS
SURE = 3.0  # log-odds; beyond it a neighbour says nothing more


def listed(
    found: Sequence[tuple[int, Tokens, Span]], scores: Sequence[float]
) -> list[tuple[float, float]]:
    """For each span whether it is in a list, and how likely its likelier neighbour is a toponym.

    Each span comes with where its sentence starts, and its score by its sentence.
    """
    firsts: dict[tuple[int, int], float] = {}
    lasts: dict[tuple[int, int], float] = {}
    for (start, _, span), score in zip(found, scores, strict=True):
        _keep_best(firsts, (start, span.first), score)
        _keep_best(lasts, (start, span.last), score)
    rows = []
    for start, tokens, span in found:
        after = firsts.get((start, _beyond(tokens.lower, span.last)))
        before = lasts.get((start, _short_of(tokens.lower, span.first)))
        beside = [score for score in (before, after) if score is not None]
        rows.append((1.0, max(-SURE, min(SURE, max(beside)))) if beside else (0.0, 0.0))
    return rows


def _keep_best(best: dict[tuple[int, int], float], at: tuple[int, int], score: float) -> None:
    if score > best.get(at, -100.0):
        best[at] = score


def _beyond(lower: list[str], at: int) -> int:
    """Where the next item of a list starts, -1 if the list ends here."""
    if lower[at] not in _LISTS:
        return -1
    if lower[at] in _COMMAS and lower[at + 1] in _LINKS:
        return at + 2
    return at + 1


def _short_of(lower: list[str], at: int) -> int:
    """After which token the item before ends, -1 if the list starts here."""
    if lower[at - 1] not in _LISTS:
        return -1
    if lower[at - 1] in _LINKS and lower[at - 2] in _COMMAS:
        return at - 2
    return at - 1

"""What a sentence says happened, and whether it has happened, is planned or only spoken of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from geodata.events.lexicon import (
    BACKGROUND,
    FUTURE,
    HYPOTHETICAL,
    KNOWN,
    PAIRS,
    PLANNING,
    RENEWING,
    TELLING,
    TRIGGERS,
    UNREAL,
)
from geodata.events.views import View
from geodata.records import Category

Mood = Literal["past", "planned", "would", "unreal"]
ENOUGH = 1.5  # weight from which a sentence tells of a happening

_ARTICLES = frozenset("the this that these those its their his her".split())
_DEADLINE = frozenset("until by deadline".split())
_BE = frozenset("is are was were be".split())


class Happening(NamedTuple):
    """One thing that a sentence says happened."""

    category: Category
    weight: float
    mood: Mood
    word: str
    start: int  # of its word in the reading
    background: bool = False


def happenings(view: View) -> tuple[Happening, ...]:
    """Everything that a sentence names as a happening, in reading order."""
    return tuple(_found(view))


def main_happening(
    found: tuple[Happening, ...], view: View, enough: float = ENOUGH
) -> Happening | None:
    """What the sentence is about: the strongest, words of one category adding up.

    What "would" happen counts only where nothing else does: as reported speech of a plan.
    """
    told = [h for h in found if h.mood in {"past", "planned"}]
    told = told or [h._replace(mood="planned") for h in found if h.mood == "would"]
    if not told:
        return None
    totals: dict[Category, float] = {}
    for happening in told:
        totals[happening.category] = totals.get(happening.category, 0.0) + happening.weight
    length = max(1, len(view.reading))
    best = max(told, key=lambda h: _score(h, totals, length))
    return best if best.weight >= enough or totals[best.category] >= 2 * enough else None


def _score(happening: Happening, totals: dict[Category, float], length: int) -> float:
    early = 0.5 * (1 - happening.start / length)
    return happening.weight + 0.4 * totals[happening.category] + early


def _found(view: View) -> Iterator[Happening]:
    words = view.lowers
    if TELLING.isdisjoint(words):
        return
    for at, word in enumerate(words):
        if word not in TELLING:
            continue
        pair = PAIRS.get((word, words[at + 1])) if at + 1 < len(words) else None
        before, after = words[max(0, at - 7) : at], words[at + 1 : at + 7]
        background = not BACKGROUND.isdisjoint(before[-4:])
        mood = _mood(before, after[:3])
        if mood == "past" and word in KNOWN and _is_arranged(after):
            mood = "planned"
        share = _share(word, before, background, view)
        for trigger in (pair,) if pair else TRIGGERS.get(word, ()):
            weight = trigger.weight * share
            start = view.starts[at]
            yield Happening(trigger.category, weight, mood, word, start, background)


def might_have_been(view: View) -> bool:
    """Whether a sentence tells what would have been, and was not."""
    return "would" in view.lowers and ("would", "have") in pairwise(view.lowers)


def plans(view: View) -> bool:
    """Whether a sentence speaks of what is to come: "will", "is to", "is planned to"."""
    words = view.lowers
    return not FUTURE.isdisjoint(words) or any(
        (a in _BE and b in {"to", "due"})
        or (a in PLANNING and b == "to")
        or (a == "would" and b != "not")
        for a, b in pairwise(words)
    )


def _share(word: str, before: tuple[str, ...], background: bool, view: View) -> float:
    """How much of its weight a word keeps: little in the background, some if it was known."""
    share = 0.35 if background else 1.0
    if word in KNOWN and not _ARTICLES.isdisjoint(before[-3:]):
        renewed = not RENEWING.isdisjoint(view.lowers)
        share *= 0.8 if renewed else 0.5
    return share


def _is_arranged(after: tuple[str, ...]) -> bool:
    """Whether a noun is told to come: "the truce was planned to start", "talks will be held"."""
    return any(
        (a in FUTURE or a == "would")
        or (a in _BE and b in {"to", "planned", "due", "scheduled"})
        or (a in {"set", "expected"} and b == "to")
        for a, b in pairwise(after)
    )


def _mood(before: tuple[str, ...], after: tuple[str, ...]) -> Mood:
    """From the words around: what has happened, what is arranged, what is only spoken of."""
    near = before[-4:]
    if "would" in near and "not" not in near:
        return "would"
    if not HYPOTHETICAL.isdisjoint(near) or "previously" in before[-6:]:
        return "unreal"
    if after[1:2] == ("not",) or after[:1] == ("not",):
        return "unreal"
    if any(word in FUTURE or word.endswith("'ll") for word in before[-5:]):
        return "planned"
    if not PLANNING.isdisjoint(before[-5:]) and "to" in before[-4:]:
        return "planned"
    if "to" in near and any(a in _BE and b == "to" for a, b in pairwise(near)):
        return "planned"
    if before[-1:] == ("to",) and not _DEADLINE.isdisjoint(before[-6:]):
        return "planned"
    if not UNREAL.isdisjoint(near) or before[-1:] == ("to",):
        return "unreal"
    return "past"

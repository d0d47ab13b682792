"""Place mentions of a document -> the same mentions with the places they mean.

Each name has candidates; how prominent they are gives a first guess, and the guesses of all names
together say which region the text is about, which in turn moves each guess. Mentions of one name
mean one place, unless a region right after the name says otherwise ("Paris, Texas").
"""

from __future__ import annotations

from collections.abc import Sequence

from geodata.places.known import Gazetteer
from geodata.records import Document, Place, PlaceMention, Sentence
from geodata.resolve.candidates import Candidate, weigher
from geodata.resolve.context import Surroundings, lies_in
from geodata.resolve.focus import Focus, bonus
from geodata.resolve.homes import Home
from geodata.resolve.model import calibrated, dot, model, shares
from geodata.resolve.nouns import agrees, with_nouns
from geodata.resolve.reasons import Reasons
from geodata.resolve.senses import Sense, senses

PASSES = 2  # how often the guesses are reconsidered in the light of one another
ELSEWHERE = 4.0  # against a town that is not where the text says it is
HOPELESS = 3e-4  # a candidate that is less likely than this is not considered again
HOPELESS_SCORE = -30.0
SAID = 4.0  # for a division where every mention is called one ("Oaxaca state"), and for a town
ABROAD = 2.5  # log-odds that a province abroad loses to a town of its name
KEPT = 8  # runners-up that a mention keeps for a person to choose from


def resolve(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[PlaceMention],
    gazetteer: Gazetteer,
    focus: Focus | None = None,
    home: Home | None = None,
) -> tuple[PlaceMention, ...]:
    """The mentions with place, confidence and reason; candidates are sorted, the place first.

    ``home``: what other documents of the outlet name.
    """
    found = senses(document, mentions, weigher(gazetteer))
    return settled(document, mentions, found, gazetteer, focus, home)


def settled(
    document: Document,
    mentions: Sequence[PlaceMention],
    found: Sequence[Sense],
    gazetteer: Gazetteer,
    focus: Focus | None = None,
    home: Home | None = None,
) -> tuple[PlaceMention, ...]:
    """The same, for senses that are there already; their probabilities are weighed anew."""
    at_home(found, home, model().home)
    weigh(found, model().around, focus)
    reasons = Reasons(found)
    resolved = list(mentions)
    for sense in found:
        order = sorted(range(len(sense.odds)), key=lambda at: -sense.odds[at])
        places = tuple([sense.candidates[at].place for at in order[:KEPT]])
        reason = reasons.reason(sense)
        for at in sense.mentions:
            resolved[at] = _meaning(mentions[at], places, sense.odds[order[0]], reason)
    return with_nouns(document, resolved, gazetteer)


def guessed(
    mentions: Sequence[PlaceMention], found: Sequence[Sense], focus: Focus | None = None
) -> list[tuple[Place, float]]:
    """The likeliest place of each mention and how likely it is, its outlet's home not known."""
    at_home(found, None, model().home)
    weigh(found, model().around, focus)
    guesses = []
    for sense in found:
        odds = max(sense.odds)
        place = sense.candidates[sense.odds.index(odds)].place
        guesses += [(place, _sure(mentions[at], odds)) for at in sense.mentions]
    return guesses


def _sure(mention: PlaceMention, odds: float) -> float:
    """The probability that a mention is of a place and that it is this one."""
    return round(calibrated(mention.confidence or 1.0, odds, model().sure), 3)


def _meaning(
    mention: PlaceMention, places: tuple[Place, ...], odds: float, reason: str
) -> PlaceMention:
    """The mention with its places, the likeliest first."""
    return PlaceMention(  # not `replace`: it takes three times as long, and mentions are many
        mention.start,
        mention.end,
        mention.text,
        mention.toponym,
        mention.role,
        places[0],
        _sure(mention, odds),
        places,
        reason,
    )


def _by_noun(sense: Sense, candidate: Candidate) -> float:
    """What the nouns beside the mentions add to the candidate's score."""
    times = sum(n for kind, n in sense.said.items() if kind and agrees(candidate.place, kind))
    return SAID * times / len(sense.mentions) if times else 0.0


def at_home(found: Sequence[Sense], home: Home | None, weights: Sequence[float]) -> None:
    """Tell each sense what the outlet's home adds to its candidates' scores."""
    for sense in found:
        if home and len(sense.candidates) > 1:
            sense.home = [dot(weights, home.features(c)) for c in sense.candidates]
        else:
            sense.home = [0.0] * len(sense.candidates)


def weigh(
    found: Sequence[Sense],
    weights: Sequence[float],
    focus: Focus | None = None,
    passes: int = PASSES,
) -> None:
    """Give each sense's candidates their probabilities; ``weights`` are those of the context."""
    fixed = [_fixed(sense, focus) for sense in found]
    for sense, own in zip(found, fixed, strict=True):
        rows = zip(sense.candidates, sense.home, own, strict=True)
        sense.odds = shares([c.prior + more + near + noun for c, more, (near, noun, _) in rows])
    for _ in range(passes):
        around = Surroundings(found)
        odds = [
            _reconsidered(sense, around, weights, focus, own)
            for sense, own in zip(found, fixed, strict=True)
        ]
        for sense, new in zip(found, odds, strict=True):
            sense.odds = new


def _fixed(sense: Sense, focus: Focus | None) -> list[tuple[float, float, float]]:
    """What every pass adds to each candidate: for focus and nouns; and what it takes off."""
    return [
        (
            bonus(focus, c.place),
            _by_noun(sense, c),
            ELSEWHERE if sense.firm and c.point and not lies_in(c, sense.held) else 0.0,
        )
        for c in sense.candidates
    ]


def _is_abroad(
    sense: Sense, candidate: Candidate, odds: float, around: Surroundings, focus: Focus | None
) -> bool:
    """Whether to think of the city: "in New York" said far away means the city, not the state."""
    if (
        "/" not in candidate.denotes
        or sense.said["division"]
        or not any(c.place.kind == "settlement" for c in sense.candidates[:3])
    ):
        return False
    foreign = bool(focus) and bonus(focus, candidate.place) == 0
    return foreign or around.is_abroad(sense, candidate, odds)


def _reconsidered(
    sense: Sense,
    around: Surroundings,
    weights: Sequence[float],
    focus: Focus | None,
    fixed: Sequence[tuple[float, float, float]],
) -> list[float]:
    if len(sense.candidates) == 1:
        return [1.0]
    rows = zip(sense.candidates, sense.odds, sense.home, fixed, strict=True)
    return shares(
        [
            c.base
            + more
            + dot(weights, around.features(sense, c, odds))
            + near
            + noun
            - elsewhere
            - (ABROAD if _is_abroad(sense, c, odds, around, focus) else 0.0)
            if odds > HOPELESS
            else HOPELESS_SCORE
            for c, odds, more, (near, noun, elsewhere) in rows
        ]
    )

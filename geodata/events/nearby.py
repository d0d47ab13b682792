"""The places that a document names around a sentence, for what it tells without naming one.

Which of them it is, if any, is for the judge to say: here they are only ranked by how near they
stand and how often the document names them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from geodata.events.elsewhere import about
from geodata.events.views import View
from geodata.events.where import Where, is_palace
from geodata.records import Place

MOST = 4  # places offered for a sentence
BACK, AHEAD = 10, 3  # sentences within which a place is near
LEAD = 3  # sentences that a text opens with
OFTEN = 6  # of the places that it names most, which are looked at from everywhere
FAR = 999


class Known(NamedTuple):
    """A place of a document: the sentences that name it, in order."""

    place: Place
    numbers: tuple[int, ...]
    literal: bool  # somewhere it is the place itself that is meant
    share: int  # of the document's mentions, in sixths


class Nearby(NamedTuple):
    """The places of a document, the most often named first, and where to look for them."""

    known: tuple[Known, ...]
    named: dict[int, list[int]]  # by sentence, the ranks of those that it names
    everywhere: frozenset[int]  # the ranks of those that are looked at from anywhere


def nearby(views: Iterable[View]) -> Nearby:
    """The places that the sentences of a document name."""
    numbers: dict[str, list[int]] = {}
    places: dict[str, Place] = {}
    literal: set[str] = set()
    for view in views:
        for at in view.places:
            place = at.mention.place
            if place and place.kind != "continent" and not is_palace(place):
                places[place.id] = place
                numbers.setdefault(place.id, []).append(view.number)
                if at.mention.role == "literal":
                    literal.add(place.id)
    total = sum(map(len, numbers.values()))
    found = [
        Known(places[key], tuple(named), key in literal, int(6 * len(named) / total))
        for key, named in numbers.items()
    ]
    return _indexed(sorted(found, key=lambda known: -len(known.numbers)))


def _indexed(known: list[Known]) -> Nearby:
    named: dict[int, list[int]] = {}
    for rank, one in enumerate(known):
        for number in dict.fromkeys(one.numbers):
            named.setdefault(number, []).append(rank)
    lead = (rank for number in range(LEAD) for rank in named.get(number, ())[:OFTEN])
    everywhere = frozenset((*range(min(OFTEN, len(known))), *lead))
    return Nearby(tuple(known), named, everywhere)


def around(view: View, nearby: Nearby) -> list[Where]:
    """Those that may be where a sentence's happening was, the nearest and most named first."""
    at = view.number
    near = (rank for n in range(at - BACK, at + AHEAD + 1) for rank in nearby.named.get(n, ()))
    ranks = sorted({*nearby.everywhere, *near})
    weighed = [(_weight(at, nearby.known[rank], rank), rank) for rank in ranks]
    best = sorted((pair for pair in weighed if pair[0] > 0), key=lambda pair: -pair[0])[:MOST]
    return [_offered(at, nearby.known[rank], rank, nth) for nth, (_, rank) in enumerate(best)]


def _weight(number: int, known: Known, rank: int) -> float:
    """How much speaks for a look at it; 0 of what no other sentence names."""
    if known.numbers[0] == number == known.numbers[-1]:
        return 0.0
    back, ahead = _distances(number, known.numbers)
    near = 1 / back if back <= BACK else 0.0
    soon = 0.6 / ahead if ahead <= AHEAD else 0.0
    lead = 0.2 if known.numbers[0] < LEAD else 0.0
    often = 0.5 / (1 + rank) if len(known.numbers) > 1 else 0.0
    return (max(near, soon) + lead + often) * (1.0 if known.literal else 0.7)


def _distances(number: int, numbers: tuple[int, ...]) -> tuple[int, int]:
    """Sentences back to where a place was last named, and on to where it is named again."""
    at, behind = bisect_left(numbers, number), bisect_right(numbers, number)
    back = number - numbers[at - 1] if at else FAR
    ahead = numbers[behind] - number if behind < len(numbers) else FAR
    return back, ahead


def _offered(number: int, known: Known, rank: int, nth: int) -> Where:
    back, ahead = _distances(number, known.numbers)
    place = known.place
    return Where(
        place,
        None,
        about(place),
        f"named nearby in the text: {place.name}",
        basis="nearby",
        signs=(
            f"back {_bucket(back)}",
            f"ahead {_bucket(ahead)}",
            f"often {min(rank, 4)} {known.share}",
            f"lead {known.numbers[0] < LEAD}",
            f"literal {known.literal}",
            f"times {min(5, len(known.numbers))}",
            f"nth {nth}",
        ),
    )


def _bucket(distance: int) -> str:
    return next((str(limit) for limit in (1, 2, 3, 6, 10) if distance <= limit), "far")

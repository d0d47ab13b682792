"""Training the resolver: which of a sense's candidates is meant."""

from __future__ import annotations

from collections import Counter

from geodata import resolve
from geodata.gazetteer import Gazetteer
from geodata.places.known import Names, names_of
from geodata.records import PlaceMention
from geodata.resolve.candidates import Weigher, features, standings
from geodata.resolve.context import Surroundings
from geodata.resolve.distance import kilometres
from geodata.resolve.model import Model as Resolver
from geodata.resolve.model import dot
from geodata.resolve.senses import senses
from training.examples import Example
from training.regression import choice

RADIUS = 161.0  # km: a candidate this near to the gold point is right


def gold_candidates(made: Example, sense, found: tuple[PlaceMention, ...]) -> list[int]:
    """The candidates that most of the sense's gold mentions accept."""
    votes: Counter[int] = Counter()
    for at in sense.mentions:
        start, end = found[at].start, found[at].end
        for t in made.row["toponyms"]:
            if t["start"] < end and start < t["end"] and t["lat"] is not None:
                for number, candidate in enumerate(sense.candidates):
                    same = str(candidate.place.geonames_id) == str(t["geonameid"])
                    if same or kilometres(t["lat"], t["lon"], candidate.place) <= RADIUS:
                        votes[number] += 1
    most = max(votes.values(), default=0)
    return [number for number, count in votes.items() if count == most]


def train_resolver(examples: list[Example], found: dict, gazetteer: Gazetteer) -> Resolver:
    blank = Weigher(names_of(gazetteer), Resolver((), (), ()))
    known = []
    for e in examples:
        here = senses(e.document, found[e.document.id], blank)
        known.append((here, [gold_candidates(e, sense, found[e.document.id]) for sense in here]))
    pairs = [(s, g) for here, gold in known for s, g in zip(here, gold, strict=True) if g]
    own = {id(s): own_features(s, names_of(gazetteer)) for here, _ in known for s in here}
    prior = choice([(own[id(s)], g) for s, g in pairs], 0.01)
    context: tuple[float, ...] = ()
    size = len(prior)
    for _ in range(2):
        batch = []
        for here, gold in known:
            for sense in here:
                sense.candidates = tuple(
                    c._replace(prior=dot(prior, values), base=dot(context, values))
                    for c, values in zip(sense.candidates, own[id(sense)], strict=True)
                )
            resolve.weigh(here, context[size:], passes=1 if context else 0)
            around = Surroundings(here)
            for sense, right in zip(here, gold, strict=True):
                if right and len(sense.candidates) > 1:
                    rows = [
                        values + around.features(sense, c, odds)
                        for c, odds, values in zip(
                            sense.candidates, sense.odds, own[id(sense)], strict=False
                        )
                    ]
                    batch.append((rows, right))
        context = choice(batch, 0.002)
    return Resolver(prior, context[:size], context[size:])


def own_features(sense, names: Names) -> list[tuple[float, ...]]:
    known = names.known(sense.key)
    count = len(sense.candidates)
    standing = standings(known) if known else []
    if len(standing) != count:  # the reading's key is not the text's, as "St.Louis"
        standing = [(0, rank, 4.0, 0.0) for rank in range(count)]
    pairs = zip(sense.candidates, standing, strict=True)
    return [features(c.place, sense.key, *own) for c, own in pairs]

"""Training the resolver: which of a sense's candidates is meant."""

from __future__ import annotations

from collections import Counter

from geodata import resolve
from geodata.gazetteer import Gazetteer
from geodata.places.known import Names, names_of
from geodata.records import Place, PlaceMention
from geodata.resolve.candidates import Weigher, features, standings
from geodata.resolve.context import Surroundings
from geodata.resolve.distance import kilometres
from geodata.resolve.homes import Home, Homes
from geodata.resolve.model import Model as Resolver
from geodata.resolve.model import dot
from geodata.resolve.senses import Sense, senses
from training.examples import Example
from training.regression import choice

RADIUS = 161.0  # km: a candidate this near to the gold point is right
NO_HOME = (0.0,) * 8


def gold_candidates(made: Example, sense, found: tuple[PlaceMention, ...]) -> list[int]:
    """The candidates that most of the sense's gold mentions accept."""
    votes: Counter[int] = Counter()
    for at in sense.mentions:
        start, end = found[at].start, found[at].end
        for t in made.row["toponyms"]:
            if t["start"] < end and start < t["end"] and t["lat"] is not None:
                for number, candidate in enumerate(sense.candidates):
                    if near(t, candidate.place):
                        votes[number] += 1
    most = max(votes.values(), default=0)
    return [number for number, count in votes.items() if count == most]


def same(toponym: dict, place: Place) -> bool:
    """Whether the place is the very one of the gold."""
    return str(place.geonames_id) == str(toponym["geonameid"])


def near(toponym: dict, place: Place) -> bool:
    """Whether the place is as good as that of the gold."""
    return same(toponym, place) or kilometres(toponym["lat"], toponym["lon"], place) <= RADIUS


def homes(examples: list[Example], found: dict, resolver: Resolver, gazetteer: Gazetteer) -> dict:
    """The home of each document's outlet by its other documents, resolved each by itself."""
    names, told, own = Names(gazetteer), Homes(), {}
    weigher = Weigher(names, resolver)
    for e in examples:
        mentions = found[e.document.id]
        here = senses(e.document, mentions, weigher)
        resolve.at_home(here, None, ())
        resolve.weigh(here, resolver.around)
        own[e.document.id] = told.learn(e.document, placed(here, mentions))
    return {e.document.id: told.home(e.document, own[e.document.id]) for e in examples}


def placed(here: list[Sense], mentions: tuple[PlaceMention, ...]) -> list[tuple[Place, float]]:
    """The place of each mention and its confidence, as ``resolve.guessed`` would give them."""
    return [
        (sense.candidates[best].place, mentions[at].confidence * sense.odds[best])
        for sense in here
        for best in [max(range(len(sense.odds)), key=sense.odds.__getitem__)]
        for at in sense.mentions
    ]


def train_resolver(
    examples: list[Example], found: dict, gazetteer: Gazetteer, at_home: dict | None = None
) -> Resolver:
    """With ``at_home`` each document is learned from twice: with its outlet's home and without."""
    names = names_of(gazetteer)
    blank = Weigher(names, Resolver((), (), ()))
    known = []
    for e in examples:
        for home in (None, (at_home or {}).get(e.document.id)):
            here = senses(e.document, found[e.document.id], blank)
            resolve.at_home(here, None, ())
            right = [gold_candidates(e, sense, found[e.document.id]) for sense in here]
            known.append((here, right, home))
    pairs = [(s, g) for here, gold, _ in known for s, g in zip(here, gold, strict=True) if g]
    own = {id(s): own_features(s, names) for here, _, _ in known for s in here}
    prior = choice([(own[id(s)], g) for s, g in pairs], 0.01)
    model = Resolver(prior, (), ())
    for _ in range(2):
        batch = []
        for here, gold, home in known:
            for sense in here:
                sense.candidates = tuple(
                    c._replace(prior=dot(prior, values), base=dot(model.context, values))
                    for c, values in zip(sense.candidates, own[id(sense)], strict=True)
                )
            resolve.at_home(here, home if model.home else None, model.home)
            resolve.weigh(here, model.around, passes=1 if model.context else 0)
            around = Surroundings(here)
            for sense, right in zip(here, gold, strict=True):
                if right and len(sense.candidates) > 1:
                    batch.append((rows(sense, own[id(sense)], around, home), right))
        model = split(prior, choice(batch, 0.002))
    return model


def rows(sense: Sense, own: list, around: Surroundings, home: Home | None) -> list[tuple]:
    return [
        values + around.features(sense, c, odds) + (home.features(c) if home else NO_HOME)
        for c, odds, values in zip(sense.candidates, sense.odds, own, strict=False)
    ]


def split(prior: tuple[float, ...], weights: tuple[float, ...]) -> Resolver:
    size, end = len(prior), len(weights) - len(NO_HOME)
    return Resolver(prior, weights[:size], weights[size:end], weights[end:])


def own_features(sense, names: Names) -> list[tuple[float, ...]]:
    known = names.known(sense.key)
    count = len(sense.candidates)
    standing = standings(known) if known else []
    if len(standing) != count:  # the reading's key is not the text's, as "St.Louis"
        standing = [(0, rank, 4.0, 0.0) for rank in range(count)]
    pairs = zip(sense.candidates, standing, strict=True)
    return [features(c.place, sense.key, *own) for c, own in pairs]

"""Sentences of a document -> events: a happening, its day, its place, who says so."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from geodata.events.acting import persons
from geodata.events.attribution import Speech, speeches
from geodata.events.context import Context
from geodata.events.elsewhere import scene
from geodata.events.happenings import (
    Happening,
    happenings,
    main_happening,
    might_have_been,
    plans,
)
from geodata.events.judging import confidence, decide, weights
from geodata.events.making import make_event
from geodata.events.nearby import nearby
from geodata.events.parts import with_parts
from geodata.events.proposals import Proposal
from geodata.events.views import DateAt, View, views
from geodata.events.when import is_history, of_the_news, own_date, said_date
from geodata.events.where import own_place
from geodata.gazetteer import Gazetteer
from geodata.records import Annotation, Event

LEAST = 0.42  # confidence; what is less likely makes no event
FEWEST = 2  # words beside places and dates without which nothing is told
FAINT = 0.6  # weight from which a word tells, where a day or a place is given
SPOKEN = 1.5  # weight of what is only said
BESIDE = 60  # characters within which a date belongs to a word

_TOLLS = frozenset("killed died kill wounded injured".split())


class Telling(NamedTuple):
    """A sentence, all that it names as a happening, and all who speak in it."""

    view: View
    told: tuple[Happening, ...]
    said: tuple[Speech, ...]


def find_events(annotation: Annotation, gazetteer: Gazetteer | None = None) -> tuple[Event, ...]:
    """The events of one document in the order of its text.

    The gazetteer tells which country a demonym and which region a war's name stand for.
    """
    by, document = weights(), annotation.document
    chosen = (decide(proposal, by) for proposal in proposals(annotation, gazetteer))
    judged = ((candidate, confidence(candidate, by)) for candidate in chosen)
    return tuple(
        make_event(candidate, document, sure) for candidate, sure in judged if sure >= LEAST
    )


def proposals(annotation: Annotation, gazetteer: Gazetteer | None = None) -> Iterator[Proposal]:
    """All that the sentences of a document may tell, likely or not, in the order of its text."""
    whole = views(annotation)
    seen = tuple(with_parts(whole, gazetteer) if gazetteer else whole)
    document, about = annotation.document, scene(annotation.places)
    known = persons(seen, gazetteer, document.published) if gazetteer else {}
    context = Context(document, about, gazetteer, known, nearby(seen), {})
    for view in seen:
        if _tells(view):
            for found in _proposals(Telling(view, happenings(view), speeches(view)), context):
                if found.whens or not is_history(view, found.reported):
                    yield found
                    context = context.after(found)
        context = context.past(view)


def _tells(view: View) -> bool:
    """Whether a sentence can tell of what happened: no heading, no question, nothing unreal."""
    if view.sentence.kind != "prose" or view.reading.endswith("?") or might_have_been(view):
        return False
    return _says_more(view)


def _says_more(view: View) -> bool:
    """Whether a sentence has words beside its places and dates; "GORIS, 9 November." has none."""
    named = [at[:2] for at in view.places] + [at[:2] for at in view.dates]
    words = (at for at in view.starts if not any(start <= at < end for start, end in named))
    return len(tuple(islice(words, FEWEST))) == FEWEST


def _proposals(telling: Telling, context: Context) -> Iterator[Proposal]:
    view, told, said = telling
    pairs = _dated_pairs(view, told)
    if len(pairs) > 1:
        for number, (happening, at) in enumerate(pairs):
            yield _proposal(telling, context, happening, number, at)
        return
    main = main_happening(told, view) or _faint(telling)
    if main and not (main.word in _TOLLS and _is_toll(view, main, said)):
        yield _proposal(telling, context, main)
    elif named := [s for s in said if s.speaker and s.kind in {"party", "unknown"}]:
        spoken = Happening("statement", SPOKEN, "past", "", named[0].start)
        yield _proposal(telling, context, spoken)._replace(spoken=True)


def _dated_pairs(view: View, told: tuple[Happening, ...]) -> list[tuple[Happening, DateAt]]:
    """Happenings that have each a day of their own in one sentence."""
    pairs: list[tuple[Happening, DateAt]] = []
    days = set()
    for at in of_the_news(view) if view.dates else ():
        interval = at.mention.interval
        if interval is None or at.mention.type in {"DURATION", "SET"} or interval.days > 31:
            continue
        near = [h for h in told if _apart(h, at) < BESIDE and h.weight >= 1 and h.mood != "unreal"]
        best = max(near, key=lambda h: h.weight - _apart(h, at) / 30, default=None)
        if best and interval not in days and best.start not in {h.start for h, _ in pairs}:
            days.add(interval)
            pairs.append((best, at))
    return pairs


def _apart(happening: Happening, at: DateAt) -> int:
    """Characters between a happening's word and a date; a date mostly follows its verb."""
    end = happening.start + len(happening.word)
    return max(at.start - end, happening.start - at.end + 8, 0)


def _faint(telling: Telling) -> Happening | None:
    """What a sentence with a day or a place of its own tells, though no strong word names it."""
    view, told, said = telling
    when = bool(view.dates) and own_date(view, 0) is not None
    where = own_place(view, 0)
    if not when and (where is None or where.precision == "country"):
        return None
    found = main_happening(told, view, FAINT)
    if found is None:
        found = Happening("statement" if said else "other", FAINT, "past", "", 0)
    return found._replace(mood="planned") if plans(view) else found


def _is_toll(view: View, main: Happening, said: tuple[Speech, ...]) -> bool:
    """Whether a sentence sums up the dead of a war: a statement, and not one more happening."""
    return bool(said) and own_place(view, main.start) is None


def _proposal(
    telling: Telling,
    context: Context,
    happening: Happening,
    number: int = 0,
    at: DateAt | None = None,
) -> Proposal:
    view, told, said = telling
    reported = said_date(view, context.document)
    whens = context.whens(view, happening, reported)
    if at:
        whens = tuple(when for when in whens if when.interval == at.mention.interval) or whens
    own = whens[0] if whens and whens[0].own else None
    wheres = context.wheres(view, happening, own, number)
    return Proposal(view, happening, told, said, reported, whens, wheres, number)

"""Sentences of a document -> events: a happening, its day, its place, who says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from geodata.events.attribution import Speech, speeches, status
from geodata.events.context import Context
from geodata.events.happenings import Happening, happenings, main_happening, plans
from geodata.events.making import make_event
from geodata.events.views import DateAt, View, views
from geodata.events.when import (
    NEAR,
    Running,
    When,
    date_at,
    inherited_date,
    is_future,
    is_stale,
    own_date,
    said_date,
)
from geodata.events.where import Where, country_acting, inherited_place, own_place, scene
from geodata.gazetteer import Gazetteer
from geodata.records import Annotation, Event

FAINT = 0.6  # weight from which a word tells, where day and place are given
SPOKEN = 1.5  # weight of what is only said
LEAD = 8  # sentences in which a report tells its news
BESIDE = 60  # characters within which a date belongs to a word

_TOLLS = frozenset("killed died kill wounded injured".split())
_QUOTES = "“\"‘'«"
_OPINION = frozenset("analyst analysts expert experts argues argued".split())


class Telling(NamedTuple):
    """A sentence, all that it names as a happening, and all who speak in it."""

    view: View
    told: tuple[Happening, ...]
    said: tuple[Speech, ...]


class Found(NamedTuple):
    """An event, and the day and place that it was given."""

    event: Event
    when: When | None
    where: Where | None


def find_events(annotation: Annotation, gazetteer: Gazetteer | None = None) -> tuple[Event, ...]:
    """The events of one document in the order of its text.

    The gazetteer tells which country a demonym and which region a war's name stand for.
    """
    context = Context(annotation.document, scene(annotation.places), gazetteer)
    events: list[Event] = []
    for view in views(annotation):
        if view.sentence.kind == "prose":
            telling = Telling(view, happenings(view), speeches(view))
            for event, when, where in _events(telling, context):
                events.append(event)
                context = context.after(view, event.category, when, where)
        context = context.past(view)
    return tuple(events)


def _events(telling: Telling, context: Context) -> Iterator[Found]:
    view, told, said = telling
    pairs = _dated_pairs(view, told)
    if len(pairs) > 1:
        for number, (happening, at) in enumerate(pairs):
            yield from _event(telling, context, happening, number, date_at(view, at))
        return
    main = main_happening(told, view) or _faint(telling, context)
    if main is None or (main.word in _TOLLS and _is_toll(view, main, said)):
        yield from _statement(telling, context)
    else:
        yield from _event(telling, context, main)


def _dated_pairs(view: View, told: tuple[Happening, ...]) -> list[tuple[Happening, DateAt]]:
    """Happenings that have each a day of their own in one sentence."""
    pairs: list[tuple[Happening, DateAt]] = []
    days = set()
    for at in view.dates:
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


def _faint(telling: Telling, context: Context) -> Happening | None:
    """What a sentence with a day and a place of its own tells, though no strong word names it."""
    view, told, said = telling
    if view.sentence.section.kind != "news" or view.reading.endswith("?") or not view.dates:
        return None
    when = own_date(view, 0, said_date(view, context.document))
    where = own_place(view, 0) or inherited_place(view, "other", context.places, None)
    if when is None or where is None or when.interval.days > 31:
        return None
    found = main_happening(told, view, FAINT)
    if found is None:
        if where.precision == "country":
            return None
        found = Happening("statement" if said else "other", FAINT, "past", "", 0)
    return found._replace(mood="planned") if plans(view) else found


def _is_toll(view: View, main: Happening, said: tuple[Speech, ...]) -> bool:
    """Whether a sentence sums up the dead of a war: a statement, and not one more happening."""
    return bool(said) and own_place(view, main.start) is None


def _event(
    telling: Telling,
    context: Context,
    happening: Happening,
    number: int = 0,
    when: When | None = None,
) -> Iterator[Found]:
    view, told, said = telling
    document = context.document
    reported = said_date(view, document)
    when = when or own_date(view, happening.start, reported)
    where = own_place(view, happening.start)
    if not _tells(view, happening, when, where, context.running):
        return
    if when is None or where is None:
        when, where = context.fill(view, happening.category, when, where)
    if when and is_stale(when, reported):
        return
    planned = happening.mood == "planned" or bool(when and is_future(when, reported))
    if when and when.deadline and reported:
        planned = planned or when.interval.latest > reported
    sure = status(view, said, happening, told, planned)
    event = make_event(view, document, happening, said, sure, when, where, reported, number)
    yield Found(event, when, where)


def _tells(
    view: View, happening: Happening, when: When | None, where: Where | None, running: Running
) -> bool:
    """Whether a sentence reports a happening, and not only speaks of one."""
    own = (when is not None) + (where is not None and where.precision != "country")
    if view.sentence.section.kind == "analysis" or any(w.lower in _OPINION for w in view.words):
        return own == 2
    if happening.background and own < 2:
        return own == 1 and happening.weight >= 1.0
    if view.reading.endswith("?") or (view.reading[0] in _QUOTES and when is None):
        return False
    if when is None and view.sentence.section.day is None and not _is_fresh(view, running):
        return False
    return own >= 1 or happening.weight >= SPOKEN


def _is_fresh(view: View, running: Running) -> bool:
    """Whether a text's own day may be that of a sentence: in its lead, or next to a dated one.

    Further down a report tells what came before; what has no day there has none that we know.
    """
    return view.number < LEAD or view.number - running.sentence <= NEAR


def _statement(telling: Telling, context: Context) -> Iterator[Found]:
    """What an official says, where nothing else is told: placed only if the text says where."""
    view, told, said = telling
    named = [speech for speech in said if speech.speaker and speech.kind in {"party", "unknown"}]
    if not named or view.sentence.section.kind == "analysis":
        return
    reported = said_date(view, context.document)
    when, where = own_date(view, named[0].start), _said_at(view, named[0])
    timed = when is not None or view.sentence.section.day is not None
    if where is None and (named[0].kind == "unknown" or not timed):
        return
    when = when or inherited_date(view, context.document, context.running)
    if when is None or is_stale(when, reported) or is_future(when, reported):
        return
    where = where or country_acting(view, "statement", context.gazetteer)
    spoken = Happening("statement", SPOKEN, "past", "", 0)
    sure = status(view, said, spoken, told, planned=False)
    event = make_event(view, context.document, spoken, said, sure, when, where, reported, 0)
    yield Found(event, when, where)


def _said_at(view: View, speech: Speech) -> Where | None:
    """The place of a statement: "said in Vladivostok", "told a press conference in Baku"."""
    for at in view.places:
        words = view.before(at.start, 1)
        close = 0 <= at.start - speech.start < BESIDE
        if close and words and words[0] in {"in", "at", "from"} and at.mention.role == "literal":
            return own_place(view._replace(places=(at,)), speech.start)
    return None

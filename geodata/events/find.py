"""Sentences of a document -> events: a happening, its day, its place, who says so."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from geodata.events.actors import actors
from geodata.events.attribution import Speech, says_who, speeches, status
from geodata.events.figures import figures
from geodata.events.happenings import Happening, happenings, main_happening, plans
from geodata.events.views import DateAt, View, views
from geodata.events.when import (
    NEAR,
    WIDEST,
    Running,
    When,
    date_at,
    inherited_date,
    is_future,
    is_stale,
    own_date,
    said_date,
)
from geodata.events.where import (
    Where,
    carried,
    country_acting,
    inherited_place,
    own_place,
    region_of_war,
    scene,
)
from geodata.gazetteer import Gazetteer
from geodata.records import Annotation, Category, DateMention, Document, Event, Report, Status

FAINT = 0.6  # weight from which a word tells, where day and place are given
TITLE = 100  # characters
LEAD = 8  # sentences in which a report tells its news
REMEMBERED = 6  # places that a back reference may mean

_THE_TALKS = re.compile(r"\b[Tt]he (?:\w+ )?(?:meeting|summit|talks|visit)\b")
_MEETING = re.compile(r"\b(?:meet(?:ing)?|met|summit|talks|visit|visited|hold)\b")
_TOLLS = frozenset("killed died kill wounded injured".split())
_QUOTES = "“\"‘'«"
_OPINION = ("analyst", "analysts", "expert", "experts", "argues", "argued")


@dataclass(frozen=True, slots=True)
class _Context:
    """What the document has told so far."""

    scene: Where | None = None
    gazetteer: Gazetteer | None = None
    running: Running = field(default_factory=Running)
    places: tuple[Where, ...] = ()  # the latest first
    talks: tuple[When, Where | None] | None = None  # the last meeting with its place


def find_events(annotation: Annotation, gazetteer: Gazetteer | None = None) -> tuple[Event, ...]:
    """The events of one document in the order of its text.

    The gazetteer tells which country a demonym and which region a war's name stand for.
    """
    context = _Context(scene(annotation.places), gazetteer)
    events: list[Event] = []
    for view in views(annotation):
        for event, when, where in _events(view, annotation.document, context):
            events.append(event)
            context = _after(context, view, event, when, where)
        context = replace(context, running=_with_explicit(context.running, view))
    return tuple(events)


_Found = tuple[Event, When | None, Where | None]


def _events(view: View, document: Document, context: _Context) -> Iterator[_Found]:
    if view.sentence.kind == "heading":
        return
    told = happenings(view)
    said = speeches(view)
    pairs = _dated_pairs(view, told)
    if len(pairs) > 1:
        for number, (happening, at) in enumerate(pairs):
            when = date_at(view, at)
            yield from _event(view, document, context, happening, told, said, number, when)
        return
    main = main_happening(told, view) or _faint(view, document, context, told, said)
    if main is None or (main.word in _TOLLS and _is_toll(view, main, said)):
        yield from _statement(view, document, context, told, said)
    else:
        yield from _event(view, document, context, main, told, said, 0)


def _dated_pairs(view: View, told: tuple[Happening, ...]) -> list[tuple[Happening, DateAt]]:
    """Happenings that have each a day of their own in one sentence."""
    pairs: list[tuple[Happening, DateAt]] = []
    days = set()
    for at in view.dates:
        interval = at.mention.interval
        if interval is None or at.mention.type in {"DURATION", "SET"} or interval.days > 31:
            continue
        near = [h for h in told if _apart(h, at) < 60 and h.weight >= 1.0 and h.mood != "unreal"]
        best = max(near, key=lambda h: h.weight - _apart(h, at) / 30, default=None)
        if best and interval not in days and best.start not in {h.start for h, _ in pairs}:
            days.add(interval)
            pairs.append((best, at))
    return pairs


def _faint(
    view: View,
    document: Document,
    context: _Context,
    told: tuple[Happening, ...],
    said: tuple[Speech, ...],
) -> Happening | None:
    """What a sentence with a day and a place of its own tells, though no strong word names it."""
    if view.sentence.section.kind != "news" or view.reading.endswith("?") or not view.dates:
        return None
    when = own_date(view, 0, said_date(view, document))
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


def _apart(happening: Happening, at: DateAt) -> int:
    """Characters between a happening's word and a date; a date mostly follows its verb."""
    end = happening.start + len(happening.word)
    return max(at.start - end, happening.start - at.end + 8, 0)


def _event(
    view: View,
    document: Document,
    context: _Context,
    happening: Happening,
    told: tuple[Happening, ...],
    said: tuple[Speech, ...],
    number: int,
    when: When | None = None,
) -> Iterator[_Found]:
    reported = said_date(view, document)
    when = when or own_date(view, happening.start, reported)
    where = own_place(view, happening.start)
    if not _tells(view, happening, when, where, context.running):
        return
    if when is None or where is None:
        when, where = _from_context(view, document, context, happening, when, where)
    if when and is_stale(when, reported):
        return
    planned = happening.mood == "planned" or bool(when and is_future(when, reported))
    if when and when.deadline and reported:
        planned = planned or when.interval.latest > reported
    sure = status(view, said, happening, told, planned)
    yield (
        _made(
            view,
            document,
            happening.category,
            sure,
            said,
            when,
            where,
            reported,
            number,
            happening.weight,
        ),
        when,
        where,
    )


def _tells(
    view: View, happening: Happening, when: When | None, where: Where | None, running: Running
) -> bool:
    """Whether a sentence reports a happening, and not only speaks of one."""
    words = {word.lower for word in view.words}
    own = (when is not None) + (where is not None and where.precision != "country")
    if view.sentence.section.kind == "analysis" or words & set(_OPINION):
        return own == 2
    if happening.background and own < 2:
        return own == 1 and happening.weight >= 1.0
    if view.reading.endswith("?") or (view.reading[0] in _QUOTES and when is None):
        return False
    if when is None and view.sentence.section.day is None and not _is_fresh(view, running):
        return False
    return own >= 1 or happening.weight >= 1.5


def _is_fresh(view: View, running: Running) -> bool:
    """Whether a text's own day may be that of a sentence: in its lead, or next to a dated one.

    Further down a report tells what came before; what has no day there has none that we know.
    """
    return view.number < LEAD or view.number - running.sentence <= NEAR


def _from_context(
    view: View,
    document: Document,
    context: _Context,
    happening: Happening,
    when: When | None,
    where: Where | None,
) -> tuple[When | None, Where | None]:
    """Fill in what the sentence leaves out: from the meeting it speaks of, or what came before."""
    if happening.category == "diplomacy" and context.talks and _means_the_talks(view):
        met, at = context.talks
        when = when or replace(met, own=False, sure=met.sure * 0.8)
        where = where or (replace(at, text=None, sure=at.sure * 0.8) if at else None)
    when = when or inherited_date(view, document, context.running)
    where = where or (
        inherited_place(view, happening.category, context.places, None)
        or (_next_to(view, when, context) if when else None)
        or country_acting(view, happening.category, context.gazetteer)
        or region_of_war(view, happening.category, context.gazetteer)
        or inherited_place(view, happening.category, (), context.scene)
    )
    return when, where


def _next_to(view: View, when: When, context: _Context) -> Where | None:
    """The place of the sentence just before, if that tells of the same days."""
    running = context.running
    beside = view.number - running.sentence == 1 and running.last and context.places
    if beside and running.last and running.last.interval == when.interval:
        where = context.places[0]
        if where.precision != "country":
            return carried(where, f"as in the sentence before: {where.place.name}", 0.6)
    return None


def _means_the_talks(view: View) -> bool:
    return bool(_THE_TALKS.search(view.reading))


def _statement(
    view: View,
    document: Document,
    context: _Context,
    told: tuple[Happening, ...],
    said: tuple[Speech, ...],
) -> Iterator[_Found]:
    """What an official says, where nothing else is told: placed only if the text says where."""
    named = [speech for speech in said if speech.speaker and speech.kind in {"party", "unknown"}]
    if not named or view.sentence.section.kind == "analysis":
        return
    speech = named[0]
    reported = said_date(view, document)
    when = own_date(view, speech.start)
    where = _said_at(view, speech)
    if speech.kind == "unknown" and where is None:
        return
    if when is None and view.sentence.section.day is None and where is None:
        return
    when = when or inherited_date(view, document, context.running)
    if when is None or is_stale(when, reported) or is_future(when, reported):
        return
    where = where or country_acting(view, "statement", context.gazetteer)
    sure = status(view, said, Happening("statement", 0.0, "past", "", 0), told, planned=False)
    found = _made(view, document, "statement", sure, said, when, where, reported, 0, 1.5)
    yield found, when, where


def _said_at(view: View, speech: Speech) -> Where | None:
    """The place of a statement: "said in Vladivostok", "told a press conference in Baku"."""
    for at in view.places:
        words = view.before(at.start, 1)
        close = 0 <= at.start - speech.start < 60
        if close and words and words[0] in {"in", "at", "from"} and at.mention.role == "literal":
            return own_place(view._replace(places=(at,)), speech.start)
    return None


def _made(
    view: View,
    document: Document,
    category: Category,
    sure: Status,
    said: tuple[Speech, ...],
    when: When | None,
    where: Where | None,
    reported: date | None,
    number: int,
    weight: float,
) -> Event:
    sentence = view.sentence
    speaker = says_who(said)
    report = Report(
        document=document.id,
        start=sentence.start,
        end=sentence.end,
        sentence=document.text[sentence.start : sentence.end],
        status=sure,
        interval=when.interval if when else None,
        reported=reported,
        attributed_to=speaker,
        outlet=document.outlet,
        url=document.url,
        published=document.published,
    )
    return Event(
        id=_identity(document.id, sentence.start, number),
        title=_title(sentence.reading),
        category=category,
        status=sure,
        reports=(report,),
        interval=when.interval if when else None,
        date_precision=when.precision if when else "day",
        date_text=when.text if when else None,
        date_reason=when.reason if when else "",
        place=where.place if where else None,
        place_text=where.text if where else None,
        place_precision=where.precision if where else "none",
        place_reason=where.reason if where else "",
        places=(where.place, *where.others) if where else (),
        actors=actors(view),
        figures=figures(sentence.reading, speaker),
        confidence=_confidence(weight, when, where),
        unplaced=_unplaced(category, when, where),
    )


def _identity(document: str, start: int, number: int) -> str:
    return hashlib.sha1(f"{document}\0{start}\0{number}".encode()).hexdigest()[:12]


def _title(reading: str) -> str:
    words = " ".join(reading.split())
    if len(words) <= TITLE:
        return words.rstrip(".")
    cut = words.rfind(" ", 0, TITLE - 1)
    return words[: cut if cut > 40 else TITLE - 1].rstrip(" ,;:–—-") + "…"


def _confidence(weight: float, when: When | None, where: Where | None) -> float:
    told = min(1.0, 0.55 + 0.15 * weight)
    day = when.sure if when else 0.2
    place = where.sure if where else 0.3
    return round(min(0.99, told * day * (0.4 + 0.6 * place)), 2)


def _unplaced(category: Category, when: When | None, where: Where | None) -> str | None:
    if when is None:
        return "the text does not say when"
    if where is None:
        made = category == "statement"
        return "the text does not say where it was said" if made else "the text does not say where"
    return "only a country is named" if where.precision == "country" else None


def _after(
    context: _Context, view: View, event: Event, when: When | None, where: Where | None
) -> _Context:
    """The context for what follows: the last own date and place, the last meeting."""
    running = context.running
    if when and when.own:
        running = replace(
            running, last=when, sentence=view.number, paragraph=view.sentence.paragraph
        )
    places = context.places
    if where and where.text:
        places = (where, *places)[:REMEMBERED]
    talks = context.talks
    if event.category == "diplomacy" and when and when.own and _MEETING.search(view.reading):
        talks = (when, where)
    return replace(context, running=running, places=places, talks=talks)


def _with_explicit(running: Running, view: View) -> Running:
    explicit: DateMention | None = running.explicit
    for at in view.dates:
        interval = at.mention.interval
        if interval and interval.days <= WIDEST and at.mention.basis == "explicit":
            explicit = at.mention
    return replace(running, explicit=explicit)

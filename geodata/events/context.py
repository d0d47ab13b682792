"""What a document has told so far, and what a later sentence takes from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from geodata.events.acting import acting, signs_of
from geodata.events.elsewhere import (
    carried,
    led_back,
    of_the_actor,
    of_the_text,
    region_of_war,
)
from geodata.events.happenings import Happening
from geodata.events.lexicon import SAYING
from geodata.events.nearby import Nearby, around
from geodata.events.officials import Bearers
from geodata.events.proposals import Proposal
from geodata.events.views import View
from geodata.events.when import (
    NEAR,
    WIDEST,
    Running,
    When,
    inherited_dates,
    is_history,
    is_stale,
    of_the_deed,
    own_dates,
)
from geodata.events.where import Where, own_place, own_places
from geodata.gazetteer import Gazetteer
from geodata.records import Category, DateMention, Document

FOUGHT: frozenset[Category] = frozenset(("combat", "shelling", "territorial"))
# How a place was got to which no word of a sentence leads.
FROM_AFAR = frozenset(("before", "named", "about", "nearby"))
BACK = 180  # days after which a text's scene is no longer that of what it recalls
ACTORS = 2  # who act in a sentence, whose seats are offered
REMEMBERED = 6  # places that a back reference may mean

_POLITICS = SAYING | frozenset(  # what is done from a seat, in words that stand beside fighting
    """
    accusation accusations agree agreed agrees allegations announce announcement announcing appeal
    appealed appeals approve approved approves ask asked asks authorised authorized believe believes
    briefing cabinet condemn condemning condemns conference confirm council decide decided decides
    decision demand demanded demands denounce denounced denounces denouncing express expressed
    government halt halted informed launched minister ministry offer offered offers order ordered
    ordering orders parliament plan planned plans policy president protested react reacted reaction
    reacts recognise recognised recognises recognize recognized recognizes response responded
    responsibility sanctions spokesman spokeswoman statement summoned suspended threat threaten
    threatened threatens told vote voted votes vow vows
    """.split()
)

_THE_TALKS = re.compile(r"\b[Tt]he (?:\w+ )?(?:meeting|summit|talks|visit)\b")
_MEETING = re.compile(r"\b(?:meet(?:ing)?|met|summit|talks|visit|visited|hold)\b")


def _is_recalled(own: When | None, document: Document) -> bool:
    """Whether a day lies so far back that the text's own scene says nothing of it."""
    published = document.published
    return bool(own and published and published - own.interval.latest > timedelta(days=BACK))


def _is_of_politics(view: View) -> bool:
    """Whether a sentence with a word of fighting may tell of what is said or decided about it."""
    return not _POLITICS.isdisjoint(view.lowers)


class Context(NamedTuple):
    """What the document has told so far."""

    document: Document
    scene: Where | None
    gazetteer: Gazetteer | None
    persons: Bearers
    nearby: Nearby
    named: dict[int, Where | None]  # by sentence; what it names, for sentences asked about before
    running: Running = Running()
    places: tuple[Where, ...] = ()  # the latest first
    talks: tuple[When, Where | None] | None = None  # the last meeting with its place
    recent: tuple[View, ...] = ()  # the sentences just before, the latest first

    def after(self, proposal: Proposal) -> Context:
        """With a happening that a sentence may tell: its own date and place, the last meeting.

        What is carried on is what the sentence itself says, whether or not it makes an event.
        """
        view, category = proposal.view, proposal.happening.category
        running, places, talks = self.running, self.places, self.talks
        when = next((when for when in proposal.whens if when.own), None)
        where = next((where for where in proposal.wheres if where.fits), None)
        if when:
            paragraph = view.sentence.paragraph
            running = replace(running, last=when, sentence=view.number, paragraph=paragraph)
            if category == "diplomacy" and _MEETING.search(view.reading):
                talks = (when, where)
        if where:
            places = (replace(where, told=proposal.kind), *places)[:REMEMBERED]
        return self._replace(running=running, places=places, talks=talks)

    def past(self, view: View) -> Context:
        """Behind this sentence: the last date that was written out is remembered."""
        explicit: DateMention | None = self.running.explicit
        for at in view.dates:
            interval = at.mention.interval
            if interval and interval.days <= WIDEST and at.mention.basis == "explicit":
                explicit = at.mention
        running = self.running
        if explicit is not running.explicit:
            running = replace(running, explicit=explicit)
        return self._replace(running=running, recent=(view, *self.recent[: NEAR - 1]))

    def whens(self, view: View, happening: Happening, said: date | None) -> tuple[When, ...]:
        """The days that a happening may have had, each once, the sentence's own first."""
        own = own_dates(view, happening.start, said)
        if happening.category != "statement":
            own = of_the_deed(own)
        if is_history(view, said):  # what it recalls has no day that the text around it gives
            return tuple(when for when in own if not is_stale(when, said))
        found = [
            *own,
            *self._met(view, happening),
            *inherited_dates(view, self.document, self.running),
        ]
        once = {when.interval: when for when in reversed(found)}
        return tuple(when for when in found if once[when.interval] is when)

    def _met(self, view: View, happening: Happening) -> Iterator[When]:
        """The day of the meeting that the sentence speaks of."""
        if happening.category == "diplomacy" and self.talks and _THE_TALKS.search(view.reading):
            met, _ = self.talks
            yield replace(met, own=False, basis="talks")

    def wheres(
        self, view: View, happening: Happening, own: When | None, number: int = 0
    ) -> tuple[Where, ...]:
        """The places that a happening may have had, each once, the sentence's own first.

        ``own``: the day that the sentence itself gives it; ``number``: among its happenings.
        """
        stated = tuple(own_places(view, happening.start))
        found = [*stated, *self._inherited(view, happening, own)]
        if any(where.fits and "leads in" in where.signs for where in stated):
            found = [where for where in found if where.basis not in FROM_AFAR]
        if number:  # the war that a sentence names belongs to the first that it tells
            found = [where for where in found if where.basis != "war"]
        once = {where.place.id: where for where in reversed(found)}
        return tuple(where for where in found if once[where.place.id] is where)

    def _inherited(self, view: View, happening: Happening, own: When | None) -> Iterator[Where]:
        """From the meeting it speaks of, what came before, who acts, what the text is about."""
        if happening.category == "diplomacy" and self.talks and _THE_TALKS.search(view.reading):
            _, at = self.talks
            if at:
                yield replace(at, text=None, basis="talks", signs=())
        if back := led_back(view, self.places):
            yield back
        if next_to := self._next_to(view, own):
            yield next_to
        if self.gazetteer and (happening.category not in FOUGHT or _is_of_politics(view)):
            for actor in acting(view, self.persons, self.gazetteer)[:ACTORS]:
                yield from of_the_actor(actor, signs_of(actor, view, happening.start))
        if war := region_of_war(view, self.gazetteer):
            yield war
        if named := self._just_named(view):
            yield named
        if not _is_recalled(own, self.document):
            if self.scene:
                yield of_the_text(self.scene)
            yield from around(view, self.nearby)

    def _just_named(self, view: View) -> Where | None:
        """The last town or area that the paragraph named as a scene, or the sentence before."""
        for before in self.recent:
            near = view.number - before.number == 1
            if not near and before.sentence.paragraph != view.sentence.paragraph:
                return None
            if before.number not in self.named:
                self.named[before.number] = own_place(before, 0)
            where = self.named[before.number]
            if where and where.precision != "country":
                reason = f"named just before: {where.place.name}"
                return carried(where, reason, "named", loose=True)
        return None

    def _next_to(self, view: View, own: When | None) -> Where | None:
        """The place of the sentence just before, if that has a day and this no other one."""
        last = self.running.last
        if last is None or not self.places or view.number - self.running.sentence != 1:
            return None
        where = self.places[0]
        if where.precision == "country":
            return None
        if own and own.interval != last.interval:
            return None
        return carried(where, f"as in the sentence before: {where.place.name}", "before")

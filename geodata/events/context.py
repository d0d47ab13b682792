"""What a document has told so far, and what a later sentence takes from it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from geodata.events.views import View
from geodata.events.when import NEAR, WIDEST, Running, When, inherited_date
from geodata.events.where import (
    ON_THE_GROUND,
    Where,
    carried,
    country_acting,
    inherited_place,
    own_place,
    region_of_war,
)
from geodata.gazetteer import Gazetteer
from geodata.records import Category, DateMention, Document

REMEMBERED = 6  # places that a back reference may mean

_THE_TALKS = re.compile(r"\b[Tt]he (?:\w+ )?(?:meeting|summit|talks|visit)\b")
_MEETING = re.compile(r"\b(?:meet(?:ing)?|met|summit|talks|visit|visited|hold)\b")


@dataclass(frozen=True, slots=True)
class Context:
    """What the document has told so far."""

    document: Document
    scene: Where | None = None
    gazetteer: Gazetteer | None = None
    running: Running = field(default_factory=Running)
    places: tuple[Where, ...] = ()  # the latest first
    talks: tuple[When, Where | None] | None = None  # the last meeting with its place
    recent: tuple[View, ...] = ()  # the sentences just before, the latest first

    def after(
        self, view: View, category: Category, when: When | None, where: Where | None
    ) -> Context:
        """With an event of this sentence: its own date and place, the last meeting."""
        running, places, talks = self.running, self.places, self.talks
        if when and when.own:
            paragraph = view.sentence.paragraph
            running = replace(running, last=when, sentence=view.number, paragraph=paragraph)
            if category == "diplomacy" and _MEETING.search(view.reading):
                talks = (when, where)
        if where and where.text:
            places = (where, *places)[:REMEMBERED]
        return replace(self, running=running, places=places, talks=talks)

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
        return replace(self, running=running, recent=(view, *self.recent[: NEAR - 1]))

    def fill(
        self, view: View, category: Category, when: When | None, where: Where | None
    ) -> tuple[When | None, Where | None]:
        """What the sentence leaves out: from the meeting it speaks of, or what came before."""
        if category == "diplomacy" and self.talks and _THE_TALKS.search(view.reading):
            met, at = self.talks
            when = when or replace(met, own=False, sure=met.sure * 0.8)
            where = where or (replace(at, text=None, sure=at.sure * 0.8) if at else None)
        when = when or inherited_date(view, self.document, self.running)
        where = where or (
            inherited_place(view, category, self.places, None)
            or (self._next_to(view, when) if when else None)
            or country_acting(view, category, self.gazetteer)
            or region_of_war(view, category, self.gazetteer)
            or self._just_named(view, category)
            or inherited_place(view, category, (), self.scene)
        )
        return when, where

    def _just_named(self, view: View, category: Category) -> Where | None:
        """The last town or area that the paragraph named as a scene, or the sentence before."""
        if category not in ON_THE_GROUND:
            return None
        for before in self.recent:
            near = view.number - before.number == 1
            if not near and before.sentence.paragraph != view.sentence.paragraph:
                return None
            where = own_place(before, 0)
            if where and where.precision != "country":
                reason = f"named just before: {where.place.name}"
                return carried(where, reason, 0.5, loose=True)
        return None

    def _next_to(self, view: View, when: When) -> Where | None:
        """The place of the sentence just before, if that tells of the same days."""
        last = self.running.last
        if last is None or not self.places or view.number - self.running.sentence != 1:
            return None
        where = self.places[0]
        if last.interval != when.interval or where.precision == "country":
            return None
        return carried(where, f"as in the sentence before: {where.place.name}", 0.6)

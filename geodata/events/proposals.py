"""What a sentence may tell, before anyone has judged whether it does."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from geodata.events.attribution import Speech
from geodata.events.happenings import Happening
from geodata.events.views import View
from geodata.events.when import When
from geodata.events.where import Where


class Proposal(NamedTuple):
    """What a sentence may tell: a happening, the days and the places that it may have had."""

    view: View
    happening: Happening
    told: tuple[Happening, ...]  # all that its sentence names
    said: tuple[Speech, ...]
    reported: date | None
    whens: tuple[When, ...]
    wheres: tuple[Where, ...]
    number: int = 0  # among those of its sentence
    spoken: bool = False  # only said: an official's statement

    @property
    def kind(self) -> str:
        return "spoken" if self.spoken else self.happening.category


class Candidate(NamedTuple):
    """A proposal with the day and the place that are likeliest, and how likely each is."""

    proposal: Proposal
    when: When | None
    where: Where | None
    day_sure: float = 0.0
    place_sure: float = 0.0

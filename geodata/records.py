"""The records that flow through the library, and the errors it raises on purpose.

Documents -> sentences -> mentions of places and dates -> events. Every record is frozen; a stage
returns new ones. Offsets are Python string offsets into ``Document.text``, the end excluded.

>>> Interval(date(1957, 3, 1), date(1957, 3, 31)).days
31
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Category = Literal[
    "combat",
    "shelling",
    "territorial",
    "ceasefire",
    "diplomacy",
    "deployment",
    "humanitarian",
    "protest",
    "incident",
    "statement",
    "other",
]
Status = Literal["reported", "claimed", "denied", "disputed", "confirmed", "planned"]
DatePrecision = Literal["day", "week", "month", "year", "range"]
# "seat": where a government or body that acts has its seat; the text does not say where it was
PlacePrecision = Literal["exact", "near", "area", "country", "seat", "none"]
Role = Literal["literal", "metonym"]


class GeodataError(Exception):
    """Base of every error that geodata raises on purpose; its text says what to do."""


class DocumentError(GeodataError):
    """A file that cannot be read as a document: which one, why, and what to do."""


class GazetteerError(GeodataError):
    """The gazetteer's index or one of its sources is absent, damaged or of another version."""


class ProjectError(GeodataError):
    """A project folder, its ``dateline.toml`` or an output path that cannot be used."""


@dataclass(frozen=True, slots=True)
class Interval:
    """The days a timex may mean, both ends included: "March 1957" is its 31 days."""

    earliest: date
    latest: date

    def __post_init__(self) -> None:
        if self.latest < self.earliest:
            raise ValueError(
                f"interval ends {self.latest} before it starts {self.earliest}; "
                "give the earlier day first"
            )

    @property
    def days(self) -> int:
        return (self.latest - self.earliest).days + 1

    def meets(self, other: Interval) -> bool:
        """Whether the two share a day."""
        return self.earliest <= other.latest and other.earliest <= self.latest


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a document that has a running date of its own, as a day of a live blog."""

    start: int
    end: int
    day: date | None = None  # the day its heading gives; None: the document's own
    heading: tuple[int, int] | None = None  # offsets of the heading's line
    kind: Literal["news", "analysis"] = "news"


@dataclass(frozen=True, slots=True)
class Furniture:
    """Text of the page that is not news: a sidebar of headlines, a footer, an address."""

    start: int
    end: int
    reason: str  # "address", "sidebar", "footer", "stamp", "caption", "markup"


@dataclass(frozen=True, slots=True)
class Document:
    """One text, exactly as read, and what is known about its publication."""

    id: str  # path relative to the folder that was read, or the corpus row's id
    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: date | None = None  # None: the text does not say; never the file's time
    published_basis: str | None = None  # "front matter", "metadata", "corpus", "text"
    not_after: date | None = None  # a bound on an undated text, as a page stamp
    sections: tuple[Section, ...] = ()  # cover the text in order; one if it has no dated headings
    furniture: tuple[Furniture, ...] = ()  # in order, disjoint


@dataclass(frozen=True, slots=True)
class Sentence:
    r"""One sentence: where it stands in the text, and how a reader reads it.

    ``reading`` closes up line breaks, words split over lines and furniture in the middle:
    "Nagorno-\nKarabakh" reads "Nagorno-Karabakh". ``anchors`` lead back to the text: pairs
    ``(index in reading, offset in the text)`` in order, the first at index 0; between two anchors
    both count in step.
    """

    start: int
    end: int
    reading: str
    anchors: tuple[tuple[int, int], ...]
    section: Section
    paragraph: int  # counts from 0 in the document
    kind: Literal["prose", "heading"] = "prose"

    def offset(self, index: int) -> int:
        """The offset in the text of the character at ``index`` of the reading."""
        at = bisect_right(self.anchors, (index, 1 << 62)) - 1
        read, written = self.anchors[at]
        return written + index - read

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the text of ``reading[start:end]``, which must not be empty."""
        return self.offset(start), self.offset(end - 1) + 1


@dataclass(frozen=True, slots=True)
class Place:
    """A gazetteer's record of somewhere."""

    id: str  # "geonames:147105", or "dateline:lachin-corridor" for a row of our own table
    name: str  # the usual English name
    latitude: float
    longitude: float
    feature_class: str  # GeoNames: A H L P R S T U V; "" if the source does not say
    feature_code: str  # GeoNames: PPL PPLC ADM1 PCLI RGN CONT STM ...; "" if unknown
    kind: str  # settlement district region country continent corridor water mountain facility
    country_code: str = ""  # ISO 3166-1 alpha-2; "" for seas, continents, macro regions
    admin1: str = ""  # name of the first-level division it lies in
    population: int = 0  # 0: not known
    geonames_id: int | None = None
    precision_km: float = 1.0  # how far the point may be off
    radius_km: float = 0.0  # extent of an area or line about its point; 0 for a settlement
    area: str | None = None  # key of its outline in the bundled areas, if there is one


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A toponym in a text; ``place`` is None until resolved, and where nothing fits."""

    start: int
    end: int
    text: str  # the slice of the document, line breaks and all
    toponym: str  # the words as read: what is looked up
    role: Role = "literal"
    place: Place | None = None
    confidence: float = 0.0  # 0-1: that the place is right
    candidates: tuple[Place, ...] = ()  # what it may mean, best first
    reason: str = ""  # one line for people: why this place


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression, its TIMEX3 value (ISO 24617-1) and the days it may mean."""

    start: int
    end: int
    text: str
    value: str
    type: Literal["DATE", "TIME", "DURATION", "SET"] = "DATE"
    interval: Interval | None = None  # None where no calendar interval can be known
    basis: Literal["explicit", "relative", "context", "heading"] = "explicit"
    reason: str = ""  # one line for people: "Monday, counted from 16 November 2020"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of casualties that a sentence gives, never summed."""

    kind: Literal["killed", "wounded", "displaced", "captured", "missing"]
    low: int
    high: int
    who: str = ""  # "civilian", "military", "" if not said
    words: str = ""  # as the text puts it
    attributed_to: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One piece of evidence: who reported an event, when, in which sentence."""

    document: str
    start: int
    end: int
    sentence: str
    status: Status
    interval: Interval | None = None  # when, by this report, it happened
    reported: date | None = None  # the day the source said it: the second clock
    attributed_to: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A happening: what, where, when, who says so; ``reports[0]`` is the evidence shown first."""

    id: str  # stable across runs on the same text
    title: str  # at most 100 characters
    category: Category
    status: Status
    reports: tuple[Report, ...]  # never empty
    interval: Interval | None = None
    date_precision: DatePrecision = "day"
    date_text: str | None = None  # the words that gave the date
    date_reason: str = ""  # one line for people: how the day was got
    place: Place | None = None
    place_text: str | None = None  # the words that gave the place
    place_precision: PlacePrecision = "none"
    place_reason: str = ""
    places: tuple[Place, ...] = ()  # every place of the event, the principal one first
    actors: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    confidence: float = 0.5  # 0-1, calibrated on the project's gold
    unplaced: str | None = None  # why it has no place or no date, for the tray

    @property
    def evidence(self) -> Report:
        return self.reports[0]

    @property
    def attributed_to(self) -> str | None:
        return self.reports[0].attributed_to

    @property
    def reported(self) -> date | None:
        """The day it was first reported, None if no source says."""
        return min((r.reported for r in self.reports if r.reported), default=None)


@dataclass(frozen=True, slots=True)
class Annotation:
    """What was found in one document."""

    document: Document
    sentences: tuple[Sentence, ...] = field(repr=False)
    places: tuple[PlaceMention, ...] = field(repr=False)
    dates: tuple[DateMention, ...] = field(repr=False)

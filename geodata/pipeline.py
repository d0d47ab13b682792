"""The way through the library: documents -> sentences -> mentions -> events."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from geodata.chains import join
from geodata.dates import find_dates
from geodata.events import find_events
from geodata.gazetteer import Gazetteer
from geodata.places import find_places
from geodata.records import Annotation, DateMention, Document, Event, PlaceMention
from geodata.resolve import resolve
from geodata.resolve.nouns import with_nouns
from geodata.sentences import split


def annotate(
    document: Document, gazetteer: Gazetteer, focus: tuple[str, ...] | None = None
) -> Annotation:
    """What a document says of places and dates; ``focus``: ISO codes of countries it is about."""
    sentences = split(document)
    found = find_places(document, sentences, gazetteer, focus)
    dates = find_dates(document, sentences)
    places = resolve(document, sentences, _beside(found, dates), gazetteer, focus=focus)
    return Annotation(document, sentences, with_nouns(document, places, gazetteer), dates)


def _beside(
    places: Sequence[PlaceMention], dates: Sequence[DateMention]
) -> tuple[PlaceMention, ...]:
    """The places that are not part of a date: "on Thursday" is not Thursday Island."""
    ends = [date.end for date in dates]
    kept = []
    for place in places:
        at = bisect_right(ends, place.start)
        if at == len(dates) or dates[at].start >= place.end:
            kept.append(place)
    return tuple(kept)


def extract(
    documents: Iterable[Document],
    gazetteer: Gazetteer | None = None,
    focus: tuple[str, ...] | None = None,
) -> Iterator[Event]:
    """The events of the documents in order of their days; reports of one happening are joined."""
    places = gazetteer or Gazetteer()
    found: list[Event] = []
    for document in documents:
        found.extend(find_events(annotate(document, places, focus), places))
    yield from join(found)

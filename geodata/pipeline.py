"""The way through the library: documents -> sentences -> mentions -> events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from geodata.chains import join
from geodata.dates import find_dates
from geodata.events import find_events
from geodata.gazetteer import Gazetteer
from geodata.places import Finder, find_places
from geodata.places.days import outside_dates
from geodata.records import Annotation, Document, Event
from geodata.resolve import resolve
from geodata.sentences import split


def annotate(
    document: Document,
    gazetteer: Gazetteer,
    focus: tuple[str, ...] | None = None,
    finder: Finder = find_places,
) -> Annotation:
    """What a document says of places and dates; ``focus``: ISO codes of countries it is about.

    ``finder`` gives the place mentions, unresolved; what they mean is decided here.
    """
    sentences = split(document)
    dates = find_dates(document, sentences)
    found = outside_dates(finder(document, sentences, gazetteer, focus), dates)
    places = resolve(document, sentences, found, gazetteer, focus)
    return Annotation(document, sentences, places, dates)


def extract(
    documents: Iterable[Document],
    gazetteer: Gazetteer | None = None,
    focus: tuple[str, ...] | None = None,
    finder: Finder = find_places,
) -> Iterator[Event]:
    """The events of the documents in order of their days; reports of one happening are joined."""
    places = gazetteer or Gazetteer()
    found: list[Event] = []
    for document in documents:
        found.extend(find_events(annotate(document, places, focus, finder), places))
    yield from join(found)

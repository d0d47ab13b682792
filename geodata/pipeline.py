"""The way through the library: documents -> sentences -> mentions -> events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from geodata.chains import join
from geodata.dates import find_dates
from geodata.events import find_events
from geodata.gazetteer import Gazetteer
from geodata.places import find_places
from geodata.records import Annotation, Document, Event
from geodata.resolve import resolve
from geodata.sentences import split


def annotate(
    document: Document, gazetteer: Gazetteer, focus: Sequence[str] | None = None
) -> Annotation:
    """What a document says of places and dates; ``focus``: ISO codes of countries it is about."""
    sentences = split(document)
    found = find_places(document, sentences, gazetteer, focus)
    places = resolve(document, sentences, found, gazetteer, focus=focus)
    return Annotation(document, sentences, places, find_dates(document, sentences))


def extract(
    documents: Iterable[Document],
    gazetteer: Gazetteer | None = None,
    focus: Sequence[str] | None = None,
) -> Iterator[Event]:
    """The events of the documents in order of their days; reports of one happening are joined."""
    places = gazetteer or Gazetteer()
    found: list[Event] = []
    for document in documents:
        found.extend(find_events(annotate(document, places, focus), places))
    yield from join(found)

"""The way through the library: documents -> sentences -> mentions -> events."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace

from geodata.chains import join
from geodata.dates import find_dates
from geodata.events import find_events
from geodata.gazetteer import Gazetteer
from geodata.places import Finder, find_places
from geodata.places.days import outside_dates
from geodata.records import Annotation, Document, Event
from geodata.resolve import guessed, resolve, settled
from geodata.resolve.candidates import weigher
from geodata.resolve.homes import Home, Homes, Tally, outlet_of
from geodata.resolve.senses import Sense, senses
from geodata.sentences import split

# Documents that are looked at together, to learn where their outlets are at home, and characters.
TOGETHER, MOST = 1000, 8_000_000


def annotate(
    document: Document,
    gazetteer: Gazetteer,
    focus: tuple[str, ...] | None = None,
    finder: Finder = find_places,
    homes: Homes | None = None,
) -> Annotation:
    """What a document says of places and dates; ``focus``: ISO codes of countries it is about.

    ``finder`` gives the place mentions, unresolved; what they mean is decided here. ``homes`` knows
    where outlets are at home.
    """
    home = homes.home(document) if homes else None
    return _resolved(_found(document, gazetteer, focus, finder), gazetteer, focus, home)


def annotate_all(
    documents: Iterable[Document],
    gazetteer: Gazetteer,
    focus: tuple[str, ...] | None = None,
    finder: Finder = find_places,
    homes: Homes | None = None,
) -> Iterator[Annotation]:
    """The same of many documents, in their order; those of one outlet tell where it is at home.

    ``homes`` is what is known of that before, and learns.
    """
    known = Homes() if homes is None else homes
    for batch in _batches(documents):
        if len(batch) == 1 and not outlet_of(batch[0]):
            yield annotate(batch[0], gazetteer, focus, finder)
            continue
        waiting: deque[tuple[Annotation, list[Sense], Tally]] = deque()
        for document in batch:
            found = _found(document, gazetteer, focus, finder)
            meanings = senses(document, found.places, weigher(gazetteer))
            alone = guessed(found.places, meanings, focus)
            waiting.append((found, meanings, known.learn(document, alone)))
        batch.clear()  # so that a document goes as soon as it is done with
        while waiting:
            found, meanings, own = waiting.popleft()
            document, home = found.document, known.home(found.document, own)
            places = settled(document, found.places, meanings, gazetteer, focus, home)
            yield replace(found, places=places)


def extract(
    documents: Iterable[Document],
    gazetteer: Gazetteer | None = None,
    focus: tuple[str, ...] | None = None,
    finder: Finder = find_places,
    homes: Homes | None = None,
) -> Iterator[Event]:
    """The events of the documents in order of their days; reports of one happening are joined."""
    places = gazetteer or Gazetteer()
    found: list[Event] = []
    for annotation in annotate_all(documents, places, focus, finder, homes):
        found.extend(find_events(annotation, places))
    yield from join(found)


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """Neighbours that have an outlet, together; what has none by itself."""
    batch: list[Document] = []
    size = 0
    for document in documents:
        if batch and (len(batch) == TOGETHER or size > MOST):
            yield batch
            batch, size = [], 0
        if not batch and not outlet_of(document):
            yield [document]
            continue
        batch.append(document)
        size += len(document.text)
    if batch:
        yield batch


def _found(
    document: Document,
    gazetteer: Gazetteer,
    focus: tuple[str, ...] | None,
    finder: Finder,
) -> Annotation:
    """The mentions, unresolved."""
    sentences = split(document)
    dates = find_dates(document, sentences)
    places = outside_dates(finder(document, sentences, gazetteer, focus), dates)
    return Annotation(document, sentences, places, dates)


def _resolved(
    found: Annotation,
    gazetteer: Gazetteer,
    focus: tuple[str, ...] | None,
    home: Home | None = None,
) -> Annotation:
    places = resolve(found.document, found.sentences, found.places, gazetteer, focus, home)
    return replace(found, places=places)

"""The full text of a project, ready to be searched: its documents, and the cards of its events.

Made once a project, when it is first asked; a search then goes through folded texts with
`str.find`. What a search returns of a text are offsets into it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from threading import Lock

from dashboard.cards import surroundings
from dashboard.folding import Offsets, Term, fold
from geodata.records import Document, Event

NEAR = 160  # characters in which words count as standing together
CANDIDATES = 24  # documents with most hits, of which the best passages are looked for
MOST_SPANS = 200  # of one term in one text that are looked at
BREAK = " · "  # between two texts of a card, which no phrase bridges


@dataclass(frozen=True, slots=True)
class Passage:
    """The place of a document where most of the words stand closest together."""

    document: str
    spans: tuple[tuple[int, int], ...]  # of the words, in the text, in order


class FullText:
    """Documents and events by their words."""

    def __init__(self, documents: Mapping[str, Document], events: Mapping[str, Event]) -> None:
        self._documents = documents
        self._events = events
        self._lock = Lock()

    @cached_property
    def _texts(self) -> dict[str, str]:
        return {name: fold(_news(document)) for name, document in self._documents.items()}

    @cached_property
    def _cards(self) -> dict[str, str]:
        return {
            event.id: fold(BREAK.join(filter(None, _card(event, self._documents))))
            for event in self._events.values()
        }

    def prepare(self) -> None:
        """Fold the texts, unless that is done; sessions that ask at once wait for one of them."""
        with self._lock:
            assert self._texts is not None
            assert self._cards is not None

    def events(self, terms: Sequence[Term]) -> list[str]:
        """The ids of the events on whose card all the words stand: headline, sentence, what is
        round it, place, who says so.
        """
        return [name for name, text in self._cards.items() if _all_in(terms, text)] if terms else []

    def documents(self, terms: Sequence[Term]) -> list[str]:
        """The ids of the documents in whose text all the words stand, most hits first."""
        if not terms:
            return []
        hits = {
            name: sum(text.count(term.words[0]) for term in terms)
            for name, text in self._texts.items()
            if _all_in(terms, text)
        }
        return sorted(hits, key=lambda name: -hits[name])

    def passages(self, terms: Sequence[Term], documents: Sequence[str], most: int) -> list[Passage]:
        """The best passages of these documents, one each, those with the words together first."""
        found = [(name, *_closest(self._spans(terms, name))) for name in documents[:CANDIDATES]]
        found.sort(key=lambda one: -one[1])
        return [self._passage(name, spans) for name, _, spans in found[:most]]

    def _spans(self, terms: Sequence[Term], name: str) -> list[tuple[int, int, int]]:
        """Where the terms stand in the folded text, in order: start, end, which of them."""
        folded = self._texts[name]
        return sorted(
            (start, end, number)
            for number, term in enumerate(terms)
            for start, end in islice(term.spans(folded), MOST_SPANS)
        )

    def _passage(self, name: str, spans: Sequence[tuple[int, int]]) -> Passage:
        offsets = Offsets(_news(self._documents[name]))
        return Passage(name, _apart(offsets.span(start, end) for start, end in spans))


def _news(document: Document) -> str:
    """The text as long as it is, with blanks for what was left out as not news."""
    text = document.text
    for piece in document.furniture:
        text = text[: piece.start] + "\n" * (piece.end - piece.start) + text[piece.end :]
    return text


def _card(event: Event, documents: Mapping[str, Document]) -> Iterator[str | None]:
    """The texts of an event's card that a reader may remember."""
    yield from (event.title, event.place_text, event.attributed_to)
    yield from (place.name for place in event.places)
    yield from event.actors
    for report in event.reports:
        if document := documents.get(report.document):
            yield document.title
            around = surroundings(document, report.start, report.end)
            yield " ".join(filter(None, around))
        else:
            yield report.sentence


def _all_in(terms: Sequence[Term], folded: str) -> bool:
    return all(term.stands_in(folded) for term in terms)


def _closest(spans: Sequence[tuple[int, int, int]]) -> tuple[int, list[tuple[int, int]]]:
    """The spans within `NEAR` that hold most terms, and how many they hold."""
    first, last, most, end = 0, 0, 0, 0
    for start, (at, _, _) in enumerate(spans):
        end = max(end, start)
        while end + 1 < len(spans) and spans[end + 1][1] - at <= NEAR:
            end += 1
        together = len({number for _, _, number in spans[start : end + 1]})
        if together > most:
            first, last, most = start, end, together
    return most, [(start, end) for start, end, _ in spans[first : last + 1]]


def _apart(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The spans in order, without those that overlap one before them."""
    kept: list[tuple[int, int]] = []
    for start, end in spans:
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return tuple(kept)

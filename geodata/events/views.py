"""A sentence with its words and mentions side by side, as the rules of this package see it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from geodata.records import Annotation, DateMention, PlaceMention, Sentence

POSSESSIVES = ("’s", "'s")
WORD = re.compile(r"[^\W\d_](?:[\w'’./-]*\w)?|\d[\d,.]*")
_BREAKS = re.compile(
    r"[;:—–]|,\s(?:but|and|while|although|though|whereas|which|who|where|when|as|after|before|"
    r"adding|saying|killing|following)\b|\b(?:but|while|although|whereas)\b"
)


class PlaceAt(NamedTuple):
    """A place mention and where it stands in the reading."""

    start: int
    end: int
    mention: PlaceMention


class DateAt(NamedTuple):
    """A date mention and where it stands in the reading."""

    start: int
    end: int
    mention: DateMention


class View(NamedTuple):
    """One sentence with all that was found in it."""

    sentence: Sentence
    number: int  # of the sentence in its document
    nth: int  # of the sentence in its section
    lowers: tuple[str, ...]  # the words in small letters
    starts: tuple[int, ...]  # of the words in the reading
    places: tuple[PlaceAt, ...]
    dates: tuple[DateAt, ...]
    clauses: tuple[int, ...]  # where clauses start in the reading, the first at 0

    @property
    def reading(self) -> str:
        return self.sentence.reading

    def clause(self, index: int) -> int:
        """The number of the clause that the character at ``index`` stands in."""
        return bisect_right(self.clauses, index) - 1

    def clause_around(self, index: int) -> tuple[int, int]:
        """Where the clause of the character at ``index`` starts and ends in the reading."""
        at = self.clause(index)
        following = self.clauses[at + 1 : at + 2]
        return self.clauses[at], following[0] if following else len(self.reading)

    def before(self, index: int, count: int) -> tuple[str, ...]:
        """The ``count`` words before the character at ``index``, the nearest last."""
        at = bisect_left(self.starts, index)
        return self.lowers[max(0, at - count) : at]

    def within(self, start: int, end: int) -> tuple[str, ...]:
        """The words that start in ``reading[start:end]``."""
        return self.lowers[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def after(self, index: int, count: int) -> tuple[str, ...]:
        """The ``count`` words from the character at ``index`` on."""
        at = bisect_left(self.starts, index)
        return self.lowers[at : at + count]


def views(annotation: Annotation) -> Iterator[View]:
    """Each sentence of a document with its own mentions."""
    places, dates = annotation.places, annotation.dates
    at_place = at_date = 0
    first, section = 0, None
    for number, sentence in enumerate(annotation.sentences):
        if sentence.section is not section:
            first, section = number, sentence.section
        at_place, inside_places = _within(places, at_place, sentence)
        at_date, inside_dates = _within(dates, at_date, sentence)
        reading = sentence.reading
        lowers, starts = _words(reading)
        yield View(
            sentence,
            number,
            number - first,
            lowers,
            starts,
            tuple([PlaceAt(*_located(sentence, m), m) for m in places[inside_places]]),
            tuple([DateAt(*_located(sentence, m), m) for m in dates[inside_dates]]),
            (0, *[match.start() for match in _BREAKS.finditer(reading) if match.start() > 0]),
        )


def with_possessives(words: Iterable[str]) -> frozenset[str]:
    """Words as ``lowers`` may hold them, in small letters: "city", "city's"."""
    return frozenset(word + ending for word in words for ending in ("", *POSSESSIVES))


def bare(word: str) -> str:
    """A word without its possessive."""
    for ending in POSSESSIVES:
        word = word.removesuffix(ending)
    return word


def _words(reading: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The words in small letters, and where they start in the reading."""
    small = reading.lower()
    in_step = len(small) == len(reading)  # some letters become two: "İ"
    found = list(WORD.finditer(small if in_step else reading))
    words = [match[0] for match in found] if in_step else [match[0].lower() for match in found]
    return tuple(words), tuple([match.start() for match in found])


def _within(
    mentions: tuple[PlaceMention, ...] | tuple[DateMention, ...], at: int, sentence: Sentence
) -> tuple[int, slice]:
    while at < len(mentions) and mentions[at].start < sentence.start:
        at += 1
    first = at
    while at < len(mentions) and mentions[at].end <= sentence.end:
        at += 1
    return at, slice(first, at)


def _located(sentence: Sentence, mention: PlaceMention | DateMention) -> tuple[int, int]:
    return _index(sentence, mention.start), _index(sentence, mention.end - 1) + 1


def _index(sentence: Sentence, offset: int) -> int:
    """The index in the reading of a character of the text."""
    anchors = sentence.anchors
    if len(anchors) == 1:
        return offset - anchors[0][1]
    at = max(0, bisect_right(anchors, offset, key=lambda pair: pair[1]) - 1)
    read, written = anchors[at]
    return read + offset - written

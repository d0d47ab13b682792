"""The text of one document, cut at what was found in it: events, places, dates, what is not news.

A piece is {"text"} and, with that, one of: {"event", "at", "words", "href", "pieces"}, the sentence
of an event with what was found inside; {"place", "words", "href"}; {"date", "words", "href"};
{"left_out"}. No character is lost: the texts of the pieces make the document.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from dashboard.cards import date_words
from dashboard.loading import Loaded
from dashboard.panels.shell import Address
from geodata.records import Annotation, DateMention, Document, Event, Interval, PlaceMention

LONGEST = 400_000  # characters of a text shown; the rest is said to be left out
WIDEST, LONG = 130, 60  # characters of a line in a text that was broken to a fixed width
ENDS = '.!?:…”"»'  # of a sentence
CLOSE = 9  # zoom of a place that no event on the map has
Piece = dict[str, Any]
Cut = tuple[int, int, Piece]


def pieces(loaded: Loaded, document: Document, found: Annotation, address: Address) -> list[Piece]:
    """The text in order, up to LONGEST."""
    marks = _marks(loaded, document)
    furniture = [
        (piece.start, piece.end, {"left_out": piece.reason})
        for piece in document.furniture
        if not any(start < piece.end and piece.start < end for start, end, _ in marks)
    ]
    mentions = _apart([*_places(loaded, found, address), *_dates(found, address)])
    outer = _apart(
        [*((start, end, _mark(event, start, end, address)) for start, end, event in marks)],
        furniture,
    )
    text = flowing(document.text)
    for start, end, what in outer:
        if "event" in what:
            what["pieces"] = _cut(text, start, end, mentions)
    loose = [cut for cut in mentions if not any(a < cut[1] and cut[0] < b for a, b, _ in outer)]
    return _cut(text, 0, min(LONGEST, len(text)), _apart(outer, loose))


def flowing(text: str) -> str:
    r"""The text with the breaks of a fixed width as spaces, so that a page can break it anew.

    Nothing moves. A line of a text whose lines are all of some width goes on in the next one if it
    is long and ends in the middle of a sentence.

    >>> line = "The column that had come down from the north by the river road was"
    >>> flowing(f"{line}\nseen near the bridge.\n\nIt left.").count("\n")
    2
    """
    lines = text.split("\n")
    if sum(len(line) > WIDEST for line in lines) > len(lines) / 20:
        return text  # its lines are paragraphs
    joined = lines[0]
    for line, following in pairwise(lines):
        goes_on = len(line) >= LONG and following.strip() and line.rstrip()[-1] not in ENDS
        joined += (" " if goes_on else "\n") + following
    return joined


def counts(found: Annotation) -> dict[str, int]:
    """How many mentions there are of each kind, for the legend."""
    places = [mention for mention in found.places if mention.place]
    return {
        "place": sum(mention.role != "metonym" for mention in places),
        "metonym": sum(mention.role == "metonym" for mention in places),
        "date": sum(mention.interval is not None for mention in found.dates),
    }


def _cut(text: str, start: int, end: int, cuts: Sequence[Cut]) -> list[Piece]:
    """A stretch of the text cut at those that lie within it."""
    found, at = [], start
    for first, last, what in cuts:
        if first < at or last > end:
            continue
        found += [{"text": text[at:first]}, {"text": text[first:last], **what}]
        at = last
    found.append({"text": text[at:end]})
    return [piece for piece in found if piece["text"]]


def _apart(*cuts: Iterable[Cut]) -> list[Cut]:
    """All in the order of the text; of two that overlap, the first and then the longer."""
    kept: list[Cut] = []
    for cut in sorted((c for group in cuts for c in group), key=lambda c: (c[0], -c[1])):
        if not kept or cut[0] >= kept[-1][1]:
            kept.append(cut)
    return kept


def _marks(loaded: Loaded, document: Document) -> list[tuple[int, int, Event]]:
    """Where the document reports events, in order, the first where two overlap."""
    found = sorted(
        (report.start, report.end, event.id)
        for event in loaded.events.values()
        for report in event.reports
        if report.document == document.id
    )
    marks: list[tuple[int, int, Event]] = []
    for start, end, event in found:
        if not marks or start >= marks[-1][1]:
            marks.append((start, end, loaded.events[event]))
    return marks


def _mark(event: Event, start: int, end: int, address: Address) -> Piece:
    where = event.place.name if event.place else "no place"
    return {
        "event": event.id,
        "at": f"{start}-{end}",
        "words": f"{date_words(event.interval) or 'no date'} · {where}",
        "href": address.link(event=event.id),
    }


def _places(loaded: Loaded, found: Annotation, address: Address) -> Iterable[Cut]:
    shown = {event.place.id for event in loaded.events.values() if event.place}
    settings = loaded.project.settings
    guarded = bool(settings.hidden) or settings.decimals is not None
    for mention in found.places:
        if mention.place:
            what = _place(mention, mention.place.id in shown, guarded, address)
            yield mention.start, mention.end, what


def _place(mention: PlaceMention, shown: bool, guarded: bool, address: Address) -> Piece:
    """``guarded``: where a place lies is said only by events, which have been made safe."""
    place = mention.place
    assert place is not None
    piece: Piece = {
        "place": "metonym" if mention.role == "metonym" else "place",
        "words": f"{place.name}: {mention.reason}" if mention.reason else place.name,
    }
    if shown:
        piece["href"] = address.link(place=place.id, event=None)
    elif not guarded and place.kind != "country":
        at = {"lat": f"{place.latitude:.4f}", "lng": f"{place.longitude:.4f}", "z": str(CLOSE)}
        piece["href"] = address.link(**at, event=None)
    return piece


def _dates(found: Annotation, address: Address) -> Iterable[Cut]:
    for mention in found.dates:
        if mention.interval:
            yield mention.start, mention.end, _date(mention, mention.interval, address)


def _date(mention: DateMention, interval: Interval, address: Address) -> Piece:
    words = date_words(interval)
    days = {"from": f"{interval.earliest}", "to": f"{interval.latest}"}
    mode = "day" if interval.earliest == interval.latest else "window"
    return {
        "date": mention.value,
        "words": f"{words}: {mention.reason}" if mention.reason else words,
        "href": address.link(mode=mode, **days, day=None, event=None),
    }

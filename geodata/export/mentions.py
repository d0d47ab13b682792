"""Mentions of places and dates, a document a line (``mentions.jsonl``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from geodata.export.columns import as_json, day_text, first_day, last_day, place_fields
from geodata.records import Annotation, DateMention, PlaceMention


def mentions(annotation: Annotation) -> dict[str, Any]:
    """What was found in one document, as a line of ``mentions.jsonl`` holds it."""
    return {
        "id": annotation.document.id,
        "published": day_text(annotation.document.published),
        "places": [_place_mention(mention) for mention in annotation.places],
        "dates": [_date_mention(mention) for mention in annotation.dates],
    }


def mentions_line(annotation: Annotation) -> str:
    """The same as text, with the line's end."""
    return "".join(mentions_pieces(annotation))


def mentions_pieces(annotation: Annotation) -> Iterator[str]:
    """The same, piece by piece: a book has a hundred thousand mentions."""
    document = annotation.document
    published = as_json(day_text(document.published))
    yield f'{{"id": {as_json(document.id)}, "published": {published}, "places": ['
    yield from _listed(map(_place_mention, annotation.places))
    yield '], "dates": ['
    yield from _listed(map(_date_mention, annotation.dates))
    yield "]}\n"


def _listed(fields: Iterable[dict[str, Any]]) -> Iterator[str]:
    for number, each in enumerate(fields):
        yield (", " if number else "") + as_json(each)


def _place_mention(mention: PlaceMention) -> dict[str, Any]:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        **place_fields(mention.place),
        "feature_class": mention.place and mention.place.feature_class,
        "role": mention.role,
        "confidence": round(mention.confidence, 3),
    }


def _date_mention(mention: DateMention) -> dict[str, Any]:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "value": mention.value,
        "earliest": first_day(mention.interval),
        "latest": last_day(mention.interval),
    }

"""The events as a file to keep: those shown or all, in the formats of ``dateline extract``."""

from __future__ import annotations

import base64
import re
from collections.abc import Sequence

from dashboard.answers import Answer, Asked, Question
from dashboard.loading import Loaded
from geodata import export
from geodata.records import Event, ProjectError

TYPES = {
    ".csv": "text/csv",
    ".geojson": "application/geo+json",
    ".parquet": "application/vnd.apache.parquet",
    ".kml": "application/vnd.google-earth.kml+xml",
    ".html": "text/html",
}


def answer(asked: Asked, question: Question) -> Answer:
    """``{"kind": "download", "format": ".csv", "events": [ids] or null for all}`` -> a file."""
    suffix = str(question.get("format"))
    if suffix not in TYPES:
        raise ProjectError(f"no such format: choose one of {', '.join(TYPES)}")
    events = _chosen(asked.loaded, question.get("events"))
    content = base64.b64encode(_content(asked.loaded, events, suffix)).decode("ascii")
    return {
        "name": f"{_slug(asked.loaded.project.title)}{suffix}",
        "type": TYPES[suffix],
        "content": content,
    }


def _chosen(loaded: Loaded, wanted: object) -> Sequence[Event]:
    """The events of these ids in the project's order; all where none are named."""
    if wanted is None:
        return tuple(loaded.events.values())
    if not isinstance(wanted, list):
        raise ProjectError("events must be a list of ids, or null for all")
    ids = set(map(str, wanted))
    return tuple(event for event in loaded.events.values() if event.id in ids)


def _content(loaded: Loaded, events: Sequence[Event], suffix: str) -> bytes:
    if suffix == ".html":
        return _page(loaded, events)
    return b"".join(export.writer(f"events{suffix}")(events))


def _page(loaded: Loaded, events: Sequence[Event]) -> bytes:
    from dashboard import (
        standalone,
        story,
    )  # what follows needs the gazetteer, which no other format does
    from geodata.gazetteer import Gazetteer

    cited = {report.document for event in events for report in event.reports}
    documents = [document for name, document in loaded.documents.items() if name in cited]
    names = Gazetteer(progress=False).names
    title = loaded.project.title
    told = story.read(loaded.project) if len(events) == len(loaded.events) else None
    sides = loaded.project.settings.sides
    return standalone.page(events, documents, title, names, told, sides).encode("utf-8")


def _slug(title: str) -> str:
    """A name that every file system takes."""
    return re.sub(r"\W+", "-", title.lower()).strip("-")[:60] or "events"

"""The documents of a project, and the text of one with the sentences of its events marked."""

from __future__ import annotations

from typing import Any

from dashboard.cards import date_words
from dashboard.loading import Loaded
from dashboard.panels import shell
from geodata.records import Document, Event

LONGEST = 400_000  # characters of a text shown; the rest is said to be left out


def show(loaded: Loaded) -> None:
    """The page."""
    shell.show(loaded.project.title, shell.DOCUMENTS, blocks(loaded, shell.address()))


def blocks(loaded: Loaded, address: shell.Address) -> list[shell.Block]:
    """The list, or the document that the address names."""
    document = loaded.documents.get(address.get("doc"))
    return _text(loaded, document, address) if document else _list(loaded, address)


def show_nothing(loaded: Loaded) -> None:
    """Instead of an empty map: that nothing was found, in what, and what would be."""
    read = len(loaded.documents)
    were = "document was" if read == 1 else "documents were"
    shell.show(
        loaded.project.title,
        "",
        [
            {"kind": "heading", "text": "No event was found in these documents"},
            {
                "kind": "text",
                "text": f"{read} {were} read. An event needs a happening with a day, in one "
                "sentence; a text that gives no date needs one of publication.",
            },
            *_refused(loaded),
        ],
    )


def _list(loaded: Loaded, address: shell.Address) -> list[shell.Block]:
    counts: dict[str, int] = {}
    for event in loaded.events.values():
        for document in {report.document for report in event.reports}:
            counts[document] = counts.get(document, 0) + 1
    rows = [
        _row(document, counts.get(document.id, 0), address)
        for document in loaded.documents.values()
    ]
    return [
        {"kind": "heading", "text": f"{len(rows)} documents"},
        {
            "kind": "table",
            "head": ["Document", "Source", "Published", "Events"],
            "numbers": [3],
            "brief": [2],
            "rows": rows,
        },
        *_refused(loaded),
    ]


def _refused(loaded: Loaded) -> list[shell.Block]:
    errors = [{"kind": "text", "text": str(error)} for error in loaded.refused]
    return [{"kind": "section", "text": "Could not be read"}, *errors] if errors else []


def _row(document: Document, events: int, address: shell.Address) -> list[Any]:
    name = {
        "text": document.title or document.id,
        "href": address.link(page=shell.DOCUMENTS, doc=document.id),
    }
    return [name, document.outlet or "not stated", _published(document), str(events)]


def _published(document: Document) -> str:
    if document.published:
        return f"{document.published.day} {document.published:%b %Y}"
    return "not stated"


def _text(loaded: Loaded, document: Document, address: shell.Address) -> list[shell.Block]:
    facts = [document.outlet or "source not stated", f"published {_published(document)}"]
    if document.published_basis:
        facts.append(f"date from {document.published_basis}")
    return [
        {"kind": "back", "text": "All documents", "href": address.link(page=shell.DOCUMENTS)},
        {"kind": "heading", "text": document.title or document.id},
        {"kind": "facts", "text": " · ".join([*facts, document.id])},
        {
            "kind": "document",
            "pieces": _pieces(document, _marks(loaded, document), address),
            "shortened": len(document.text) > LONGEST,
        },
    ]


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


def _pieces(
    document: Document, marks: list[tuple[int, int, Event]], address: shell.Address
) -> list[dict[str, Any]]:
    """The text cut at the marks and at what was left out as not news; nothing is lost."""
    cuts: list[tuple[int, int, dict[str, Any]]] = [
        (start, end, _mark(event, start, end, address)) for start, end, event in marks
    ]
    cuts += [
        (piece.start, piece.end, {"left_out": piece.reason})
        for piece in document.furniture
        if not any(start < piece.end and piece.start < end for start, end, _ in marks)
    ]
    pieces, at = [], 0
    for start, end, what in sorted(cuts, key=lambda cut: cut[:2]):
        pieces.append({"text": document.text[at:start]})
        pieces.append({"text": document.text[start:end], **what})
        at = max(at, end)
    pieces.append({"text": document.text[at:LONGEST]})
    return [piece for piece in pieces if piece["text"]]


def _mark(event: Event, start: int, end: int, address: shell.Address) -> dict[str, Any]:
    where = event.place.name if event.place else "no place"
    return {
        "event": event.id,
        "at": f"{start}-{end}",
        "words": f"{date_words(event.interval) or 'no date'} · {where}",
        "href": address.link(event=event.id),
    }

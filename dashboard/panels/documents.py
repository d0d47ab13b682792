"""The documents of a project, and the text of one with what was found in it marked."""

from __future__ import annotations

from typing import Any

from dashboard.loading import Loaded
from dashboard.panels import shell, texts
from geodata.records import Document


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
    if document.title:
        facts.append(document.id)
    found = loaded.annotation(document)
    return [
        {"kind": "back", "text": "All documents", "href": address.link(page=shell.DOCUMENTS)},
        {"kind": "heading", "text": document.title or document.id},
        {"kind": "facts", "text": " · ".join(facts)},
        {
            "kind": "document",
            "counts": texts.counts(found),
            "pieces": texts.pieces(loaded, document, found, address),
            "shortened": len(document.text) > texts.LONGEST,
        },
    ]

"""The search in the texts: which documents and events hold the words, and where they stand."""

from __future__ import annotations

from typing import Any

from dashboard.answers import Answer, Asked, Question
from dashboard.cards import day_words
from dashboard.folding import terms
from dashboard.full_text import Passage
from dashboard.loading import Loaded
from geodata.records import Document, ProjectError

LONGEST = 100  # characters of a search; the box takes no more
SHOWN = 6  # documents whose passage is shown
AROUND = 70  # characters of the text shown on either side of the words


def answer(asked: Asked, question: Question) -> Answer:
    """``{"kind": "search", "text": words}`` -> the events' ids, and the best passages.

    ``events``: ids of the events on whose card all the words stand; ``documents``: how many texts
    hold them all; ``passages``: ``{document, title, outlet, published, start, end, event, pieces}``
    with ``pieces`` [text, whether it is a word searched for], ``event`` the one whose sentence the
    first of the words stands in.
    """
    text = question.get("text")
    if not isinstance(text, str):
        raise ProjectError("text must be the words to search for")
    wanted, loaded = terms(text[:LONGEST]), asked.loaded
    loaded.full_text.prepare()
    documents = loaded.full_text.documents(wanted)
    passages = loaded.full_text.passages(wanted, documents, SHOWN)
    return {
        "text": text,
        "events": loaded.full_text.events(wanted),
        "documents": len(documents),
        "passages": [_passage(loaded, passage) for passage in passages],
    }


def _passage(loaded: Loaded, passage: Passage) -> dict[str, Any]:
    document = loaded.documents[passage.document]
    start, end = passage.spans[0][0], passage.spans[-1][1]
    return {
        "document": document.id,
        "title": document.title or document.id,
        "outlet": document.outlet,
        "published": day_words(document.published),
        "start": start,
        "end": end,
        "event": _event_at(loaded, document, start, passage.spans[0][1]),
        "pieces": _pieces(document, passage.spans),
    }


def _event_at(loaded: Loaded, document: Document, start: int, end: int) -> str | None:
    for event in loaded.events.values():
        for report in event.reports:
            if report.document == document.id and report.start <= start and end <= report.end:
                return event.id if event.interval else None
    return None


def _pieces(document: Document, spans: tuple[tuple[int, int], ...]) -> list[tuple[str, bool]]:
    """What stands round the words and between them, on one line."""
    text = document.text
    first, last = spans[0][0], spans[-1][1]
    pieces = [(_before(text[max(0, first - AROUND) : first], first > AROUND), False)]
    at = first
    for start, end in spans:
        pieces += [(text[at:start], False), (text[start:end], True)]
        at = end
    pieces.append((_after(text[last : last + AROUND], last + AROUND < len(text)), False))
    return [(_one_line(piece), marked) for piece, marked in pieces if piece]


def _before(text: str, more: bool) -> str:
    """The end of what stands before, from the beginning of a word."""
    return f"… {text.partition(' ')[2] or text}" if more else text


def _after(text: str, more: bool) -> str:
    return f"{text.rpartition(' ')[0] or text} …" if more else text


def _one_line(text: str) -> str:
    """The text with its line breaks as spaces; those at its ends part it from its neighbours."""
    words = " ".join(text.split())
    return f"{' ' * text[:1].isspace()}{words}{' ' * (text[-1:].isspace() and bool(words))}"

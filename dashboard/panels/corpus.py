"""What a map was made from: sources, sides, days, languages. A map is as one-sided as its texts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from dashboard.cards import day_words
from dashboard.loading import Loaded
from dashboard.panels.shell import Block
from geodata.records import Document

# The commonest words of English; a text has one of them at every third or fourth place.
_ENGLISH = frozenset("the of and to in a that is was for on with as by at from it be are".split())
_WORDS = re.compile(r"\w+")
_LOOKED_AT = 3000  # characters of a text
_SHARE = 0.12  # of these words, from which on a text is English


def blocks(loaded: Loaded) -> list[Block]:
    """The sources with their documents and days, then what the reader must know of them."""
    documents = tuple(loaded.documents.values())
    sides = loaded.project.settings.sides
    head = ["Source", *(["Side"] if sides else []), "Documents", "Events", "Published"]
    count = head.index("Documents")
    return [
        {"kind": "section", "text": "What it was made from"},
        {
            "kind": "table",
            "head": head,
            "numbers": [count, count + 1],
            "brief": [count + 2],
            "rows": _rows(loaded),
        },
        *([{"kind": "text", "text": _balance(loaded)}] if sides else []),
        {"kind": "text", "text": _dates(documents)},
        {"kind": "text", "text": _languages(documents)},
    ]


def is_english(text: str) -> bool:
    """Whether a text reads as English, by its commonest words.

    >>> is_english("The column left the town in the evening."), is_english("Колонна ушла вечером.")
    (True, False)
    """
    words = _WORDS.findall(text[:_LOOKED_AT].lower())
    return bool(words) and sum(word in _ENGLISH for word in words) >= _SHARE * len(words)


def _rows(loaded: Loaded) -> list[list[str]]:
    events: Counter[str] = Counter()
    for event in loaded.events.values():
        cited = {report.document for report in event.reports} & loaded.documents.keys()
        events.update({loaded.documents[name].outlet or "" for name in cited})
    sides = loaded.project.settings.sides
    return [
        [
            outlet or "not stated",
            *([sides.get(outlet, "no side")] if sides else []),
            f"{count:,}",
            f"{events[outlet]:,}",
            _span(d for d in loaded.documents.values() if (d.outlet or "") == outlet),
        ]
        for outlet, count in loaded.outlets.items()
    ]


def _span(documents: Iterable[Document]) -> str:
    days = sorted(document.published for document in documents if document.published)
    if not days:
        return "not stated"
    first, last = day_words(days[0]) or "", day_words(days[-1]) or ""
    return first if first == last else f"{first} – {last}"


def _balance(loaded: Loaded) -> str:
    """How many of the documents speak for each side."""
    sides = loaded.project.settings.sides
    counts: Counter[str] = Counter()
    for outlet, count in loaded.outlets.items():
        counts[sides.get(outlet, "sources of no side")] += count
    total = sum(counts.values())
    parts = [f"{name} {count:,} ({count / total:.0%})" for name, count in sorted(counts.items())]
    return (
        f"Documents by side: {', '.join(parts)}. The bar above the list of events shows the same "
        "for whatever is on the screen: a day that one side reports alone looks one-sided."
    )


def _dates(documents: Sequence[Document]) -> str:
    days = [document.published for document in documents if document.published]
    if not days:
        return (
            "No document has a date of publication: only days that the texts write out are known."
        )
    undated = len(documents) - len(days)
    words = f"The newest document is of {day_words(max(days))}: nothing later is on the map."
    if undated:
        are = "document has" if undated == 1 else "documents have"
        words += f" {undated:,} {are} no date of publication; “yesterday” cannot be counted there."
    return words


def _languages(documents: Sequence[Document]) -> str:
    others = sum(not is_english(document.text) for document in documents)
    if not others:
        return "All of it is in English, the one language that is read."
    read = "1 document does" if others == 1 else f"{others:,} documents do"
    return (
        f"Only English is read. {read} not look like English; few events or none were found there."
    )

"""The log of corrections for all to read: when, who, what, from what to what, why; as a file."""

from __future__ import annotations

from typing import Any

from dashboard import corrections
from dashboard.answers import Asked
from dashboard.loading import Loaded
from dashboard.panels import shell

ABOUT = (
    "What people changed of what was found, the newest first. Whoever may edit makes a correction "
    "on the card of an event; it is kept beside the documents and made again whenever they are "
    "read. "
    "Nothing is ever struck from the log: what was taken back stays in it."
)
NONE = "Nobody has corrected anything yet: all that is shown was found by the program."
HEAD = ("What", "Of the sentence", "Who and when", "Why")
FILES = ((".jsonl", "Download the log (JSON, a line a correction)"), (".csv", "as a table (CSV)"))


def blocks(loaded: Loaded) -> list[shell.Block]:
    """The section of the methods page; without corrections it says so."""
    heading: shell.Block = {"kind": "section", "text": "Corrections"}
    rows = corrections.rows(loaded)
    wrong: list[shell.Block] = [
        {"kind": "text", "text": f"Not understood and left out: {line}"}
        for line in corrections.wrong(loaded)
    ]
    if not rows:
        return [heading, {"kind": "text", "text": NONE}, *wrong]
    table = {"kind": "table", "head": HEAD, "rows": [_row(made) for made in rows]}
    files = [_file(loaded, suffix, words) for suffix, words in FILES]
    return [
        heading,
        {"kind": "text", "text": ABOUT},
        *wrong,
        table,
        {"kind": "files", "files": files},
    ]


def _row(made: dict[str, Any]) -> list[str]:
    state = "" if made["active"] else f" (taken back: {made['undone']})"
    idle = f" (not applied: {made['idle']})" if made["active"] and made["idle"] else ""
    of = f"“{made['sentence']}” ({made['document']})"
    signed = ", ".join(filter(None, (made["who"], made["when"])))
    return [f"{_change(made)}{state}{idle}", of, signed, made["why"] or "—"]


def _change(made: dict[str, Any]) -> str:
    match made["what"]:
        case "reject":
            return "Taken out"
        case "merge":
            return f"Merged with “{made['to']}”"
        case "split":
            return f"Split off “{made['to']}”"
        case "place" if made["scope"] != "mention":
            where = "in its document" if made["scope"] == "document" else "everywhere"
            return f"Place of “{made['name']}” {where}: {made['from']} → {made['to']}"
        case what:
            return f"{_NAMES[what]}: {made['from']} → {made['to']}"


_NAMES = {"place": "Place", "date": "Days", "category": "Category", "status": "Status"}


def _file(loaded: Loaded, suffix: str, words: str) -> dict[str, str]:
    return {"text": words, **corrections.file(Asked(loaded), {"format": suffix})}

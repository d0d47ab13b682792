"""How often it errs: the figures that the benchmarks wrote into ``measured.csv``."""

from __future__ import annotations

from csv import DictReader
from datetime import date
from pathlib import Path

from dashboard.cards import day_words
from dashboard.panels.shell import Block

FILE = Path(__file__).with_name("measured.csv")  # by benchmarks/recorded.py
NOTE = (
    "Each figure was measured by the command beside it, on texts that people had annotated. None "
    "of them is about the documents of this map: how often it errs here nobody knows before they "
    "are read. F1 is 1 where everything is found and all that is found is right."
)


def blocks() -> list[Block]:
    """The table, and what it does not say."""
    with FILE.open(encoding="utf-8", newline="") as lines:
        rows = [
            [row["what"], row["on"], row["figure"], _measured(row)] for row in DictReader(lines)
        ]
    return [
        {"kind": "section", "text": "How often it errs"},
        {"kind": "text", "text": NOTE},
        {
            "kind": "table",
            "head": ["What", "On", "Figure", "Measured"],
            "brief": [2],
            "rows": rows,
        },
    ]


def _measured(row: dict[str, str]) -> str:
    return f"{day_words(date.fromisoformat(row['date']))}, {row['command']}"

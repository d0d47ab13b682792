"""Writes what a benchmark measured where the methods page reads it, ``measured.csv``.

A benchmark that is run with ``--record`` replaces the rows of its own command, no others.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).resolve().parent.parent / "dashboard" / "panels" / "measured.csv"
HEAD = ("what", "on", "figure", "command", "date")


class Figure(NamedTuple):
    what: str  # "Days found and read rightly"
    on: str  # the corpus, in words
    figure: str  # with its unit: "F1 .845", "34 of 110"


def record(command: str, figures: Iterable[Figure], day: date | None = None) -> None:
    """Put the figures in the place of those of the same command."""
    with FILE.open(encoding="utf-8", newline="") as lines:
        kept = [row for row in csv.DictReader(lines) if row["command"] != command]
    made = (day or date.today()).isoformat()
    kept += [{**figure._asdict(), "command": command, "date": made} for figure in figures]
    with FILE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, HEAD, lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted(kept, key=lambda row: (row["command"], row["what"], row["on"])))
    print(f"recorded in {FILE.name}")

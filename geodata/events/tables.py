"""Tables of who acts, as they stand in ``geodata/data/actors``."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

TABLES = Path(__file__).resolve().parents[1] / "data" / "actors"


def table(name: str) -> Iterator[dict[str, str]]:
    """The rows of a table, by the names of their columns."""
    with (TABLES / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)

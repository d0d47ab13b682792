"""What people correct of the events found: kept in a log that is read, undone and applied again.

``records.py`` says what a correction is, ``log.py`` keeps them in ``corrections.jsonl``,
``anchors.py`` finds again what they were made of, ``changes.py`` makes one, ``apply.py`` all.
"""

from geodata.corrections.apply import Applied, Unapplied, apply, reach
from geodata.corrections.log import Log, append, as_csv, log_path, read_log, words
from geodata.corrections.records import (
    SCOPES,
    Anchor,
    Correction,
    Days,
    Entry,
    Spot,
    Undo,
    Value,
    anchor_of,
    days_of,
)

__all__ = [
    "SCOPES",
    "Anchor",
    "Applied",
    "Correction",
    "Days",
    "Entry",
    "Log",
    "Spot",
    "Unapplied",
    "Undo",
    "Value",
    "anchor_of",
    "append",
    "apply",
    "as_csv",
    "days_of",
    "log_path",
    "reach",
    "read_log",
    "words",
]

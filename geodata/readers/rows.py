"""A corpus: one JSON object a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from geodata.readers.plain import encoding_advice
from geodata.readers.raw import Raw, day_of, words_of
from geodata.records import DocumentError

_LONE_HALF = re.compile("[\ud800-\udfff]")  # of a surrogate pair: JSON can hold it, UTF-8 cannot


class Row(NamedTuple):
    """One row of a corpus: its id, and what it holds or why it cannot be read."""

    id: str
    raw: Raw | None
    error: DocumentError | None = None


def read_rows(path: Path) -> Iterator[Row]:
    """A corpus of JSON objects, one a line: ``{"id", "text", "date"?, "title"?, "outlet"?}``."""
    with path.open(encoding="utf-8") as lines:
        try:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _row(path, number, line)
        except UnicodeDecodeError as error:
            raise DocumentError(encoding_advice(path, "WINDOWS-1252")) from error


def _row(path: Path, number: int, line: str) -> Row:
    try:
        fields = json.loads(line)
    except ValueError as error:
        return _refused(path, number, f"is not JSON ({error}); mend or remove it")
    if not isinstance(fields, dict) or not isinstance(fields.get("text"), str):
        return _refused(path, number, 'has no "text"; give {"id": …, "text": …} a line')
    identity = words_of(fields.get("id")) or f"{path.stem}-{number}"
    stated = fields.get("date")
    published = day_of(stated)
    raw = Raw(
        _LONE_HALF.sub("\N{REPLACEMENT CHARACTER}", fields["text"]),
        title=words_of(fields.get("title")),
        outlet=words_of(fields.get("outlet")),
        url=words_of(fields.get("url")),
        published=published,
        basis="corpus" if published else None,
    )
    if stated and not published:
        wrong = DocumentError(f"{path}: line {number}: date {stated!r} is no day; write 2020-11-09")
        return Row(identity, raw, wrong)
    return Row(identity, raw)


def _refused(path: Path, number: int, why: str) -> Row:
    return Row("", None, DocumentError(f"{path}: line {number}: {why}"))

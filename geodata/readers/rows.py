"""A corpus: one document a row, as JSON a line or as a table."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from geodata.readers.plain import encoding_advice
from geodata.readers.raw import Raw, day_of, words_of
from geodata.records import DocumentError

_LONE_HALF = re.compile("[\ud800-\udfff]")  # of a surrogate pair: JSON can hold it, UTF-8 cannot

_OUTLETS = ("outlet", "source", "domain")  # what corpora call it

_LONGEST_CELL = 2**31 - 1  # the most that csv takes everywhere


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


def read_table(path: Path) -> Iterator[Row]:
    """A table with a line of headings, one of them ``text``; the others are those of a corpus."""
    csv.field_size_limit(_LONGEST_CELL)  # a whole article stands in one cell
    with path.open(encoding="utf-8-sig", newline="") as lines:
        try:
            heading = lines.readline()
            lines.seek(0)
            table = csv.DictReader(lines, delimiter=_delimiter(heading))
            names = {name.strip().lower(): name for name in table.fieldnames or () if name}
            if "text" not in names:
                raise DocumentError(
                    f'{path}: has no column "text"; name the column with the news text so'
                )
            for cells in table:
                if any(cells.values()):
                    fields = {name: cells[column] for name, column in names.items()}
                    yield _from_fields(path, table.line_num, fields)
        except UnicodeDecodeError as error:
            raise DocumentError(encoding_advice(path, "WINDOWS-1252")) from error
        except csv.Error as error:
            raise DocumentError(f"{path}: is no table ({error}); save it again as CSV") from error


def _delimiter(heading: str) -> str:
    """Comma, semicolon or tab, whichever parts the headings most."""
    return max(",;\t", key=heading.count)


def _row(path: Path, number: int, line: str) -> Row:
    try:
        fields = json.loads(line)
    except ValueError as error:
        return _refused(path, number, f"is not JSON ({error}); mend or remove it")
    return _from_fields(path, number, fields if isinstance(fields, dict) else {})


def _from_fields(path: Path, number: int, fields: Mapping[str, Any]) -> Row:
    if not isinstance(fields.get("text"), str):
        return _refused(path, number, 'has no "text"; give {"id": …, "text": …} a line')
    identity = words_of(fields.get("id")) or f"{path.stem}-{number}"
    stated = fields.get("date")
    published = day_of(stated)
    raw = Raw(
        _LONE_HALF.sub("\N{REPLACEMENT CHARACTER}", fields["text"]),
        title=words_of(fields.get("title")),
        outlet=words_of(next(filter(None, map(fields.get, _OUTLETS)), None)),
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

"""The log: ``corrections.jsonl``, a line a correction, only ever added to.

In the project's folder, or beside a project that is one file. Whoever appends holds a lock, so that
two editors at once lose nothing.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock

from geodata.corrections.lines import read_line, write_line
from geodata.corrections.records import Correction, Days, Entry, Spot, Undo, Value
from geodata.documents import CORRECTIONS
from geodata.records import ProjectError

_PATIENCE = 10  # seconds to wait for another editor's write
_COLUMNS = (
    *("id", "when", "who", "why", "what", "scope", "document", "words", "name", "from", "to"),
    *("undoes", "active"),
)


def log_path(project: Path) -> Path:
    """Where the corrections of a folder or of a file of documents are kept."""
    if project.is_file():
        return project.with_name(f"{project.name}.{CORRECTIONS}")
    return project / CORRECTIONS


@dataclass(frozen=True, slots=True)
class Log:
    """The entries in the order they were written, and the lines that are none."""

    entries: tuple[Entry, ...] = ()
    errors: tuple[ProjectError, ...] = ()

    @property
    def active(self) -> tuple[Correction, ...]:
        """The corrections that nobody took back. An undo can be undone, too."""
        undone: set[str] = set()
        for entry in reversed(self.entries):
            if isinstance(entry, Undo) and entry.id not in undone:
                undone.add(entry.undoes)
        return tuple(
            entry
            for entry in self.entries
            if isinstance(entry, Correction) and entry.id not in undone
        )


def read_log(path: Path) -> Log:
    """The log; an empty one if there is no file. A bad line is told in ``errors``, and left."""
    try:
        lines = path.read_bytes().split(b"\n")
    except FileNotFoundError:
        return Log()
    except OSError as error:
        return Log((), (ProjectError(f"{path}: cannot be read ({error.strerror}); check it"),))
    entries: list[Entry] = []
    errors: list[ProjectError] = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                entries.append(read_line(line.decode("utf-8-sig")))
            except (ValueError, TypeError) as error:  # UnicodeDecodeError is a ValueError
                what = "is no UTF-8" if isinstance(error, UnicodeDecodeError) else error
                errors.append(ProjectError(f"{path}, line {number}: {what}; mend or remove it"))
    return Log(tuple(entries), tuple(errors))


def append(path: Path, entries: Sequence[Entry]) -> None:
    """Add entries, all or none, whoever else is writing.

    Raises
    ------
    ProjectError
        If the log cannot be written.

    """
    text = "".join(f"{write_line(entry)}\n" for entry in entries)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(path.with_name(f".{path.name}.lock"), timeout=_PATIENCE):
            _add(path, text.encode("utf-8", "backslashreplace"))
    except OSError as error:  # filelock's Timeout is one
        why = error.strerror or "another program holds it"
        raise ProjectError(
            f"{path}: the correction was not saved, because the log cannot be written ({why})"
        ) from error


def _add(path: Path, data: bytes) -> None:
    """Write at the end, on a line of its own; what was written in part is taken away again."""
    with path.open("a+b") as file:
        size = file.seek(0, os.SEEK_END)
        if size:
            file.seek(size - 1)
            if file.read(1) != b"\n":  # the last line of someone who edited it by hand
                data = b"\n" + data
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            file.truncate(size)
            raise


def as_csv(log: Log) -> str:
    """The log as a table for a spreadsheet, a row an entry."""
    active = {entry.id for entry in log.active}
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(_COLUMNS)
    table.writerows([_safe(cell) for cell in _cells(entry, active)] for entry in log.entries)
    return out.getvalue()


def _cells(entry: Entry, active: set[str]) -> Iterable[str]:
    head = (entry.id, entry.when.strftime("%Y-%m-%d %H:%M:%S"), entry.who, entry.why)
    if isinstance(entry, Undo):
        return (*head, "undo", *[""] * 6, entry.undoes, "")
    target = entry.target
    return (
        *(*head, entry.what, entry.scope, target.document, " ".join(target.words.split())),
        *(target.name or "", words(entry.before), words(entry.after)),
        *("", "yes" if entry.id in active else "undone"),
    )


def words(value: Value) -> str:
    """A value for people: "Shusha (39.7585, 46.7497), exact", "2020-11-08 – 2020-11-09"."""
    if isinstance(value, Spot):
        place = value.place
        if place is None:
            return "no place"
        return f"{place.name} ({place.latitude:.4f}, {place.longitude:.4f}), {value.precision}"
    if isinstance(value, Days):
        days = value.interval
        if days is None:
            return "no date"
        return " – ".join(dict.fromkeys((str(days.earliest), str(days.latest))))
    if value is None or isinstance(value, str):
        return value or ""
    return " ".join(value.words.split())


def _safe(cell: str) -> str:
    """A spreadsheet takes what begins like a formula for one."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell

"""Files that are written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from geodata.records import ProjectError


@contextmanager
def whole_file(path: str | Path) -> Iterator[Path]:
    """A new file beside ``path`` to write to, which takes its name once all is written.

    Made at once, so that an output that cannot be written is known before the work; removed if the
    work fails or is stopped. What is no regular file (a pipe, the terminal) is written to directly.
    """
    named = Path(path)
    if named.is_dir():
        raise ProjectError(f"{path}: is a folder; give the name of a file")
    if str(path).startswith("/dev/") or (named.exists() and not named.is_file()):
        yield named
        return
    target = Path(os.path.realpath(path))  # a link stays a link
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        part.touch()
    except OSError as error:
        raise ProjectError(
            f"{path}: cannot be written ({error.strerror}); choose another place"
        ) from error
    try:
        yield part
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def open_text(file: Path) -> TextIO:
    """Open for writing as UTF-8; half of a surrogate pair is written as its JSON escape."""
    return file.open("w", encoding="utf-8", errors="backslashreplace", newline="")

"""PDF: the text of its pages, without the lines that run along every page."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from pypdf import PdfReader

from geodata.readers.raw import Raw, words_of
from geodata.records import DocumentError, Furniture

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what matters is said in our own error


def read_pdf(path: Path) -> Raw:
    """PDF: the text of its pages; the day it was made is a bound, not its publication."""
    try:
        reader = PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise DocumentError(f"{path}: is locked with a password; save it without one")
        pages = [page.extract_text() for page in reader.pages]
        info = reader.metadata
        made = info.creation_date if info else None
        title = words_of(info.title) if info else None
    except DocumentError:
        raise
    except Exception as error:  # pypdf raises whatever the broken bytes lead it to
        raise DocumentError(
            f"{path}: is not a readable PDF ({type(error).__name__}); open and save it anew"
        ) from error
    text = "\n\n".join(pages)
    if not text.strip():
        raise DocumentError(f"{path}: this PDF has no text, only pictures; run it through OCR")
    bound = made.date() if isinstance(made, datetime) else None
    return Raw(text, title=title, not_after=bound, furniture=_running_lines(pages))


def _running_lines(pages: Sequence[str]) -> tuple[Furniture, ...]:
    """First and last lines that most pages share, page numbers aside."""
    if len(pages) < 3:
        return ()
    found: list[tuple[str, Furniture]] = []
    offset = 0
    for page in pages:
        found.extend(_edges(page, offset))
        offset += len(page) + 2
    counts = Counter(key for key, _ in found)
    enough = max(3, len(pages) // 2)
    return tuple(furniture for key, furniture in found if counts[key] >= enough)


def _edges(page: str, offset: int) -> Iterator[tuple[str, Furniture]]:
    lines, start = [], offset
    for line in page.split("\n"):
        if line.strip():
            lines.append((start, line))
        start += len(line) + 1
    for at, line in dict.fromkeys((*lines[:1], *lines[-1:])):
        key = re.sub(r"\d+", "#", line.strip())
        yield key, Furniture(at, at + len(line), "running line")

"""Word: the text of its paragraphs and tables, a line each."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from docx import Document as WordDocument

from geodata.readers.raw import Raw, words_of
from geodata.records import DocumentError


def read_docx(path: Path) -> Raw:
    """Word: the text of its paragraphs and tables, a line each."""
    try:
        document = WordDocument(str(path))
        lines = [paragraph.text for paragraph in document.paragraphs]
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        properties = document.core_properties
        title, saved = words_of(properties.title), properties.modified
    except Exception as error:  # a broken archive shows itself in many ways
        raise DocumentError(
            f"{path}: is not a readable Word file ({type(error).__name__}); open and save it anew"
        ) from error
    bound = saved.date() if isinstance(saved, datetime) else None
    return Raw("\n\n".join([*lines, *cells]), title=title, not_after=bound)

"""One reader a file format: the text as read, and what the file says of itself.

Offsets point into ``Raw.text``. For .txt and .md that is the file's characters, nothing stripped;
for .html, .pdf and .docx it is the text that the file shows, which the reader lays out in lines.
The libraries under those three are large: each is loaded with the first file of its kind.
"""

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import cast

from geodata.readers.plain import read_markdown, read_text
from geodata.readers.raw import Raw
from geodata.readers.rows import Row, read_rows, read_table

Reader = Callable[[Path], Raw]


def _when_needed(module: str, name: str) -> Reader:
    def read(path: Path) -> Raw:
        return cast(Reader, getattr(import_module(f"geodata.readers.{module}"), name))(path)

    return read


READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".html": _when_needed("web", "read_web_page"),
    ".htm": _when_needed("web", "read_web_page"),
    ".pdf": _when_needed("pdf", "read_pdf"),
    ".docx": _when_needed("word", "read_docx"),
}

CORPORA: dict[str, Callable[[Path], Iterator[Row]]] = {".jsonl": read_rows, ".csv": read_table}

__all__ = ["CORPORA", "READERS", "Raw"]

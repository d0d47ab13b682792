"""One reader a file format: the text as read, and what the file says of itself.

Offsets point into ``Raw.text``. For .txt and .md that is the file's characters, nothing stripped;
for .html, .pdf and .docx it is the text that the file shows, which the reader lays out in lines.
"""

from collections.abc import Callable
from pathlib import Path

from geodata.readers.pdf import read_pdf
from geodata.readers.plain import read_markdown, read_text
from geodata.readers.raw import Raw
from geodata.readers.rows import read_rows
from geodata.readers.web import read_web_page
from geodata.readers.word import read_docx

READERS: dict[str, Callable[[Path], Raw]] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".html": read_web_page,
    ".htm": read_web_page,
    ".pdf": read_pdf,
    ".docx": read_docx,
}

__all__ = ["READERS", "Raw", "read_rows"]

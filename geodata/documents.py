"""Files and folders -> Documents: the text exactly as read, its date, its dated sections.

>>> [document.id for document in read("no/such/folder")]
Traceback (most recent call last):
...
geodata.records.DocumentError: no/such/folder: does not exist; give a folder or a file
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from geodata.layout import read_layout
from geodata.readers import CORPORA, READERS, Raw
from geodata.records import Document, DocumentError

SUFFIXES = (*READERS, *CORPORA)
CORRECTIONS = "corrections.jsonl"  # what people corrected: beside the documents, and none itself
Refused = Callable[[DocumentError], None]


def read(path: str | Path, refused: Refused | None = None) -> Iterator[Document]:
    """Every document under ``path``: a folder, one file, or a corpus of rows.

    What cannot be read is told to ``refused`` (a warning, if None) and the rest is still read.

    Raises
    ------
    DocumentError
        If ``path`` does not exist, holds no document, or is one file of an unknown kind.

    """
    root = Path(path)
    files = find_files(root)
    told = refused or _warn
    return _unique(_read_files(root, files, told), told)


def find_files(root: Path) -> tuple[Path, ...]:
    """The files under ``root`` that are documents, in order of their names."""
    if root.is_file():
        if root.suffix.lower() not in SUFFIXES:
            raise DocumentError(f"{root}: is no document; Dateline reads {' '.join(SUFFIXES)}")
        return (root,)
    if not root.is_dir():
        raise DocumentError(f"{root}: does not exist; give a folder or a file")
    files = tuple(sorted(file for file in root.rglob("*") if _is_document(file, root)))
    if not files:
        raise DocumentError(f"{root}: has no documents; put {' '.join(SUFFIXES)} files in it")
    return files


def _is_document(file: Path, root: Path) -> bool:
    """Hidden files, a README and corrections are about the folder, not part of the corpus."""
    inside = file.relative_to(root)
    hidden = any(part.startswith((".", "~$")) for part in inside.parts)
    about = file.stem.upper() == "README" or f".{file.name}".endswith(f".{CORRECTIONS}")
    return file.suffix.lower() in SUFFIXES and not hidden and not about and file.is_file()


def _read_files(root: Path, files: Iterable[Path], refused: Refused) -> Iterator[Document]:
    for file in files:
        try:
            yield from _read_file(root, file, refused)
        except DocumentError as error:
            refused(error)
        except OSError as error:
            refused(DocumentError(f"{file}: cannot be read ({error.strerror}); check it"))


def _read_file(root: Path, file: Path, refused: Refused) -> Iterator[Document]:
    if read_corpus := CORPORA.get(file.suffix.lower()):
        for row in read_corpus(file):
            if row.error:
                refused(row.error)
            if row.raw:
                yield make_document(row.id, row.raw)
        return
    raw = READERS[file.suffix.lower()](file)
    if not raw.text.strip():
        raise DocumentError(f"{file}: is empty; remove it or put the text in it")
    name = file.name if root.is_file() else file.relative_to(root).as_posix()
    yield make_document(name, raw)


def make_document(identity: str, raw: Raw) -> Document:
    """A document from what its file holds and what its layout tells."""
    layout = read_layout(raw.text, published=raw.published, furniture=raw.furniture)
    bound = min((day for day in (raw.not_after, layout.not_after) if day), default=None)
    return Document(
        id=identity,
        text=raw.text,
        title=raw.title or layout.headline,
        outlet=raw.outlet,
        url=raw.url,
        published=layout.published,
        published_basis=(raw.basis or "text") if layout.published else None,
        not_after=None if layout.published else bound,
        sections=layout.sections,
        furniture=layout.furniture,
    )


def _unique(documents: Iterable[Document], refused: Refused) -> Iterator[Document]:
    """Leave out a document whose id another one has: nothing could tell their events apart."""
    seen: set[str] = set()
    for document in documents:
        if document.id in seen:
            refused(
                DocumentError(f'two documents are called "{document.id}"; rename the second one')
            )
            continue
        seen.add(document.id)
        yield document


def _warn(error: DocumentError) -> None:
    warnings.warn(str(error), stacklevel=3)

"""A project: a folder of documents (or one file), and what its ``dateline.toml`` says of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from geodata.documents import find_files, read
from geodata.gazetteer import Gazetteer
from geodata.pipeline import extract
from geodata.records import Document, DocumentError, Event
from geodata.safety import guard
from geodata.settings import Settings, read_settings

CHRONICLE = Path(__file__).parent / "chronicle"


@dataclass(frozen=True, slots=True)
class Project:
    """Where the documents are, and how they are to be shown."""

    path: Path
    title: str
    settings: Settings = field(default_factory=Settings)


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a project holds: its documents, their events, and what could not be read."""

    documents: tuple[Document, ...]
    events: tuple[Event, ...]
    refused: tuple[DocumentError, ...] = ()


def load(path: str | Path | None = None) -> Project:
    """The project in a folder or file; the bundled chronicle without a path.

    Raises
    ------
    DocumentError
        If there is nothing to read.
    ProjectError
        If its ``dateline.toml`` is wrong.

    """
    root = Path(path) if path is not None else CHRONICLE
    find_files(root)
    settings = read_settings(root)
    return Project(root, settings.title or root.resolve().stem.replace("_", " "), settings)


def extraction(
    project: Project,
    gazetteer: Gazetteer | None = None,
    progress: Callable[[Iterable[Document]], Iterable[Document]] | None = None,
) -> Extraction:
    """Read a project's documents and find their events; ``progress`` wraps the documents."""
    refused: list[DocumentError] = []
    documents = tuple(read(project.path, refused.append))
    shown = progress(documents) if progress else documents
    settings = project.settings
    found = extract(shown, gazetteer, settings.focus or None)
    events = tuple(guard(found, settings.decimals, settings.hidden))
    return Extraction(documents, events, tuple(refused))

"""A project: a folder of documents (or one file), what its ``dateline.toml`` says of it, and what
people corrected of its events (``geodata.corrections``).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from platformdirs import user_data_path

from geodata import corrections
from geodata.corrections import Correction, Log, Unapplied
from geodata.documents import find_files, read
from geodata.gazetteer import Gazetteer
from geodata.pipeline import extract
from geodata.places import Finder
from geodata.places.finders import finder
from geodata.records import Document, DocumentError, Event, ProjectError
from geodata.resolve.homes import Homes, located
from geodata.safety import guard
from geodata.settings import FILE, Settings, read_settings

CHRONICLE = Path(__file__).parent / "chronicle"
VARIABLE = "DATELINE_DATA"  # the environment variable that names another folder for the user's data


@dataclass(frozen=True, slots=True)
class Project:
    """Where the documents are, and how they are to be shown."""

    path: Path
    title: str
    settings: Settings = field(default_factory=Settings)

    @property
    def finder(self) -> Finder:
        """What finds the places in its documents; a ``ProjectError`` if it is not installed."""
        return finder(self.settings.finder, self.settings.demonyms)

    def homes(self, gazetteer: Gazetteer) -> Homes:
        """Where its outlets are at home, as ``dateline.toml`` says."""
        said = {}
        for outlet, name in self.settings.homes.items():
            place = located(name, gazetteer)
            if place is None:
                raise ProjectError(f"{FILE}: the gazetteer has no {name}, the home of {outlet}")
            said[outlet] = place
        return Homes(said)

    @property
    def corrections(self) -> Path:
        """The log of corrections: with the documents; the chronicle's is the user's own."""
        if self.path == CHRONICLE:
            chosen = os.environ.get(VARIABLE)
            home = Path(chosen) if chosen else user_data_path("dateline", appauthor=False)
            return corrections.log_path(home / "chronicle")
        return corrections.log_path(self.path)


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a project holds: its documents, their events, and what could not be read."""

    documents: tuple[Document, ...]
    events: tuple[Event, ...]  # as corrected
    refused: tuple[DocumentError, ...] = ()
    found: tuple[Event, ...] = ()  # before anybody corrected them
    log: Log = field(default_factory=Log)
    made: Mapping[str, tuple[Correction, ...]] = field(default_factory=dict)  # by event's id
    unapplied: tuple[Unapplied, ...] = ()


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
    places = gazetteer or Gazetteer()
    focus, homes = project.settings.focus or None, project.homes(places)
    found = tuple(extract(shown, places, focus, project.finder, homes))
    return corrected(project, Extraction(documents, found, tuple(refused), found))


def corrected(project: Project, extraction: Extraction) -> Extraction:
    """The extraction with the log of corrections as it is now; nothing is found anew."""
    log = corrections.read_log(project.corrections)
    texts = {document.id: document.text for document in extraction.documents}
    applied = corrections.apply(extraction.found, log.active, texts)
    settings = project.settings
    return replace(
        extraction,
        events=tuple(guard(applied.events, settings.decimals, settings.hidden)),
        log=log,
        made=applied.made,
        unapplied=applied.unapplied,
    )

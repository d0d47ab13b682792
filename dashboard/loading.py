"""The events of a project, found once for all sessions while the page says how far it is.

The work runs in a thread of its own: a reader who reloads or leaves does not start it again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock, Thread

from dashboard import payload
from dashboard.full_text import FullText
from geodata import project as projects
from geodata.documents import find_files
from geodata.gazetteer import Gazetteer
from geodata.pipeline import annotate
from geodata.records import Annotation, Document, DocumentError, Event, Place
from geodata.settings import FILE as SETTINGS_FILE

Stamp = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class Loaded:
    """A project, ready to be shown."""

    project: projects.Project
    documents: dict[str, Document]
    events: dict[str, Event]
    refused: tuple[DocumentError, ...]
    payload: bytes
    extraction: projects.Extraction | None = None  # with the corrections, and what was found before

    @cached_property
    def outlets(self) -> dict[str, int]:
        """How many documents each source has, the busiest first; "" where it is not known."""
        counts: dict[str, int] = {}
        for document in self.documents.values():
            outlet = document.outlet or ""
            counts[outlet] = counts.get(outlet, 0) + 1
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    @cached_property
    def full_text(self) -> FullText:
        """The texts as a search reads them, made when first searched."""
        return FullText(self.documents, self.events)

    @cached_property
    def _annotations(self) -> dict[str, Annotation]:
        return {}

    def annotation(self, document: Document) -> Annotation:
        """What was found in a document, found again when it is first looked at."""
        if document.id not in self._annotations:
            project, gazetteer = self.project, Gazetteer(progress=False)
            focus = project.settings.focus or None
            found = annotate(document, gazetteer, focus, project.finder)
            self._annotations[document.id] = found
        return self._annotations[document.id]


class Loading:
    """One run over a project's documents: how far it is, and then what it gave."""

    def __init__(self, path: Path | None) -> None:
        self.done = 0
        self.total = 0
        self._result: Loaded | None = None
        self._error: Exception | None = None
        self._path = path
        self._lock = Lock()
        self._log: Stamp = ()  # of the corrections that the result has
        self._thread = Thread(target=self._run, name="dateline-loading", daemon=True)
        self._thread.start()

    def wait(self, seconds: float) -> bool:
        """Whether it has come to an end within that time."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def outcome(self) -> Loaded:
        """What it gave, with the corrections made since; or the error that ended it."""
        with self._lock:
            if self._result is None:
                raise self._error or RuntimeError("the loading has not come to its end")
            project, found = self._result.project, self._result.extraction
            if found and (log := _stamp_of(project.corrections)) != self._log:
                self._log = log
                self._result = _shown(project, projects.corrected(project, found))
            return self._result

    def _run(self) -> None:
        try:
            self._log = _stamp_of(projects.load(self._path).corrections)
            self._result = load(self._path, self._count)
        except Exception as error:  # raised again in each session, where a reader can see it
            self._error = error

    def _count(self, documents: Iterable[Document]) -> Iterator[Document]:
        listed = tuple(documents)
        self.total = len(listed)
        for document in listed:
            yield document
            self.done += 1


class Shelf:
    """The loadings of this process, one a project and state of its files."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._loadings: dict[tuple[Path | None, Stamp], Loading] = {}

    def loading(self, path: Path | None) -> Loading:
        """The loading of the project as it is on disk now; changed files begin a new one."""
        key = (path, stamp(path))
        with self._lock:
            if key not in self._loadings:
                for old in [other for other in self._loadings if other[0] == path]:
                    del self._loadings[old]
                self._loadings[key] = Loading(path)
            return self._loadings[key]


def load(
    path: Path | None,
    progress: Callable[[Iterable[Document]], Iterable[Document]] | None = None,
) -> Loaded:
    """Read a project and find its events."""
    project = projects.load(path)
    return _shown(project, projects.extraction(project, Gazetteer(progress=False), progress))


def _shown(project: projects.Project, found: projects.Extraction) -> Loaded:
    return Loaded(
        project=project,
        documents={document.id: document for document in found.documents},
        events={event.id: event for event in found.events},
        refused=found.refused,
        payload=payload.encode(
            found.events,
            project.title,
            _shown_names(Gazetteer(progress=False)),
            found.documents,
            project.settings.sides,
        ),
        extraction=found,
    )


def stamp(path: Path | None) -> Stamp:
    """Names, times and sizes of a project's files: two stamps differ if the project does."""
    root = path or projects.CHRONICLE
    settings = root / SETTINGS_FILE
    files = [*find_files(root), *([settings] if settings.is_file() else [])]
    return _stamp_of(*files)


def _stamp_of(*files: Path) -> Stamp:
    """Of those that exist."""
    found = [(file, file.stat()) for file in files if file.is_file()]
    return tuple((str(file), now.st_mtime_ns, now.st_size) for file, now in found)


def _shown_names(gazetteer: Gazetteer) -> payload.Names:
    def names(place: Place) -> dict[str, tuple[str, ...]]:
        known = gazetteer.place(f"geonames:{place.geonames_id}")  # a moved pin has its own id
        return gazetteer.names(known or place)

    return names

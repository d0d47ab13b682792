"""A project: a folder of documents (or one file), and what its ``dateline.toml`` says of it.

``title = "The war of 2020"`` stands in the dashboard's header; ``focus = ["AZ", "AM"]`` lists the
countries it is about (ISO 3166-1 alpha-2); ``names`` is source, en, az, hy, ru or "both".
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from geodata.documents import find_files, read
from geodata.gazetteer import Gazetteer
from geodata.pipeline import extract
from geodata.records import Document, DocumentError, Event, ProjectError

CHRONICLE = Path(__file__).parent / "chronicle"
SETTINGS = "dateline.toml"
NAMINGS = ("source", "en", "az", "hy", "ru", "both")


@dataclass(frozen=True, slots=True)
class Project:
    """Where the documents are, and how they are to be shown."""

    path: Path
    title: str
    focus: tuple[str, ...] = ()  # ISO 3166-1 alpha-2
    names: str = "both"


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
    settings = _settings(root / SETTINGS) if root.is_dir() else {}
    return Project(
        path=root,
        title=_text(settings, "title", root) or root.resolve().stem.replace("_", " "),
        focus=_codes(settings, root),
        names=_naming(settings, root),
    )


def extraction(
    project: Project,
    gazetteer: Gazetteer | None = None,
    progress: Callable[[Iterable[Document]], Iterable[Document]] | None = None,
) -> Extraction:
    """Read a project's documents and find their events; ``progress`` wraps the documents."""
    refused: list[DocumentError] = []
    documents = tuple(read(project.path, refused.append))
    shown = progress(documents) if progress else documents
    events = tuple(extract(shown, gazetteer, project.focus or None))
    return Extraction(documents, events, tuple(refused))


def _settings(file: Path) -> dict[str, object]:
    if not file.exists():
        return {}
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ProjectError(f"{file}: is not valid TOML ({error}); mend it") from error


def _text(settings: dict[str, object], key: str, root: Path) -> str | None:
    value = settings.get(key)
    if value is not None and not isinstance(value, str):
        raise ProjectError(f'{root / SETTINGS}: {key} must be text; write {key} = "…"')
    return value


def _codes(settings: dict[str, object], root: Path) -> tuple[str, ...]:
    value = settings.get("focus", [])
    if not isinstance(value, list) or not all(
        isinstance(code, str) and len(code) == 2 for code in value
    ):
        raise ProjectError(
            f'{root / SETTINGS}: focus must list countries by ISO code; write focus = ["AZ", "AM"]'
        )
    return tuple(code.upper() for code in value)


def _naming(settings: dict[str, object], root: Path) -> str:
    value = _text(settings, "names", root) or "both"
    if value not in NAMINGS:
        raise ProjectError(f"{root / SETTINGS}: names must be one of {', '.join(NAMINGS)}")
    return value

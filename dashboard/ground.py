"""The ground that a project brings for its map: one PMTiles file, a whole basemap in it.

``basemap = "region.pmtiles"`` in ``dateline.toml`` names it and the map opens on it; one that only
lies in the project's folder can be chosen. The browser reads it a piece at a time (`hosting.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geodata.records import ProjectError
from geodata.settings import read_settings

SUFFIX = ".pmtiles"
_MAGIC = b"PMTiles\x03"  # PMTiles specification, version 3
_KIND_AT = 99  # of the byte of the header that says what the tiles are
_KINDS = range(1, 6)  # vector, PNG, JPEG, WebP, AVIF


@dataclass(frozen=True, slots=True)
class Ground:
    """A file that was looked into and is PMTiles."""

    file: Path
    opens: bool  # whether the map opens on it

    @property
    def address(self) -> str:
        """Under the server's own; another file has another, so that no browser mixes the two."""
        now = self.file.stat()
        return f"ground/{now.st_mtime_ns:x}-{now.st_size:x}{SUFFIX}"


def find_ground(project: Path) -> Ground | None:
    """The ground of a project, a folder or one file; None if it brings none.

    Raises
    ------
    ProjectError
        If it names a file that is not there, or the file is no PMTiles, or there are several.

    """
    if not project.is_dir():
        return None
    if named := read_settings(project).basemap:
        return Ground(_checked(project / named), opens=True)
    lying = sorted(file for file in project.iterdir() if file.suffix.lower() == SUFFIX)
    if len(lying) > 1:
        raise ProjectError(
            f"{project}: holds {len(lying)} {SUFFIX} files; say which in dateline.toml, "
            f'as basemap = "{lying[0].name}"'
        )
    return Ground(_checked(lying[0]), opens=False) if lying else None


def offered(project: Path) -> dict[str, Any] | None:
    """What the page is told of it; None without one that can be used."""
    try:
        found = find_ground(project)
    except ProjectError:
        return None
    return {"address": found.address, "opens": found.opens} if found else None


def failure(project: Path) -> str | None:
    """Why the ground that the project brings cannot be used."""
    try:
        find_ground(project)
    except ProjectError as error:
        return str(error)
    return None


def _checked(file: Path) -> Path:
    """The file, if it begins as PMTiles does and has tiles that a browser can draw."""
    try:
        with file.open("rb") as opened:
            head = opened.read(_KIND_AT + 1)
    except OSError as error:
        raise ProjectError(f"{file}: cannot be read ({error.strerror})") from None
    if head[: len(_MAGIC)] != _MAGIC:
        raise ProjectError(
            f"{file}: is no PMTiles file of version 3; make one with the pmtiles program"
        )
    if len(head) <= _KIND_AT or head[_KIND_AT] not in _KINDS:
        raise ProjectError(f"{file}: holds tiles of a kind that cannot be drawn")
    return file

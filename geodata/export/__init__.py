"""Events -> GeoJSON, CSV, GeoParquet, KML; mentions -> lines of JSON, for other programs to read.

The only place with longitude first, because these formats want it so. The same events give the
same file.

>>> write(geodata.extract(geodata.read("folder")), "events.geojson")
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from geodata.export.columns import PROPERTIES, place_fields, properties
from geodata.export.mentions import mentions, mentions_line, mentions_pieces
from geodata.export.texts import to_csv, to_geojson
from geodata.files import whole_file
from geodata.records import Event, ProjectError

__all__ = [
    "PROPERTIES",
    "SUFFIXES",
    "mentions",
    "mentions_line",
    "mentions_pieces",
    "place_fields",
    "properties",
    "to_csv",
    "to_geojson",
    "write",
    "writer",
]

Writer = Callable[[Iterable[Event]], Iterator[bytes]]  # gives the file, piece by piece


def write(events: Iterable[Event], path: str | Path) -> None:
    """Write the events to a file; its suffix, one of ``SUFFIXES``, says how.

    Raises
    ------
    ProjectError
        If the suffix is not known or the file cannot be written.

    """
    to_bytes = writer(path)
    found = tuple(events)
    with whole_file(path) as file, file.open("wb") as pieces:
        pieces.writelines(to_bytes(found))


def writer(path: str | Path) -> Writer:
    """The function that makes a file with this suffix."""
    suffix = Path(path).suffix.lower()
    if suffix not in _WRITERS:
        *others, last = SUFFIXES
        raise ProjectError(
            f"{path}: cannot tell the format; let the name end in {', '.join(others)} or {last}"
        )
    return _WRITERS[suffix]


def _as_utf8(to_text: Callable[[Iterable[Event]], Iterator[str]]) -> Writer:
    """Half of a surrogate pair, which UTF-8 cannot hold, is written as its JSON escape."""

    def pieces(events: Iterable[Event]) -> Iterator[bytes]:
        for text in to_text(events):
            yield text.encode("utf-8", "backslashreplace")

    return pieces


# the libraries of these two take longer to load than a run over a few documents
def _kml(events: Iterable[Event]) -> Iterator[bytes]:
    from geodata.export.kml import to_kml

    yield from _as_utf8(to_kml)(events)


def _parquet(events: Iterable[Event]) -> Iterator[bytes]:
    from geodata.export.geoparquet import to_parquet

    yield to_parquet(events)


_WRITERS: dict[str, Writer] = {
    ".geojson": _as_utf8(to_geojson),
    ".csv": _as_utf8(to_csv),
    ".kml": _kml,
    ".parquet": _parquet,
}
SUFFIXES = tuple(_WRITERS)

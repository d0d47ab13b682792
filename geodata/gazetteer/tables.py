"""The table format of our own places: one row a place, tab-separated, UTF-8, maybe gzipped.

``names`` holds ``tag=name`` pairs joined by ``|``. The tag is a language ("az", "hy", "ru"), or
says what kind of name it is (``abbr``, ``code``, ``bare``, ``demonym``), or is empty for a variant.
``id`` is a GeoNames id, or a word of our own where GeoNames has no such place.
"""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

COLUMNS = (
    "id",
    "name",
    "kind",
    "feature_class",
    "feature_code",
    "latitude",
    "longitude",
    "precision_km",
    "radius_km",
    "country",
    "admin1",
    "admin2",
    "population",
    "prominence",
    "area",
    "names",
    "source",
    "note",
)
KINDS = (
    "settlement",
    "district",
    "region",
    "country",
    "continent",
    "corridor",
    "water",
    "mountain",
    "facility",
)


class NameKind(IntEnum):
    """What a name is to its place; the less sure ones count less when candidates are ordered."""

    NAME = 0  # the usual one in English
    VARIANT = 1  # another spelling, another language, a former name
    ABBREVIATION = 2  # "Calif.", "U.S.": written with capitals or a dot
    CODE = 3  # "CA": a postal code, good only beside another place
    BARE = 4  # "Harris" for Harris County: good only where the generic word is implied
    DEMONYM = 5  # "Georgian": not a mention, but good to know


TAGS = {  # of the languages, only English gives a name; all others give variants
    "en": NameKind.NAME,
    "abbr": NameKind.ABBREVIATION,
    "code": NameKind.CODE,
    "bare": NameKind.BARE,
    "demonym": NameKind.DEMONYM,
}


@dataclass(slots=True)
class Row:
    """A place on its way into the index."""

    id: int | str
    name: str
    kind: str
    feature_class: str
    feature_code: str
    latitude: float
    longitude: float
    precision_km: float = 1.0
    radius_km: float = 0.0
    country: str = ""
    admin1: str = ""  # the code within the country, as GeoNames has it
    admin2: str = ""  # the code within admin1
    population: int = 0
    prominence: float | None = None  # None: from kind and population
    area: str = ""
    names: tuple[tuple[str, str], ...] = ()  # (tag, name)
    source: str = ""
    note: str = ""


def read_table(path: Path) -> Iterator[Row]:
    """The rows of a table; ``ValueError`` names the line that is wrong."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", newline="") as lines:
        reader = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        header = tuple(next(reader, ()))
        if header != COLUMNS:
            raise ValueError(f"{path.name}: the columns are {header}, not {COLUMNS}")
        for cells in reader:
            try:
                yield _row(cells)
            except (ValueError, IndexError) as wrong:
                raise ValueError(f"{path.name}, line {reader.line_num}: {wrong}") from wrong


def read_aliases(path: Path) -> Iterator[tuple[int | str, tuple[tuple[str, str], ...]]]:
    """Names to add to places of other tables: pairs of an id and its tagged names."""
    with path.open(encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            number, names, _ = line.rstrip("\n").split("\t")
            yield as_id(number), _names(names)


def write_table(path: Path, rows: Iterable[Row]) -> None:
    """Write ``rows`` in their order: the same rows give the same bytes, gzipped or not."""
    text = io.StringIO()
    writer = csv.writer(
        text, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None, lineterminator="\n"
    )
    writer.writerow(COLUMNS)
    writer.writerows(_cells(row) for row in rows)
    data = text.getvalue().encode()
    path.write_bytes(gzip.compress(data, 9, mtime=0) if path.suffix == ".gz" else data)


def _row(cells: list[str]) -> Row:
    if len(cells) != len(COLUMNS):
        raise ValueError(f"{len(cells)} cells instead of {len(COLUMNS)}")
    (number, name, kind, fclass, fcode, lat, lon, precision, radius, country) = cells[:10]
    (admin1, admin2, population, prominence, area, names, source, note) = cells[10:]
    return Row(
        as_id(number),
        name,
        kind,
        fclass,
        fcode,
        float(lat),
        float(lon),
        float(precision or 1),
        float(radius or 0),
        country,
        admin1,
        admin2,
        int(population or 0),
        float(prominence) if prominence else None,
        area,
        _names(names),
        source,
        note,
    )


def as_id(text: str) -> int | str:
    """A number is a GeoNames id, anything else one of ours."""
    return int(text) if text.isdecimal() else text


def _names(text: str) -> tuple[tuple[str, str], ...]:
    pairs = [pair.partition("=") for pair in text.split("|") if pair]
    return tuple((tag, name) for tag, _, name in pairs)


def _cells(row: Row) -> list[str]:
    return [
        str(row.id),
        row.name,
        row.kind,
        row.feature_class,
        row.feature_code,
        _number(row.latitude),
        _number(row.longitude),
        _number(row.precision_km),
        _number(row.radius_km),
        row.country,
        row.admin1,
        row.admin2,
        str(row.population or ""),
        "" if row.prominence is None else _number(row.prominence),
        row.area,
        "|".join(f"{tag}={name}" for tag, name in row.names),
        row.source,
        row.note,
    ]


def _number(value: float) -> str:
    return f"{value:.5f}".rstrip("0").rstrip(".")

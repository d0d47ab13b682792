"""GeoNames' own dumps, for those who want twelve million places: read line by line, never whole.

``allCountries.txt`` or files of countries (``AZ.txt``), as they are or zipped, and optionally
``alternateNamesV2.txt``, which tells English, Azerbaijani, Armenian and Russian names apart. Both
are at geonames.org under CC BY 4.0. The bundled tables still go before them.
"""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import numpy as np

from geodata.gazetteer.cache import CHOICE, cache_folder, open_index, replace_file
from geodata.gazetteer.index import Index
from geodata.gazetteer.ranking import prominence
from geodata.gazetteer.settlements import is_name, settlements
from geodata.gazetteer.sources import Source, Step, joined, own_rows, with_dumps
from geodata.gazetteer.tables import Row
from geodata.records import GazetteerError

SHARDS = 64
# Feature codes that texts speak of; spots such as hotels, mills and estates are left out.
_CODES = {
    "A": """
        country PCL PCLD PCLF PCLI PCLIX PCLS
        region ADM1 ADM1H PCLH TERR ZN ZNB
        district ADM2 ADM3 ADM4 ADMD ADM2H ADM3H
    """,
    "H": """
        water BAY BAYS BGHT CHN CNL COVE ESTY FLLS GULF HBR LK LKS LGN OCN RSV SD SEA STM STMS STRT
    """,
    "L": """
        continent CONT
        facility MILB
        region AREA COLF OILF PRK RES RESN RESW RGN RGNE RGNH RGNL TRB
    """,
    "S": """
        facility AIRB AIRF AIRP BDG CSTL CTRB DAM INSM MN MNAU MNCU MSTY NUC PAL PS PSH PSN RSTN
    """,
    "T": """
        mountain CAPE CNYN HLL HLLS MT MTS PASS PK PKS PLAT RDGE VAL VLC
        region ATOL DSRT ISL ISLS PEN PLN
    """,
}
_KINDS = {
    (letter, code): kind
    for letter, lines in _CODES.items()
    for kind, *codes in map(str.split, lines.strip().splitlines())
    for code in codes
}
_FAME = {"water": 1.5, "mountain": 1.5, "facility": 1.5, "region": 2.0, "district": 1.5}
_WELL_KNOWN = {
    "OCN": 6.0,
    "SEA": 4.5,
    "CONT": 8.0,
    "MTS": 2.5,
    "RGN": 2.5,
    "GULF": 3.5,
    "STRT": 3.0,
}
_LANGUAGES = {"en", "az", "hy", "ru", "abbr"}
_COLUMNS = 19


def install(
    dumps: Sequence[Path],
    alternates: Path | None = None,
    cache: Path | None = None,
    *,
    progress: bool = True,
) -> Index:
    """Build the index of dumps, and let every ``Gazetteer()`` of this user's cache use it."""
    source = geonames_source(dumps, alternates)
    home = cache or cache_folder()
    index = open_index(home, source, progress=progress)
    chosen = {"files": _fingerprint(dumps, alternates)}
    replace_file(home / CHOICE, json.dumps(chosen))
    return index


def uninstall(cache: Path | None = None) -> None:
    """Go back to the bundled places."""
    ((cache or cache_folder()) / CHOICE).unlink(missing_ok=True)


def geonames_source(dumps: Sequence[Path], alternates: Path | None = None) -> Source:
    """The dumps, completed by the bundled places, as a source of ``Gazetteer``."""
    for path in (*dumps, *([alternates] if alternates else [])):
        if not path.is_file():
            raise GazetteerError(f"no file {path}; GeoNames' dumps are named like AZ.zip or AZ.txt")
    files = _fingerprint(dumps, alternates)
    return Source(lambda: with_dumps(files), lambda step: _rows(dumps, alternates, step), SHARDS)


def _fingerprint(dumps: Sequence[Path], alternates: Path | None) -> str:
    """Of files that are too large to read for it: their sizes, times, and first megabytes."""
    parts = []
    for path in (*dumps, *([alternates] if alternates else [])):
        status = path.stat()
        with path.open("rb") as file:
            parts.append(f"{status.st_size} {status.st_mtime_ns} {zlib.crc32(file.read(1 << 20))}")
    return sha256("\n".join(parts).encode()).hexdigest()


def _rows(dumps: Sequence[Path], alternates: Path | None, step: Step) -> Iterator[Row]:
    names = _Names(alternates) if alternates else None
    seen = _Seen()
    ours = own_rows()
    for row in joined(_base(dumps, names, seen, step), ours):
        if not (isinstance(row.id, str) and row.id.startswith("post-") and "US" in seen.countries):
            row.prominence = prominence(row)
            yield row


def _base(dumps: Sequence[Path], names: _Names | None, seen: _Seen, step: Step) -> Iterator[Row]:
    """The rows of the dumps, then the settlements of the package that they lack."""
    for path in dumps:
        for row in read_dump(path, _share(step, 45, len(dumps))):
            if names and isinstance(row.id, int):
                row.names = (*names.of(row.id), *row.names)
            seen.add(row)
            yield row
    for row in settlements():
        if row not in seen:
            yield row


def read_dump(path: Path, step: Callable[[float], object] = lambda share: None) -> Iterator[Row]:
    """The places of a dump that texts may speak of; ``GazetteerError`` names a wrong line."""
    with _lines(path, step) as lines:
        for number, line in enumerate(lines, 1):
            cells = line.rstrip("\n").split("\t")
            if len(cells) != _COLUMNS:
                raise GazetteerError(
                    f"{path.name}, line {number}: {len(cells)} columns instead of {_COLUMNS}; "
                    "is it a dump of GeoNames' places?"
                )
            kind = "settlement" if cells[6] == "P" else _KINDS.get((cells[6], cells[7]))
            if kind:
                yield _row(cells, kind)


def _row(cells: list[str], kind: str) -> Row:
    name, ascii_name = cells[1], cells[2]
    others = [other for other in cells[3].split(",") if is_name(other, name)]
    if ascii_name != name and ascii_name not in others:
        others.append(ascii_name)
    code, population = cells[7], int(cells[14] or 0)
    fame = _WELL_KNOWN.get(code, _FAME.get(kind)) if not population else None
    return Row(
        int(cells[0]),
        name,
        kind,
        cells[6],
        code or "PPL",
        float(cells[4]),
        float(cells[5]),
        country=cells[8],
        admin1=cells[10] if cells[10] != "00" else "",
        admin2=cells[11],
        population=population,
        prominence=fame,
        names=tuple(("", other) for other in others if other),
        source="geonames",
    )


class _Seen:
    """Which ids and countries have come, in two megabytes however many they are."""

    def __init__(self) -> None:
        self.bits = bytearray(1 << 21)
        self.countries: set[str] = set()

    def add(self, row: Row) -> None:
        assert isinstance(row.id, int)
        at, bit = divmod(row.id, 8)
        if at >= len(self.bits):
            self.bits.extend(bytes(at + 1 - len(self.bits)))
        self.bits[at] |= 1 << bit
        self.countries.add(row.country)

    def __contains__(self, row: Row) -> bool:
        assert isinstance(row.id, int)
        at, bit = divmod(row.id, 8)
        return at < len(self.bits) and bool(self.bits[at] >> bit & 1)


class _Names:
    """Names with their languages, by GeoNames id: sorted columns and one string of bytes."""

    def __init__(self, path: Path) -> None:
        ids, starts, self.text = array("i"), array("q"), bytearray()
        with _lines(path, lambda share: None) as lines:
            for line in lines:
                cells = line.rstrip("\n").split("\t")
                if len(cells) > 3 and cells[2] in _LANGUAGES and cells[3]:
                    ids.append(int(cells[1]))
                    starts.append(len(self.text))
                    self.text += f"{_tag(cells)}={cells[3]}\n".encode()
        order = np.argsort(np.frombuffer(ids, np.int32), kind="stable")
        self.ids = np.frombuffer(ids, np.int32)[order]
        self.starts = np.frombuffer(starts, np.int64)[order]

    def of(self, id: int) -> Iterator[tuple[str, str]]:
        """Pairs of tag and name."""
        first, last = np.searchsorted(self.ids, [id, id + 1])
        for start in self.starts[first:last].tolist():
            pair = self.text[start : self.text.index(b"\n", start)].decode()
            tag, _, name = pair.partition("=")
            yield tag, name


def _tag(cells: list[str]) -> str:
    """The language, but "" for English names that are colloquial or historic."""
    flags = cells[6:8]
    return "" if cells[2] == "en" and "1" in flags else cells[2]


@contextmanager
def _lines(path: Path, step: Callable[[float], object]) -> Iterator[Iterator[str]]:
    """The lines of a text file, or of the one in a zip; ``step`` hears of each share read."""
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            members = [m for m in archive.infolist() if _is_dump(m.filename)]
            if not members:
                raise GazetteerError(f"{path.name} holds no dump of GeoNames")
            with archive.open(members[0]) as file:
                text = io.TextIOWrapper(file, encoding="utf-8", newline="\n")
                yield _counted(text, members[0].file_size, step)
    else:
        with path.open(encoding="utf-8", newline="\n") as file:
            yield _counted(file, path.stat().st_size, step)


def _is_dump(name: str) -> bool:
    return name.endswith(".txt") and name.lower() not in ("readme.txt", "iso-languagecodes.txt")


def _counted(lines: Iterator[str], size: int, step: Callable[[float], object]) -> Iterator[str]:
    read = 0
    for number, line in enumerate(lines, 1):
        read += len(line)
        if number % 100_000 == 0:
            step(read / max(size, 1))
            read = 0
        yield line


def _share(step: Step, percent: int, files: int) -> Callable[[float], object]:
    """Tells ``step`` of whole percents of the part of the work that one file is."""
    told = 0.0

    def tell(share: float) -> None:
        nonlocal told
        told += share * percent / files
        if told >= 1:
            step(int(told))
            told -= int(told)

    return tell

"""The files that GeoNames offers for download, read line by line and never whole.

A dump (``allCountries.txt``, or ``AZ.txt`` of one country) has 19 tab-separated columns, a file of
alternate names (``alternateNamesV2.txt``) up to 10; neither has a header or quotes. Both may lie in
a zip. Whatever is wrong with a line is a ``GazetteerError`` that names the file and the line.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import numpy as np

from geodata.gazetteer.settlements import is_name
from geodata.gazetteer.tables import Row
from geodata.records import GazetteerError

Tell = Callable[[float], object]  # told of every share of a file that has been read
_BLOCK = 1 << 20  # bytes read at once
_COLUMNS = 19
_ALTERNATE_COLUMNS = range(4, 11)
_LARGEST_ID = 2**31 - 1
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


def _nobody(share: float) -> None:
    """Told of progress that nobody watches."""


def read_dump(path: Path, tell: Tell = _nobody) -> Iterator[Row]:
    """The places of a dump that texts may speak of."""
    with _lines(path, tell) as lines:
        for number, line in lines:
            cells = line.split("\t")
            if len(cells) != _COLUMNS:
                raise _wrong(
                    path,
                    number,
                    f"{len(cells)} columns instead of {_COLUMNS}; "
                    "is it a dump of GeoNames' places?",
                )
            kind = "settlement" if cells[6] == "P" else _KINDS.get((cells[6], cells[7]))
            if kind:
                try:
                    yield _row(cells, kind)
                except ValueError as wrong:
                    raise _wrong(path, number, wrong) from wrong


def _row(cells: list[str], kind: str) -> Row:
    name, ascii_name = cells[1], cells[2]
    if not name:
        raise ValueError("a place without a name")
    others = [other for other in cells[3].split(",") if is_name(other, name)]
    if ascii_name != name and ascii_name not in others:
        others.append(ascii_name)
    code, population = cells[7], int(cells[14] or 0)
    fame = _WELL_KNOWN.get(code, _FAME.get(kind)) if not population else None
    return Row(
        _id(cells[0]),
        name,
        kind,
        cells[6],
        code or "PPL",
        _degrees(cells[4], 90),
        _degrees(cells[5], 180),
        country=cells[8],
        admin1=cells[10] if cells[10] != "00" else "",
        admin2=cells[11],
        population=population,
        prominence=fame,
        names=tuple([("", other) for other in others if other]),
        source="geonames",
    )


def _id(text: str) -> int:
    number = int(text)
    if not 0 < number <= _LARGEST_ID:
        raise ValueError(f"{text} is no id of GeoNames")
    return number


def _degrees(text: str, most: int) -> float:
    value = float(text)
    if not -most <= value <= most:
        raise ValueError(f"{text} is not from -{most} to {most} degrees")
    return value


class AlternateNames:
    """Names with their languages, by GeoNames id: sorted columns and one string of bytes."""

    def __init__(self, path: Path, tell: Tell = _nobody) -> None:
        ids, starts, self.text = array("i"), array("q"), bytearray()
        with _lines(path, tell) as lines:
            for number, line in lines:
                cells = line.split("\t")
                if len(cells) not in _ALTERNATE_COLUMNS:
                    raise _wrong(
                        path,
                        number,
                        f"{len(cells)} columns; is it GeoNames' alternateNamesV2?",
                    )
                if cells[2] in _LANGUAGES and cells[3]:
                    try:
                        ids.append(_id(cells[1]))
                    except ValueError as wrong:
                        raise _wrong(path, number, wrong) from wrong
                    starts.append(len(self.text))
                    self.text += f"{_tag(cells)}={cells[3]}\n".encode()
        order = np.argsort(np.frombuffer(ids, np.int32), kind="stable")
        self.ids = np.frombuffer(ids, np.int32)[order]
        self.starts = np.frombuffer(starts, np.int64)[order]

    def of(self, id: int) -> Iterator[tuple[str, str]]:
        """Pairs of tag and name."""
        first, last = np.searchsorted(self.ids, np.array([id, id + 1], np.int64))
        for start in self.starts[first:last].tolist():
            pair = self.text[start : self.text.index(b"\n", start)].decode()
            tag, _, name = pair.partition("=")
            yield tag, name


def _tag(cells: list[str]) -> str:
    """The language, but "" for English names that are colloquial or historic."""
    flags = cells[6:8]
    return "" if cells[2] == "en" and "1" in flags else cells[2]


def _wrong(path: Path, number: int, what: object) -> GazetteerError:
    return GazetteerError(f"{path.name}, line {number}: {what}")


@contextmanager
def _lines(path: Path, tell: Tell) -> Iterator[Iterator[tuple[int, str]]]:
    """The numbered lines of a text file or of the one in a zip, without empty ones."""
    try:
        if path.suffix.lower() == ".zip":
            with zipfile.ZipFile(path) as archive:
                member = _member(path, archive)
                with io.BufferedReader(archive.open(member), _BLOCK) as file:  # type: ignore[type-var]
                    yield _decoded(path, file, member.file_size, tell)
        else:
            with path.open("rb", _BLOCK) as file:
                yield _decoded(path, file, path.stat().st_size, tell)
    except (zipfile.BadZipFile, zlib.error, EOFError) as wrong:
        raise GazetteerError(f"{path.name} is damaged: {wrong}; download it again") from wrong


def _member(path: Path, archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    """The dump among the files of an archive."""
    for member in archive.infolist():
        name = member.filename.lower()
        if name.endswith(".txt") and name not in ("readme.txt", "iso-languagecodes.txt"):
            return member
    raise GazetteerError(f"{path.name} holds no dump of GeoNames")


def _decoded(path: Path, file: IO[bytes], size: int, tell: Tell) -> Iterator[tuple[int, str]]:
    read = 0
    for number, line in enumerate(file, 1):
        read += len(line)
        if read > _BLOCK:
            tell(read / max(size, 1))
            read = 0
        try:
            text = line.decode().rstrip("\r\n")
        except UnicodeDecodeError as wrong:
            raise _wrong(path, number, f"is not UTF-8 ({wrong.reason})") from wrong
        if text:
            yield number, text
    tell(read / max(size, 1))

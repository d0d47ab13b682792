"""The gazetteer on disk: a trie of names and columns of places, mapped into memory.

A name's number in the trie leads to its postings: the places that bear it, best first, each with
the kind of name it is to them. Rows of places count from 0; everything else is a column by row.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

import marisa_trie
import numpy as np
from numpy.typing import NDArray

from geodata.gazetteer.names import normalise
from geodata.gazetteer.tables import KINDS, TAGS, NameKind, Row
from geodata.records import GazetteerError

TRIE = "names.marisa"
SLUGS = "slugs.txt"
MANIFEST = "manifest.json"  # written last: without it the rest is not an index
# What a kind of name takes from a place's prominence: a tenth as many people speak of it so.
_DEMERIT = {
    NameKind.NAME: 0.0,
    NameKind.VARIANT: 1.0,
    NameKind.ABBREVIATION: 0.5,
    NameKind.CODE: 2.0,
    NameKind.BARE: 2.0,
    NameKind.DEMONYM: 9.0,
}
_SAMPLE = 1 << 12  # bytes at each end of a file that are checked when it is opened


class Index:
    """An index in a folder; ``GazetteerError`` if it is absent, incomplete or damaged."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            self._open(json.loads((folder / MANIFEST).read_text()))
        except (OSError, ValueError, KeyError, RuntimeError) as wrong:
            raise GazetteerError(
                f"the gazetteer's index in {folder} is damaged: {wrong}"
            ) from wrong

    def _open(self, manifest: dict[str, Any]) -> None:
        for name, certificate in manifest["files"].items():
            if _certificate(self.folder / name) != certificate:
                raise ValueError(f"{name} is not as it was written")
        self.trie = marisa_trie.Trie()
        self.trie.mmap(str(self.folder / TRIE))
        self.countries: list[str] = manifest["countries"]
        self.codes: list[tuple[str, str]] = [tuple(pair) for pair in manifest["codes"]]
        self.areas: dict[int, str] = {int(row): area for row, area in manifest["areas"].items()}
        self.starts = self._view("starts")  # of the postings of each name; one more than names
        self.rows = self._view("rows")
        self.kinds = self._view("name_kinds")
        self.numbers = self._column("numbers")
        self.latitude = self._column("latitude")
        self.longitude = self._column("longitude")
        self.precision_km = self._column("precision_km")
        self.radius_km = self._column("radius_km")
        self.population = self._column("population")
        self.prominence = self._column("prominence")
        self.kind = self._column("kind")
        self.country = self._column("country")
        self.code = self._column("code")
        self.admin1 = self._column("admin1")
        self.admin2 = self._column("admin2")
        self.text_starts = self._view("text_starts")
        self.texts = np.load(self.folder / "texts.npy", mmap_mode="r")

    def __len__(self) -> int:
        return len(self.numbers)

    def postings(self, key: str) -> tuple[list[int], list[int]]:
        """Rows that bear the name, best first, and what kind of name it is to each."""
        number = self.trie.get(key)
        if number is None:
            return [], []
        start, end = self.starts[number], self.starts[number + 1]
        return self.rows[start:end].tolist(), self.kinds[start:end].tolist()

    def id(self, row: int) -> int | str:
        """The GeoNames id of a row, or our own."""
        number = int(self.numbers[row])
        return number if number > 0 else self._slugs[-1 - number]

    def row(self, id: int | str) -> int | None:
        """The row of a GeoNames id or of one of ours."""
        if isinstance(id, int):
            return self._row(id)
        number = self._slug_numbers.get(id)
        return None if number is None else self._row(number)

    @cached_property
    def _slugs(self) -> list[str]:
        """Our own ids; in the column of numbers they stand as -1 - index."""
        return (self.folder / SLUGS).read_text().split("\n")

    @cached_property
    def _slug_numbers(self) -> dict[str, int]:
        return {slug: -1 - at for at, slug in enumerate(self._slugs)}

    def _row(self, number: int) -> int | None:
        order, numbers = self._by_number
        at = int(np.searchsorted(numbers, number))
        return int(order[at]) if at < len(numbers) and numbers[at] == number else None

    @cached_property
    def _by_number(self) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
        order = np.argsort(self.numbers)
        return order, np.asarray(self.numbers)[order]

    def tagged_names(self, row: int) -> tuple[str, list[tuple[str, str]]]:
        """The usual name of a row, and its other names with their tags."""
        start, end = self.text_starts[row], self.text_starts[row + 1]
        name, *others = bytes(self.texts[start:end]).decode().split("\n")
        pairs = [other.partition("=") for other in others]
        return name, [(tag, text) for tag, _, text in pairs]

    def _column(self, name: str) -> NDArray[Any]:
        column: NDArray[Any] = np.load(self.folder / f"{name}.npy", mmap_mode="r")
        return column

    def _view(self, name: str) -> memoryview:
        """A column as a memoryview: ten times as fast to read one number from."""
        return self._column(name).data


def write_index(
    folder: Path, rows: list[Row], step: Callable[[int], object] = lambda percent: None
) -> None:
    """Write an index of ``rows`` into an empty folder, the manifest last."""
    rows.sort(key=lambda row: (-(row.prominence or 0), row.kind, str(row.id)))
    _write_names(folder, rows, step)
    lists = _write_columns(folder, rows)
    _write_texts(folder, rows)
    step(20)
    files = {path.name: _certificate(path) for path in sorted(folder.iterdir())}
    (folder / MANIFEST).write_text(json.dumps({"files": files, **lists}))


def _write_names(folder: Path, rows: list[Row], step: Callable[[int], object]) -> None:
    """The trie and its postings, best first within a name."""
    keys: list[str] = []
    numbers: list[int] = []
    kinds: list[int] = []
    for number, row in enumerate(rows):
        for key, kind in _keys(row).items():
            keys.append(key)
            numbers.append(number)
            kinds.append(kind)
    step(35)
    trie = marisa_trie.Trie(keys)
    trie.save(str(folder / TRIE))
    ids = np.fromiter(map(trie.__getitem__, keys), np.int32, len(keys))
    rows_of, kinds_of = np.array(numbers, np.int32), np.array(kinds, np.uint8)
    prominence = np.array([row.prominence for row in rows], np.float32)
    demerit = np.array([_DEMERIT[kind] for kind in NameKind], np.float32)
    order = np.lexsort((rows_of, demerit[kinds_of] - prominence[rows_of], ids))
    counts = np.bincount(ids, minlength=len(trie))
    np.save(folder / "starts.npy", np.concatenate([[0], np.cumsum(counts)]).astype(np.int32))
    np.save(folder / "rows.npy", rows_of[order])
    np.save(folder / "name_kinds.npy", kinds_of[order])


def _keys(row: Row) -> dict[str, NameKind]:
    """The keys of a row's names, each with the best kind of name that has it."""
    found = {normalise(row.name): NameKind.NAME}
    for tag, name in row.names:
        key = normalise(name)
        kind = TAGS.get(tag, NameKind.VARIANT)
        if key and kind <= found.get(key, NameKind.DEMONYM):
            found[key] = kind
    found.pop("", None)
    return found


def _write_columns(folder: Path, rows: list[Row]) -> dict[str, Any]:
    slugs = [row.id for row in rows if isinstance(row.id, str)]
    numbers = {slug: -1 - at for at, slug in enumerate(slugs)}
    countries = sorted({row.country for row in rows})
    codes = sorted({(row.feature_class, row.feature_code) for row in rows})
    admin1 = {(r.country, r.admin1): n for n, r in enumerate(rows) if r.feature_code == "ADM1"}
    admin2 = {
        (r.country, r.admin1, r.admin2): n for n, r in enumerate(rows) if r.feature_code == "ADM2"
    }
    columns = {
        "numbers": (np.int32, [r.id if isinstance(r.id, int) else numbers[r.id] for r in rows]),
        "latitude": (np.float64, [r.latitude for r in rows]),
        "longitude": (np.float64, [r.longitude for r in rows]),
        "precision_km": (np.float32, [r.precision_km for r in rows]),
        "radius_km": (np.float32, [r.radius_km for r in rows]),
        "population": (np.int64, [r.population for r in rows]),
        "prominence": (np.float32, [r.prominence for r in rows]),
        "kind": (np.uint8, [KINDS.index(r.kind) for r in rows]),
        "country": (np.int16, [countries.index(r.country) for r in rows]),
        "code": (np.uint8, [codes.index((r.feature_class, r.feature_code)) for r in rows]),
        "admin1": (np.int32, [admin1.get((r.country, r.admin1), -1) for r in rows]),
        "admin2": (np.int32, [admin2.get((r.country, r.admin1, r.admin2), -1) for r in rows]),
    }
    for name, (kind, values) in columns.items():
        np.save(folder / f"{name}.npy", np.array(values, kind))
    areas = {number: row.area for number, row in enumerate(rows) if row.area}
    (folder / SLUGS).write_text("\n".join(slugs))
    return {"countries": countries, "codes": codes, "areas": areas}


def _write_texts(folder: Path, rows: list[Row]) -> None:
    texts = [
        "\n".join([row.name, *(f"{tag}={name}" for tag, name in row.names)]).encode()
        for row in rows
    ]
    starts = np.cumsum([0, *map(len, texts)]).astype(np.uint32)
    np.save(folder / "text_starts.npy", starts)
    np.save(folder / "texts.npy", np.frombuffer(b"".join(texts), np.uint8))


def _certificate(path: Path) -> list[int]:
    """Length of a file and a checksum of its two ends."""
    size = path.stat().st_size
    with path.open("rb") as file:
        check = zlib.crc32(file.read(_SAMPLE))
        file.seek(max(0, size - _SAMPLE))
        return [size, zlib.crc32(file.read(_SAMPLE), check)]

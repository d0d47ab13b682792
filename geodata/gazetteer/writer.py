"""Writes an index, row by row, in memory that does not grow with what it has written.

Names go to spools, one a shard of the first word; each shard becomes a trie of its own at the end.
The bundled gazetteer has one shard; twelve million places of GeoNames' dumps have 64.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sized
from pathlib import Path
from typing import Any

import marisa_trie
import numpy as np
from numpy.lib import format as npy
from numpy.typing import NDArray

from geodata.gazetteer.articles import COUNTRIES, respelt
from geodata.gazetteer.index import MANIFEST, SLUGS, certificate, shard_of, trie_name
from geodata.gazetteer.names import normalise
from geodata.gazetteer.tables import KINDS, TAGS, NameKind, Row

# What a kind of name takes from a place's prominence: a tenth as many people speak of it so.
_DEMERIT = {
    NameKind.NAME: 0.0,
    NameKind.VARIANT: 1.0,
    NameKind.ABBREVIATION: 0.5,
    NameKind.CODE: 2.0,
    NameKind.BARE: 2.0,
    NameKind.DEMONYM: 9.0,
}
_RESPELT = 255  # a spelling that no source has: a variant, if nothing else bears it
_NAMES = 20  # percent of the work that is the names
_COLUMNS: dict[str, type[np.generic]] = {
    "numbers": np.int32,
    "latitude": np.float64,
    "longitude": np.float64,
    "precision_km": np.float32,
    "radius_km": np.float32,
    "population": np.int64,
    "prominence": np.float32,
    "kind": np.uint8,
    "country": np.int16,
    "code": np.int16,
    "admin1": np.int32,
    "admin2": np.int32,
    "text_starts": np.uint32,
}


def write_index(
    folder: Path,
    rows: Iterable[Row],
    step: Callable[[int], object] = lambda percent: None,
    shards: int = 1,
) -> None:
    """Write an index of ``rows``, each with a prominence, into an empty folder; manifest last."""
    writer = _Writer(folder, shards)
    every = len(rows) // 35 if isinstance(rows, Sized) else 0  # a generator tells of itself
    try:
        for number, row in enumerate(rows, 1):
            writer.add(row)
            if every and number % every == 0:
                step(1)
        writer.finish(step)
    finally:
        writer.close()  # an open file could not be removed on Windows


class _Writer:
    def __init__(self, folder: Path, shards: int) -> None:
        self.folder = folder
        self.columns = {name: _Column(folder / name, kind) for name, kind in _COLUMNS.items()}
        self.texts = (folder / "texts").open("wb")
        self.spools = [_Spool(folder / f"spool-{shard}") for shard in range(shards)]
        self.count = self.text_end = 0
        self.slugs: list[str] = []
        self.countries: dict[str, int] = {}
        self.codes: dict[tuple[str, str], int] = {}
        self.areas: dict[int, str] = {}
        # Codes of divisions are numbered as they come; their rows are known at the end only.
        self.divisions: dict[tuple[str, ...], int] = {}
        self.division_rows: dict[int, int] = {}

    def add(self, row: Row) -> None:
        number, self.count = self.count, self.count + 1
        keys = _keys(row)
        for key, kind in keys.items():
            self.spools[shard_of(key, len(self.spools))].add(key, number, kind)
        for key in _further(row, keys):
            self.spools[shard_of(key, len(self.spools))].add(key, number, _RESPELT)
        text = "\n".join([row.name, *(f"{tag}={name}" for tag, name in row.names)]).encode()
        self.texts.write(text)
        if row.area:
            self.areas[number] = row.area
        code = (row.feature_class, row.feature_code)
        values = (
            self._number(row.id),
            row.latitude,
            row.longitude,
            row.precision_km,
            row.radius_km,
            row.population,
            row.prominence,
            KINDS.index(row.kind),
            self.countries.setdefault(row.country, len(self.countries)),
            self.codes.setdefault(code, len(self.codes)),
            *self._divisions(row, number),
            self.text_end,
        )
        for column, value in zip(self.columns.values(), values, strict=True):
            column.add(value)
        self.text_end += len(text)

    def _number(self, id: int | str) -> int:
        if isinstance(id, int):
            return id
        self.slugs.append(id)
        return -len(self.slugs)

    def _divisions(self, row: Row, number: int) -> tuple[int, int]:
        first, second = (row.country, row.admin1), (row.country, row.admin1, row.admin2)
        one = self.divisions.setdefault(first, len(self.divisions)) if row.admin1 else -1
        two = self.divisions.setdefault(second, len(self.divisions)) if row.admin2 else -1
        if row.feature_code in ("ADM1", "ADM2"):
            self.division_rows[one if row.feature_code == "ADM1" else two] = number
        return one, two

    def close(self) -> None:
        """Close every file, whatever state it is in."""
        self.texts.close()
        for column in self.columns.values():
            column.file.close()
        for spool in self.spools:
            spool.close()

    def finish(self, step: Callable[[int], object]) -> None:
        self.columns["text_starts"].add(self.text_end)
        self.texts.close()
        _to_npy(self.folder / "texts", np.uint8, self.text_end)
        for column in self.columns.values():
            column.close()
        self._resolve_divisions()
        self._write_names(step)
        (self.folder / SLUGS).write_text("\n".join(self.slugs))
        files = {path.name: certificate(path) for path in sorted(self.folder.iterdir())}
        manifest = {
            "files": files,
            "shards": len(self.spools),
            "countries": list(self.countries),
            "codes": list(self.codes),
            "areas": self.areas,
        }
        (self.folder / MANIFEST).write_text(json.dumps(manifest))

    def _resolve_divisions(self) -> None:
        """Put rows in the place of the numbers of divisions."""
        rows = np.full(len(self.divisions) + 1, -1, np.int32)  # the last is for number -1
        for division, row in self.division_rows.items():
            rows[division] = row
        rows[-1] = -1
        for name in ("admin1", "admin2"):
            column = np.load(self.folder / f"{name}.npy", mmap_mode="r+")
            for start in range(0, len(column), 1 << 20):
                part = column[start : start + (1 << 20)]
                part[:] = rows[part]
            column.flush()

    def _write_names(self, step: Callable[[int], object]) -> None:
        """A trie a shard, and the postings of all shards one after the other."""
        told = 0  # percent
        prominence = np.load(self.folder / "prominence.npy")
        starts = _Column(self.folder / "starts", np.int32)
        rows = _Column(self.folder / "rows", np.int32)
        kinds = _Column(self.folder / "name_kinds", np.uint8)
        starts.add(0)
        total = 0
        for shard, spool in enumerate(self.spools):
            keys, numbers, kinds_of = _without_doubles(*spool.take())
            trie = marisa_trie.Trie(keys)
            trie.save(str(self.folder / trie_name(shard)))
            ids, order = _order(trie, keys, numbers, kinds_of, prominence)
            ends = total + np.cumsum(np.bincount(ids, minlength=len(trie)))
            starts.extend(ends.astype(np.int32))
            rows.extend(numbers[order])
            kinds.extend(kinds_of[order])
            total += len(keys)
            share = _NAMES * (shard + 1) // len(self.spools)
            step(share - told)
            told = share
        for column in (starts, rows, kinds):
            column.close()


def _order(
    trie: Any,
    keys: list[str],
    rows: NDArray[np.int32],
    kinds: NDArray[np.uint8],
    prominence: NDArray[np.float32],
) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """The number of each key, and the order of postings: by key, then best first."""
    ids = np.fromiter(map(trie.__getitem__, keys), np.int32, len(keys))
    demerit = np.array([_DEMERIT[kind] for kind in NameKind], np.float32)
    return ids, np.lexsort((rows, demerit[kinds] - prominence[rows], ids))


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


def _further(row: Row, keys: dict[str, NameKind]) -> set[str]:
    """Keys of spellings that the row's names do not have, but newspapers may."""
    if row.country not in COUNTRIES:
        return set()
    latin = [key for key, kind in keys.items() if kind < NameKind.ABBREVIATION and key.isascii()]
    return {other for key in latin for other in respelt(key)} - keys.keys()


def _without_doubles(
    keys: list[str], rows: NDArray[np.int32], kinds: NDArray[np.uint8]
) -> tuple[list[str], NDArray[np.int32], NDArray[np.uint8]]:
    """The postings without what we respelt, where it is a name anyway; the rest are variants."""
    ours = kinds == _RESPELT
    wanted = {keys[at] for at in np.flatnonzero(ours)}
    borne = {key for key, own in zip(keys, ours, strict=True) if not own and key in wanted}
    kept = [at for at in np.flatnonzero(ours) if keys[at] not in borne]
    kinds[kept] = NameKind.VARIANT
    good = kinds != _RESPELT
    return [key for key, own in zip(keys, good, strict=True) if own], rows[good], kinds[good]


class _Column:
    """Numbers on their way into a .npy file whose length is not known yet."""

    def __init__(self, path: Path, kind: type[np.generic], buffer: int = 1 << 15) -> None:
        self.path, self.kind, self.buffer, self.length = path, kind, buffer, 0
        self.file = path.open("wb")
        self.waiting: list[Any] = []

    def add(self, value: Any) -> None:
        self.waiting.append(value)
        if len(self.waiting) >= self.buffer:
            self._flush()

    def extend(self, values: NDArray[Any]) -> None:
        self._flush()
        self.file.write(values.astype(self.kind, copy=False).tobytes())
        self.length += len(values)

    def close(self) -> None:
        self._flush()
        self.file.close()
        _to_npy(self.path, self.kind, self.length)

    def _flush(self) -> None:
        self.file.write(np.array(self.waiting, self.kind).tobytes())
        self.length += len(self.waiting)
        self.waiting = []


class _Spool:
    """Names of one shard on disk, until its trie is made."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.keys = path.open("w", encoding="utf-8")
        self.numbers = _Column(path.with_suffix(".rows"), np.int32, 1 << 12)
        self.kinds = _Column(path.with_suffix(".kinds"), np.uint8, 1 << 12)

    def add(self, key: str, number: int, kind: int) -> None:
        self.keys.write(key + "\n")
        self.numbers.add(number)
        self.kinds.add(kind)

    def close(self) -> None:
        for file in (self.keys, self.numbers.file, self.kinds.file):
            file.close()

    def take(self) -> tuple[list[str], NDArray[np.int32], NDArray[np.uint8]]:
        """All of it; the files are gone afterwards."""
        self.keys.close()
        keys = self.path.read_text(encoding="utf-8").split("\n")[:-1]
        self.path.unlink()
        columns = []
        for column in (self.numbers, self.kinds):
            column.close()
            path = column.path.with_name(f"{column.path.name}.npy")
            columns.append(np.load(path))
            path.unlink()
        return keys, columns[0], columns[1]


def _to_npy(path: Path, kind: type[np.generic], length: int) -> None:
    """Turn a file of raw numbers into ``path``.npy."""
    header = {"descr": np.dtype(kind).str, "fortran_order": False, "shape": (length,)}
    with path.open("rb") as raw, path.with_name(f"{path.name}.npy").open("wb") as file:
        npy.write_array_header_1_0(file, header)
        while block := raw.read(1 << 20):
            file.write(block)
    path.unlink()

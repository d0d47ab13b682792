"""The gazetteer on disk: tries of names and columns of places, mapped into memory.

A name's number in its trie leads to its postings: the places that bear it, best first, each with
the kind of name it is to them. Rows of places count from 0; everything else is a column by row.
"""

from __future__ import annotations

import json
import zlib
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import marisa_trie
import numpy as np
from numpy.typing import NDArray

from geodata.records import GazetteerError

SLUGS = "slugs.txt"
MANIFEST = "manifest.json"  # written last: without it the rest is not an index
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
        for name, written in manifest["files"].items():
            if certificate(self.folder / name) != written:
                raise ValueError(f"{name} is not as it was written")
        self._tries = [self._trie(shard) for shard in range(manifest["shards"])]
        sizes = [len(trie) for trie in self._tries]
        self._bases = [sum(sizes[:shard]) for shard in range(len(sizes))]
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
        self.texts = self._view("texts")

    def __len__(self) -> int:
        return len(self.numbers)

    def postings(self, key: str) -> tuple[list[int], list[int]]:
        """Rows that bear the name, best first, and what kind of name it is to each."""
        shard = shard_of(key, len(self._tries))
        number = self._tries[shard].get(key)
        if number is None:
            return [], []
        number += self._bases[shard]
        start, end = self.starts[number], self.starts[number + 1]
        return self.rows[start:end].tolist(), self.kinds[start:end].tolist()

    def prefixes(self, text: str) -> list[str]:
        """The names with which a normalised text begins, in bytes: they may end within a word."""
        found: list[str] = self._tries[shard_of(text, len(self._tries))].prefixes(text)
        return found

    def continues(self, key: str) -> bool:
        """Whether there is a longer name that begins with the words of ``key``."""
        trie = self._tries[shard_of(key, len(self._tries))]
        return next(trie.iterkeys(key + " "), None) is not None

    def __contains__(self, key: str) -> bool:
        return key in self._tries[shard_of(key, len(self._tries))]

    def keys(self) -> Iterator[str]:
        """All normalised names."""
        for trie in self._tries:
            yield from trie.iterkeys()

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
        at = bisect_left(numbers, number)  # numpy's own would copy the column: its type is smaller
        return int(order[at]) if at < len(numbers) and numbers[at] == number else None

    @cached_property
    def _by_number(self) -> tuple[NDArray[np.int64], memoryview]:
        order = np.argsort(self.numbers)
        return order, np.asarray(self.numbers)[order].data

    def name(self, row: int) -> str:
        """The usual name of a row."""
        start, end = self.text_starts[row], self.text_starts[row + 1]
        return self.texts[start:end].tobytes().partition(b"\n")[0].decode()

    def tagged_names(self, row: int) -> tuple[str, list[tuple[str, str]]]:
        """The usual name of a row, and its other names with their tags."""
        start, end = self.text_starts[row], self.text_starts[row + 1]
        name, *others = bytes(self.texts[start:end]).decode().split("\n")
        pairs = [other.partition("=") for other in others]
        return name, [(tag, text) for tag, _, text in pairs]

    def _trie(self, shard: int) -> Any:
        trie = marisa_trie.Trie()
        trie.mmap(str(self.folder / trie_name(shard)))
        return trie

    def _column(self, name: str) -> NDArray[Any]:
        column: NDArray[Any] = np.load(self.folder / f"{name}.npy", mmap_mode="r")
        return column.view(np.ndarray)  # a memmap does more at each number that is read

    def _view(self, name: str) -> memoryview:
        """A column as a memoryview: ten times as fast to read one number from."""
        return self._column(name).data


def shard_of(key: str, shards: int) -> int:
    """The shard of a key: all names that begin with one word are in one."""
    return zlib.crc32(key.partition(" ")[0].encode()) % shards if shards > 1 else 0


def trie_name(shard: int) -> str:
    """The file of a shard's trie."""
    return f"names-{shard}.marisa"


def certificate(path: Path) -> list[int]:
    """Length of a file and a checksum of its two ends."""
    size = path.stat().st_size
    with path.open("rb") as file:
        check = zlib.crc32(file.read(_SAMPLE))
        file.seek(max(0, size - _SAMPLE))
        return [size, zlib.crc32(file.read(_SAMPLE), check)]

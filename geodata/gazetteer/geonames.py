"""GeoNames' own dumps as a source of the index, for those who want twelve million places.

``dateline gazetteer build`` installs them in the user's cache, ``dateline gazetteer reset`` goes
back. Every bundled place stays as it is, and what the weights were learned from with it; the dumps
add the places that it lacks, and languages of names.
"""

from __future__ import annotations

import json
import shutil
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from math import cos, hypot, radians
from pathlib import Path

from geodata.gazetteer.cache import CHOICE, cache_folder, folder_name, open_index, replace_file
from geodata.gazetteer.dumps import AlternateNames, read_dump
from geodata.gazetteer.index import Index
from geodata.gazetteer.names import normalise
from geodata.gazetteer.ranking import prominence
from geodata.gazetteer.sources import Source, Step, bundled_rows, with_dumps
from geodata.gazetteer.tables import Row
from geodata.records import GazetteerError

SHARDS = 64
# Percent of the work that is each part; the writer's is the rest.
_BUNDLED, _ALTERNATES, _DUMPS = 15, 10, 55


@dataclass(frozen=True, slots=True)
class Choice:
    """What the user has installed, as the cache remembers it."""

    files: str  # a digest of the files
    index: str  # the folder of the index in the cache
    dumps: tuple[str, ...]  # where the files were
    alternates: str | None = None


def install(
    dumps: Sequence[Path],
    alternates: Path | None = None,
    cache: Path | None = None,
    *,
    progress: bool = True,
) -> Index:
    """Build the index of dumps, and let every ``Gazetteer()`` of this user's cache use it.

    Takes minutes for the whole world, and less than 1 GB of memory; an index that was installed
    before goes only when the new one is in place.
    """
    source = geonames_source(dumps, alternates)
    home = cache or cache_folder()
    before = installed(home)
    index = open_index(home, source, progress=progress)
    choice = Choice(
        _fingerprint(dumps, alternates),
        index.folder.name,
        tuple(str(path.absolute()) for path in dumps),
        str(alternates.absolute()) if alternates else None,
    )
    replace_file(home / CHOICE, json.dumps(asdict(choice)))
    if before and before.index != choice.index:
        shutil.rmtree(home / before.index, ignore_errors=True)
    return index


def uninstall(cache: Path | None = None) -> bool:
    """Go back to the bundled places, and remove the index; whether there was one."""
    home = cache or cache_folder()
    before = installed(home)
    (home / CHOICE).unlink(missing_ok=True)
    if before:
        shutil.rmtree(home / before.index, ignore_errors=True)
    return before is not None


def installed(cache: Path | None = None) -> Choice | None:
    """What is installed, None if nothing is."""
    try:
        read = json.loads(((cache or cache_folder()) / CHOICE).read_text())
        dumps = tuple(map(str, read["dumps"]))
        choice = Choice(str(read["files"]), str(read["index"]), dumps, read["alternates"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    own = choice.index.startswith(folder_name("")) and Path(choice.index).name == choice.index
    return choice if own else None


def renew(cache: Path | None = None, *, progress: bool = True) -> Index | None:
    """Build what is installed again if Dateline has changed since; None if nothing is installed.

    Raises
    ------
    GazetteerError
        If it has to be built again and the files are no longer what and where they were.

    """
    home = cache or cache_folder()
    choice = installed(home)
    if choice is None:
        return None
    if choice.index == folder_name(with_dumps(choice.files)) and (home / choice.index).is_dir():
        return open_index(home, progress=progress)
    dumps = [Path(path) for path in choice.dumps]
    alternates = Path(choice.alternates) if choice.alternates else None
    try:
        unchanged = _fingerprint(dumps, alternates) == choice.files
    except OSError:
        unchanged = False
    if not unchanged:
        raise GazetteerError(
            f"the index of {', '.join(path.name for path in dumps)} is of another version of "
            "Dateline, and the files are gone or changed; build it again or go back with "
            "dateline gazetteer reset"
        )
    return install(dumps, alternates, home, progress=progress)


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
    """The bundled places as they are, but for names, then what else the dumps hold."""
    bundled = bundled_rows(_scaled(step, _BUNDLED))
    names = AlternateNames(alternates, _share(step, _ALTERNATES)) if alternates else None
    part = (_DUMPS if names else _DUMPS + _ALTERNATES) / len(dumps)
    ours = _Ours(bundled)
    for row in _drained(bundled):
        if not _is_post_town(row):
            yield _named(row, names)
    for path in dumps:
        for row in read_dump(path, _share(step, part)):
            if ours.lack(row):
                row.prominence = prominence(row)
                yield _named(row, names)
    yield from ours.post_towns()


def _drained(rows: list[Row]) -> Iterator[Row]:
    """The rows in their order, each forgotten once it is given."""
    rows.reverse()
    while rows:
        yield rows.pop()


def _named(row: Row, names: AlternateNames | None) -> Row:
    if names and isinstance(row.id, int):
        row.names = (*row.names, *names.of(row.id))
    return row


def _is_post_town(row: Row) -> bool:
    return isinstance(row.id, str) and row.id.startswith("post-")


class _Ours:
    """The bundled places, to tell which of a dump are new.

    Places with a GeoNames id are known by it, in two megabytes however many they are. The others
    are known by name, kind and nearness; of them, a post town gives way to the dump's town.
    """

    def __init__(self, rows: Sequence[Row]) -> None:
        self.bits = bytearray(1 << 21)
        self.posts: dict[int | str, Row] = {}
        self.named: dict[tuple[str, str], list[Row]] = {}
        for row in rows:
            if isinstance(row.id, int):
                self._add(row.id)
                continue
            if _is_post_town(row):
                self.posts[row.id] = row
            for key in {normalise(name) for name in (row.name, *(n for _, n in row.names))}:
                self.named.setdefault((key, row.kind), []).append(row)

    def lack(self, row: Row) -> bool:
        """Whether a dump's place is new; asked again, it is not."""
        assert isinstance(row.id, int)
        if self._has(row.id):
            return False
        self._add(row.id)
        namesakes = {
            own.id: own
            for name in (row.name, *(name for _, name in row.names))
            for own in self.named.get((normalise(name), row.kind), ())
            if _is_near(row, own)
        }
        new = True
        for id, own in namesakes.items():
            new = new and _is_post_town(own)
            self.posts.pop(id, None)
        return new

    def post_towns(self) -> Iterator[Row]:
        """Those that no dump has."""
        yield from self.posts.values()

    def _has(self, id: int) -> bool:
        at, bit = divmod(id, 8)
        return at < len(self.bits) and bool(self.bits[at] >> bit & 1)

    def _add(self, id: int) -> None:
        at, bit = divmod(id, 8)
        if at >= len(self.bits):
            self.bits.extend(bytes(at + 1 - len(self.bits)))
        self.bits[at] |= 1 << bit


def _is_near(row: Row, own: Row) -> bool:
    """Whether a dump's point may be that of a place of ours, which has an extent and an error."""
    north = row.latitude - own.latitude
    east = (row.longitude - own.longitude + 180) % 360 - 180
    away = 111.2 * hypot(north, east * cos(radians(own.latitude)))
    return away <= own.radius_km + 3 * own.precision_km


def _scaled(step: Step, percent: int) -> Step:
    """A ``step`` for work that tells of 45 percent of its own, and is ``percent`` of ours."""
    told = 0.0

    def tell(own: int) -> None:
        nonlocal told
        before, told = int(told), told + own * percent / 45
        step(int(told) - before)

    return tell


def _share(step: Step, percent: float) -> Callable[[float], object]:
    """Tells ``step`` of whole percents of the part of the work that one file is."""
    told = 0.0

    def tell(share: float) -> None:
        nonlocal told
        told += share * percent
        if told >= 1:
            step(int(told))
            told -= int(told)

    return tell

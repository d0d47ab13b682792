"""The index in the user's cache: built when first needed, and again when its sources change.

Two processes that want it at once wait for one another; a build that is killed leaves nothing that
could be taken for an index.
"""

from __future__ import annotations

import json
import logging
import os
import shutil
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from filelock import FileLock
from platformdirs import user_cache_path
from tqdm import tqdm

from geodata.gazetteer.index import MANIFEST, Index
from geodata.gazetteer.sources import BUNDLED, Source, with_dumps
from geodata.gazetteer.writer import write_index
from geodata.records import GazetteerError

logger = logging.getLogger(__name__)
TITLE = "building the index of places (once)"
BAR = "{desc}: {percentage:3.0f}%|{bar}| {elapsed}"
STEPS = 100  # of the progress bar: percent of the usual time
STALE = 30 * 86400  # seconds after which an index that nobody used may go
CHOICE = "geonames.json"  # in the cache: which dumps the user has installed
VARIABLE = "DATELINE_CACHE"  # the environment variable that names another folder


def cache_folder() -> Path:
    """Where indexes are kept."""
    chosen = os.environ.get(VARIABLE)
    return Path(chosen) if chosen else user_cache_path("dateline", appauthor=False)


def open_index(
    folder: Path | None = None, source: Source | None = None, *, progress: bool = True
) -> Index:
    """The index of a source, built if there is none or it is damaged.

    Without a source it is that of the dumps which were installed in the folder, or the bundled one.
    """
    home = folder or cache_folder()
    if source is None:
        if installed := _installed(home):
            return installed
        source = BUNDLED
    target = home / folder_name(source.fingerprint())
    if (target / MANIFEST).exists():
        with suppress(GazetteerError):  # a damaged one is built anew
            return _used(target)
    _prepare(home)
    with FileLock(home / "gazetteer.lock"):
        try:
            return Index(target)  # another process has just built it
        except GazetteerError:
            _build(target, source, progress)
    return Index(target)


def _used(target: Path) -> Index:
    """Open an index, and keep it from being swept."""
    index = Index(target)
    if time.time() - target.stat().st_mtime > STALE / 10:
        with suppress(OSError):  # the cache may be of somebody else
            os.utime(target)
    return index


def _installed(home: Path) -> Index | None:
    """The index of installed dumps, None if there is none of this version."""
    try:
        files = json.loads((home / CHOICE).read_text())["files"]
    except (OSError, ValueError, KeyError):
        return None
    try:
        return _used(home / folder_name(with_dumps(files)))
    except GazetteerError:
        logger.warning(
            "the index of your GeoNames files is damaged or of another version of Dateline; "
            "until dateline gazetteer has built it again, the bundled places are used"
        )
        return None


def folder_name(fingerprint: str) -> str:
    """The folder of an index in the cache."""
    return f"gazetteer-{fingerprint[:16]}"


def replace_file(path: Path, text: str) -> None:
    """Write a small file in one step."""
    made = path.with_name(f"{path.name}.{os.getpid()}")
    made.write_text(text)
    os.replace(made, path)


def _prepare(home: Path) -> None:
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError as wrong:
        raise GazetteerError(
            f"cannot keep the gazetteer's index in {home}: {wrong}; "
            f"set {VARIABLE} to a folder that can be written"
        ) from wrong


def _build(target: Path, source: Source, progress: bool) -> None:
    """Build beside the target, then put it in place in one step."""
    _sweep(target)
    made = Path(tempfile.mkdtemp(prefix="gazetteer-building-", dir=target.parent))
    try:
        with tqdm(
            total=STEPS, desc=TITLE, bar_format=BAR, disable=_quiet(progress), leave=False
        ) as bar:
            write_index(made, source.rows(bar.update), bar.update, source.shards)
        os.replace(made, target)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _sweep(target: Path) -> None:
    """Remove a damaged target, and what no program has used or left half-built for a month."""
    shutil.rmtree(target, ignore_errors=True)
    for old in target.parent.glob("gazetteer-*/"):
        if time.time() - old.stat().st_mtime > STALE:
            shutil.rmtree(old, ignore_errors=True)


def _quiet(progress: bool) -> bool:
    return not (progress and sys.stderr.isatty())

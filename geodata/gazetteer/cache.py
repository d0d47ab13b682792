"""The index in the user's cache: built when first needed, and again when its sources change.

Two processes that want it at once wait for one another; a build that is killed leaves nothing that
could be taken for an index.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from filelock import FileLock
from platformdirs import user_cache_path
from tqdm import tqdm

from geodata.gazetteer.index import MANIFEST, Index, write_index
from geodata.gazetteer.sources import BUNDLED, Source
from geodata.records import GazetteerError

STEPS = 100  # of the progress bar: percent of the usual time
STALE = 30 * 86400  # seconds
VARIABLE = "DATELINE_CACHE"  # the environment variable that names another folder


def cache_folder() -> Path:
    """Where indexes are kept."""
    chosen = os.environ.get(VARIABLE)
    return Path(chosen) if chosen else user_cache_path("dateline", appauthor=False)


def open_index(
    folder: Path | None = None, source: Source = BUNDLED, *, progress: bool = True
) -> Index:
    """The index of a source, built if there is none or it is damaged."""
    home = folder or cache_folder()
    target = home / f"gazetteer-{source.fingerprint()[:16]}"
    if (target / MANIFEST).exists():
        try:
            return Index(target)
        except GazetteerError:
            pass  # built anew below
    _prepare(home)
    with FileLock(home / "gazetteer.lock"):
        try:
            return Index(target)  # another process has just built it
        except GazetteerError:
            _build(target, source, progress)
    return Index(target)


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
        with tqdm(total=STEPS, desc="gazetteer", disable=_quiet(progress), leave=False) as bar:
            write_index(made, source.rows(bar.update), bar.update)
        os.replace(made, target)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _sweep(target: Path) -> None:
    """Remove a damaged target, and what no program has built or left half-built for a month."""
    shutil.rmtree(target, ignore_errors=True)
    for old in target.parent.glob("gazetteer-*/"):
        if time.time() - old.stat().st_mtime > STALE:
            shutil.rmtree(old, ignore_errors=True)


def _quiet(progress: bool) -> bool:
    return not (progress and sys.stderr.isatty())

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from pathlib import Path

import pytest

from geodata.gazetteer.cache import VARIABLE, cache_folder, open_index
from geodata.gazetteer.index import MANIFEST, trie_name
from geodata.gazetteer.sources import Source
from geodata.gazetteer.tables import Row
from geodata.records import GazetteerError

FORK = multiprocessing.get_context("fork")


def _folder(home: Path) -> Path:
    (folder,) = home.glob("gazetteer-*/")
    return folder


def test_the_index_is_built_once(tmp_path, counting):
    open_index(tmp_path, counting("a"))
    open_index(tmp_path, counting("a"))

    assert (tmp_path / "builds").read_text() == "a\n"


def test_another_fingerprint_builds_another_index(tmp_path, counting):
    open_index(tmp_path, counting("a"))
    open_index(tmp_path, counting("b"))
    open_index(tmp_path, counting("a"))

    assert (tmp_path / "builds").read_text() == "a\nb\n"


@pytest.mark.parametrize(
    "name", [trie_name(0), "rows.npy", "texts.npy", "latitude.npy", "slugs.txt"]
)
@pytest.mark.parametrize("harm", ["removed", "cut", "overwritten"])
def test_a_damaged_index_is_built_again(tmp_path, counting, name, harm):
    open_index(tmp_path, counting("a"))
    path = _folder(tmp_path) / name
    data = path.read_bytes()
    path.unlink()
    if harm != "removed":
        path.write_bytes(data[:-3] if harm == "cut" else bytes(len(data)))

    index = open_index(tmp_path, counting("a"))

    assert index.postings("paris")[0]
    assert (tmp_path / "builds").read_text() == "a\na\n"


def test_an_index_without_its_manifest_is_built_again(tmp_path, counting):
    open_index(tmp_path, counting("a"))
    (_folder(tmp_path) / MANIFEST).unlink()

    assert len(open_index(tmp_path, counting("a"))) == 5


def test_two_processes_at_once_build_once(tmp_path, counting):
    def rows(step):
        time.sleep(0.3)
        return counting("a").rows(step)

    slow = Source(counting("a").fingerprint, rows)
    both = [FORK.Process(target=open_index, args=(tmp_path, slow)) for _ in range(2)]
    for process in both:
        process.start()
    for process in both:
        process.join(30)

    assert [process.exitcode for process in both] == [0, 0]
    assert (tmp_path / "builds").read_text() == "a\n"


def test_a_killed_build_leaves_no_index_and_no_lock(tmp_path, source):
    def rows(step) -> list[Row]:
        (tmp_path / "started").touch()
        time.sleep(60)
        return []

    killed = FORK.Process(target=open_index, args=(tmp_path, Source(source.fingerprint, rows)))
    killed.start()
    while not (tmp_path / "started").exists():
        time.sleep(0.01)
    os.kill(killed.pid, signal.SIGKILL)
    killed.join()

    assert len(open_index(tmp_path, source)) == 5


def test_a_failed_build_leaves_nothing_behind(tmp_path):
    def rows(step):
        raise ValueError("curated.tsv, line 3: nonsense")

    with pytest.raises(ValueError, match="line 3"):
        open_index(tmp_path, Source(lambda: "f" * 64, rows))

    assert list(tmp_path.glob("gazetteer-*/")) == []


def test_an_index_in_use_stays(tmp_path, counting):
    open_index(tmp_path, counting("a"))
    os.utime(_folder(tmp_path), (0, 0))
    open_index(tmp_path, counting("a"))
    open_index(tmp_path, counting("b"))

    assert len(list(tmp_path.glob("gazetteer-*/"))) == 2


def test_indexes_that_nobody_used_for_a_month_are_swept(tmp_path, source):
    old, recent = tmp_path / "gazetteer-old", tmp_path / "gazetteer-recent"
    for folder in (old, recent):
        folder.mkdir()
    os.utime(old, (0, 0))

    open_index(tmp_path, source)

    assert (old.exists(), recent.exists()) == (False, True)


def test_a_folder_that_cannot_be_made_says_what_to_do(tmp_path, source):
    (tmp_path / "file").touch()

    with pytest.raises(GazetteerError, match=f"set {VARIABLE} to a folder"):
        open_index(tmp_path / "file" / "cache", source)


def test_the_environment_names_the_folder(tmp_path, monkeypatch):
    monkeypatch.setenv(VARIABLE, str(tmp_path))

    assert cache_folder() == tmp_path


def test_no_progress_bar_where_there_is_no_terminal(tmp_path, source, capfd):
    open_index(tmp_path, source)

    assert capfd.readouterr() == ("", "")

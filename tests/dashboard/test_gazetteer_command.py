"""``dateline gazetteer`` from end to end, in a cache of its own beside the user's."""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from pathlib import Path

import pytest

from dashboard import cli
from geodata.gazetteer.cache import CHOICE, VARIABLE
from tests.children import started


def _line(id: int, name: str, fclass: str, code: str) -> str:
    cells = [id, name, name, "", 40.12, 46.01, fclass, code, "AZ", "", "25", "", "", ""]
    return "\t".join(map(str, [*cells, 0, "", "", "Asia/Baku", "2024-01-01"])) + "\n"


DUMP = _line(99_000_001, "Qarzemin", "P", "PPL") + _line(99_000_002, "Gralt Hotel", "S", "HTL")


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """A cache in which a made-up dump was installed, and the folder of the dump."""
    home = tmp_path_factory.mktemp("home")
    (home / "AZ.txt").write_text(DUMP)
    (home / "alternateNamesV2.txt").write_text("1\t99000001\thy\tՔարզեմին\t\t\t\t\t\t\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(home))
        names = ["--alternate-names", str(home / "alternateNamesV2.txt")]
        assert cli.main(["gazetteer", "build", "--geonames", str(home / "AZ.txt"), *names]) == 0
    return home


@pytest.fixture
def cache(built, monkeypatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(built))
    return built


def test_a_place_of_the_dump_is_geocoded(cache, capsys):
    assert cli.main(["geocode", "Qarzemin", "Քարզեմին", "--json"]) == 0

    found = json.loads(capsys.readouterr().out)
    assert [[c["geonames_id"] for c in row["candidates"]] for row in found] == [[99000001]] * 2


def test_a_place_of_the_dump_is_found_in_texts(cache, tmp_path):
    (tmp_path / "a.txt").write_text("Shells fell on Qarzemin in Azerbaijan, Baku said on Monday.")

    assert cli.main(["annotate", str(tmp_path / "a.txt"), "-o", str(tmp_path / "m.jsonl")]) == 0

    places = json.loads((tmp_path / "m.jsonl").read_text())["places"]
    assert [(p["text"], p["geonames_id"]) for p in places] == [
        ("Qarzemin", 99000001),
        ("Azerbaijan", 587116),
        ("Baku", 587084),
    ]


def test_what_texts_do_not_speak_of_is_left_out(cache):
    assert cli.main(["geocode", "Gralt Hotel"]) == 1


def test_reset_goes_back_to_the_bundled_places(cache, capsys, gazetteer):
    before = (cache / CHOICE).read_text()
    kept = cache / json.loads(before)["index"]
    bundled = gazetteer.index.folder
    (cache / bundled.name).symlink_to(bundled)  # so that it need not be built for the test
    try:
        assert cli.main(["gazetteer", "reset"]) == 0
        assert cli.main(["geocode", "Qarzemin"]) == 1
        assert not kept.exists()
        assert cli.main(["gazetteer", "reset"]) == 0
    finally:
        (cache / bundled.name).unlink()


@pytest.mark.parametrize(
    ("files", "why"),
    [
        (["none.zip"], "no file none.zip"),
        (["bad.txt"], "bad.txt, line 2: 1 columns instead of 19"),
        (["page.zip"], "page.zip is damaged"),
    ],
)
def test_a_wrong_file_is_one_line(tmp_path, monkeypatch, capsys, files, why):
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    monkeypatch.setattr("geodata.gazetteer.geonames.bundled_rows", lambda step: [])
    monkeypatch.chdir(tmp_path)
    Path("bad.txt").write_text(DUMP.partition("\n")[0] + "\nnonsense\n")
    Path("page.zip").write_text("<html>")

    status = cli.main(["gazetteer", "build", "--geonames", *files])

    (error,) = capsys.readouterr().err.splitlines()
    assert (status, why in error) == (1, True)
    assert list((tmp_path / "cache").glob("gazetteer-*/")) == []


@pytest.mark.parametrize("action", [["build"], ["build", "--geonames"], ["forget"]])
def test_wrong_usage_is_told(action, capsys):
    with pytest.raises(SystemExit) as stopped:
        cli.main(["gazetteer", *action])

    assert stopped.value.code == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize("action", ["build", "reset"])
def test_help_says_where_dumps_come_from(action, capsys):
    with pytest.raises(SystemExit):
        cli.main(["gazetteer", action, "--help"])

    assert ("GeoNames' download page" in capsys.readouterr().out) == (action == "build")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signals to send")
def test_a_stop_leaves_nothing_half_built(tmp_path):
    (tmp_path / "AZ.txt").write_text(DUMP)
    command = [sys.executable, "-m", "dashboard.cli", "gazetteer", "build"]
    running = started(
        [*command, "--geonames", tmp_path / "AZ.txt"],
        os.environ | {VARIABLE: str(tmp_path / "cache")},
    )
    deadline = time.monotonic() + 30
    while not list((tmp_path / "cache").glob("gazetteer-building-*/texts")):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    running.send_signal(signal.SIGINT)
    _, errors = running.communicate(timeout=30)

    assert (running.returncode, errors.splitlines()[-1:]) == (
        130,
        ["dateline: stopped; nothing was written"],
    )
    assert list((tmp_path / "cache").glob("gazetteer-*/")) == []
    assert not (tmp_path / "cache" / CHOICE).exists()

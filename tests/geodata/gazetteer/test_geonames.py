"""Dumps of GeoNames, installed beside a small world that stands for the bundled places."""

from __future__ import annotations

import json
import os

import pytest

from geodata.gazetteer import Gazetteer, cache, geonames
from geodata.gazetteer.cache import CHOICE
from geodata.gazetteer.geonames import geonames_source, install, installed, renew, uninstall
from geodata.gazetteer.sources import Source
from geodata.gazetteer.tables import Row
from geodata.records import GazetteerError


@pytest.fixture
def bundled(monkeypatch, town) -> list[Row]:
    """A few bundled places of the country of the dump; tests may add some."""
    rows = [
        town(147105, "Shusha", "AZ", 19_400, latitude=39.76, longitude=46.75, admin1="55"),
        Row("river-tartar", "Tartar", "water", "H", "STM", 40.2, 46.5, 5.0, 60.0, "AZ",
            prominence=3.0),
    ]  # fmt: skip
    monkeypatch.setattr(geonames, "bundled_rows", lambda step: [step(45), *rows][1:])
    monkeypatch.setattr(cache, "BUNDLED", Source(lambda: "b" * 64, lambda step: list(rows)))
    return rows


@pytest.fixture
def home(tmp_path, bundled, dump, alternates):
    """A cache in which the dump is installed, with its languages."""
    home = tmp_path / "cache"
    install([dump], alternates, home)
    return home


@pytest.fixture
def large(home) -> Gazetteer:
    return Gazetteer(home)


def test_an_installed_dump_is_what_a_gazetteer_opens(large):
    assert large.place("geonames:585200").name == "Sarsang"


def test_names_have_their_languages(large):
    names = large.names(large.place("geonames:148105"))

    assert "Hadrout" in names["en"]
    assert "Hadrut qəsəbəsi" in names["az"]
    assert "Getahat" in names["variants"]


def test_a_bundled_place_stays_as_it_is(large):
    place = large.place("geonames:147105")

    assert (place.name, place.population, place.feature_code) == ("Shusha", 19400, "PPL")


def test_names_are_found_in_every_shard(large):
    assert large.longest(["yuxari", "zod", "village"]) == 2
    assert [large.has_prefix(key) for key in ("yuxari", "hadrut", "zod")] == [True, True, False]


@pytest.mark.parametrize(("kind", "code", "count"), [("water", "STM", 1), ("mountain", "MT", 2)])
def test_a_place_of_ours_without_an_id_is_not_doubled(tmp_path, bundled, dump, kind, code, count):
    fclass = {"water": "H", "mountain": "T"}[kind]
    line = f"900001\tTərtər\tTartar\tTartar\t40.3\t46.7\t{fclass}\t{code}\tAZ" + "\t" * 10 + "\n"
    dump.write_text(line, encoding="utf-8")
    install([dump], cache=tmp_path)

    assert len(Gazetteer(tmp_path).candidates("Tartar")) == count


def test_a_post_town_gives_way_to_the_town_of_a_dump(tmp_path, bundled, dump, town):
    near = {"latitude": 40.1, "longitude": 45.9, "precision_km": 5.0, "prominence": 1.6}
    bundled.append(town("post-xx-yuxari-zod", "Yuxari Zod", "AZ", 0, **near))
    bundled.append(town("post-xx-elsewhere", "Elsewhere", "AZ", 0, **near))
    install([dump], cache=tmp_path)

    places = Gazetteer(tmp_path)

    assert [place.id for place in places.candidates("Yuxari Zod")] == ["geonames:999902"]
    assert places.candidates("Elsewhere")


def test_a_place_in_two_files_is_one(tmp_path, bundled, dump):
    twin = tmp_path / "allCountries.txt"
    twin.write_bytes(dump.read_bytes())

    index = install([dump, twin], cache=tmp_path)

    assert len(index.postings("hadrut")[0]) == 1


def test_a_missing_dump_is_named(tmp_path):
    with pytest.raises(GazetteerError, match=r"no file .*XX\.txt"):
        geonames_source([tmp_path / "XX.txt"])


def test_a_build_that_fails_leaves_things_as_they_were(home, dump):
    before = sorted(home.iterdir())
    with dump.open("a") as file:
        file.write("one\ttwo\n")

    with pytest.raises(GazetteerError, match="line 9"):
        install([dump], cache=home)

    assert sorted(home.iterdir()) == before
    assert Gazetteer(home).candidates("Hadrut")


def test_another_dump_takes_the_place_of_the_first(home, dump):
    first = installed(home)
    dump.write_text(dump.read_text().replace("Sarsang", "Sarsank"))

    install([dump], cache=home)

    assert first
    assert not (home / first.index).exists()
    assert [bool(Gazetteer(home).candidates(n)) for n in ("Sarsang", "Sarsank")] == [False, True]


# Going back


def test_a_dump_can_be_uninstalled(home):
    choice = installed(home)

    assert [uninstall(home), uninstall(home)] == [True, False]
    assert choice
    assert not (home / choice.index).exists()
    assert len(Gazetteer(home).index) == 2


@pytest.mark.parametrize(
    "chosen",
    ['{"files": "of another version"}', "{}", "broken", '{"dumps": [], "index": "gazetteer-/.."}'],
)
def test_without_a_fitting_index_the_bundled_places_are_used(tmp_path, bundled, chosen):
    (tmp_path / CHOICE).write_text(chosen)

    assert len(cache.open_index(tmp_path)) == 2
    assert installed(tmp_path) is None


# After an upgrade


@pytest.fixture
def upgraded(home, monkeypatch):
    """The same cache, opened by a Dateline whose tables or code have changed."""
    monkeypatch.setattr(geonames, "with_dumps", lambda files: "e" * 64)
    monkeypatch.setattr(cache, "with_dumps", lambda files: "e" * 64)
    return home


def test_after_an_upgrade_the_bundled_places_are_used_and_it_is_said(upgraded, caplog):
    assert len(Gazetteer(upgraded).index) == 2
    assert "until dateline gazetteer has built it again" in caplog.text


def test_an_index_is_built_again_from_the_same_files(upgraded):
    before = installed(upgraded)

    renew(upgraded)

    assert before
    assert not (upgraded / before.index).exists()
    assert Gazetteer(upgraded).candidates("Hadrut")


def test_an_index_that_fits_is_not_built_again(home):
    stamp = {path: path.stat().st_mtime_ns for path in home.glob("gazetteer-*/*")}

    assert renew(home)

    assert {path: path.stat().st_mtime_ns for path in home.glob("gazetteer-*/*")} == stamp


@pytest.mark.parametrize("change", ["gone", "changed"])
def test_files_that_are_not_there_any_more_are_named(upgraded, dump, change):
    if change == "gone":
        dump.unlink()
    else:
        os.utime(dump, (0, 0))

    with pytest.raises(GazetteerError, match=r"AZ\.txt is of another version.*gazetteer reset"):
        renew(upgraded)


def test_nothing_is_renewed_where_nothing_is_installed(tmp_path):
    assert renew(tmp_path) is None


def test_the_choice_names_the_files(home, dump, alternates):
    chosen = json.loads((home / CHOICE).read_text())

    assert (chosen["dumps"], chosen["alternates"]) == ([str(dump)], str(alternates))

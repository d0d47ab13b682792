"""Dumps of GeoNames: a few real rows (CC BY 4.0), shortened, stand for twelve million."""

from __future__ import annotations

import zipfile

import pytest

from geodata.gazetteer import Gazetteer, cache
from geodata.gazetteer.cache import CHOICE
from geodata.gazetteer.geonames import (
    geonames_source,
    install,
    read_dump,
    uninstall,
)
from geodata.records import GazetteerError


def _line(id, name, ascii_name, others, lat, lon, fclass, code, admin1="", people=0, admin2=""):
    cells = [id, name, ascii_name, others, lat, lon, fclass, code, "AZ", "", admin1, admin2]
    return "\t".join(map(str, [*cells, "", "", people, "", "", "Asia/Baku", "2024-01-01"])) + "\n"


DUMP = "".join(
    [
        _line(
            148105, "Hadrut", "Hadrut", "GDR,Gadrut,Гадрут", 39.52, 47.03, "P", "PPL", "65", 4100
        ),
        _line(584649, "Yevlax", "Yevlax", "Yevlakh", 40.62, 47.15, "P", "PPLA", "68", 120000),
        _line(587084, "Baku", "Baku", "Bakı,Баку", 40.38, 49.89, "P", "PPLC", "09", 1116513),
        _line(147105, "Şuşa", "Susa", "Shusha", 39.76, 46.75, "P", "PPLA", "55", 4064),
        _line(409423, "Xocavənd", "Xocavand", "", 39.7, 46.9, "A", "ADM1", "65"),
        _line(585200, "Sarsang", "Sarsang", "", 40.15, 46.55, "H", "RSV"),
        _line(999901, "Grand Hotel", "Grand Hotel", "", 40.4, 49.9, "S", "HTL"),
    ]
)
ALTERNATES = (
    "1\t148105\ten\tHadrout\t\t\t\t\t\t\n"
    "2\t148105\taz\tHadrut qəsəbəsi\t1\t\t\t\t\t\n"
    "3\t148105\tlink\thttps://example.org\t\t\t\t\t\t\n"
    "4\t148105\ten\tGetahat\t\t\t\t1\t\t\n"
)


@pytest.fixture
def dump(tmp_path):
    path = tmp_path / "AZ.txt"
    path.write_text(DUMP, encoding="utf-8")
    return path


@pytest.fixture
def alternates(tmp_path):
    path = tmp_path / "alternateNamesV2.txt"
    path.write_text(ALTERNATES, encoding="utf-8")
    return path


def test_a_dump_gives_the_places_that_texts_speak_of(dump):
    rows = {row.name: row for row in read_dump(dump)}

    assert list(rows) == ["Hadrut", "Yevlax", "Baku", "Şuşa", "Xocavənd", "Sarsang"]
    assert (rows["Sarsang"].kind, rows["Sarsang"].feature_code) == ("water", "RSV")


def test_alternate_names_come_without_codes(dump):
    hadrut = next(read_dump(dump))

    assert hadrut.names == (("", "Gadrut"), ("", "Гадрут"))


def test_a_zipped_dump_reads_the_same(dump, tmp_path):
    with zipfile.ZipFile(tmp_path / "AZ.zip", "w") as archive:
        archive.writestr("readme.txt", "about\n")
        archive.write(dump, "AZ.txt")

    assert list(read_dump(tmp_path / "AZ.zip")) == list(read_dump(dump))


def test_a_zip_without_a_dump_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "AZ.zip", "w") as archive:
        archive.writestr("readme.txt", "about\n")

    with pytest.raises(GazetteerError, match=r"AZ\.zip holds no dump"):
        list(read_dump(tmp_path / "AZ.zip"))


def test_what_is_no_dump_is_refused_with_its_line(tmp_path):
    (tmp_path / "AZ.txt").write_text(DUMP + "one\ttwo\n")

    with pytest.raises(GazetteerError, match=r"AZ\.txt, line 8: 2 columns instead of 19"):
        list(read_dump(tmp_path / "AZ.txt"))


def test_a_missing_dump_is_named(tmp_path):
    with pytest.raises(GazetteerError, match=r"no file .*XX\.txt"):
        geonames_source([tmp_path / "XX.txt"])


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A cache in which the dump is installed, with its languages."""
    home = tmp_path_factory.mktemp("home")
    (home / "AZ.txt").write_text(DUMP, encoding="utf-8")
    (home / "names.txt").write_text(ALTERNATES, encoding="utf-8")
    install([home / "AZ.txt"], home / "names.txt", cache=home)
    return home


@pytest.fixture(scope="module")
def large(installed) -> Gazetteer:
    return Gazetteer(installed)


def test_an_installed_dump_is_what_a_gazetteer_opens(large):
    assert large.place("geonames:585200").name == "Sarsang"


def test_names_have_their_languages(large):
    names = large.names(large.place("geonames:148105"))

    assert "Hadrout" in names["en"]
    assert "Hadrut qəsəbəsi" in names["az"]
    assert "Getahat" in names["variants"]


def test_the_curated_table_goes_before_a_dump(large):
    place = large.place("geonames:147105")

    assert (place.name, place.population) == ("Shusha", 19400)


def test_the_rest_of_the_world_is_still_there(large):
    assert large.candidates("London")[0].country_code == "GB"
    assert large.place("dateline:lachin-corridor").kind == "corridor"


def test_names_are_found_in_every_shard(large):
    words = ["new", "york", "city", "hall"]

    assert (large.longest(words), large.has_prefix("new")) == (3, True)


def test_a_dump_can_be_uninstalled(tmp_path):
    (tmp_path / CHOICE).write_text("{}")

    uninstall(tmp_path)
    uninstall(tmp_path)  # nothing is installed: no error

    assert not (tmp_path / CHOICE).exists()


@pytest.mark.parametrize("chosen", ['{"files": "of another version"}', "{}", "broken"])
def test_without_a_fitting_index_the_bundled_places_are_used(tmp_path, monkeypatch, source, chosen):
    monkeypatch.setattr(cache, "BUNDLED", source)
    (tmp_path / CHOICE).write_text(chosen)

    assert len(cache.open_index(tmp_path)) == 5

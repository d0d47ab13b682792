"""Dumps of GeoNames, read: a few real rows (CC BY 4.0), shortened, stand for twelve million."""

from __future__ import annotations

import zipfile

import pytest

from geodata.gazetteer.dumps import AlternateNames, read_dump
from geodata.records import GazetteerError


def test_a_dump_gives_the_places_that_texts_speak_of(dump):
    rows = {row.name: row for row in read_dump(dump)}

    assert list(rows) == ["Hadrut", "Yevlax", "Baku", "Şuşa", "Xocavənd", "Sarsang", "Yuxarı Zod"]
    assert (rows["Sarsang"].kind, rows["Sarsang"].feature_code) == ("water", "RSV")


def test_alternate_names_come_without_codes(dump):
    hadrut = next(read_dump(dump))

    assert hadrut.names == (("", "Gadrut"), ("", "Гадрут"))


@pytest.mark.parametrize("name", ["AZ.zip", "AZ.ZIP"])
def test_a_zipped_dump_reads_the_same(dump, tmp_path, name):
    with zipfile.ZipFile(tmp_path / name, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("readme.txt", "about\n")
        archive.write(dump, "AZ.txt")

    assert list(read_dump(tmp_path / name)) == list(read_dump(dump))


def test_line_ends_of_windows_and_empty_lines_do_no_harm(dump, tmp_path):
    (tmp_path / "win.txt").write_bytes(dump.read_bytes().replace(b"\n", b"\r\n") + b"\r\n\r\n")

    assert list(read_dump(tmp_path / "win.txt")) == list(read_dump(dump))


def test_a_zip_without_a_dump_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "AZ.zip", "w") as archive:
        archive.writestr("readme.txt", "about\n")

    with pytest.raises(GazetteerError, match=r"AZ\.zip holds no dump"):
        list(read_dump(tmp_path / "AZ.zip"))


@pytest.mark.parametrize("harm", ["no archive", "cut", "overwritten"])
def test_a_damaged_zip_is_refused(dump, tmp_path, harm):
    path = tmp_path / "AZ.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(dump, "AZ.txt")
    data = path.read_bytes()
    middle = len(data) // 3
    path.write_bytes(
        {
            "no archive": b"<html>not found</html>",
            "cut": data[:-40],
            "overwritten": data[:middle] + bytes(90) + data[middle + 90 :],
        }[harm]
    )

    with pytest.raises(GazetteerError, match=r"AZ\.zip is damaged: .*download it again"):
        list(read_dump(path))


def _cells(dump, **changed: object) -> str:
    """The dump's first line with other cells."""
    columns = {"id": 0, "name": 1, "lat": 4, "lon": 5, "people": 14}
    cells = dump.read_text(encoding="utf-8").splitlines()[0].split("\t")
    for column, value in changed.items():
        cells[columns[column]] = str(value)
    return "\t".join(cells) + "\n"


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"id": "geonameid"}, "'geonameid'"),
        ({"id": 0}, "0 is no id"),
        ({"id": 2**31}, "2147483648 is no id"),
        ({"name": ""}, "without a name"),
        ({"lat": "north"}, "'north'"),
        ({"lat": 91}, "91 is not from -90 to 90 degrees"),
        ({"lon": "nan"}, "nan is not from -180"),
        ({"people": "many"}, "'many'"),
    ],
)
def test_a_wrong_cell_is_refused_with_its_line(dump, cells, said):
    with dump.open("a", encoding="utf-8") as file:
        file.write(_cells(dump, **cells))

    with pytest.raises(GazetteerError, match=rf"AZ\.txt, line 9: .*{said}"):
        list(read_dump(dump))


def test_what_is_no_dump_is_refused_with_its_line(dump):
    with dump.open("a") as file:
        file.write("one\ttwo\n")

    with pytest.raises(GazetteerError, match=r"AZ\.txt, line 9: 2 columns instead of 19"):
        list(read_dump(dump))


def test_what_is_not_utf_8_is_refused_with_its_line(dump):
    with dump.open("ab") as file:
        file.write("1\tBak\xfc\n".encode("latin-1"))

    with pytest.raises(GazetteerError, match=r"AZ\.txt, line 9: is not UTF-8"):
        list(read_dump(dump))


def test_progress_tells_of_the_whole_file(dump):
    told: list[float] = []

    list(read_dump(dump, told.append))

    assert sum(told) == pytest.approx(1)


# Alternate names


def test_names_come_with_their_languages(alternates):
    names = AlternateNames(alternates)

    assert list(names.of(148105)) == [
        ("en", "Hadrout"),
        ("az", "Hadrut qəsəbəsi"),
        ("", "Getahat"),
    ]
    assert list(names.of(1)) == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("5\t148105\n", "2 columns; is it GeoNames' alternateNamesV2"),
        ("5\tHadrut\ten\tHadrut\n", "'Hadrut'"),
        ("\t".join("x" * 19) + "\n", "19 columns"),
    ],
)
def test_a_wrong_alternate_is_refused_with_its_line(alternates, line, said):
    with alternates.open("a") as file:
        file.write(line)

    with pytest.raises(GazetteerError, match=rf"alternateNamesV2\.txt, line 5: .*{said}"):
        AlternateNames(alternates)

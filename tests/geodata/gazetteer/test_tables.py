from __future__ import annotations

import pytest

from geodata.gazetteer.tables import COLUMNS, Row, read_aliases, read_table, write_table

ROW = Row(
    "nile-delta", "Nile Delta", "water", "H", "DLTA", 30.9, 31.1, 20.0, 100.0, "EG",
    names=(("ru", "Дельта Нила"), ("", "Lower Egypt")), prominence=4.5, note="about",
)  # fmt: skip


@pytest.mark.parametrize("name", ["table.tsv", "table.tsv.gz"])
def test_a_table_reads_as_it_was_written(tmp_path, name):
    write_table(tmp_path / name, [ROW])

    assert list(read_table(tmp_path / name)) == [ROW]


def test_same_rows_give_the_same_bytes(tmp_path):
    write_table(tmp_path / "one.tsv.gz", [ROW])
    write_table(tmp_path / "two.tsv.gz", [ROW])

    assert (tmp_path / "one.tsv.gz").read_bytes() == (tmp_path / "two.tsv.gz").read_bytes()


def test_a_wrong_line_is_named(tmp_path):
    path = tmp_path / "table.tsv"
    write_table(path, [ROW])
    path.write_text(path.read_text() + "x\ty\n")

    with pytest.raises(ValueError, match=r"table\.tsv, line 3: 2 cells"):
        list(read_table(path))


def test_wrong_columns_are_named(tmp_path):
    (tmp_path / "table.tsv").write_text("id\tname\n")

    with pytest.raises(ValueError, match=r"table\.tsv: the columns are"):
        list(read_table(tmp_path / "table.tsv"))


def test_numbers_are_geonames_ids(tmp_path):
    cells = ["2643743", "London", "settlement", "P", "PPLC", "51.5", "-0.1", "", "", "GB"]
    cells += [""] * (len(COLUMNS) - len(cells))
    (tmp_path / "table.tsv").write_text("\t".join(COLUMNS) + "\n" + "\t".join(cells) + "\n")

    (row,) = read_table(tmp_path / "table.tsv")

    assert (row.id, row.precision_km, row.prominence) == (2643743, 1.0, None)


def test_aliases_name_a_place_and_its_further_names(tmp_path):
    (tmp_path / "aliases.tsv").write_text("place\tnames\tnote\nUS.LA\tabbr=La.|code=LA\t\n")

    assert list(read_aliases(tmp_path / "aliases.tsv")) == [
        ("US.LA", (("abbr", "La."), ("code", "LA")))
    ]

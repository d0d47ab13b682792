from __future__ import annotations

import pytest

from geodata.gazetteer.index import Index
from geodata.gazetteer.tables import NameKind
from geodata.gazetteer.writer import write_index
from geodata.records import GazetteerError


def _index(folder, rows) -> Index:
    folder.mkdir(exist_ok=True)
    write_index(folder, rows)
    return Index(folder)


def _names(index: Index, key: str) -> list[tuple[str, NameKind]]:
    rows, kinds = index.postings(key)
    return [
        (index.tagged_names(row)[0], NameKind(kind)) for row, kind in zip(rows, kinds, strict=True)
    ]


def test_postings_come_most_prominent_first(tmp_path, world):
    index = _index(tmp_path, world)

    rows, _ = index.postings("paris")

    assert [index.population[row] for row in rows] == [2_138_551, 24_782]


def test_a_variant_counts_less_than_a_name(tmp_path, town):
    big = town(1, "Sousse", "TN", 200_000, prominence=5.3, names=(("", "Susa"),))
    small = town(2, "Susa", "IT", 30_000, prominence=4.5)

    assert [name for name, _ in _names(_index(tmp_path, [big, small]), "susa")] == [
        "Susa",
        "Sousse",
    ]


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("texas", NameKind.NAME),
        ("tex", NameKind.ABBREVIATION),
        ("tx", NameKind.CODE),
        ("texan", NameKind.DEMONYM),
    ],
)
def test_postings_tell_what_kind_of_name_it_is(tmp_path, key, kind, world):
    assert _names(_index(tmp_path, world), key) == [("Texas", kind)]


def test_the_better_kind_wins_where_a_place_has_a_name_twice(tmp_path, town):
    place = town(1, "Georgia", "GE", 4, names=(("demonym", "Georgia"), ("", "GEORGIA")))

    assert _names(_index(tmp_path, [place]), "georgia") == [("Georgia", NameKind.NAME)]


def test_an_unknown_name_has_no_postings(tmp_path, world):
    assert _index(tmp_path, world).postings("atlantis") == ([], [])


def test_a_town_knows_its_division(tmp_path, world):
    index = _index(tmp_path, world)
    row = index.row(4717560)

    assert index.tagged_names(index.admin1[row])[0] == "Texas"


@pytest.mark.parametrize("id", [498817, "lachin-corridor"])
def test_ids_lead_to_rows_and_back(tmp_path, id, world):
    index = _index(tmp_path, world)

    assert index.id(index.row(id)) == id


@pytest.mark.parametrize("id", [1, 999_999_999, "atlantis"])
def test_unknown_ids_have_no_row(tmp_path, id, world):
    assert _index(tmp_path, world).row(id) is None


def test_the_same_rows_give_the_same_files(tmp_path, world):
    _index(tmp_path / "one", world)
    _index(tmp_path / "two", world)

    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_a_folder_without_an_index_is_an_error(tmp_path):
    with pytest.raises(GazetteerError, match="is damaged"):
        Index(tmp_path)

from __future__ import annotations

import pytest

from geodata.gazetteer.articles import respelt
from geodata.gazetteer.index import Index
from geodata.gazetteer.tables import NameKind
from geodata.gazetteer.writer import write_index


@pytest.mark.parametrize(
    ("key", "other"),
    [
        ("al qusayr", "qusayr"),  # left out
        ("ar rutbah", "rutbah"),
        ("el hasira", "al hasira"),
        ("as sib", "al sib"),
        ("al sib", "es sib"),
        ("ash shihr", "al shihr"),
        ("al shihr", "ash shihr"),
        ("kafr az zayt", "kafr al zayt"),
        ("kafr al zayt", "kafr ez zayt"),
        ("kafr al zayt", "kafr ezzayt"),
        ("kafr azzayt", "kafr el zayt"),
        ("al madinah al jadidah", "madinah al jadidah"),
    ],
)
def test_the_article_is_written_in_every_way(key, other):
    assert other in set(respelt(key))


@pytest.mark.parametrize(
    "key",
    [
        "damascus",
        "aleppo",
        "essaouira",
        "at least",
        "arbil",
        "al",
        "",
        "kafr nabl",
        "ad hoc",
        "asmara",
    ],
)
def test_a_name_without_one_stays_as_it_is(key):
    assert list(respelt(key)) == []


@pytest.mark.parametrize("key", ["al hol", "el ub"])
def test_a_short_name_does_not_stand_alone(key):
    assert all(" " in other for other in respelt(key))


def test_an_article_before_no_such_letter_does_not_sound_like_it():
    assert set(respelt("al bab")) == {"al bab", "el bab"}


@pytest.fixture
def index(tmp_path, town):
    def make(*rows) -> Index:
        write_index(tmp_path, rows)
        return Index(tmp_path)

    return make


def test_places_of_arab_countries_bear_the_other_spellings(index, town):
    made = index(town(1, "Al Qusayr", "SY", 40_000))

    assert made.postings("qusayr") == ([0], [NameKind.VARIANT])


def test_other_countries_have_no_such_article(index, town):
    made = index(town(1, "El Monte", "US", 100_000), town(2, "As Salem", "SY", 900))

    assert made.postings("monte") == ([], [])
    assert made.postings("salem") == ([1], [NameKind.VARIANT])


def test_what_is_a_name_anyway_is_left_alone(index, town):
    made = index(town(1, "Al Qusayr", "SY", 40_000), town(2, "Qusayr", "EG", 9))

    assert made.postings("qusayr") == ([1], [NameKind.NAME])


@pytest.mark.parametrize("spelling", ["Deir Ezzor", "Deir Azzour", "Hodeidah", "al-Hol", "Khafji"])
def test_the_gazetteer_knows_how_newspapers_write(gazetteer, spelling):
    assert gazetteer.candidates(spelling)

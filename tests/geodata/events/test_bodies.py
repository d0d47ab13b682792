"""Bodies that are known by their names, and their seats."""

from __future__ import annotations

import pytest

from geodata.events.acting import capital, state
from geodata.events.bodies import bodies, named_bodies
from geodata.events.tables import table


def test_every_body_has_a_seat(gazetteer):
    for row in table("bodies.tsv"):
        seat = gazetteer.place(row["seat"]) if row["seat"] else capital(gazetteer, row["country"])
        assert seat, row
        assert not row["country"] or state(gazetteer, row["country"]), row


def test_no_two_bodies_have_one_name():
    names = [name for row in table("bodies.tsv") for name in row["names"].split("|")]

    assert len(names) == len(set(names))
    assert set(map(str.lower, bodies())) == set(map(str.lower, names))


def test_a_body_acts_from_its_seat(actors):
    assert actors("Unicef named two envoys.") == [("Unicef", "New York City")]


@pytest.mark.parametrize(
    ("body", "seat"),
    [
        ("The Commonwealth of Independent States", "Minsk"),
        ("The European parliament", "Strasbourg"),
        ("Sinn Féin", "Dublin"),
    ],
)
def test_a_body_acts_from_its_seat_and_from_no_other(actors, body, seat):
    assert [found for _, found in actors(f"{body} named two envoys.")] == [seat]


def test_a_word_inside_another_is_no_body(seen):
    (view,) = seen("The non-UN staff of Unicefs left.")

    assert list(named_bodies(view)) == []

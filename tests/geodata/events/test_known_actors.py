"""Persons and bodies that are known without an introduction."""

from __future__ import annotations

from datetime import date

import pytest

from geodata.events.acting import acting, capital, persons, state
from geodata.events.known_actors import bodies, body_named, named_bodies, table
from geodata.events.views import views
from geodata.pipeline import annotate
from geodata.records import Document


@pytest.fixture
def actors(gazetteer):
    """Of the last sentence of a text: the words, and the seat of who acts."""

    def of(text, published=date(2019, 3, 1)):
        seen = tuple(views(annotate(Document("report.txt", text, published=published), gazetteer)))
        known = persons(seen, gazetteer, published)
        return [(a.words, a.seat.name) for a in acting(seen[-1], known, gazetteer)]

    return of


def test_every_person_stands_for_a_state_or_a_body(gazetteer):
    for row in table("persons.tsv"):
        assert body_named(row["for"]) or state(gazetteer, row["for"]), row


def test_every_person_has_a_name_years_and_a_guard():
    for row in table("persons.tsv"):
        assert row["surname"], row
        assert row["office"], row
        assert 1940 <= int(row["from"]) <= int(row["to"]) <= 2030, row
        assert row["guard"] in {"full", "alone"}, row
        assert row["given"] or row["guard"] == "alone", row


def test_every_body_has_a_seat(gazetteer):
    for row in table("bodies.tsv"):
        seat = gazetteer.place(row["seat"]) if row["seat"] else capital(gazetteer, row["country"])
        assert seat, row
        assert not row["country"] or state(gazetteer, row["country"]), row


def test_no_two_bodies_have_one_name():
    names = [name for row in table("bodies.tsv") for name in row["names"].split("|")]

    assert len(names) == len(set(names))
    assert set(map(str.lower, bodies())) == set(map(str.lower, names))


def test_a_holder_of_office_is_known_in_the_years_of_office(actors):
    text = "Emmanuel Macron spoke to reporters. Macron named two envoys."

    assert actors(text) == [("Macron", "Paris")]
    assert actors(text, date(1995, 3, 1)) == []


def test_a_frequent_surname_needs_its_given_name_once(actors):
    assert actors("May named two envoys.", date(2018, 3, 2)) == []
    assert actors("Theresa May spoke. May named two envoys.", date(2018, 3, 2)) == [
        ("May", "London")
    ]


def test_a_surname_in_another_name_is_nobody(actors):
    assert actors("Emmanuel Macron spoke. The Macron Tower was opened.") == []


def test_a_body_acts_from_its_seat(actors):
    assert actors("Unicef named two envoys.") == [("Unicef", "New York City")]


def test_the_head_of_a_body_acts_from_its_seat(actors):
    assert actors("António Guterres spoke. Guterres named two envoys.") == [
        ("Guterres", "New York City")
    ]


def test_a_word_inside_another_is_no_body(seen):
    (view,) = seen("The non-UN staff of Unicefs left.")

    assert list(named_bodies(view)) == []

"""Holders of office who are known without an introduction."""

from __future__ import annotations

from datetime import date

from geodata.events.acting import state
from geodata.events.bodies import body_named
from geodata.events.tables import table


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


def test_the_head_of_a_body_acts_from_its_seat(actors):
    assert actors("António Guterres spoke. Guterres named two envoys.") == [
        ("Guterres", "New York City")
    ]

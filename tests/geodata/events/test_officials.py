"""Holders of office who are known without an introduction."""

from __future__ import annotations

from datetime import date

import pytest

from geodata.events.acting import state
from geodata.events.bodies import body_named
from geodata.events.tables import TABLES, table


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


@pytest.mark.parametrize(
    ("text", "published", "seat"),
    [
        ("Nicola Sturgeon spoke. Sturgeon named two envoys.", date(2019, 3, 1), "Edinburgh"),
        ("Carles Puigdemont spoke. Puigdemont named two envoys.", date(2017, 10, 1), "Barcelona"),
        ("Masoud Barzani spoke. Barzani named two envoys.", date(2017, 10, 1), "Erbil"),
        ("Khalifa Haftar spoke. Haftar named two envoys.", date(2019, 4, 1), "Benghazi"),
        ("Hans Blix spoke. Blix named two envoys.", date(1995, 2, 1), "Vienna"),
        ("Hans Blix spoke. Blix named two envoys.", date(2003, 2, 1), "New York City"),
        ("Donald Tusk spoke. Tusk named two envoys.", date(2016, 2, 1), "Brussels"),
        ("Donald Tusk spoke. Tusk named two envoys.", date(2024, 2, 1), "Warsaw"),
    ],
)
def test_a_holder_of_office_acts_from_where_the_office_is(actors, text, published, seat):
    assert [found for _, found in actors(text, published)] == [seat]


@pytest.mark.parametrize(
    ("text", "governing"),
    [
        ("Abu Mohammed al-Jolani spoke. Jolani named two envoys.", 2025),
        ("Zabihullah Mujahid spoke. Mujahid named two envoys.", 2022),
        ("Charles Taylor spoke. Taylor named two envoys.", 1998),
    ],
)
def test_nobody_acts_for_a_state_that_they_fought(actors, text, governing):
    assert actors(text, date(governing, 3, 1))
    assert actors(text, date(governing - 10, 3, 1)) == []


def test_offices_are_called_without_judging():
    judging = {"regime", "rebel", "terrorist", "junta", "militant", "dictator", "separatist"}
    for row in table("persons.tsv"):
        assert judging.isdisjoint(row["office"].lower().split()), row


def test_the_number_of_rows_is_told():
    told = (TABLES / "README.md").read_text(encoding="utf-8")
    for name in ("persons.tsv", "bodies.tsv"):
        assert f"| {name} | {len(list(table(name)))} |" in told

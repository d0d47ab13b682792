"""Which state acts in a sentence, and from where."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geodata.events.acting import acting, capital, demonym, persons, state


@pytest.mark.parametrize(
    ("code", "country", "seat"),
    [
        ("AM", "Armenia", "Yerevan"),
        ("TR", "Turkey", "Ankara"),
        ("US", "United States", "Washington"),
    ],
)
def test_a_state_and_its_seat_are_known_by_its_code(gazetteer, code, country, seat):
    assert state(gazetteer, code).name == country
    assert capital(gazetteer, code).name == seat


def test_no_capital_is_invented(gazetteer):
    assert capital(gazetteer, "XX") is None


def test_a_demonym_leads_to_its_country(gazetteer):
    assert demonym(gazetteer, "Turkish").name == "Turkey"
    assert demonym(gazetteer, "Wooden") is None


@pytest.mark.parametrize(
    "text",
    [
        "The Turkish president, Orhan Yilmaz, left for home.",
        "Turkey’s foreign minister, Orhan Yilmaz, left for home.",
        "Orhan Yilmaz, the Turkish president, left for home.",
        "The Turkish vice-president, Orhan Yilmaz, left for home.",
    ],
)
def test_a_person_of_rank_is_introduced_with_a_state(gazetteer, seen, text):
    known = persons(seen(text), gazetteer)

    assert [person.stands_for for person in known["yilmaz"]] == ["TR"]


def test_who_was_introduced_acts_for_the_state_by_name_alone(gazetteer, seen):
    text = "The Turkish president, Orhan Yilmaz, left for home. Yilmaz named a new envoy."
    introduced, later = seen(text)
    known = persons((introduced, later), gazetteer)

    assert [(actor.words, actor.country.name) for actor in acting(later, known, gazetteer)] == [
        ("Yilmaz", "Turkey")
    ]


def test_offices_and_institutions_act_for_their_state(gazetteer, seen):
    (view,) = seen("The Pentagon and Iranian officials named new envoys.")

    assert [actor.country.name for actor in acting(view, {}, gazetteer)] == [
        "United States",
        "Iran",
    ]


def test_only_what_stands_for_a_government_acts(gazetteer, seen):
    (view,) = seen("Baku and the Middle East were told that Marseille had refused the plan.")
    taken = [at.mention for at in view.places]
    views_of_metonyms = view._replace(
        places=tuple(at._replace(mention=replace(at.mention, role="metonym")) for at in view.places)
    )

    assert [mention.toponym for mention in taken] == ["Baku", "Middle East", "Marseille"]
    assert [a.country.name for a in acting(views_of_metonyms, {}, gazetteer)] == ["Azerbaijan"]


def test_no_state_that_is_no_more_acts(gazetteer):
    assert state(gazetteer, "") is None

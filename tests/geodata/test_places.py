"""Toponyms are found as mentions, and names that only contain one are not."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.places import find_places
from geodata.places.tokens import PADDING, Tokens
from geodata.records import Document
from geodata.sentences import split


@pytest.fixture(scope="module")
def found(gazetteer):
    """The texts of the mentions in a document."""

    def find(text: str, focus: tuple[str, ...] | None = None) -> list[str]:
        document = Document("a", text)
        return [m.text for m in find_places(document, split(document), gazetteer, focus)]

    return find


@pytest.mark.parametrize(
    ("text", "toponyms"),
    [
        ("The talks were held in Vienna on Monday.", ["Vienna"]),
        ("The minister flew from Ankara to Baku.", ["Ankara", "Baku"]),
        ("BAKU, Nov 9 — Troops entered the town, officials said.", ["BAKU"]),
        ("ALEXANDRIA, La. (AP) — A man was arrested.", ["ALEXANDRIA", "La."]),
        ("Germany's parliament voted; Germany’s allies did not.", ["Germany", "Germany"]),
        ("The road leads to Coeur d'Alene, Idaho.", ["Coeur d'Alene", "Idaho"]),
        ("The fighting reached Nagorno-Karabakh in the night.", ["Nagorno-Karabakh"]),
        ("People marched in St. Louis and in New York City.", ["St. Louis", "New York City"]),
        ("The senator from W.Va. left for Washington, D.C.", ["W.Va.", "Washington", "D.C."]),
        ("He lives in Xankəndi and works in Şuşa.", ["Xankəndi", "Şuşa"]),
        ("Peace returned to #NagornoKarabakh.", ["NagornoKarabakh"]),
        ("Ecuador's Guayas province lost its power.", ["Ecuador", "Guayas"]),
        ("Snow fell on St. John's in the night.", ["St. John's"]),
        ("The Kremlin called it a mistake.", ["Kremlin"]),
        ("A crowd stood outside the White House.", ["White House"]),
        ("Drought Empties Dams In Southern Angola", ["Angola"]),
        ("Aid reached the town of al-Bab on Monday.", ["al-Bab"]),
        ("They fled from al-Hawl to Hodeidah.", ["al-Hawl", "Hodeidah"]),
    ],
)
def test_toponyms_are_found_with_their_exact_spans(found, text, toponyms):
    assert found(text) == toponyms


@pytest.mark.parametrize(
    "text",
    [
        "The Moscow Times reported it first.",
        "The Washington Post and Radio Free Europe had the story.",
        "The OSCE Minsk Group met again.",
        "The USS Nashville and HMS Belfast sailed.",
        "Veterans of the Vietnam War were honoured.",
        "The Geneva Convention forbids it.",
        "Paris Hilton arrived late, and Hilton left early.",
        "The director Jordan Peele accepted the prize.",
        "Armenian and Azerbaijani officials met.",
        "It was signed on Nov. 9 and on 9 May.",
        "Vehicles of the Red Cross arrived.",
        "The Xinhua agency reported it.",
        "Relations with the West are poor.",
        "Ask @Lebanon or write to us.",
        "nothing here has a capital letter, not even paris",
        "",
        "?",
    ],
)
def test_what_is_no_place_is_not_found(found, text):
    assert found(text) == []


def test_a_name_broken_over_two_lines_is_one_mention(found):
    assert found("Fighting resumed in Nagorno-\nKarabakh on Monday.") == ["Nagorno-\nKarabakh"]


def test_a_mention_is_read_without_the_line_break(gazetteer):
    document = Document("a", "They met in New\nYork on Monday.")

    (mention,) = find_places(document, split(document), gazetteer)

    assert (mention.text, mention.toponym) == ("New\nYork", "New York")


def test_a_hashtag_is_read_as_its_words(gazetteer):
    document = Document("a", "Talks resumed in #SouthSudan on Monday.")

    (mention,) = find_places(document, split(document), gazetteer)

    assert (mention.text, mention.toponym) == ("SouthSudan", "South Sudan")


def test_a_mention_is_not_resolved_yet_but_has_its_candidates(gazetteer):
    document = Document("a", "They met in Vienna.")

    (mention,) = find_places(document, split(document), gazetteer)

    assert mention.place is None
    assert {p.country_code for p in mention.candidates} >= {"AT", "US"}
    assert 0.5 < mention.confidence <= 1


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The talks were held in Vienna on Monday.", "literal"),
        ("Turkey condemned the attack.", "metonym"),
        ("Moscow rejected the claim.", "metonym"),
    ],
)
def test_a_government_is_told_from_a_spot(gazetteer, text, role):
    document = Document("a", text)

    (mention,) = find_places(document, split(document), gazetteer)

    assert mention.role == role


def test_a_rare_name_is_expected_where_the_text_is_about_its_country(found):
    told = "Azerbaijan and Azerbaijani forces were named. Fire hit Naftalan."

    assert "Naftalan" in found(told)


def test_a_text_in_capitals_yields_its_countries(found):
    assert "TURKEY" in found("TROOPS LEAVE SYRIA FOR TURKEY AFTER TALKS IN GENEVA")


def test_tokens_know_where_they_stand():
    tokens = Tokens("Goris, W.Va. – Nagorno-Karabakh's end")

    words = tokens.text[PADDING:-PADDING]
    places = [tokens.span(at + PADDING, at + PADDING + 1) for at in range(len(words))]

    assert words[:3] == ["Goris", ",", "W.Va."]
    assert words[-3:] == ["Karabakh", "'s", "end"]
    assert [tokens.reading[a:b] for a, b in places] == words


_PIECES = st.sampled_from(
    ["Paris", "New York", "Nagorno-", "Karabakh", "U.S.", "İstanbul", "Ala.", "<b>", "#", "’s", "'"]
)
_TEXTS = st.lists(
    st.one_of(_PIECES, st.text(max_size=8), st.sampled_from([" ", "\n", ". ", ", "])), max_size=40
).map("".join)


@given(_TEXTS)
@settings(max_examples=150, deadline=None)
def test_offsets_always_lead_back_to_the_text(gazetteer, text):
    document = Document("a", text)

    for mention in find_places(document, split(document), gazetteer):
        assert text[mention.start : mention.end] == mention.text
        assert mention.text


@pytest.mark.parametrize(
    "unit",
    ["Paris", "Paris ", "PARIS IN FRANCE ", "<p>Paris</p>", "Париж и Լոնդոն ", "a", "Saint ", "'"],
)
def test_time_grows_with_the_length_and_not_faster(gazetteer, unit):
    def seconds(size: int) -> float:
        document = Document("a", unit * (size // len(unit)))
        started = time.process_time()
        find_places(document, split(document), gazetteer)
        return time.process_time() - started

    seconds(1000)
    short, long = seconds(20_000), seconds(160_000)

    assert long < 0.25 + 24 * short

from __future__ import annotations

import pytest

from geodata.places import find_places
from geodata.places.sites import is_site
from geodata.places.spans import Span
from geodata.places.tokens import Tokens
from geodata.records import Document
from geodata.sentences import split


@pytest.mark.parametrize(
    ("text", "name", "site"),
    [
        ("Women fled the Dadaab refugee camp.", "Dadaab", True),
        ("Women fled Dadaab camp.", "Dadaab", False),  # nobody can flee in a party's
        ("Women sleep in Dadaab camp.", "Dadaab", True),
        ("The Bush camp denied it.", "Bush", False),
        ("The refugees of Dadaab refugee policy.", "Dadaab", False),
        ("A raid on the Evin prison.", "Evin", True),
        ("A raid on the Evin Prison Choir.", "Evin", False),
        ("A queue at Kerch border crossing.", "Kerch", True),
        ("A queue at Kerch border control.", "Kerch", False),
        ("Water fell behind the Kajaki dam.", "Kajaki", True),
        ("They met in Kilwa, a quiet port on the coast.", "Kilwa", True),
        ("They met in Kilwa, the next town.", "Kilwa", True),
        ("They met Kilwa, a city councillor.", "Kilwa", False),
        ("They met Kilwa, an envoy, in the town in the north.", "Kilwa", False),
        ("They left Kilwa, a rather long and quite tiring way from the port.", "Kilwa", False),
        ("They left Kilwa, village by village.", "Kilwa", False),
    ],
)
def test_a_noun_behind_makes_a_site(text, name, site):
    tokens = Tokens(text)
    first = tokens.text.index(name)
    assert is_site(tokens, Span(first, first + 1, name.lower(), known=None)) is site


def test_a_camp_of_a_name_with_an_article_is_a_site():
    tokens = Tokens("The overcrowded al-Hawl camp.")
    first = tokens.text.index("al")
    assert is_site(tokens, Span(first, first + 3, "al hawl", known=None))


@pytest.fixture
def found(gazetteer):
    def find(text: str) -> list[str]:
        document = Document("a", text)
        return [m.text for m in find_places(document, split(document), gazetteer)]

    return find


def test_a_site_is_found_among_places_of_its_country(found):
    text = "The only nurse works inside the sprawling al-Hawl refugee camp. {} sent more."

    assert found(text.format("Syria")) == ["al-Hawl", "Syria"]
    assert "al-Hawl" not in found(text.format("Peru"))

"""Whether a name means the place or those who govern it."""

from __future__ import annotations

import pytest

from geodata.places import find_places
from geodata.records import Document
from geodata.sentences import split


@pytest.fixture(scope="module")
def roles(gazetteer):
    """The mentions of a text with their roles."""

    def of(text: str) -> dict[str, str]:
        document = Document("a", text)
        return {m.text: m.role for m in find_places(document, split(document), gazetteer)}

    return of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Baku confirmed the exchange.", "Baku"),
        ("The talks between Ottawa and Beijing stalled.", "Beijing"),
        ("Poland’s foreign minister resigned.", "Poland"),
        ("The plan met resistance from Lisbon.", "Lisbon"),
        ("Arms deliveries to Tripoli went on.", "Tripoli"),
        ("A pact with Quito was signed.", "Quito"),
        ("The White House denied it.", "White House"),
    ],
)
def test_a_government_is_a_metonym(roles, text, name):
    assert roles(text)[name] == "metonym"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A bomb went off in Kabul.", "Kabul"),
        ("They stopped at Peru's northern border.", "Peru"),
        ("Aleppo and Homs were shelled on Tuesday.", "Homs"),
        ("BEIRUT – The bank said so.", "BEIRUT"),
        ("WASHINGTON, March 3 (AP) — The Senate agreed.", "WASHINGTON"),
        ("- Aleppo: 12 dead", "Aleppo"),
        ("They fled Sudan on foot.", "Sudan"),
        ("A train from Lisbon was late.", "Lisbon"),
        ("They waited outside the White House.", "White House"),
        ("Guards were posted on the border of Chile.", "Chile"),
        ("People gathered in the center of Tirana.", "Tirana"),
        ("The Guardian's Nairobi correspondent wrote it.", "Nairobi"),
    ],
)
def test_the_place_itself_is_literal(roles, text, name):
    assert roles(text)[name] == "literal"

"""Words for a people are mentions only where they are asked for."""

from __future__ import annotations

import pytest

from geodata.pipeline import annotate
from geodata.places.finders import finder
from geodata.records import Document


@pytest.fixture(scope="module")
def told(gazetteer):
    """The mentions of a text as "words: place", demonyms among them or not."""

    def tell(text: str, demonyms: bool = True) -> list[str]:
        made = annotate(Document("a", text), gazetteer, finder=finder(demonyms=demonyms))
        return [f"{m.text}: {m.place.name}" for m in made.places if m.place]

    return tell


def test_demonyms_are_no_mentions_unless_asked_for(told):
    assert told("Armenian officials met in Geneva.", demonyms=False) == ["Geneva: Geneva"]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Armenian officials met in Geneva.", ["Armenian: Armenia", "Geneva: Geneva"]),
        ("Two South Koreans and a Texan left.", ["South Koreans: South Korea", "Texan: Texas"]),
        ("Guns of a South\nKorean make fell silent.", ["South\nKorean: South Korea"]),
        ("They wore British-made boots.", ["British: United Kingdom"]),
        ("GEORGIAN VOTERS WAIT", ["GEORGIAN: Georgia"]),
    ],
)
def test_demonyms_lead_to_the_country_when_asked_for(told, text, mentions):
    assert told(text) == mentions


@pytest.mark.parametrize(
    "text",
    ["Western diplomats left.", "The Russian Times reported it.", "they polish the french doors"],
)
def test_other_words_are_no_demonyms(told, text):
    assert told(text) == []


def test_a_demonym_stands_for_people(gazetteer):
    (mention,) = annotate(
        Document("a", "Ukrainians protested."), gazetteer, finder=finder(demonyms=True)
    ).places

    assert mention.role == "metonym"
    assert 0.5 < mention.confidence < 1

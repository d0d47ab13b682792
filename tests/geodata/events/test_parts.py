"""A part of a country that a sentence names is a place of its own."""

from __future__ import annotations

from datetime import date

import pytest

from geodata.documents import make_document
from geodata.events import find_events
from geodata.events.parts import part_of, with_parts
from geodata.pipeline import annotate
from geodata.readers import Raw
from geodata.safety import guard


@pytest.fixture
def named(seen, gazetteer):
    """The places of a sentence and the words that name them."""

    def of(text):
        (view,) = with_parts(seen(text), gazetteer)
        return [(at.mention.place.name, at.mention.text) for at in view.places]

    return of


@pytest.fixture
def part(gazetteer):
    def of(name, north="", east=""):
        country = next(p for p in gazetteer.candidates(name) if p.kind == "country")
        return country, part_of(gazetteer, country, north, east)

    return of


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("Floods hit eastern Chad.", "eastern Chad", "eastern Chad"),
        ("Floods hit the north of Chad.", "northern Chad", "the north of Chad"),
        ("Floods hit north-east Chad.", "north-eastern Chad", "north-east Chad"),
        ("Floods hit southwestern Chad.", "south-western Chad", "southwestern Chad"),
        ("Floods hit the far east of Chad.", "eastern Chad", "the far east of Chad"),
        ("Floods hit Chad's south.", "southern Chad", "Chad's south"),
        ("Floods hit Chad’s western districts.", "western Chad", "Chad’s western"),
        ("Northern Chad was flooded.", "northern Chad", "Northern Chad"),
    ],
)
def test_the_words_beside_a_country_tell_its_part(named, text, place, words):
    assert named(text) == [(place, words)]


@pytest.mark.parametrize(
    "text",
    [
        "Floods hit Chad.",
        "Floods hit a valley north of Chad.",
        "Floods hit the whole of Chad.",
        "Floods hit Chad's east of the river.",
        "Floods hit Chad's Western School.",
    ],
)
def test_what_tells_no_part_leaves_the_country(named, text):
    assert named(text)[0] == ("Chad", "Chad")


def test_a_part_lies_to_its_side_and_reaches_far(part):
    chad, east = part("Chad", east="east")
    _, south_west = part("Chad", "south", "west")

    assert (east.latitude, east.kind, east.area) == (chad.latitude, "region", None)
    assert chad.longitude + 1 < east.longitude < 22
    assert south_west.latitude < chad.latitude - 1
    assert south_west.longitude < chad.longitude - 1
    assert 200 < east.radius_km < 500
    assert len({chad.id, east.id, south_west.id}) == 3


@pytest.mark.parametrize(
    "name", ["Malta", "Monaco", "Fiji"]
)  # small; few towns; over the date line
def test_some_countries_have_no_parts(part, name):
    assert part(name, "north")[1] is None


def test_a_part_is_drawn_and_hidden_with_its_country(gazetteer):
    text = "Twelve soldiers were killed in eastern Chad on Tuesday."
    document = make_document("a.txt", Raw(text, published=date(2021, 4, 14)))
    (event,) = find_events(annotate(document, gazetteer), gazetteer)

    assert (event.place.name, event.place_precision) == ("eastern Chad", "area")
    assert (event.place_text, event.unplaced) == ("eastern Chad", None)
    for hidden in ("Chad", event.place.id.partition("/")[0], "Eastern Chad"):
        assert next(guard([event], hidden=[hidden])).place is None
    assert next(guard([event], hidden=["Sudan"])).place

"""Coordinates rounded and places kept off the map."""

from dataclasses import replace

import pytest

from geodata.safety import WITHHELD, guard
from tests.geodata.test_export import AGDAM, ENTRY

OTHER = replace(AGDAM, id="geonames:2", name="Elsewhere")
BOTH = replace(ENTRY, place_text="Agdam", places=(AGDAM, OTHER))


def test_nothing_asked_changes_nothing():
    assert list(guard([BOTH])) == [BOTH]


def test_coordinates_are_rounded_everywhere():
    [event] = guard([BOTH], decimals=3)

    assert (event.place.latitude, event.place.longitude) == (39.991, 46.93)
    assert {place.latitude for place in event.places} == {39.991}
    assert event.place_precision == "exact"


def test_a_point_that_was_rounded_away_is_only_near():
    [event] = guard([BOTH], decimals=1)

    assert event.place_precision == "near"


@pytest.mark.parametrize("word", ["geonames:586429", "aghdam", "AGDAM"])
def test_a_hidden_place_is_off_the_map_by_id_name_or_the_texts_word(word):
    [event] = guard([BOTH], hidden=[word])

    assert (event.place, event.place_text, event.place_precision) == (None, None, "none")
    assert event.places == (OTHER,)
    assert event.unplaced == WITHHELD
    assert event.reports == BOTH.reports


def test_a_hidden_place_beside_the_event_s_own_is_left_out():
    [event] = guard([BOTH], hidden=["Elsewhere"])

    assert (event.place, event.places) == (AGDAM, (AGDAM,))

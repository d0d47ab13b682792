from datetime import date

import pytest

from geodata.dates.values import Point, add_months, easter, interval, narrow, nth_weekday, shift
from geodata.records import Interval


@pytest.mark.parametrize(
    ("value", "earliest", "latest"),
    [
        ("2020-11-09", "2020-11-09", "2020-11-09"),
        ("2020-11-09TMO", "2020-11-09", "2020-11-09"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("1957", "1957-01-01", "1957-12-31"),
        ("2020-W46", "2020-11-09", "2020-11-15"),
        ("2020-W46-WE", "2020-11-14", "2020-11-15"),
        ("2020-Q4", "2020-10-01", "2020-12-31"),
        ("2020-H1", "2020-01-01", "2020-06-30"),
        ("1942-WI", "1942-12-01", "1943-02-28"),
        ("199", "1990-01-01", "1999-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
        ("1943-07-XX", "1943-07-01", "1943-07-31"),
    ],
)
def test_a_value_covers_its_days(value, earliest, latest):
    assert interval(value) == Interval(date.fromisoformat(earliest), date.fromisoformat(latest))


@pytest.mark.parametrize(
    "value", ["PAST_REF", "XXXX-11-09", "BC0490", "P3D", "2020-02-30", "0000", ""]
)
def test_other_values_cover_none(value):
    assert interval(value) is None


@pytest.mark.parametrize(
    ("part", "earliest", "latest"),
    [("early", 1, 10), ("mid", 11, 20), ("late", 21, 30), ("end", 23, 30), ("earlier", 1, 16)],
)
def test_a_month_is_narrowed_to_its_part(part, earliest, latest):
    days = narrow(Interval(date(2020, 11, 1), date(2020, 11, 30)), part, date(2020, 11, 16))

    assert (days.earliest.day, days.latest.day) == (earliest, latest)


def test_a_point_before_our_era_has_a_value_and_no_date():
    assert (Point(-490, 8).value, Point(-490, 8, 1).date) == ("BC0490-08", None)


def test_months_end_where_the_shorter_month_ends():
    assert add_months(date(2020, 3, 31), -1) == date(2020, 2, 29)


@pytest.mark.parametrize("days", [10**6, -(10**6), 10**12])
def test_a_shift_stays_within_the_calendar(days):
    assert date.min <= shift(date(2020, 1, 1), days) <= date.max


def test_moving_feasts():
    assert easter(2021) == date(2021, 4, 4)
    assert nth_weekday(1999, 11, 3, 4) == date(1999, 11, 25)
    assert nth_weekday(2020, 5, 0, -1) == date(2020, 5, 25)

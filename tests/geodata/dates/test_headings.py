from datetime import date

import pytest

from geodata.dates import heading_day, parse_date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("8 January 2021", date(2021, 1, 8)),
        ("Nov. 16, 2020", date(2020, 11, 16)),
        ("November 16, 2020 at 3:04 PM", date(2020, 11, 16)),
        ("16 Nov 2020", date(2020, 11, 16)),
        ("16th of November, 2020", date(2020, 11, 16)),
        ("20.Feb.2026", date(2026, 2, 20)),
        ("08.01.2021 11:12", date(2021, 1, 8)),
        ("9/11/2020", date(2020, 11, 9)),
        ("11/16/2020", date(2020, 11, 16)),
        ("2020-11-09", date(2020, 11, 9)),
        ("2020-11-09T10:11:12.123+04:00", date(2020, 11, 9)),
        ("Mon, 16 Nov 2020 10:00:00 +0400", date(2020, 11, 16)),
        ("Published: Monday, Nov. 16, 2020 at 11:12", date(2020, 11, 16)),
    ],
)
def test_a_full_date_is_read_in_every_newspaper_form(text, day):
    assert parse_date(text) == day


@pytest.mark.parametrize(
    "text", ["", "November 2020", "31 February 2020", "20/20/2020", "Nov. 16", "since 16 Nov 2020"]
)
def test_what_is_not_one_full_date_is_none(text):
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Nov. 16", (None, 11, 16)),
        ("Nov 11: Analysis", (None, 11, 11)),
        ("Nov. 16: what you need to know today", (None, 11, 16)),
        ("9 November", (None, 11, 9)),
        ("Monday, November 9", (None, 11, 9)),
        ("2020-11-09", (2020, 11, 9)),
        ("Day 44 — 9 November", (None, 11, 9)),
        ("## 9 November 2020", (2020, 11, 9)),
        ("20.Feb.2026", (2026, 2, 20)),
        ("29 Feb", (None, 2, 29)),
    ],
)
def test_a_heading_gives_its_day(line, day):
    assert heading_day(line) == day


@pytest.mark.parametrize(
    "line", ["9 November was cold", "November 2020", "Nov. 31", "11.12: talks", "May talks", ""]
)
def test_other_lines_are_no_dated_headings(line):
    assert heading_day(line) is None


@pytest.mark.parametrize("character", ["1", " ", ".", "M", "-", "٣"])
def test_a_file_on_one_line_costs_nothing(character):
    assert parse_date(character * 5_000_000) is None
    assert heading_day(character * 5_000_000) is None

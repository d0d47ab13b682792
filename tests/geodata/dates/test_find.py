"""Date expressions found in sentences: what is a date, its value, and its days."""

from datetime import date

import pytest

from geodata.dates import find_dates
from geodata.records import Document, Section
from geodata.sentences import split

PUBLISHED = date(2020, 11, 16)  # a Monday


def found(text, published=PUBLISHED, **more):
    document = Document("a.txt", text, published=published, **more)
    return find_dates(document, split(document))


def values(text, published=PUBLISHED):
    return [(mention.text, mention.value) for mention in found(text, published)]


def days(text, published=PUBLISHED):
    intervals = [mention.interval for mention in found(text, published)]
    return [i and (i.earliest.isoformat(), i.latest.isoformat()) for i in intervals]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("9 November 2020", "2020-11-09"),
        ("Nov. 9, 2020", "2020-11-09"),
        ("Monday, November 9, 2020", "2020-11-09"),
        ("9th of November 2020", "2020-11-09"),
        ("Sept. 3 2020", "2020-09-03"),
        ("2020-11-09", "2020-11-09"),
        ("08.01.2021", "2021-01-08"),
        ("November 2020", "2020-11"),
        ("November of 2020", "2020-11"),
        ("1994", "1994"),
        ("fiscal 1994", "1994"),
        ("January nineteen ninety-seven", "1997-01"),
        ("490 BC", "BC0490"),
        ("April 480 BC", "BC0480-04"),
        ("the 1990s", "199"),
        ("the '80s", "198"),
        ("the late nineties", "199"),
        ("the 20th century", "19"),
        ("the fourth century BC", "BC03"),
        ("the summer of 1918", "1918-SU"),
        ("the third quarter of 1990", "1990-Q3"),
        ("Q3 2019", "2019-Q3"),
        ("the first half of 2019", "2019-H1"),
        ("Easter 2021", "2021-04-04"),
        ("New Year's Eve", "2020-12-31"),
    ],
)
def test_a_calendar_expression_has_its_timex3_value(text, value):
    assert values(f"It happened in {text}, they say.") == [(text, value)]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("It fell on Monday.", "2020-11-16"),
        ("It fell on Sunday.", "2020-11-15"),
        ("Talks will resume on Friday.", "2020-11-20"),
        ("The vote is scheduled for Thursday.", "2020-11-19"),
        ("On Thursday, the court will rule.", "2020-11-19"),
        ("The deadline was moved until Wednesday.", "2020-11-18"),
        ("He fled after Sunday's storming of the house.", "2020-11-15"),
        ("They met last Monday.", "2020-11-09"),
        ("They meet next Monday.", "2020-11-23"),
        ("They met on Saturday evening.", "2020-11-14TEV"),
        ("They met today.", "2020-11-16"),
        ("They met late yesterday.", "2020-11-15"),
        ("They meet tomorrow morning.", "2020-11-17TMO"),
        ("They met last night.", "2020-11-15TNI"),
        ("It began after talks the night before.", "2020-11-15TNI"),
        ("It began early on Sunday, 15 November.", "2020-11-15"),
        ("They met last week.", "2020-W46"),
        ("They met over the weekend.", "2020-W46-WE"),
        ("They met last month.", "2020-10"),
        ("They meet next year.", "2021"),
        ("They met last May.", "2020-05"),
        ("They met in June last year.", "2019-06"),
        ("They met ten days ago.", "2020-11-06"),
        ("They met two weeks ago.", "2020-11-02"),
        ("They met a month ago.", "2020-10"),
        ("They met five years ago.", "2015"),
        ("They met some years ago.", "PAST_REF"),
        ("They now hold the town.", "PRESENT_REF"),
        ("They worry about the future.", "FUTURE_REF"),
    ],
)
def test_a_relative_expression_counts_from_the_publication(sentence, value):
    assert [found_value for _, found_value in values(sentence)] == [value]


@pytest.mark.parametrize(
    ("sentence", "earliest", "latest"),
    [
        ("They met this week.", "2020-11-16", "2020-11-22"),
        ("They met in the first days of October.", "2020-10-01", "2020-10-08"),
        ("They met in the last days of October.", "2020-10-24", "2020-10-31"),
        ("They met in early October.", "2020-10-01", "2020-10-10"),
        ("They met in late October.", "2020-10-22", "2020-10-31"),
        ("They met in mid-October.", "2020-10-11", "2020-10-21"),
        ("They met at the end of last week.", "2020-11-13", "2020-11-15"),
        ("They met earlier this month.", "2020-11-01", "2020-11-16"),
        ("They meet later this week.", "2020-11-16", "2020-11-22"),
        ("They met overnight.", "2020-11-15", "2020-11-16"),
        ("They fought for the past three days.", "2020-11-14", "2020-11-16"),
        ("They fought in recent days.", "2020-11-10", "2020-11-16"),
        ("They will leave in a few days.", "2020-11-17", "2020-11-23"),
        ("They will leave over the next month.", "2020-11-16", "2020-12-16"),
        ("A week into the truce they left.", "2020-11-10", "2020-11-16"),
        ("They left more than a month ago.", "2020-09-16", "2020-10-16"),
        ("It held for a second full day.", "2020-11-16", "2020-11-16"),
        ("They must leave by 1 December.", "2020-12-01", "2020-12-01"),
    ],
)
def test_an_expression_keeps_the_days_that_it_may_mean(sentence, earliest, latest):
    assert days(sentence) == [(earliest, latest)]


@pytest.mark.parametrize(
    "sentence",
    [
        "We may march on Sunday Island.",
        "The sun rose and a second shell fell.",
        "Black Friday was on the front page of the Sunday Times.",
        "He lives on 7 March Street, not on 26 May Square.",
        "After 9/11 the score was 3-1.",
        "It cost $1990, or 1,990 roubles, for 1990 people.",
        "The fall of the town was no surprise.",
        "Theresa May said May had read it.",
        "He is in his 30s and runs 24/7.",
        "He stayed at Mar-a-Lago.",
        "At the end of the day it is up to them.",
        "They have now agreed on the future status of the region.",
        "It fell two days after the attack, or on the night after the vote.",
        "Boeing 1945 passengers, flight 2020, page 1999.",
    ],
)
def test_what_only_looks_like_a_date_is_none(sentence):
    assert values(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "pieces"),
    [
        ("It ran on 12 and 14 July.", [("12", "2020-07-12"), ("14 July", "2020-07-14")]),
        ("It ran June 4-7, 2019.", [("June 4", "2019-06-04"), ("7, 2019", "2019-06-07")]),
        ("The 1988-94 war.", [("1988", "1988"), ("94", "1994")]),
        ("In August and September 1914.", [("August", "1914-08"), ("September 1914", "1914-09")]),
        ("The revolt (499-493 BC).", [("499", "BC0499"), ("493 BC", "BC0493")]),
    ],
)
def test_joined_dates_are_mentions_of_their_own(sentence, pieces):
    assert values(sentence) == pieces


@pytest.mark.parametrize(
    ("sentence", "whole"),
    [
        ("Fighting from 15 to 25 October.", ("2020-10-15", "2020-10-25")),
        ("In the night of 9/10 November.", ("2020-11-09", "2020-11-10")),
        ("Fighting 15–25 Oct. went on.", ("2020-10-15", "2020-10-25")),
        ("The war of 27 September – 10 November 2020.", ("2020-09-27", "2020-11-10")),
        ("Between 3 May 2019 and 2 June 2019.", ("2019-05-03", "2019-06-02")),
        ("The 1988-94 war.", ("1988-01-01", "1994-12-31")),
    ],
)
def test_both_ends_of_a_stretch_have_the_days_of_the_whole(sentence, whole):
    assert days(sentence) == [whole, whole]


def test_a_moved_date_is_no_stretch():
    assert days("It was postponed from 12 November to 18 November.") == [
        ("2020-11-12", "2020-11-12"),
        ("2020-11-18", "2020-11-18"),
    ]


def test_a_date_without_year_takes_the_nearest():
    assert values("From 15 December on.", date(2021, 1, 8)) == [("15 December", "2020-12-15")]
    assert values("It is due on 15 December.", date(2021, 1, 8)) == [("15 December", "2021-12-15")]


def test_an_attribute_takes_the_year_that_was_said_before():
    text = "The truce of 9 November 2020 held. A year on, the 9 November truce still holds."

    assert values(text, date(2021, 11, 23))[-1] == ("9 November", "2020-11-09")


def test_a_narrative_runs_through_the_years():
    text = (
        "On 1 September 1939 it broke out. By October it was over. In January the "
        "next front opened, and two days later all was quiet. In 1943, they fell "
        "back until 1950; in May they gave up. The next year was calm."
    )

    assert [value for _, value in values(text, None)] == [
        "1939-09-01",
        "1939-10",
        "1940-01",
        "1940-01-XX",
        "1943",
        "1950",
        "1943-05",
        "1944",
    ]


def test_a_dated_encyclopaedia_is_a_narrative_too():
    text = "In 1988 it began. 1989, 1990, 1991, 1992, 1993 followed. In 1994, it ended on 12 May."

    assert values(text)[-1] == ("12 May", "1994-05-12")


def test_an_undated_text_stays_undated():
    mentions = found("On 9 November they met. On Monday they left, yesterday.", None)

    assert [m.value for m in mentions] == ["XXXX-11-09", "XXXX-WXX-1", "XXXX-XX-XX"]
    assert all(m.interval is None for m in mentions)


def test_the_section_of_a_live_blog_gives_the_day():
    text = "They met on Monday."
    section = Section(0, len(text), date(2020, 10, 28))

    mentions = found(text, sections=(section,))

    assert mentions[0].value == "2020-10-26"
    assert mentions[0].reason == "Monday, counted from 28 October 2020"


def test_a_narrative_that_has_come_to_its_own_year_is_news_again():
    past = " ".join(f"In {year} the bridge of Korba was rebuilt." for year in range(1990, 1997))
    text = f"{past} In January 2018 it fell once more. In November its builder was convicted."

    found = values(text, published=date(2018, 2, 20))

    assert found[-2:] == [("January 2018", "2018-01"), ("November", "2017-11")]


def test_a_bound_keeps_the_narrative_from_running_past_it():
    text = "In December 2025 he came. In January he left."
    document = Document("a", text, not_after=date(2025, 12, 31))

    assert find_dates(document, split(document))[-1].value == "2025-01"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On 9/11/2020 and 25/12/2019.", "2020-11-09"),
        ("On 9/11/2020 and 12/25/2019.", "2020-09-11"),
        ("On 9/11/2020 it fell.", "2020-11-09"),
        ("On 9/12/2020 it fell.", "2020-09-12"),  # 9 December was still to come
    ],
)
def test_numbers_alone_follow_the_documents_habit(text, value):
    assert values(text)[0][1] == value


def test_a_quarter_lends_itself_to_a_year_earlier():
    text = "Profit rose in the third quarter. A year earlier it fell."

    assert [value for _, value in values(text)] == ["2020-Q3", "2019-Q3"]


def test_basis_says_where_the_days_come_from():
    mentions = found("On 9 November 2020, on 5 May and on Sunday.")

    assert [m.basis for m in mentions] == ["explicit", "context", "relative"]


def test_a_reading_without_line_breaks_leads_back_to_the_text():
    text = "It fell on Nov.\n9 and nobody\nwas hurt."

    (mention,) = found(text)

    assert mention.text == text[mention.start : mention.end] == "Nov.\n9"


def test_ordinals_that_number_a_name_are_no_days():
    text = "On 3 November the 4th and the 7th Guards Brigades crossed; on the 5th it was quiet."

    assert values(text) == [("3 November", "2020-11-03"), ("the 5th", "2020-11-05")]

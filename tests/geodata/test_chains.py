"""Reports of one happening -> one event."""

from datetime import date, timedelta

import pytest

from geodata.chains import join, status_of
from geodata.records import Event, Interval, Place, Report

SHUSHA = Place("t:1", "Shusha", 39.76, 46.75, "P", "PPL", "settlement")
GANJA = Place("t:2", "Ganja", 40.68, 46.36, "P", "PPL", "settlement")
DAY = date(2020, 11, 8)
TAKEN = "The ministry said its troops captured the hilltop fortress of Shusha after days of combat."


def event(sentence=TAKEN, *, day=DAY, place=SHUSHA, status="claimed", document="a", said=None):
    said = said or day
    report = Report(document, 0, len(sentence), sentence, status, Interval(day, day), said)
    identity = f"{document}{day}{status}{place.id}{sentence[:9]}"
    return Event(
        identity,
        sentence[:50],
        "territorial",
        status,
        (report,),
        Interval(day, day),
        date_text="Sunday",
        place=place,
        place_precision="exact",
    )


def test_two_reports_of_one_happening_are_one_event():
    (joined,) = join(
        [event(), event("Troops captured the hilltop fortress, he said.", document="b")]
    )

    assert [report.document for report in joined.reports] == ["a", "b"]


@pytest.mark.parametrize(
    "other",
    [
        event(place=GANJA, document="b"),
        event(day=DAY + timedelta(days=4), document="b"),
        event("Shops reopened under new owners in the bazaar quarter.", document="b"),
    ],
    ids=["another place", "another day", "other words"],
)
def test_different_happenings_stay_apart(other):
    assert len(join([event(), other])) == 2


def test_claimed_denied_and_confirmed_make_one_chain():
    chain = [
        event(),
        event(TAKEN, status="denied", document="b"),
        event(TAKEN, day=DAY + timedelta(days=1), status="confirmed", document="c"),
    ]

    (joined,) = join(chain)

    assert [report.status for report in joined.reports] == ["claimed", "denied", "confirmed"]
    assert (joined.status, joined.interval) == ("confirmed", Interval(DAY, date(2020, 11, 9)))


def test_of_one_day_the_claim_stands_before_its_denial():
    denial = event(TAKEN, status="denied", document="a")

    (joined,) = join([denial, event(document="b")])

    assert [report.status for report in joined.reports] == ["claimed", "denied"]


@pytest.mark.parametrize(
    ("reports", "status"),
    [
        (["claimed"], "claimed"),
        (["claimed", "denied"], "disputed"),
        (["claimed", "denied", "confirmed"], "confirmed"),
        (["planned", "reported"], "reported"),
        (["confirmed", "claimed"], "confirmed"),
    ],
)
def test_a_chain_is_as_sure_as_its_last_word(reports, status):
    made = [Report("a", 0, 1, "x", status, None, DAY) for status in reports]

    assert status_of(made) == status


def test_events_come_in_order_of_their_days():
    days = [DAY + timedelta(days=offset) for offset in (3, -3, 20)]

    found = join([event(f"{day:%A} something else {day} again.", day=day) for day in days])

    assert [e.interval.earliest for e in found] == sorted(days)

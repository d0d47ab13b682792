import gzip
import json
from datetime import date

import pytest

from dashboard import payload
from geodata.records import Document, Event, Interval, Place, Report

SHUSHA = Place(
    "geonames:147105", "Shusha", 39.76006, 46.74989, "P", "PPL", "settlement", geonames_id=147105
)
EPOCH = date(1970, 1, 1)


def event(identity: str, first: date, last: date | None = None, **more: object) -> Event:
    values: dict[str, object] = {
        "title": f"Happening {identity}",
        "category": "combat",
        "status": "claimed",
        "reports": (Report("a.md", 0, 5, "Words", "claimed", outlet="Wire", published=first),),
        "interval": Interval(first, last or first),
        "place": SHUSHA,
        "place_precision": "exact",
        **more,
    }
    return Event(id=identity, **values)  # type: ignore[arg-type]


def test_events_are_sorted_by_their_days_then_id():
    late, long, early = (
        event("a", date(2020, 11, 9)),
        event("c", date(2020, 10, 1), date(2020, 10, 31)),
        event("b", date(2020, 10, 1)),
    )

    assert payload.payload([late, long, early])["ids"] == ["b", "c", "a"]


def test_days_are_counted_from_1970_and_an_unknown_report_day_is_null():
    columns = payload.payload([event("a", date(2020, 10, 1)), event("b", EPOCH)])["columns"]

    assert columns["earliest"] == [0, 18536]
    assert columns["reported"] == [None, None]


def test_events_without_a_date_stand_last_with_the_reason_and_on_no_map():
    found = payload.payload(
        [event("a", EPOCH, interval=None, unplaced="no day"), event("b", EPOCH)]
    )

    assert found["ids"] == ["b", "a"]
    assert found["columns"]["earliest"] == [0, None]
    assert found["columns"]["place"] == [0, -1]
    assert [found["reasons"][at] for at in found["columns"]["reason"]] == ["", "no day"]


@pytest.mark.parametrize(("precision", "place"), [("near", 0), ("country", -1), ("seat", -1)])
def test_only_places_sharper_than_a_country_are_on_the_map(precision, place):
    found = payload.payload([event("a", EPOCH, place_precision=precision)])

    assert found["columns"]["place"] == [place]


def test_a_place_stands_once_however_many_events_it_has():
    found = payload.payload(
        [event("a", EPOCH), event("b", EPOCH)], names=lambda _: {"az": ("Şuşa",)}
    )

    assert [place["name"] for place in found["places"]] == ["Shusha"]
    assert found["places"][0]["names"] == {"az": "Şuşa", "both": "Shushi / Shusha"}
    assert found["columns"]["place"] == [0, 0]


def test_sources_are_listed_once_with_their_titles_and_outlets():
    reports = (
        Report("b.md", 0, 5, "Words", "claimed", outlet="Gazette"),
        Report("a.md", 0, 5, "Words", "denied", outlet="Wire", published=date(2020, 11, 9)),
        Report("a.md", 9, 15, "Again", "denied", outlet="Wire"),
    )
    document = Document("a.md", "Words and again", title="All quiet")
    found = payload.payload([event("a", EPOCH, reports=reports)], documents=[document])

    assert found["columns"]["sources"] == [[0, 1]]
    assert [row["title"] for row in found["documents"]] == ["All quiet", "b.md"]
    assert [found["outlets"][row["outlet"]] for row in found["documents"]] == ["Wire", "Gazette"]
    assert found["cutoff"] == 18575


def told(day: int, status: str, document: str = "a.md") -> Report:
    return Report(document, 0, 5, "Words", status, reported=date(2020, 11, day))  # type: ignore[arg-type]


def known(*reports: Report, status: str = "confirmed") -> list[int] | int:
    found = payload.payload([event("a", EPOCH, reports=reports, status=status)])
    return found["columns"]["known"][0]


def test_a_chain_says_what_was_known_on_each_of_its_days():
    claimed, denied, confirmed = (
        payload.STATUSES.index(s) for s in ("claimed", "disputed", "confirmed")
    )

    steps = known(
        told(8, "claimed"),
        told(8, "denied", "b.md"),
        told(9, "claimed"),
        told(10, "confirmed", "c.md"),
    )

    assert steps == [18574, denied, 2, 2, 18575, denied, 3, 2, 18576, confirmed, 4, 3]
    assert claimed not in steps[1::4]


def test_the_last_step_is_the_status_of_the_event_whoever_gave_it():
    rejected = known(told(8, "claimed"), told(9, "confirmed"), status="denied")

    assert isinstance(rejected, list)
    assert payload.STATUSES[rejected[5]] == "denied"


def test_reports_of_one_day_need_no_steps():
    assert known(told(8, "claimed"), told(8, "confirmed")) == 0
    assert known(Report("a.md", 0, 5, "Words", "claimed")) == 0


def test_a_report_without_a_day_is_counted_with_the_last():
    steps = known(told(8, "claimed"), Report("b.md", 0, 5, "Words", "denied"), told(9, "claimed"))

    assert isinstance(steps, list)
    assert steps[2::4] == [1, 3]


def test_sources_stand_in_order_of_reporting():
    found = payload.payload(
        [event("a", EPOCH, reports=(told(9, "claimed"), told(8, "claimed", "b.md")))]
    )

    assert [row["id"] for row in found["documents"]] == ["b.md", "a.md"]
    assert found["columns"]["sources"] == [[0, 1]]


def test_codes_are_indexes_into_the_records_own_words():
    found = payload.payload([event("a", EPOCH, category="other", confidence=0.875)])

    assert found["categories"][found["columns"]["category"][0]] == "other"
    assert found["statuses"][found["columns"]["status"][0]] == "claimed"
    assert found["columns"]["confidence"] == [88]


def test_the_bytes_are_gzip_of_json_and_the_same_each_time():
    events = [event("a", EPOCH, title="{{7*7}} </script> \u2028")]
    found = payload.encode(events, "A title")

    assert json.loads(gzip.decompress(found))["titles"] == ["{{7*7}} </script> \u2028"]
    assert found == payload.encode(events, "A title")


def test_ten_thousand_events_stay_under_600_kilobytes():
    events = [
        event(
            f"{number:08x}",
            date.fromordinal(737000 + number % 900),
            title=f"Side {number % 7} said it held height {number * 7919 % 9973} near the village",
            reports=tuple(
                told(1 + number % 9 + later, "claimed", f"{number * (1 + later) % 313}.md")
                for later in range(1 + number % 3)
            ),
        )
        for number in range(10_000)
    ]

    assert len(payload.encode(events)) < 600_000


def test_the_words_that_name_a_place_stand_once_and_0_is_none():
    found = payload.payload(
        [
            event("a", EPOCH, place_text="Shushi"),
            event("b", EPOCH),
            event("c", EPOCH, place_text="Nagorno-\nKarabakh"),
            event("d", EPOCH, place_text="Shushi"),
            event("e", EPOCH, place_text="Armenia", place_precision="country"),
        ]
    )

    assert found["toponyms"] == ["Shushi", "Nagorno-Karabakh"]
    assert found["columns"]["named"] == [1, 0, 2, 1, 0]


def test_a_search_knows_the_names_that_read_otherwise_than_those_shown():
    names = {"en": ("Shusha",), "az": ("Şuşa", "Şuşi"), "variants": ("SHUSHA", "Shushi", "Susa")}

    found = payload.payload([event("a", EPOCH)], names=lambda _: names)

    assert found["places"][0]["also"] == ["Şuşi", "Shushi"]

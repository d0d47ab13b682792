from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from geodata import basemap, export
from geodata.records import (
    Annotation,
    Category,
    DateMention,
    Document,
    Event,
    Interval,
    Place,
    PlaceMention,
    ProjectError,
    Report,
)

AGDAM = Place(
    id="geonames:586429",
    name="Aghdam",
    latitude=39.9911,
    longitude=46.9297,
    feature_class="P",
    feature_code="PPLX",
    kind="settlement",
    geonames_id=586429,
)
FIRST = Report(
    document="wire/a.txt",
    start=10,
    end=42,
    sentence="A column entered Aghdam on Friday.",
    status="reported",
    reported=date(2020, 11, 20),
    attributed_to="the ministry",
    outlet="Wire",
    published=date(2020, 11, 20),
)
SECOND = Report(
    document="wire/b.txt",
    start=0,
    end=20,
    sentence="Aghdam changed hands.",
    status="confirmed",
    reported=date(2020, 11, 19),
)
ENTRY = Event(
    id="e1",
    title="A column enters Aghdam",
    category="territorial",
    status="reported",
    reports=(FIRST, SECOND),
    interval=Interval(date(2020, 11, 20), date(2020, 11, 21)),
    date_precision="range",
    date_text="on Friday",
    place=AGDAM,
    place_precision="exact",
    places=(AGDAM,),
    actors=("Azerbaijan",),
    confidence=0.87654,
)
NOWHERE = replace(ENTRY, id="e2", place=None, places=(), place_precision="none")
UNDATED = replace(ENTRY, id="e0", interval=None)


def features(*events: Event) -> list[dict[str, Any]]:
    return json.loads("".join(export.to_geojson(events)))["features"]


def rows(*events: Event) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(export.to_csv(events)), newline="")))


def test_a_feature_says_what_the_interface_promises():
    [feature] = features(ENTRY)

    assert feature["type"] == "Feature"
    assert feature["properties"] == {
        "id": "e1",
        "title": "A column enters Aghdam",
        "earliest": "2020-11-20",
        "latest": "2020-11-21",
        "date_precision": "range",
        "date_text": "on Friday",
        "reported": "2020-11-19",
        "place": "Aghdam",
        "latitude": 39.9911,
        "longitude": 46.9297,
        "places": [
            {
                "name": "Aghdam",
                "latitude": 39.9911,
                "longitude": 46.9297,
                "geonames_id": 586429,
                "kind": "settlement",
            }
        ],
        "place_precision": "exact",
        "category": "territorial",
        "actors": ["Azerbaijan"],
        "status": "reported",
        "attributed_to": "the ministry",
        "document": "wire/a.txt",
        "outlet": "Wire",
        "url": None,
        "published": "2020-11-20",
        "start": 10,
        "end": 42,
        "sentence": "A column entered Aghdam on Friday.",
        "also": [
            {
                "document": "wire/b.txt",
                "start": 0,
                "end": 20,
                "sentence": "Aghdam changed hands.",
                "reported": "2020-11-19",
                "status": "confirmed",
            }
        ],
        "confidence": 0.877,
    }


def test_a_point_has_longitude_first():
    [feature] = features(ENTRY)

    assert feature["geometry"] == {"type": "Point", "coordinates": [46.9297, 39.9911]}


def test_an_event_without_a_place_has_no_geometry():
    [feature] = features(NOWHERE)

    assert feature["geometry"] is None
    assert feature["properties"]["latitude"] is None


def test_a_place_with_an_outline_is_drawn_by_it():
    corridor = replace(AGDAM, id="dateline:lachin-corridor", area="corridor-lachin-2020")

    [feature] = features(replace(ENTRY, place=corridor))

    assert feature["geometry"]["type"] == "LineString"


def test_an_outline_of_several_parts_is_drawn_by_the_largest():
    parts = basemap.areas()["city-baku"]["geometry"]["coordinates"]

    [feature] = features(replace(ENTRY, place=replace(AGDAM, area="city-baku")))

    assert len(parts) > 1
    assert feature["geometry"]["type"] == "Polygon"
    assert len(feature["geometry"]["coordinates"][0]) == max(len(part[0]) for part in parts)


def test_every_outline_that_the_gazetteer_names_is_bundled(gazetteer):
    named = set(gazetteer.index.areas.values())

    assert named
    assert named <= basemap.areas().keys()


def test_an_outline_that_is_not_bundled_leaves_the_point():
    [feature] = features(replace(ENTRY, place=replace(AGDAM, area="atlantis")))

    assert feature["geometry"]["type"] == "Point"


def test_an_undated_event_comes_last_and_has_no_precision():
    last = features(UNDATED, ENTRY)[-1]["properties"]

    assert (last["id"], last["earliest"], last["date_precision"]) == ("e0", None, None)


def test_the_order_of_the_events_does_not_change_the_file():
    earlier = replace(ENTRY, id="e9", interval=Interval(date(2020, 10, 1), date(2020, 10, 1)))

    assert list(export.to_geojson([ENTRY, earlier])) == list(export.to_geojson([earlier, ENTRY]))
    assert [row["id"] for row in rows(ENTRY, earlier)] == ["e9", "e1"]


def test_no_events_are_still_a_feature_collection():
    assert json.loads("".join(export.to_geojson([]))) == {
        "type": "FeatureCollection",
        "features": [],
    }


def test_every_category_is_in_the_interface():
    assert len(get_args(Category)) == 11


def test_a_table_has_the_same_names_and_lists_as_json():
    [row] = rows(ENTRY)

    assert list(row) == list(export.properties(ENTRY))
    assert row["actors"] == '["Azerbaijan"]'
    assert json.loads(row["also"])[0]["document"] == "wire/b.txt"
    assert row["url"] == ""


@pytest.mark.parametrize("mark", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_a_spreadsheet_runs_no_cell(mark):
    [row] = rows(replace(ENTRY, title=mark + "cmd|' /C calc'!A0"))

    assert row["title"] == "'" + mark + "cmd|' /C calc'!A0"


def test_a_negative_number_stays_a_number():
    [row] = rows(replace(ENTRY, place=replace(AGDAM, longitude=-3.5)))

    assert row["longitude"] == "-3.5"


def test_a_sentence_with_quotes_and_line_breaks_survives_the_table():
    [row] = rows(replace(ENTRY, reports=(replace(FIRST, sentence='He said: "no",\nthen Şuşa.'),)))

    assert row["sentence"] == 'He said: "no",\nthen Şuşa.'


@pytest.mark.parametrize("suffix", export.SUFFIXES)
def test_the_suffix_chooses_the_format(tmp_path: Path, suffix):
    export.write(iter([ENTRY]), tmp_path / f"events{suffix.upper()}")

    expected = b"".join(export.writer(f"x{suffix}")([ENTRY]))
    assert (tmp_path / f"events{suffix.upper()}").read_bytes() == expected


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("x.xlsx", r"^x\.xlsx: cannot tell the format"),
        ("events", r"^events: cannot tell the format"),
    ],
)
def test_another_suffix_is_refused_in_one_line(name, why):
    with pytest.raises(ProjectError, match=why):
        export.writer(name)


def test_half_a_surrogate_pair_is_written_as_its_escape(tmp_path: Path):
    export.write([replace(ENTRY, title="broken \ud83d smile")], tmp_path / "x.geojson")

    [feature] = json.loads((tmp_path / "x.geojson").read_text("utf-8"))["features"]
    assert feature["properties"]["title"] == "broken \ud83d smile"


def test_mentions_are_given_as_found():
    found = Annotation(
        document=Document("a.txt", "Aghdam, Nov. 20", published=date(2020, 11, 20)),
        sentences=(),
        places=(PlaceMention(0, 6, "Aghdam", "Aghdam", place=AGDAM, confidence=0.91),),
        dates=(
            DateMention(
                8,
                15,
                "Nov. 20",
                "2020-11-20",
                interval=Interval(date(2020, 11, 20), date(2020, 11, 20)),
            ),
        ),
    )

    assert json.loads(export.mentions_line(found)) == {
        "id": "a.txt",
        "published": "2020-11-20",
        "places": [
            {
                "start": 0,
                "end": 6,
                "text": "Aghdam",
                "name": "Aghdam",
                "latitude": 39.9911,
                "longitude": 46.9297,
                "geonames_id": 586429,
                "feature_class": "P",
                "role": "literal",
                "confidence": 0.91,
            }
        ],
        "dates": [
            {
                "start": 8,
                "end": 15,
                "text": "Nov. 20",
                "value": "2020-11-20",
                "earliest": "2020-11-20",
                "latest": "2020-11-20",
            }
        ],
    }


def test_a_line_of_mentions_is_what_the_fields_are():
    unknown = PlaceMention(0, 5, "Qwert", "Qwert", role="metonym")
    past = DateMention(0, 8, "recently", "PAST_REF")
    found = Annotation(Document('"a"', "…"), (), (unknown, unknown), (past,))

    assert json.loads(export.mentions_line(found)) == export.mentions(found)
    assert export.mentions_line(found).count("\n") == 1


def test_an_unresolved_mention_has_nulls():
    unknown = PlaceMention(0, 5, "Qwert", "Qwert", role="metonym")
    past = DateMention(0, 8, "recently", "PAST_REF")

    line = export.mentions(Annotation(Document("a", "…"), (), (unknown,), (past,)))

    assert line["published"] is None
    assert line["places"][0]["latitude"] is None
    assert line["places"][0]["role"] == "metonym"
    assert (line["dates"][0]["value"], line["dates"][0]["earliest"]) == ("PAST_REF", None)

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date

import pyarrow.parquet as pq
import shapely

from geodata import export
from geodata.export.geoparquet import to_parquet
from tests.geodata.test_export import AGDAM, ENTRY, FIRST, NOWHERE, UNDATED


def table(*events):
    return pq.read_table(io.BytesIO(to_parquet(events)))


def geo(*events):
    return json.loads(table(*events).schema.metadata[b"geo"])


def test_a_row_has_the_promised_names_and_types():
    read = table(ENTRY)
    [row] = read.to_pylist()

    assert read.column_names == [*export.properties(ENTRY), "geometry"]
    assert row["earliest"] == date(2020, 11, 20)
    assert row["actors"] == ["Azerbaijan"]
    assert row["places"][0]["geonames_id"] == 586429
    assert row["also"][0]["reported"] == date(2020, 11, 19)
    assert row["confidence"] == 0.877


def test_the_geometry_is_wkb_with_longitude_first():
    [row] = table(ENTRY).to_pylist()

    assert shapely.from_wkb(row["geometry"]).coords[0] == (46.9297, 39.9911)


def test_the_metadata_names_column_kinds_and_bounds():
    corridor = replace(ENTRY, id="e2", place=replace(AGDAM, area="corridor-lachin-2020"))
    said = geo(ENTRY, corridor)

    assert said["version"] == "1.1.0"
    column = said["columns"][said["primary_column"]]
    assert column["encoding"] == "WKB"
    assert column["geometry_types"] == ["LineString", "Point"]
    west, south, east, north = column["bbox"]
    assert west < 46.9297 <= east
    assert south < 39.9911 <= north


def test_what_is_not_known_is_null():
    undated, nowhere = table(UNDATED).to_pylist()[0], table(NOWHERE).to_pylist()[0]

    assert (undated["earliest"], undated["latest"]) == (None, None)
    assert (nowhere["geometry"], nowhere["latitude"]) == (None, None)
    assert "bbox" not in geo(NOWHERE)["columns"]["geometry"]


def test_no_events_are_a_table_with_the_same_columns():
    assert table().schema.names == table(ENTRY).schema.names
    assert table().num_rows == 0


def test_half_a_surrogate_pair_is_written_as_its_escape():
    [row] = table(replace(ENTRY, reports=(replace(FIRST, sentence="broken \ud83d"),))).to_pylist()

    assert row["sentence"] == "broken \\ud83d"

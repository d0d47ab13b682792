"""The files that the page hands out: the formats of ``extract``, for all events or those shown."""

import base64
import io
import json

import pyarrow.parquet as pq
import pytest

from dashboard import downloads, loading
from dashboard.answers import Asked
from geodata.records import ProjectError

NEWS = """---
date: 2020-10-09
---
Artillery shelled Stepanakert on Thursday, the ministry said. Troops entered Hadrut on Friday.
"""


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    folder = tmp_path_factory.mktemp("corpus") / "A war: 2020"
    folder.mkdir()
    (folder / "news.md").write_text(NEWS, encoding="utf-8")
    return Asked(loading.load(folder))


def got(asked, suffix, events=None):
    answer = downloads.answer(asked, {"format": suffix, "events": events})
    return answer["name"], base64.b64decode(answer["content"])


def test_all_events_come_as_geojson(asked):
    name, content = got(asked, ".geojson")

    ids = {feature["id"] for feature in json.loads(content)["features"]}
    assert name == "a-war-2020.geojson"
    assert ids == set(asked.loaded.events)
    assert len(ids) >= 2


def test_only_the_events_shown_if_the_page_names_them(asked):
    first = next(iter(asked.loaded.events))
    _, content = got(asked, ".csv", [first, "no such event"])

    assert [line.split(",")[0] for line in content.decode().splitlines()] == ["id", first]


def test_other_formats_are_whole_files(asked):
    assert pq.read_table(io.BytesIO(got(asked, ".parquet")[1])).num_rows >= 2
    assert got(asked, ".kml")[1].rstrip().endswith(b"</kml>")
    assert b"<!doctype html>" in got(asked, ".html")[1].lower()


@pytest.mark.parametrize("suffix", [".exe", "", None, "../x.csv"])
def test_another_format_is_refused(asked, suffix):
    with pytest.raises(ProjectError, match="no such format"):
        got(asked, suffix)

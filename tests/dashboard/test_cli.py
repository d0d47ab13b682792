from __future__ import annotations

import json
import os
import re
import signal
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from dashboard import cli
from tests.children import started

pytestmark = pytest.mark.usefixtures("gazetteer")  # its index is there before a clock runs

NEWS = "On 20 November 2020 a column entered Aghdam. Shells fell on Shusha on 5 November 2020.\n"


class Done(NamedTuple):
    status: int
    out: str
    errors: list[str]


@pytest.fixture
def dateline(capsys):
    """Runs the command in this process; usage errors give their status like all others."""

    def run(*arguments: object) -> Done:
        try:
            status = cli.main([str(each) for each in arguments])
        except SystemExit as stop:
            status = int(stop.code or 0)
        out, err = capsys.readouterr()
        return Done(status, out, err.splitlines())

    return run


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "news.txt").write_text(NEWS)
    return folder


@pytest.mark.parametrize(("suffix", "begins"), [(".parquet", b"PAR1"), (".kml", b"<?xml")])
def test_extract_writes_other_formats_by_their_suffix(dateline, project, tmp_path, suffix, begins):
    done = dateline("extract", project, "-o", tmp_path / f"e{suffix}")

    assert done.status == 0
    assert (tmp_path / f"e{suffix}").read_bytes().startswith(begins)


def test_extract_writes_the_events_as_geojson(dateline, project, tmp_path):
    done = dateline("extract", project, "-o", tmp_path / "e.geojson")

    features = json.loads((tmp_path / "e.geojson").read_text())["features"]
    days = {(f["properties"]["place"], f["properties"]["earliest"]) for f in features}
    assert done == Done(0, "", [])
    assert days == {("Aghdam", "2020-11-20"), ("Shusha", "2020-11-05")}


def test_extract_writes_a_table(dateline, project, tmp_path):
    dateline("extract", project, "--output", tmp_path / "e.csv")

    assert (tmp_path / "e.csv").read_text().startswith("id,title,earliest,latest,date_precision,")


def test_extract_writes_a_page_that_needs_nothing_else(dateline, project, tmp_path):
    done = dateline("extract", project, "-o", tmp_path / "e.html")

    page = (tmp_path / "e.html").read_text(encoding="utf-8")
    assert done.status == 0
    assert page.lstrip().lower().startswith("<!doctype html>")
    assert not re.search(r"<(?:script|link|img)[^>]+(?:src|href)=[\"']?https?:", page)


def test_extract_gives_the_same_bytes_twice(dateline, project, tmp_path):
    dateline("extract", project, "-o", tmp_path / "a.geojson")
    dateline("extract", project, "-o", tmp_path / "b.geojson")

    assert (tmp_path / "a.geojson").read_bytes() == (tmp_path / "b.geojson").read_bytes()


def test_annotate_gives_offsets_into_the_file(dateline, project, tmp_path):
    done = dateline("annotate", project, "-o", tmp_path / "m.jsonl")

    [line] = map(json.loads, (tmp_path / "m.jsonl").read_text().splitlines())
    assert done == Done(0, "", [])
    assert line["id"] == "news.txt"
    assert {m["text"] for m in line["places"]} == {"Aghdam", "Shusha"}
    for mention in line["places"] + line["dates"]:
        assert NEWS[mention["start"] : mention["end"]] == mention["text"]


def test_annotate_takes_one_document(dateline, project, tmp_path):
    dateline("annotate", project / "news.txt", "-o", tmp_path / "m.jsonl")

    assert json.loads((tmp_path / "m.jsonl").read_text())["id"] == "news.txt"


def test_demonyms_are_annotated_where_the_project_says_so(dateline, tmp_path):
    (tmp_path / "a.txt").write_text("Armenian officials met in Geneva.")
    (tmp_path / "dateline.toml").write_text("demonyms = true")

    dateline("annotate", tmp_path, "-o", tmp_path.parent / "demonyms.jsonl")

    line = json.loads((tmp_path.parent / "demonyms.jsonl").read_text())
    assert [m["text"] for m in line["places"]] == ["Armenian", "Geneva"]


@pytest.mark.parametrize("command", ["annotate", "extract"])
def test_a_finder_that_is_not_installed_is_refused_with_advice(
    dateline, monkeypatch, project, tmp_path, command
):
    monkeypatch.setitem(sys.modules, "spacy", None)
    (project / "dateline.toml").write_text('finder = "spacy:en_xx"')
    output = tmp_path / ("m.jsonl" if command == "annotate" else "m.csv")

    done = dateline(command, project, "-o", output)

    assert done.status == 1
    assert 'pip install "dateline[spacy]"' in done.errors[0]
    assert not output.exists()


def test_annotate_takes_a_corpus(dateline, tmp_path):
    rows = [{"id": 7, "text": NEWS}, {"id": "b", "text": "Baku, today.", "date": "2020-11-09"}]
    (tmp_path / "corpus.jsonl").write_text("\n".join(map(json.dumps, rows)))

    dateline("annotate", tmp_path / "corpus.jsonl", "-o", tmp_path / "m.jsonl")

    lines = [json.loads(line) for line in (tmp_path / "m.jsonl").read_text().splitlines()]
    assert [(line["id"], line["published"]) for line in lines] == [
        ("7", None),
        ("b", "2020-11-09"),
    ]


def test_geocode_shows_the_best_candidate_first(dateline):
    done = dateline("geocode", "Шуша")

    heading, columns, first = done.out.splitlines()[:3]
    assert heading.startswith("Шуша: ")
    assert columns.split()[:3] == ["name", "latitude", "longitude"]
    assert first.split()[0] == "Shusha"


def test_geocode_for_machines(dateline):
    done = dateline("geocode", "Baku", "Yerevan", "--json")

    baku, yerevan = json.loads(done.out)
    assert (baku["name"], baku["candidates"][0]["geonames_id"]) == ("Baku", 587084)
    assert yerevan["candidates"][0]["country_code"] == "AM"


def test_geocode_says_how_many_more_there_are(dateline):
    done = dateline("geocode", "Springfield", "--limit", "2")

    assert len(done.out.splitlines()) == 6
    assert re.match(r"… and \d+ more", done.out.splitlines()[4])


def test_geocode_refuses_a_name_and_answers_the_other(dateline):
    done = dateline("geocode", "Qwertyville", "Baku", "--json")

    assert done.status == 1
    assert len(json.loads(done.out)[1]["candidates"]) > 0
    assert done.errors == [
        "dateline: Qwertyville: the gazetteer has no place of this name; try another spelling"
    ]


BAD_FILES = {
    "binary.txt": (b"\x7fELF\x02\x01\x00\x00\xff\xfe\x00\x80" * 40, "binary.txt"),
    "latin.txt": ("Şuşa façade".encode("cp1254"), "UTF-8"),
    "broken.pdf": (b"%PDF-1.7\nnothing of the kind", "broken.pdf"),
    "broken.docx": (b"PK\x03\x04 nothing of the kind", "broken.docx"),
    "empty.txt": (b"", "empty"),
    "rows.jsonl": (b'{"id": 1}\n', "line 1"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_one_line_and_the_others_are_done(dateline, project, tmp_path, name):
    content, why = BAD_FILES[name]
    (project / name).write_bytes(content)

    done = dateline("extract", project, "-o", tmp_path / "e.geojson")

    assert done.status == 1
    assert len(done.errors) == 1
    assert name in done.errors[0]
    assert why in done.errors[0]
    assert len(json.loads((tmp_path / "e.geojson").read_text())["features"]) == 2


def test_two_documents_of_one_name_are_told(dateline, tmp_path):
    rows = [{"id": "a", "text": NEWS}, {"id": "a", "text": "Another."}]
    (tmp_path / "c.jsonl").write_text("\n".join(map(json.dumps, rows)))

    done = dateline("annotate", tmp_path / "c.jsonl", "-o", tmp_path / "m.jsonl")

    assert done.status == 1
    assert done.errors == ['dateline: two documents are called "a"; rename the second one']
    assert len((tmp_path / "m.jsonl").read_text().splitlines()) == 1


def test_nothing_readable_writes_nothing(dateline, tmp_path):
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing of the kind")
    (tmp_path / "m.jsonl").write_text("of last time")

    done = dateline("annotate", tmp_path / "broken.pdf", "-o", tmp_path / "m.jsonl")

    assert done.status == 1
    assert (tmp_path / "m.jsonl").read_text() == "of last time"


@pytest.mark.parametrize("command", ["extract", "annotate", "serve"])
@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("nowhere", "nowhere: does not exist; give a folder or a file"),
        ("empty", "empty: has no documents; put .txt"),
        ("picture.png", "picture.png: is no document; Dateline reads .txt"),
        ("toml", "dateline.toml: is not valid TOML"),
    ],
)
def test_a_wrong_path_is_one_line(dateline, project, tmp_path, command, path, why):
    (tmp_path / "empty").mkdir()
    (tmp_path / "picture.png").touch()
    project.rename(tmp_path / "toml")
    (tmp_path / "toml" / "dateline.toml").write_text("title = no quotes")

    output = ["--no-browser"] if command == "serve" else ["-o", tmp_path / "e.csv"]
    done = dateline(command, tmp_path / path, *output)

    assert done.status == 1
    assert len(done.errors) == 1
    assert why in done.errors[0]
    assert not (tmp_path / "e.csv").exists()


@pytest.mark.parametrize(
    ("output", "why"),
    [
        (".", "is a folder; give the name of a file"),
        ("no/m.jsonl", "no/m.jsonl: cannot be written (No such file or directory)"),
        ("texts/m.jsonl", "m.jsonl: lies inside"),
        ("texts/news.txt", "news.txt: lies inside"),
    ],
)
def test_an_output_that_cannot_be_is_refused_before_the_work(
    dateline, project, tmp_path, output, why
):
    done = dateline("annotate", project, "-o", tmp_path / output)

    assert done.status == 1
    assert len(done.errors) == 1
    assert why in done.errors[0]
    assert (project / "news.txt").read_text() == NEWS


def test_the_input_is_never_the_output(dateline, project):
    done = dateline("annotate", project / "news.txt", "-o", project / "news.txt")

    assert (done.status, len(done.errors)) == (1, 1)
    assert (project / "news.txt").read_text() == NEWS


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["extract"],
        ["extract", "x"],
        ["extract", "x", "-o", "e.xlsx"],
        ["annotate", "x"],
        ["geocode"],
        ["geocode", "Baku", "--limit", "0"],
        ["serve", "--port", "http"],
        ["serve", "--port", "70000"],
        ["destroy"],
    ],
)
def test_wrong_usage_is_one_line_and_status_two(dateline, arguments):
    done = dateline(*arguments)

    assert done.status == 2
    assert len(done.errors) == 1
    assert re.match(r"dateline.*; see dateline.* --help$", done.errors[0])


@pytest.mark.parametrize("command", ["serve", "extract", "annotate", "geocode", "gazetteer"])
def test_help_is_there_for_every_command(dateline, command):
    done = dateline(command, "--help")

    assert done.status == 0
    assert command in done.out


def test_version(dateline):
    assert re.fullmatch(r"dateline \d+\.\d+\.\d+\n", dateline("--version").out)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signals to send")
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_a_stop_leaves_the_file_of_last_time(tmp_path, stop):
    corpus, output = tmp_path / "c.jsonl", tmp_path / "out" / "m.jsonl"
    output.parent.mkdir()
    output.write_text("of last time")
    row = json.dumps({"text": NEWS * 20})
    corpus.write_text(f"{row}\n" * 20_000)

    command = [sys.executable, "-m", "dashboard.cli", "annotate", corpus, "-o", output]
    running = started(command)
    _wait_for_a_second_file(output.parent)
    running.send_signal(stop)
    _, errors = running.communicate(timeout=30)

    assert errors == "dateline: stopped; nothing was written\n"
    assert running.returncode == 130
    assert [file.name for file in output.parent.iterdir()] == ["m.jsonl"]
    assert output.read_text() == "of last time"


def _wait_for_a_second_file(folder: Path) -> None:
    until = time.monotonic() + 30
    while len(list(folder.iterdir())) < 2 and time.monotonic() < until:
        time.sleep(0.05)

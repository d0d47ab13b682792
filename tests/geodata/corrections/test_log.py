"""The log keeps every line that was ever written, whoever writes."""

from __future__ import annotations

import csv
import io
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

import pytest

from geodata.corrections import Spot, Undo, anchor_of, append, as_csv, days_of, log_path, read_log
from geodata.documents import find_files
from geodata.records import Interval, ProjectError
from tests.geodata.corrections.sample import DAY, RIGHT, WRONG, correction, named

NOW = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)


def every_kind():
    event = named("shelled")
    days = days_of(Interval(date(2020, 11, 8), date(2020, 11, 9)))
    return (
        correction("place", event, Spot(RIGHT, "near"), Spot(WRONG, "exact"), scope="everywhere"),
        correction("date", event, days, days_of(DAY)),
        correction("category", event, "combat", "shelling"),
        correction("status", event, "claimed", "reported"),
        correction("reject", event),
        correction("merge", event, anchor_of(named("denied"))),
        correction("split", event, anchor_of(named("denied"))),
        Undo("u", NOW, "Ben", "", "c-reject"),
    )


def test_what_is_written_is_read_again(tmp_path):
    path = tmp_path / "corrections.jsonl"

    append(path, every_kind()[:3])
    append(path, every_kind()[3:])

    log = read_log(path)
    assert log.entries == every_kind()
    assert log.errors == ()


def test_an_undo_takes_a_correction_back_and_its_undo_brings_it_again(tmp_path):
    path = tmp_path / "corrections.jsonl"
    fix = correction("reject", named("truck"))
    append(path, [fix, Undo("u1", NOW, "", "", fix.id)])
    assert read_log(path).active == ()

    append(path, [Undo("u2", NOW, "", "", "u1")])

    assert read_log(path).active == (fix,)
    assert len(read_log(path).entries) == 3


def test_a_bad_line_is_named_and_the_rest_is_read(tmp_path):
    path = tmp_path / "corrections.jsonl"
    append(path, every_kind())
    good = path.read_bytes()
    no_latitude = good.splitlines()[0].replace(b'"latitude": 39.51', b'"latitude": 939')
    path.write_bytes(b"nonsense\n" + good + b'{"id": "1"}\n\xff\xfe\n[]\n' + no_latitude + b"\n\n")

    log = read_log(path)

    assert log.entries == every_kind()
    told = [str(error) for error in log.errors]
    assert [int(t.split("line ")[1].split(":")[0]) for t in told] == [1, 10, 11, 12, 13]
    assert "is no JSON" in told[0]
    assert '"latitude" of its place must be a number' in told[-1]
    assert all(str(path) in t for t in told)


def test_a_last_line_without_an_end_is_not_run_into(tmp_path):
    path = tmp_path / "corrections.jsonl"
    append(path, every_kind()[:1])
    path.write_bytes(path.read_bytes().rstrip(b"\n"))

    append(path, every_kind()[1:2])

    assert len(read_log(path).entries) == 2


def test_editors_at_once_lose_nothing(tmp_path):
    path = tmp_path / "corrections.jsonl"
    fixes = [correction("reject", named("truck"), id=str(number)) for number in range(60)]

    with ThreadPoolExecutor(8) as editors:
        list(editors.map(lambda fix: append(path, [fix]), fixes))

    assert {entry.id for entry in read_log(path).entries} == {fix.id for fix in fixes}


def test_a_log_that_cannot_be_written_says_so(tmp_path):
    (tmp_path / "corrections.jsonl").mkdir()

    with pytest.raises(ProjectError, match="was not saved"):
        append(tmp_path / "corrections.jsonl", every_kind()[:1])


def test_the_table_has_a_row_an_entry_and_no_formula(tmp_path):
    path = tmp_path / "corrections.jsonl"
    append(path, [*every_kind(), correction("reject", named("truck"), id="x", why="=1+1")])

    rows = list(csv.DictReader(io.StringIO(as_csv(read_log(path)))))

    assert len(rows) == 9
    assert rows[0]["to"] == "Goris (39.5100, 46.3400), near"
    assert rows[1]["to"] == "2020-11-08 – 2020-11-09"
    assert [row["active"] for row in rows[3:6]] == ["yes", "undone", "yes"]
    assert rows[7]["undoes"] == "c-reject"
    assert rows[8]["why"] == "'=1+1"


def test_the_log_is_no_document(tmp_path):
    (tmp_path / "one.txt").write_text("A text.")
    append(log_path(tmp_path), every_kind()[:1])
    append(log_path(tmp_path / "one.txt"), every_kind()[:1])

    assert [file.name for file in find_files(tmp_path)] == ["one.txt"]

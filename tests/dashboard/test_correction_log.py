"""The log of corrections on the methods page."""

from __future__ import annotations

import base64

import pytest

from dashboard.panels import correction_log
from tests.dashboard.test_corrections import NEWS, Reader


@pytest.fixture
def reader(tmp_path):
    (tmp_path / "news.md").write_text(NEWS, encoding="utf-8")
    return Reader(tmp_path)


def table(reader):
    (found,) = [b for b in correction_log.blocks(reader.loaded) if b["kind"] == "table"]
    return found["rows"]


def test_without_corrections_it_says_so(reader):
    assert [block["text"] for block in correction_log.blocks(reader.loaded)][1:] == [
        correction_log.NONE
    ]


def test_a_row_says_who_changed_what_from_what_to_what_and_why(reader):
    shelled = reader.event("Artillery")
    reader.save(shelled, {"what": "status", "to": "denied"}, who="Anna", why="A later report")

    ((what, sentence, signed, why),) = table(reader)

    assert what == "Status: claimed → denied"
    assert sentence.startswith("“Artillery shelled Stepanakert on Thursday")
    assert (signed[:6], signed[-3:]) == ("Anna, ", "UTC")
    assert why == "A later report"


def test_what_was_taken_back_stays_in_it_and_says_by_whom(reader):
    ids = reader.save(reader.event("Talks"), {"what": "reject"})["ids"]
    reader.ask("edit.undo", ids=ids, who="Ben")

    ((what, *_),) = table(reader)

    assert what.startswith("Taken out (taken back: Ben, ")


def test_a_name_set_everywhere_is_said_so(reader):
    shelled = reader.event("Artillery")
    goris = reader.ask("edit.choices", event=shelled.id, name="Goris")["candidates"][0]
    reader.save(shelled, {"what": "place", "place": goris["id"], "scope": "everywhere"})

    assert table(reader)[0][0] == "Place of “Stepanakert” everywhere: Stepanakert → Goris"


def test_it_is_handed_out_as_lines_and_as_a_table(reader):
    reader.save(reader.event("Artillery"), {"what": "status", "to": "denied"})

    files = correction_log.blocks(reader.loaded)[-1]["files"]

    log = reader.loaded.project.corrections.read_bytes()
    assert base64.b64decode(files[0]["content"]) == log
    assert files[1]["name"] == "corrections.csv"

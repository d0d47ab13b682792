"""The page's Python side without a browser: what it sends, and what it does with what it hears."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

APP = Path(__file__).parents[2] / "dashboard" / "app.py"
NEWS = """---
outlet: Valley Post
date: 2020-10-09
title: A loud Friday
---
Artillery shelled Stepanakert on Thursday, the ministry said. Talks began in Moscow on Friday.
"""
EVIL = "Troops entered {{7*7}} <img src=x onerror=alert(1)> `${1}` Shusha on 8 November 2020."


@pytest.fixture
def project(tmp_path):
    (tmp_path / "news.md").write_text(NEWS, encoding="utf-8")
    return tmp_path


def opened(monkeypatch, *arguments, **words) -> AppTest:
    monkeypatch.setattr("sys.argv", ["app.py", *map(str, arguments)])
    app = AppTest.from_file(str(APP), default_timeout=60)
    for key, value in words.items():
        app.query_params[key] = value
    return app.run()


def components(app: AppTest) -> dict[str, Any]:
    return {item.proto.component_name: item.proto for item in app.get("bidi_component")}


def link(app: AppTest) -> dict[str, Any]:
    return json.loads(components(app)["dateline_link"].json)


def page(app: AppTest) -> list[dict[str, Any]]:
    return json.loads(components(app)["dateline_page"].json)["blocks"]


def test_the_map_and_the_workbench_are_on_the_page(monkeypatch, project):
    app = opened(monkeypatch, project)

    assert not app.exception
    assert set(components(app)) == {"dateline_workbench", "dateline_link"}
    assert len(app.get("component_instance")) == 1
    assert components(app)["dateline_workbench"].bytes[:2] == b"\x1f\x8b"  # gzip


def test_the_map_is_the_same_whatever_the_documents_say(monkeypatch, project):
    (project / "evil.txt").write_text(EVIL, encoding="utf-8")

    script = opened(monkeypatch, project).get("component_instance")[0].proto.json_args

    assert "onerror" not in script
    assert "7*7" not in script
    assert "http://" not in script
    assert "https://" not in script.replace("https://leafletjs.com", "")


def test_a_link_comes_back_as_the_view_it_asks_for(monkeypatch, project):
    app = opened(monkeypatch, project, mode="day", day="2020-10-08", cat="shelling,rubbish")

    assert link(app)["words"] == {"mode": ["day"], "day": ["2020-10-08"], "cat": ["shelling"]}
    assert link(app)["seq"] == 1


def test_the_project_says_how_places_are_named(monkeypatch, project):
    (project / "dateline.toml").write_text('title = "Valley"\nnames = "az"\n', encoding="utf-8")

    assert link(opened(monkeypatch, project))["naming"] == "az"


def test_a_selected_event_is_answered_with_its_card(monkeypatch, project):
    from dashboard.loading import load

    event = next(iter(load(project).events.values()))
    detail = link(opened(monkeypatch, project, event=event.id))["detail"]

    assert detail["id"] == event.id
    assert detail["evidence"][0]["outlet"] == "Valley Post"
    assert detail["evidence"][0]["sentence"]


def test_an_unknown_event_has_no_card(monkeypatch, project):
    assert link(opened(monkeypatch, project, event="gone"))["detail"] is None


def test_files_that_were_refused_are_named(monkeypatch, project):
    (project / "broken.pdf").write_bytes(b"not a PDF at all")

    notices = link(opened(monkeypatch, project))["notices"]

    assert (notices[0]["key"], notices[0]["count"]) == ("refused", 1)
    assert "broken.pdf" in notices[0]["lines"][0]


def test_documents_without_events_say_so(monkeypatch, tmp_path):
    (tmp_path / "quiet.txt").write_text("Nothing at all is told in this text.", encoding="utf-8")

    blocks = page(opened(monkeypatch, tmp_path))

    assert blocks[0]["text"] == "No event was found in these documents"
    assert blocks[1]["text"].startswith("1 document was read.")


def test_a_folder_that_is_not_there_gets_one_clear_page(monkeypatch, tmp_path):
    app = opened(monkeypatch, tmp_path / "nowhere")

    assert not app.exception
    assert page(app)[0]["text"] == "This project cannot be opened"
    assert "nowhere" in page(app)[1]["text"]


def test_a_changed_file_is_read_again(monkeypatch, project):
    app = opened(monkeypatch, project)
    before = components(app)["dateline_workbench"].bytes
    (project / "more.txt").write_text("Shelling hit Barda on 28 October 2020.", encoding="utf-8")

    after = components(app.run())["dateline_workbench"].bytes

    assert before != after

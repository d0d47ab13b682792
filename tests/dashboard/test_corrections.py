"""What the page asks to correct is checked, written down, shown at once, and taken back."""

from __future__ import annotations

import base64
import json

import pytest

from dashboard import answers, corrections
from dashboard.loading import Loading
from geodata.corrections import read_log

NEWS = """---
outlet: Valley Post
date: 2020-10-09
---
Artillery shelled Stepanakert on Thursday, the ministry said.

Shells hit Stepanakert again on Friday, and two people were wounded.

Talks began in Moscow on Friday.
"""


class Reader:
    """Somebody who looks at a project, and asks."""

    def __init__(self, folder, read_only=False):
        self.loading = Loading(folder)
        self.read_only = read_only
        assert self.loading.wait(60)

    @property
    def loaded(self):
        return self.loading.outcome()

    def ask(self, kind, **words):
        asked = answers.Asked(self.loaded, self.read_only)
        return answers.answer(asked, {"id": "q", "kind": kind} | words, corrections.ANSWERERS)

    def event(self, words):
        return next(e for e in self.loaded.events.values() if words in e.evidence.sentence)

    def save(self, event, *changes, **more):
        return self.ask("edit.save", **({"event": event.id, "changes": list(changes)} | more))


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "news.md").write_text(NEWS, encoding="utf-8")
    return tmp_path


@pytest.fixture
def reader(folder):
    return Reader(folder)


def test_candidates_come_with_their_country_kind_and_distance(reader):
    shelled = reader.event("Artillery")

    given = reader.ask("edit.choices", event=shelled.id)

    assert given["name"] == "Stepanakert"
    assert given["candidates"][0] | {"km": 0, "current": True} == given["candidates"][0]
    assert given["reach"] == {"mention": 1, "document": 2, "everywhere": 2}
    assert {"Shells", "Talks"} == {other["title"].split()[0] for other in given["others"]}
    other = reader.ask("edit.choices", event=shelled.id, name="Goris")["candidates"][0]
    assert (other["name"], other["kind"], other["precision"]) == ("Goris", "settlement", "exact")
    assert 45 < other["km"] < 55


def test_another_candidate_everywhere_is_shown_at_once_and_after_loading_again(folder, reader):
    shelled = reader.event("Artillery")
    before = reader.loaded
    goris = reader.ask("edit.choices", event=shelled.id, name="Goris")["candidates"][0]

    saved = reader.save(
        shelled, {"what": "place", "place": goris["id"], "scope": "everywhere"}, who="Anna"
    )

    assert "error" not in saved
    assert reader.loaded is not before
    assert reader.loaded.payload != before.payload
    for again in (reader, Reader(folder)):
        assert again.event("Artillery").place.name == "Goris"
        assert again.event("Shells").place.name == "Goris"
        (made,) = corrections.made_of(again.loaded, shelled.id)
        assert (made["from"], made["to"], made["who"]) == ("Stepanakert", "Goris", "Anna")


def test_a_pin_is_moved_and_keeps_its_names(reader):
    shelled = reader.event("Artillery")

    reader.save(shelled, {"what": "place", "latitude": 39.9, "longitude": 46.5})

    moved = reader.event("Artillery").place
    assert (moved.name, moved.latitude, moved.longitude) == ("Stepanakert", 39.9, 46.5)
    assert moved.geonames_id == shelled.place.geonames_id
    assert reader.event("Shells").place == shelled.place


def test_day_category_and_status_are_changed_in_one_go_and_taken_back(reader):
    shelled = reader.event("Artillery")

    saved = reader.save(
        shelled,
        {"what": "date", "earliest": "2020-10-01", "latest": "2020-10-31"},
        {"what": "category", "to": "combat"},
        {"what": "status", "to": "denied"},
    )

    event = reader.event("Artillery")
    assert (event.date_precision, event.category, event.status) == ("month", "combat", "denied")

    assert "error" not in reader.ask("edit.undo", ids=saved["ids"], who="Ben")

    assert reader.event("Artillery") == shelled
    assert "taken back already" in reader.ask("edit.undo", ids=saved["ids"])["error"]
    rows = reader.ask("edit.log")["rows"]
    assert [row["active"] for row in rows] == [False] * 3
    assert rows[0]["undone"].startswith("Ben, ")


def test_a_status_that_a_person_gave_says_who_and_when(reader):
    shelled = reader.event("Artillery")
    assert corrections.status_said([], shelled) is None

    reader.save(shelled, {"what": "status", "to": "confirmed"}, who="Anna")

    made = corrections.made_of(reader.loaded, shelled.id)
    said = corrections.status_said(made, reader.event("Artillery"))
    assert said == {
        "key": "set_by",
        "status": "confirmed",
        "who": "Anna",
        "when": made[0]["when"],
    }


def test_events_are_rejected_merged_and_split(reader):
    shelled, shells = reader.event("Artillery"), reader.event("Shells")
    reader.save(reader.event("Talks"), {"what": "reject"})
    assert len(reader.loaded.events) == 2

    reader.save(shelled, {"what": "merge", "with": shells.id})
    (both,) = reader.loaded.events.values()
    assert both.id == shelled.id

    told = both.reports[1]
    reader.save(both, {"what": "split", "document": told.document, "start": told.start})
    assert [len(event.reports) for event in reader.loaded.events.values()] == [1, 1]


def test_a_read_only_page_changes_nothing_whatever_it_sends(folder):
    reader = Reader(folder, read_only=True)
    shelled = reader.event("Artillery")

    assert "read-only" in reader.save(shelled, {"what": "reject"})["error"]
    assert "read-only" in reader.ask("edit.undo", ids=["1"])["error"]

    assert not (folder / "corrections.jsonl").exists()


@pytest.mark.parametrize(
    "change",
    [
        None,
        {},
        {"what": "undo"},
        {"what": "place"},
        {"what": "place", "place": "geonames:99999999999"},
        {"what": "place", "latitude": 91, "longitude": 0},
        {"what": "place", "latitude": float("nan"), "longitude": 0},
        {"what": "place", "latitude": "40", "longitude": 46},
        {"what": "place", "latitude": 40, "longitude": 46, "precision": "none"},
        {"what": "place", "latitude": 40, "longitude": 46, "precision": ["exact"]},
        {"what": "place", "latitude": 40, "longitude": 46, "scope": "the world"},
        {"what": "place", "latitude": 40, "longitude": 46, "scope": ["mention"]},
        {"what": "date", "earliest": "yesterday"},
        {"what": "date", "earliest": "2020-11-09", "latest": "2020-11-08"},
        {"what": "category", "to": "shelling"},  # as it is
        {"what": "category", "to": "nonsense"},
        {"what": "status", "to": ["denied"]},
        {"what": ["status"]},
        {"what": "merge", "with": "nobody"},
        {"what": "split", "document": "news.md", "start": 0},
    ],
)
def test_nonsense_is_refused_in_words_and_not_written(folder, reader, change):
    said = reader.save(reader.event("Artillery"), change)

    assert said["error"].endswith(".")
    assert not (folder / "corrections.jsonl").exists()


def test_one_wrong_change_keeps_the_others_from_being_written(folder, reader):
    said = reader.save(
        reader.event("Artillery"), {"what": "status", "to": "denied"}, {"what": "date"}
    )

    assert "error" in said
    assert not (folder / "corrections.jsonl").exists()


def test_what_people_type_is_kept_on_one_line_and_within_bounds(folder, reader):
    reader.save(
        reader.event("Artillery"), {"what": "reject"}, who="A\nB" * 99, why={"not": "a text"}
    )

    (entry,) = read_log(folder / "corrections.jsonl").entries
    assert (len(entry.who), entry.who[:5], entry.why) == (80, "A BA ", "")


def test_the_log_is_handed_out_as_it_is_and_as_a_table(folder, reader):
    reader.save(reader.event("Artillery"), {"what": "status", "to": "denied"})

    lines = base64.b64decode(reader.ask("edit.file", format=".jsonl")["content"])
    table = base64.b64decode(reader.ask("edit.file", format=".csv")["content"]).decode("utf-8-sig")

    assert lines == (folder / "corrections.jsonl").read_bytes()
    assert json.loads(lines)["to"] == "denied"
    assert table.splitlines()[0].startswith("id,when,who,why,what,scope,document")


def test_a_line_mended_by_hand_counts_and_a_broken_one_is_told(folder, reader):
    reader.save(reader.event("Artillery"), {"what": "status", "to": "denied"})
    log = folder / "corrections.jsonl"

    log.write_text(log.read_text().replace("denied", "disputed") + "broken\n")

    assert reader.event("Artillery").status == "disputed"
    assert "line 2" in reader.ask("edit.log")["wrong"][0]


def test_what_is_not_found_again_is_in_the_log_with_the_reason(folder, reader):
    reader.save(reader.event("Artillery"), {"what": "status", "to": "denied"})

    (folder / "news.md").write_text(NEWS.replace("Artillery", "Big guns"))

    (row,) = Reader(folder).ask("edit.log")["rows"]
    assert row["active"]
    assert "not in news.md any more" in row["idle"]

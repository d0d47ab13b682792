"""A folder of documents and its dateline.toml."""

import pytest

from geodata.corrections import append
from geodata.project import CHRONICLE, extraction, load
from geodata.records import DocumentError
from geodata.safety import WITHHELD
from tests.geodata.corrections.sample import correction

TEXT = "GORIS, 9 November 2020.\n\nShells hit Stepanakert on Monday, officials said."


@pytest.fixture
def folder(tmp_path):
    root = tmp_path / "my_texts"
    root.mkdir()
    (root / "a.txt").write_text(TEXT)
    return root


def test_without_a_path_the_chronicle_is_served():
    project = load()

    assert project.path == CHRONICLE
    assert project.title.startswith("The 2020 Nagorno-Karabakh war")


def test_a_folder_without_settings_is_called_by_its_name(folder):
    assert load(folder).title == "my texts"


def test_settings_are_read(folder):
    (folder / "dateline.toml").write_text('title = "Hills"\nfocus = ["am"]\n')

    project = load(folder)

    assert (project.title, project.settings.focus) == ("Hills", ("AM",))


def test_an_empty_folder_is_no_project(tmp_path):
    with pytest.raises(DocumentError, match="has no documents"):
        load(tmp_path)


def test_extraction_keeps_what_could_be_read(folder, gazetteer):
    (folder / "b.txt").write_bytes(b"\x00\x01 no text")

    made = extraction(load(folder), gazetteer)

    assert [document.id for document in made.documents] == ["a.txt"]
    assert [event.place.name for event in made.events] == ["Stepanakert"]
    assert len(made.refused) == 1


def test_places_are_kept_from_harm_as_the_settings_ask(folder, gazetteer):
    (folder / "dateline.toml").write_text("decimals = 1")
    [event] = extraction(load(folder), gazetteer).events
    assert (event.place.latitude, event.place.longitude) == (39.8, 46.8)

    (folder / "dateline.toml").write_text('hidden = ["stepanakert"]')
    [event] = extraction(load(folder), gazetteer).events
    assert (event.place, event.unplaced) == (None, WITHHELD)


def test_corrections_are_applied_and_the_chronicles_are_kept_with_the_users_data(
    folder, gazetteer, monkeypatch, tmp_path
):
    project = load(folder)
    [event] = extraction(project, gazetteer).events
    append(project.corrections, [correction("status", event, "denied")])

    made = extraction(project, gazetteer)

    assert [event.status for event in made.events] == ["denied"]
    assert [event.status for event in made.found] == [event.status]
    assert [c.what for c in made.made[event.id]] == ["status"]
    monkeypatch.setenv("DATELINE_DATA", str(tmp_path / "data"))
    assert load().corrections == tmp_path / "data" / "chronicle" / "corrections.jsonl"
    assert load(folder / "a.txt").corrections == folder / "a.txt.corrections.jsonl"

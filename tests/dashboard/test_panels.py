"""The pages beside the map, as the blocks of text that they send."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dashboard.loading import Loaded
from dashboard.panels import documents, methods, texts
from dashboard.panels.shell import Address
from geodata.project import Project
from geodata.records import (
    Document,
    DocumentError,
    Event,
    Furniture,
    Interval,
    Place,
    Report,
)
from geodata.settings import Settings

TEXT = "Home News\n\nFire was heard in Hilltown on Monday. <b>Quiet</b> after.\n\nRead more"
START = TEXT.index("Fire")
END = TEXT.index(" <b>")
DOCUMENT = Document(
    "a b&c.txt",
    TEXT,
    outlet="Valley Post",
    published=date(2021, 5, 4),
    furniture=(Furniture(0, 9, "sidebar"), Furniture(TEXT.index("Read"), len(TEXT), "footer")),
)


def event(number: int, start: int, end: int) -> Event:
    report = Report(DOCUMENT.id, start, end, TEXT[start:end], "reported")
    return Event(
        f"e{number}",
        "Fire in Hilltown",
        "shelling",
        "reported",
        (report,),
        Interval(date(2021, 5, 3), date(2021, 5, 3)),
        place=Place("t:1", "Hilltown", 40, 46, "P", "PPL", "settlement"),
    )


@pytest.fixture
def loaded(tmp_path) -> Loaded:
    events = (event(1, START, END), event(2, START + 5, END))
    return Loaded(
        Project(tmp_path, "Valley"),
        {DOCUMENT.id: DOCUMENT},
        {found.id: found for found in events},
        (DocumentError("b.pdf: not a PDF; save it again"),),
        b"",
    )


def kinds(blocks, kind):
    return [block for block in blocks if block["kind"] == kind]


def words(blocks):
    return "\n".join(block["text"] for block in blocks if isinstance(block.get("text"), str))


def listed(loaded):
    return documents.blocks(loaded, Address([("cat", "combat"), ("page", "documents")]))


def opened(loaded):
    blocks = documents.blocks(loaded, Address([("doc", DOCUMENT.id), ("cat", "combat")]))
    return kinds(blocks, "document")[0]["pieces"]


def test_a_link_keeps_the_view_and_nothing_of_the_page():
    here = Address([("cat", "combat"), ("page", "documents"), ("doc", "x"), ("at", "1-2")])

    assert here.link() == "./?cat=combat"
    assert here.link(page="methods") == "./?page=methods&cat=combat"


def test_the_list_counts_each_documents_events(loaded):
    row = kinds(listed(loaded), "table")[0]["rows"][0]

    assert row[1:] == ["Valley Post", "4 May 2021", "2"]
    assert row[0]["text"] == "a b&c.txt"
    assert row[0]["href"] == "./?page=documents&doc=a+b%26c.txt&cat=combat"


def test_the_list_names_what_could_not_be_read(loaded):
    assert listed(loaded)[-1]["text"] == "b.pdf: not a PDF; save it again"


def test_the_text_of_a_document_is_whole_and_in_order(loaded):
    assert "".join(piece["text"] for piece in opened(loaded)) == TEXT


def test_places_and_dates_are_marked_within_the_sentence_and_lead_to_the_map(loaded):
    sentence = next(piece for piece in opened(loaded) if "event" in piece)
    date = next(piece for piece in sentence["pieces"] if "date" in piece)

    assert "".join(piece["text"] for piece in sentence["pieces"]) == TEXT[START:END]
    assert date["text"] == "on Monday"[3:]
    assert date["words"] == "Mon 3 May 2021: Monday, counted from 4 May 2021"
    assert date["href"] == "./?mode=day&from=2021-05-03&to=2021-05-03&cat=combat"


def places_in(text, **settings):
    document = Document("c.txt", text)
    project = Project(Path(), "Valley", Settings(**settings))
    loaded = Loaded(project, {"c.txt": document}, {}, (), b"")
    blocks = documents.blocks(loaded, Address([("doc", "c.txt"), ("event", "e1")]))
    return [piece for piece in kinds(blocks, "document")[0]["pieces"] if "place" in piece]


def test_a_place_without_an_event_leads_to_where_it_lies():
    [barda] = places_in("A market burned in Barda.")

    assert barda["text"] == "Barda"
    assert barda["href"].startswith("./?lat=40.37")
    assert "event" not in barda["href"]


@pytest.mark.parametrize("settings", [{"decimals": 1}, {"hidden": ("Barda",)}])
def test_a_project_that_guards_its_places_does_not_tell_where_they_lie(settings):
    [barda] = places_in("A market burned in Barda.", **settings)

    assert "href" not in barda
    assert "40." not in barda["words"]


def test_a_name_that_stands_for_a_government_is_another_kind():
    found = places_in("Yerevan denied the report. A market burned in Barda.")

    assert [piece["place"] for piece in found] == ["metonym", "place"]


def test_lines_of_a_fixed_width_flow_on_and_paragraphs_stay():
    long = "The column that had come down from the north by the river road was"

    assert texts.flowing(f"A head\n\n{long}\nseen.\nMore") == f"A head\n\n{long} seen.\nMore"
    assert texts.flowing(f"{long}\n{long * 3}") == f"{long}\n{long * 3}"


def test_sentences_lead_back_to_their_events(loaded):
    marks = [piece for piece in opened(loaded) if "event" in piece]

    assert [mark["text"] for mark in marks] == [TEXT[START:END]]
    assert marks[0]["words"] == "Mon 3 May 2021 · Hilltown"
    assert marks[0]["href"] == "./?event=e1&cat=combat"


def test_what_was_left_out_is_marked_with_its_reason(loaded):
    reasons = [piece["left_out"] for piece in opened(loaded) if "left_out" in piece]

    assert reasons == ["sidebar", "footer"]


def test_methods_say_how_much_each_source_has_and_whose_data(loaded):
    blocks = methods.blocks(loaded)

    tables = kinds(blocks, "table")
    assert tables[0]["head"] == ["Source", "Documents", "Events", "Published"]
    assert tables[0]["rows"] == [["Valley Post", "1", "2", "4 May 2021"]]
    assert any("GeoNames, CC BY 4.0" in row[1] for row in tables[-1]["rows"])
    assert "newest document is of 4 May 2021: nothing later is on the map" in words(blocks)


def test_methods_say_whose_side_each_source_reports_from(loaded):
    settings = Settings(sides={"Valley Post": "north", "Hill Herald": "south"})
    blocks = methods.blocks(replace(loaded, project=replace(loaded.project, settings=settings)))

    assert kinds(blocks, "table")[0]["rows"] == [["Valley Post", "north", "1", "2", "4 May 2021"]]
    assert "Documents by side: north 1 (100%)." in words(blocks)


def test_methods_say_which_documents_could_not_be_read_for_their_language(loaded):
    assert "All of it is in English" in words(methods.blocks(loaded))

    other = replace(DOCUMENT, text="Обстрел города продолжался всю ночь.", furniture=())
    unread = replace(loaded, documents={DOCUMENT.id: other})
    assert "1 document does not look like English" in words(methods.blocks(unread))


def test_methods_give_every_error_rate_with_corpus_command_and_day(loaded):
    rates = next(t for t in kinds(methods.blocks(loaded), "table") if t["head"][0] == "What")

    assert len(rates["rows"]) >= 5
    for _, on, figure, how in rates["rows"]:
        assert on
        assert re.fullmatch(r"F1 0\.\d{3}|\d+ of \d+", figure)
        assert re.fullmatch(r"\d+ \w+ 20\d\d, benchmarks/\w+\.py.*", how)


def test_methods_say_to_whom_errors_are_reported(loaded):
    settings = Settings(contact="desk@example.org")
    named = replace(loaded, project=replace(loaded.project, settings=settings))

    assert "write to desk@example.org" in words(methods.blocks(named))
    assert "tell whoever gave you this map" in words(methods.blocks(loaded))


def test_methods_name_a_source_for_every_zone_that_someone_held(loaded):
    held = next(t for t in kinds(methods.blocks(loaded), "table") if t["head"][0] == "Zone")

    assert len(held["rows"]) > 20
    assert all(row[3] for row in held["rows"])

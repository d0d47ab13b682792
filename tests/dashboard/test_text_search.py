"""The search in the texts: which events and documents hold the words, and where."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dashboard import text_search
from dashboard.answers import Asked
from dashboard.loading import Loaded
from geodata.project import Project
from geodata.records import Document, Event, Furniture, Interval, ProjectError, Report

DAY = date(2021, 5, 3)
LONG = "The market opened. " * 40
FIRST = Document(
    "first.txt",
    "Two shells fell on Şuşa at dawn. A convoy of the Red Cross came at noon.\n\n" + LONG,
    title="The morning",
    published=date(2021, 5, 4),
)
SECOND = Document("second.txt", "Ракета упала. The cross was red, a convoy said. " + LONG)


def event(name: str, document: Document, sentence: str, *, dated: bool = True) -> Event:
    start = document.text.index(sentence)
    report = Report(document.id, start, start + len(sentence), sentence, "reported")
    days = Interval(DAY, DAY) if dated else None
    return Event(name, sentence[:20], "shelling", "reported", (report,), days)


@pytest.fixture
def loaded(tmp_path) -> Loaded:
    events = (
        event("shells", FIRST, "Two shells fell on Şuşa at dawn."),
        event("rocket", SECOND, "Ракета упала.", dated=False),
    )
    documents = {document.id: document for document in (FIRST, SECOND)}
    return Loaded(Project(tmp_path, "T"), documents, {e.id: e for e in events}, (), b"")


def search(loaded, text):
    return text_search.answer(Asked(loaded), {"text": text})


def words(passage):
    return [piece for piece, marked in passage["pieces"] if marked]


def test_an_event_is_found_by_any_word_of_its_card(loaded):
    assert search(loaded, "susa")["events"] == ["shells"]
    assert search(loaded, "convoy noon")["events"] == ["shells"]  # beside its sentence
    assert search(loaded, "ракета")["events"] == ["rocket"]
    assert search(loaded, "susa rocket")["events"] == []


def test_all_words_must_stand_in_a_document_and_a_phrase_together(loaded):
    assert search(loaded, "red cross")["documents"] == 2
    assert search(loaded, '"red cross"')["documents"] == 1
    assert search(loaded, "red cross elephants")["documents"] == 0
    assert search(loaded, " ")["documents"] == 0


def test_a_passage_leads_to_its_place_and_its_event(loaded):
    (passage,) = search(loaded, "SUSA")["passages"]

    assert FIRST.text[passage["start"] : passage["end"]] == "Şuşa"
    assert words(passage) == ["Şuşa"]
    assert passage["event"] == "shells"
    assert (passage["title"], passage["published"]) == ("The morning", "4 May 2021")


def test_words_that_stand_together_are_shown_together(loaded):
    shown = {p["document"]: p for p in search(loaded, "red convoy")["passages"]}

    assert words(shown["first.txt"]) == ["convoy", "Red"]
    assert shown["first.txt"]["event"] is None
    assert words(shown["second.txt"]) == ["red", "convoy"]
    text = "".join(piece for piece, _ in shown["second.txt"]["pieces"])
    assert "The cross was red, a convoy said." in text
    assert "\n" not in text
    assert len(text) < 200


def test_an_event_without_a_day_has_no_card_to_lead_to(loaded):
    (passage,) = search(loaded, "ракета")["passages"]

    assert passage["event"] is None
    assert (passage["start"], passage["end"]) == (0, 6)


def test_what_was_left_out_of_a_text_is_not_searched(loaded):
    market = FIRST.text.index("The market")
    furniture = (Furniture(market, len(FIRST.text), "footer"),)
    loaded.documents[FIRST.id] = replace(FIRST, furniture=furniture)

    assert [p["document"] for p in search(loaded, "market")["passages"]] == ["second.txt"]


def test_only_words_can_be_searched_for(loaded):
    with pytest.raises(ProjectError, match="words"):
        search(loaded, ["a"])

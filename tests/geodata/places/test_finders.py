"""The finders that dateline.toml can name, and a spaCy pipeline as one of them."""

from __future__ import annotations

import re
import sys
from types import SimpleNamespace

import pytest

from geodata.pipeline import annotate
from geodata.places import find_places
from geodata.places.finders import finder, is_finder
from geodata.places.spacy_finder import spacy_finder
from geodata.records import Document, ProjectError


class Pipeline:
    """What the finder asks of a spaCy pipeline: entities by a list of words and labels."""

    max_length = 10

    def __init__(self, **labels: str) -> None:
        self.labels = {words.replace("_", " "): label for words, label in labels.items()}

    def pipe(self, texts):
        for text in texts:
            assert len(text) < self.max_length
            yield SimpleNamespace(ents=sorted(self._entities(text), key=lambda e: e.start_char))

    def _entities(self, text):
        for words, label in self.labels.items():
            for found in re.finditer(re.escape(words), text):
                yield SimpleNamespace(start_char=found.start(), end_char=found.end(), label_=label)


def test_our_own_finder_is_the_usual_one():
    assert finder() is find_places


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("dateline", True), ("spacy", True), ("spacy:en_xx", True), ("sapcy", False), (1, False)],
)
def test_names_of_finders_are_known(name, is_one):
    assert is_finder(name) == is_one


def test_a_finder_that_there_is_not_is_a_mistake():
    with pytest.raises(ValueError, match="no finder is called sapcy"):
        finder("sapcy")


def test_without_spacy_the_error_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "spacy", None)

    with pytest.raises(ProjectError, match=r'pip install "dateline\[spacy\]".* download en_xx'):
        finder("spacy:en_xx")


def test_entities_of_a_pipeline_are_resolved_like_our_own_mentions(gazetteer):
    text = (
        "Troops left the\nCaucasus for Goris and Sochi's port; Mr. Paris of Acme stayed in Xyzzia."
    )
    places = {"the Caucasus": "LOC", "Goris": "GPE", "Sochi's": "GPE", "Xyzzia": "GPE"}
    pipeline = Pipeline(**places, Paris="PERSON")

    found = annotate(Document("a", text), gazetteer, finder=spacy_finder(pipeline)).places

    assert [(m.text, m.place and m.place.name) for m in found] == [
        ("Caucasus", "Caucasus"),
        ("Goris", "Goris"),
        ("Sochi", "Sochi"),
        ("Xyzzia", None),
    ]
    assert all(text[m.start : m.end] == m.text for m in found)


def test_a_pipeline_s_peoples_are_mentions_only_when_asked_for(gazetteer):
    document = Document("a", "Armenian and Zoroastrian guests came to Baku.")
    pipeline = Pipeline(Armenian="NORP", Zoroastrian="NORP", Baku="GPE")

    def found(demonyms):
        made = annotate(document, gazetteer, finder=spacy_finder(pipeline, demonyms))
        return [mention.text for mention in made.places]

    assert (found(False), found(True)) == (["Baku"], ["Armenian", "Baku"])


def test_the_role_of_a_pipeline_s_mention_is_ours(gazetteer):
    document = Document("a", "Moscow rejected the claim.")

    (found,) = annotate(document, gazetteer, finder=spacy_finder(Pipeline(Moscow="GPE"))).places

    assert found.role == "metonym"


def test_a_real_spacy_finds_places(gazetteer):
    spacy = pytest.importorskip("spacy", reason="spaCy is an extra")
    language = spacy.blank("en")
    rules = language.add_pipe("entity_ruler")
    rules.add_patterns([{"label": "GPE", "pattern": "Nagorno-Karabakh"}])
    document = Document("a", "The fighting in Nagorno-\nKarabakh went on.")

    (found,) = annotate(document, gazetteer, finder=spacy_finder(language)).places

    assert (found.text, found.place.country_code) == ("Nagorno-\nKarabakh", "AZ")


def test_a_model_that_is_not_there_is_named(monkeypatch):
    pytest.importorskip("spacy", reason="spaCy is an extra")

    with pytest.raises(ProjectError, match="spaCy has no model en_nowhere"):
        finder("spacy:en_nowhere")

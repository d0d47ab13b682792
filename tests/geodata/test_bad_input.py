"""Texts that nobody wrote to be read: no crash, no wrong offset, no mention over another."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata import places
from geodata.documents import make_document
from geodata.pipeline import annotate
from geodata.places.finders import finder
from geodata.readers import Raw
from geodata.records import Annotation

_WORDS = st.sampled_from(
    "Paris|1A|PARIS|New York|Nagorno-|Karabakh|U.S.|Calif.|İstanbul|ŞUŞA|Шуша|Շուշի|上海|غزة|South|"
    "Korean|Armenians|#|@|<b>|</p>|&amp;|[1]|http://a.b/Paris|'s|’s|(|)|/|,|.|…|—|\u00ad|\u200b|"
    "\u202e|\ufeff|e\u0301|\U0001f1e6|Nov. 9|2020-11-09|Monday|\n|\r\n|\n\n|\t|\x00|\x0c|\u2028"
    "|     ".split("|")
)
_TEXTS = st.lists(st.one_of(_WORDS, st.text(max_size=6), st.just(" ")), max_size=60).map("".join)


def annotation(text: str, gazetteer, **options) -> Annotation:
    return annotate(make_document("a", Raw(text)), gazetteer, **options)


def assert_sound(made: Annotation) -> None:
    text = made.document.text
    for mentions in (made.places, made.dates):
        for mention in mentions:
            assert text[mention.start : mention.end] == mention.text != ""
        for one, next_one in pairwise(mentions):
            assert one.end <= next_one.start


@given(_TEXTS)
@settings(max_examples=200, deadline=None)
def test_mentions_are_slices_of_any_text_in_order_and_apart(gazetteer, text):
    assert_sound(annotation(text, gazetteer))


@given(_TEXTS)
@settings(max_examples=100, deadline=None)
def test_so_are_demonyms(gazetteer, text):
    assert_sound(annotation(text, gazetteer, finder=finder(demonyms=True)))


@given(_TEXTS.map(str.upper))
@settings(max_examples=100, deadline=None)
def test_so_are_mentions_of_a_text_in_capitals(gazetteer, text):
    assert_sound(annotation(text, gazetteer))


@pytest.mark.parametrize("text", ["", " ", "P", "#", "\n", "\x00", "é", "上", "\U0001f1e6", "'"])
def test_a_text_of_one_character_names_nothing(gazetteer, text):
    made = annotation(text, gazetteer)

    assert (made.places, made.dates) == ((), ())


@given(_TEXTS)
@settings(max_examples=50, deadline=None)
def test_a_huge_text_is_read_in_blocks_with_the_right_offsets(gazetteer, text):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(places, "BLOCK", 40)
        assert_sound(annotation(f"{text}. He left Vienna for Paris.", gazetteer))


@pytest.mark.parametrize("text", ["1A", "3B.", "A1 2B", "“4C”"])
def test_a_name_of_a_number_is_no_stumbling_block(gazetteer, text):
    assert_sound(annotation(text, gazetteer))


def test_each_block_yields_its_mentions(gazetteer, monkeypatch):
    text = "They met in Vienna on Monday. " * 20
    monkeypatch.setattr(places, "BLOCK", 100)

    found = annotation(text, gazetteer).places

    assert [m.start for m in found] == list(range(12, len(text), 30))


def test_a_line_that_comes_again_yields_its_mentions_again(gazetteer):
    line = "Shells fell near Vardenis / Sotk in Armenia, said Armenia.\n\n"

    found = annotation(line * 3, gazetteer).places

    assert [m.text for m in found] == [m.text for m in found[: len(found) // 3]] * 3
    assert {m.start % len(line) for m in found} == {m.start for m in found[: len(found) // 3]}

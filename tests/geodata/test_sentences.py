"""Document -> sentences as read, each leading back to its place in the text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.layout import read_layout
from geodata.records import Document, Furniture
from geodata.sentences import LONGEST, split


def readings(text: str, *furniture: Furniture) -> list[str]:
    return [s.reading for s in split(Document("a.txt", text, furniture=furniture))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells fell. Nobody was hurt.", ["Shells fell.", "Nobody was hurt."]),
        ("The U.S. President left Nov. 9 at 5 p.m. for Goris.", 1),
        ("Troops left on Nov. 9. They had come by road.", 2),
        ("He met Gen. Petrov and Mr. Aydin in St. Petersburg.", 1),
        ("It was sent to the U.S. The reply came late.", 2),
        ("“We hold the town.” The ministry denied it.", 2),
        ("Was it true? Nobody knew!", 2),
        ("J. R. Smith said no. Others agreed.", 2),
        ("Prices rose 3.5 percent. Wages did not.", 2),
    ],
)
def test_sentences_end_where_a_reader_would_stop(text, expected):
    found = readings(text)

    assert (found if isinstance(expected, list) else len(found)) == expected


def test_broken_lines_are_closed_up():
    assert readings("Convoys reached the\ntown of Lachin.") == [
        "Convoys reached the town of Lachin."
    ]


def test_a_name_broken_at_its_hyphen_is_whole():
    sentence = split(Document("a", "It fell on Nagorno-\nKarabakh again."))[0]

    start = sentence.reading.index("Nagorno-Karabakh")

    assert sentence.span(start, start + 16) == (11, 28)


def test_a_sentence_goes_on_behind_furniture():
    text = "Fighting flared in Nagorno-\n\nwww.example.org/x\n\nKarabakh at night."
    start = text.index("www")

    assert readings(text, Furniture(start, start + 17, "address")) == [
        "Fighting flared in Nagorno-Karabakh at night."
    ]


def test_a_headline_is_a_heading_and_no_sentence_of_the_text_below():
    first, second = split(Document("a", "Bridge reopens near Goris\n\nThe bridge reopened today."))

    assert (first.kind, first.reading) == ("heading", "Bridge reopens near Goris")
    assert second.kind == "prose"


def test_no_sentence_is_longer_than_a_stage_can_bear():
    assert max(len(r) for r in readings("x" * 50_000)) <= LONGEST


@given(st.text(alphabet=st.sampled_from("aB.-\n ”“!?,;'(9éШ\t\r"), max_size=300))
def test_every_character_leads_back_to_the_text(text):
    layout = read_layout(text)
    document = Document("a", text, sections=layout.sections, furniture=layout.furniture)

    for sentence in split(document):
        for index, character in enumerate(sentence.reading):
            written = text[sentence.offset(index)]
            assert written == character or (character == " " and written.isspace())


@given(st.text(max_size=200))
def test_any_text_splits_in_order(text):
    sentences = split(Document("a", text))

    assert all(a.end <= b.start for a, b in pairwise(sentences))
    assert all(0 <= s.start < s.end <= len(text) for s in sentences)

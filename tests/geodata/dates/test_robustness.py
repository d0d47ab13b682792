"""Any text at all: right offsets, no crash, time in step with its length."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.dates import find_dates
from geodata.dates.lexicon import CLASSES
from geodata.records import Document
from geodata.sentences import split

WORDS = sorted(word for words in CLASSES.values() for word in words.split())
NUMBERS = ["0", "9", "31", "32", "94", "490", "1", "1999", "2020", "'89", "9th", "1990s", "BC"]
NUMBERS += ["2020-11-09", "31.02.2020", "99999999999", "10:30", "Nov.", "May", "\n", "  ", "٣", "é"]
PHRASES = st.lists(st.sampled_from([*WORDS, *NUMBERS]).map(str), min_size=1, max_size=14).map(
    " ".join
)
DAYS = st.none() | st.sampled_from([date(2020, 2, 29), date.min, date.max, date(2020, 11, 16)])


def check(text, published):
    document = Document("a", text, published=published)
    mentions = find_dates(document, split(document))
    assert all(m.text == text[m.start : m.end] != "" for m in mentions)
    ends = [0, *(m.end for m in mentions)]
    assert all(end <= m.start for end, m in zip(ends, mentions, strict=False))


@given(PHRASES, DAYS)
def test_any_words_of_the_calendar_are_read_without_a_crash(text, published):
    check(text, published)


@given(PHRASES.map(str.title), DAYS)
def test_capitals_make_no_difference_to_that(text, published):
    check(text, published)


@given(st.text(max_size=300), DAYS)
def test_any_text_has_right_offsets(text, published):
    check(text, published)


@pytest.mark.parametrize("piece", ["1", "2020 ", "the last ", "2 and ", "Nov. ", "ноября ", "'8"])
def test_time_grows_with_the_length(piece):
    def seconds(times):
        document = Document("a", piece * times, published=date(2020, 11, 16))
        sentences = split(document)
        start = time.process_time()
        find_dates(document, sentences)
        return time.process_time() - start

    seconds(1000)
    assert seconds(40_000) < 10 * seconds(10_000) + 0.2

"""Texts as a search reads them, and the way back; `tests/js/find_text.test.js` has the same."""

import pytest

from dashboard.folding import Offsets, fold, terms


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Şuşa, Xankəndi; Nagorno-Karabakh", "susa, xankendi; nagorno karabakh"),
        ("S\u0327us\u0327a Ёлка й", "susa елка и"),
        ("STRASSE Straße ΣΊΣΥΦΟΣ İstanbul ılıca", "strasse strasse σισυφοσ istanbul ilica"),
        ("Երևան", "երեւան"),
        ("co\u00adoperate don’t ﬁre１２", "cooperate don't fire12"),
        ("a\tb\u00a0c\r\nd", "a b c  d"),
    ],
)
def test_texts_are_folded_as_javascript_folds_them(text, folded):
    assert fold(text) == folded


def spans(query, text):
    (term,) = terms(query)
    offsets = Offsets(text)
    return [text[slice(*offsets.span(*span))] for span in term.spans(fold(text))]


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("susa", "In Şuşa; S\u0327us\u0327a; ŞUŞA", ["Şuşa", "S\u0327us\u0327a", "ŞUŞA"]),
        ("strasse", "Die große Straße endet", ["Straße"]),
        ("երեւան", "Երևանում", ["Երևան"]),
        ("北京", "😀他在北京说", ["北京"]),
        ("ракета", "Ракета, ракеты", ["Ракета"]),
        ("guns", "co\u00adn\u00advoy gu\u00adns", ["gu\u00adns"]),
        ("nagorno-karabakh", "of Nagorno-\nKarabakh and", ["Nagorno-\nKarabakh"]),
        ("art", "party artillery", ["art"]),
    ],
)
def test_what_is_found_is_a_slice_of_the_text(query, text, found):
    assert spans(query, text) == found


def test_words_in_quotes_follow_each_other():
    assert [t.words for t in terms("aid “Red Cross” aid")] == [("aid",), ("red", "cross")]
    assert terms(' " ') == ()

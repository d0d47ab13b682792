import pytest

from geodata.dates.tokens import CODES, OTHER, tokenize

NAMES = {code: name for name, code in CODES.items()} | {OTHER: "OTHER"}


def classes(text):
    return [NAMES[code] for code in tokenize(text).codes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9 Nov. 2020", ["DAY", "SHORTMONTH", "DOT", "YEAR"]),
        ("2020-11-09", ["ISO"]),
        ("08.01.2021", ["NUMERIC"]),
        ("the 1990s", ["THE", "DECADE"]),
        ("'89", ["SHORTYEAR"]),
        ("10:30 p.m. Monday", ["CLOCK", "WEEKDAY"]),
        ("44 B.C.", ["NUM", "ERA"]),
        ("1,960 men", ["AMOUNT", "OTHER"]),
        ("$5, 7%, 3.5", ["AMOUNT", "COMMA", "AMOUNT", "COMMA", "AMOUNT"]),
        ("may May", ["OTHER", "MONTH"]),
        ("192.168.10.12", ["AMOUNT", "DOT", "AMOUNT"]),
    ],
)
def test_words_and_numbers_have_classes(text, expected):
    assert classes(text) == expected


def test_tokens_stand_where_they_were_read():
    tokens = tokenize("On Nov. 9")

    assert [tokens.reading[s:e] for s, e in zip(tokens.starts, tokens.ends, strict=True)] == [
        "On",
        "Nov",
        ".",
        "9",
    ]

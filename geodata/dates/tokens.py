"""The words and numbers of a sentence, each with the class that the grammar knows it by.

A sentence becomes a string of codes, one character a token, so that the grammar's rules are plain
regular expressions over classes: "9 November 2020" is ``DAY MONTH YEAR``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from geodata.dates.lexicon import AMBIGUOUS_MONTHS, CLASSES, SHORT_MONTHS

_NUMBERS = ("ISO", "NUMERIC", "CLOCK", "AMOUNT", "DECADE", "ORDINAL", "SHORTYEAR", "ERA")
_DIGITS = ("DAY", "NUM", "YEAR")
OTHER = "."
CODES: dict[str, str] = {
    name: chr(0x100 + at) for at, name in enumerate((*CLASSES, *_NUMBERS, *_DIGITS, "QUARTERNAME"))
}
_CODE_OF_WORD = {word: CODES[name] for name, words in CLASSES.items() for word in words.split(" ")}
_CODE_OF_WORD.update(dict.fromkeys(("bc", "bce"), CODES["ERA"]))
_CAPITALISED = AMBIGUOUS_MONTHS | SHORT_MONTHS.keys() | {"bc", "bce"}

_TOKEN = re.compile(
    r"""
    (?P<word>[^\W\d_]{2,})
  | (?=[\d$£€¥'’QHBA])(?:  # with what they begin, so that blanks and signs try none of them
    (?P<ISO>(?<![\d.-])[12]\d{3}-[01]\d-[0-3]\d(?![\d-])(?:T\d\d:\d\d\S{0,12})?)
  | (?P<NUMERIC>(?<![\d./:-])\d{1,2}(?P<mark>[./])\d{1,2}(?P=mark)(?:\d{4}|\d\d)(?![\d/]|\.\d))
  | (?P<CLOCK>(?<![\d.:])\d{1,2}(?::\d\d(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?|\s?[ap]\.?m\b\.?)(?![\d:]))
  | (?P<AMOUNT>[$£€¥]\s?\d+(?:[.,]\d+)*|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d+\s?%|\d{5,})
  | (?P<DECADE>\b[12]\d\d0['’]?s\b|['’]?\b[1-9]0['’]?s\b)
  | (?P<ORDINAL>\b\d{1,2}(?:st|nd|rd|th)\b)
  | (?P<SHORTYEAR>['’]\d\d\b(?!['’]))
  | (?P<QUARTERNAME>\b[QH][1-4]\b)
  | (?P<ERA>\bB\.\s?C\.?(?:E\.)?|\bA\.\s?D\.)
  | (?P<number>\d+)
  | (?P<genitive>['’]s\b)
    )
  | (?P<letter>[^\W\d_])
  | (?P<sign>[^\w\s])
    """,
    re.VERBOSE,
)


class Tokens(NamedTuple):
    """The tokens of a reading, as columns."""

    codes: str
    words: list[str]  # lower case
    starts: list[int]
    ends: list[int]
    reading: str

    def capitalised(self, at: int) -> bool:
        """Whether the token at an index, which may lie outside, begins with a capital."""
        return 0 <= at < len(self.starts) and self.reading[self.starts[at]].isupper()

    def word(self, at: int) -> str:
        """The word at an index; "" outside."""
        return self.words[at] if 0 <= at < len(self.words) else ""


def tokenize(reading: str) -> Tokens:
    """The tokens of a reading, white space left out."""
    codes: list[str] = []
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(reading):
        text = match[0]
        word = text.lower()
        codes.append(_code(match.lastgroup or "", text, word))
        words.append(word)
        start, end = match.span()
        starts.append(start)
        ends.append(end)
    return Tokens("".join(codes), words, starts, ends, reading)


def _code(group: str, text: str, word: str) -> str:
    if group == "word":
        code = _CODE_OF_WORD.get(word, OTHER)
        return OTHER if word in _CAPITALISED and text[0] == word[0] else code
    if group in ("sign", "genitive", "letter"):
        return _CODE_OF_WORD.get(word, OTHER)
    if group == "number":
        return _number_code(text)
    return CODES[group]


def _number_code(digits: str) -> str:
    if not digits.isascii():
        return OTHER
    if len(digits) == 4 and "1000" <= digits < "2200":
        return CODES["YEAR"]
    if len(digits) <= 2 and 1 <= int(digits) <= 31:
        return CODES["DAY"]
    return CODES["NUM"] if len(digits) <= 3 else CODES["AMOUNT"]

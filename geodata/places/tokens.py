"""A sentence's reading cut into words and signs, as the finder looks at them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import ne

# Initials with their full stops ("U.S.", "W.Va."); words with inner apostrophes ("O'Fallon") but
# without the possessive; the possessive; numbers; a dash that stands by itself, with the blank
# before it, so that it differs from a hyphen; any other sign.
_TOKEN = re.compile(
    r"(?:[^\W\d_]{1,2}\.){2,}"
    r"|[^\W\d_]+(?:['’](?![sS]\b)[^\W\d_]+)*"
    r"|['’][sS]\b"
    r"|\d+(?:[.,:]\d+)*\w*"
    r"|\s[-–—‑]+(?=\s)"
    r"|[^\w\s]|_+"
)
EDGE = "<>"  # stands before the first and after the last token
PADDING = 3
_PAD = [EDGE] * PADDING


class Tokens:
    """Parallel columns, padded with ``EDGE`` on both sides so that features may look beyond."""

    __slots__ = ("_spans", "_written", "capital", "lower", "reading", "text")

    def __init__(self, reading: str) -> None:
        self.reading = reading
        self._written: list[str] = _TOKEN.findall(reading)
        self.text: list[str] = [*_PAD, *self._written, *_PAD]
        self.lower: list[str] = [t.lower() for t in self.text]
        # Holds a capital letter: "iPhone" too, which harms nobody.
        self.capital: list[bool] = list(map(ne, self.text, self.lower))
        self._spans: list[tuple[int, int]] | None = None

    def rewritten(self, text: list[str]) -> Tokens:
        """The same tokens, written with other small and capital letters."""
        other = object.__new__(Tokens)
        other.reading, other.lower = self.reading, self.lower
        other._written, other._spans = self._written, self._spans
        other.text = text
        other.capital = list(map(ne, other.text, other.lower))
        return other

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where the tokens ``first`` to ``last`` (excluded) stand in the reading."""
        if self._spans is None:  # most sentences name no place, and are never asked
            self._spans = list(_located(self.reading, self._written))
        return self._spans[first - PADDING][0], self._spans[last - 1 - PADDING][1]


def _located(reading: str, words: list[str]) -> Iterator[tuple[int, int]]:
    """Where the tokens stand: only blanks are between them, so each is found from the last on."""
    end = 0
    for word in words:
        start = reading.index(word, end)
        end = start + len(word)
        yield start, end

"""A sentence's reading cut into words and signs, as the finder looks at them."""

from __future__ import annotations

import re
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

    __slots__ = ("_spans", "capital", "lower", "reading", "text")

    def __init__(self, reading: str) -> None:
        self.reading = reading
        self.text: list[str] = [*_PAD, *_TOKEN.findall(reading), *_PAD]
        self.lower: list[str] = [t.lower() for t in self.text]
        # Holds a capital letter: "iPhone" too, which harms nobody.
        self.capital: list[bool] = list(map(ne, self.text, self.lower))
        self._spans: list[tuple[int, int]] | None = None

    def rewritten(self, text: list[str]) -> Tokens:
        """The same tokens, written with other small and capital letters."""
        other = object.__new__(Tokens)
        other.reading, other.lower, other._spans = self.reading, self.lower, self._spans
        other.text = text
        other.capital = list(map(ne, other.text, other.lower))
        return other

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where the tokens ``first`` to ``last`` (excluded) stand in the reading."""
        if self._spans is None:  # most sentences name no place, and are never asked
            self._spans = [found.span() for found in _TOKEN.finditer(self.reading)]
        return self._spans[first - PADDING][0], self._spans[last - 1 - PADDING][1]

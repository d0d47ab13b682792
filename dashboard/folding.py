"""Texts as a search reads them: without case, accents and hyphens, and the way back to the text.

`find_text.js` folds the same way for the page that has no server; `tests/js/find_text.test.js` and
`tests/dashboard/test_folding.py` hold both to the same examples.

>>> fold("Şuşa, Xankəndi; Nagorno-Karabakh")
'susa, xankendi; nagorno karabakh'
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

_QUOTED = re.compile(r'["“”„«]([^"“”„«»]+)["“”»]|(\S+)')
_SPACES = frozenset("-‐‑‒–—\u2212")  # hyphens and dashes stand for a space
_ALIKE = str.maketrans("ə’‘ʼ`", "e''''")  # what case and accents do not bring together


class _Table(dict[int, str]):
    """What a character reads as: none, one or several characters."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _folded(chr(code))
        return found


def _folded(char: str) -> str:
    if char in _SPACES or char.isspace():
        return " "
    if unicodedata.category(char) == "Cf":  # soft hyphens, marks of direction
        return ""
    # as JavaScript can do it, too: "ß" reads "ss", "ς" reads "σ", "ı" reads "i"
    letters = unicodedata.normalize("NFKD", char).upper().lower()
    kept = (c for c in unicodedata.normalize("NFKD", letters) if unicodedata.category(c)[0] != "M")
    return "".join(kept).translate(_ALIKE)


_TABLE = _Table()


def fold(text: str) -> str:
    """Lower case, without accents; hyphens and every kind of white space are spaces."""
    return text.translate(_TABLE)


@dataclass(frozen=True)
class Term:
    """A word of a search, or several that must follow each other."""

    words: tuple[str, ...]  # folded

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        if len(self.words) == 1:
            return None  # str.find is ten times faster
        return re.compile(" +".join(map(re.escape, self.words)))

    def spans(self, folded: str) -> Iterator[tuple[int, int]]:
        """Where it stands in a folded text, at the beginning of words."""
        return ((start, end) for start, end in self._found(folded) if _begins(folded, start))

    def stands_in(self, folded: str) -> bool:
        """Whether it stands there at all."""
        at = folded.find(self.words[0])
        if at < 0 or (self._pattern and not all(word in folded for word in self.words)):
            return False
        if not self._pattern and _begins(folded, at):
            return True  # most often
        return any(True for _ in self.spans(folded))

    def _found(self, folded: str) -> Iterator[tuple[int, int]]:
        if self._pattern:
            yield from (match.span() for match in self._pattern.finditer(folded))
            return
        word = self.words[0]
        at = folded.find(word)
        while at >= 0:
            yield at, at + len(word)
            at = folded.find(word, at + len(word))


def terms(query: str) -> tuple[Term, ...]:
    """What a search asks for: "words in quotes" follow each other, and so do parts of one word.

    >>> [term.words for term in terms('aid “red cross” Nagorno-Karabakh')]
    [('aid',), ('red', 'cross'), ('nagorno', 'karabakh')]
    """
    found = (fold(quoted or word).split() for quoted, word in _QUOTED.findall(query))
    bare = (tuple(filter(None, (word.strip('"“”„«»') for word in words))) for words in found)
    return tuple(dict.fromkeys(Term(words) for words in bare if words))


def _begins(folded: str, start: int) -> bool:
    """Whether a word may begin here; scripts that part no words have their beginning anywhere."""
    return start == 0 or not folded[start - 1].isalnum() or _unparted(folded[start])


def _unparted(char: str) -> bool:
    """Thai, Lao, Burmese, Khmer; Japanese and Chinese."""
    return (
        "\u0e00" <= char <= "\u0eff"
        or "\u1000" <= char <= "\u109f"
        or "\u1780" <= char <= "\u17ff"
        or "\u3040" <= char <= "\u9fff"
        or "\U00020000" <= char <= "\U0003ffff"
    )


class Offsets:
    """The way from a folded text back to the text, which may be longer or shorter."""

    def __init__(self, text: str) -> None:
        self._text = text
        # None: character by character, as in most texts
        self._starts: list[int] | None = None
        if any(len(_TABLE[ord(char)]) != 1 for char in set(text)):
            self._starts = [
                at for at, char in enumerate(text) for _ in range(len(_TABLE[ord(char)]))
            ]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the text of a stretch of the folded one; accents go with their letter."""
        if self._starts is None:
            return start, end
        last = self._starts[end - 1] + 1
        while last < len(self._text) and not _TABLE[ord(self._text[last])]:
            last += 1
        return self._starts[start], last

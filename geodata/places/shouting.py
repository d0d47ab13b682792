"""Text in capitals is read as if it were written as usual: words small, names with a capital."""

from __future__ import annotations

from geodata.places.known import LARGE, NOWHERE, Names
from geodata.places.lexicon import lexicon
from geodata.places.spans import spans
from geodata.places.tokens import Tokens

KNOWN_WELL = 4.5  # prominence of a place whose name of several words is taken for it


def calmed(tokens: Tokens, names: Names) -> Tokens:
    """The same tokens, ordinary words in small letters unless they make up a well-known name."""
    kept: set[int] = set()
    for span in spans(tokens, names):
        wanted = KNOWN_WELL if span.last - span.first > 1 else LARGE
        if span.known.prominence[0] >= wanted:
            kept.update(range(span.first, span.last))
    small = [
        at not in kept and _ordinary(word) and names.nation(word) == NOWHERE
        for at, word in enumerate(tokens.lower)
    ]
    return tokens.rewritten(small)


def _ordinary(word: str) -> bool:
    flags = lexicon().get(word, "")
    return "a" in flags or "b" in flags

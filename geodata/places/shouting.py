"""Text in capitals, and a headline, read as if written as usual: words small, names as names."""

from __future__ import annotations

from geodata.places.known import LARGE, NOWHERE, Names
from geodata.places.lexicon import lexicon
from geodata.places.spans import Span, spans
from geodata.places.tokens import Tokens

KNOWN_WELL = 4.5  # prominence of a place whose name of several words is taken for it

_PARTS = frozenset("northern southern eastern western central".split())  # of a place, no names


def calmed(tokens: Tokens, names: Names) -> Tokens:
    """The same tokens, ordinary words in small letters unless they make up a well-known name."""
    small = _small(tokens, spans(tokens, names), names)
    return tokens.rewritten(
        [
            low if is_small else text if "." in low else low.capitalize()
            for text, low, is_small in zip(tokens.text, tokens.lower, small, strict=True)
        ]
    )


def quietened(tokens: Tokens, found: list[Span], names: Names) -> Tokens:
    """The tokens of a headline, its ordinary words in small letters; ``found``: its spans."""
    small = _small(tokens, found, names)
    return tokens.rewritten(
        [
            low if is_small else text
            for text, low, is_small in zip(tokens.text, tokens.lower, small, strict=True)
        ]
    )


def _small(tokens: Tokens, found: list[Span], names: Names) -> list[bool]:
    """For each token whether it is an ordinary word outside every well-known name."""
    kept: set[int] = set()
    for span in found:
        wanted = KNOWN_WELL if span.last - span.first > 1 else LARGE
        if span.known.prominence[0] >= wanted:
            kept.update(range(span.first, span.last))
    return [
        word in _PARTS or (at not in kept and _ordinary(word) and names.nation(word) == NOWHERE)
        for at, word in enumerate(tokens.lower)
    ]


def _ordinary(word: str) -> bool:
    flags = lexicon().get(word, "")
    return "a" in flags or "b" in flags

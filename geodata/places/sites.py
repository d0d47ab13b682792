"""Nouns behind a name that leave no doubt that it is somewhere: "al-Hawl refugee camp".

The corpora that the weights were learned from hardly have any: they write about the United States.
"""

from __future__ import annotations

from geodata.places.spans import Span
from geodata.places.tokens import Tokens

_SITES = frozenset(
    """
    airbase airfield airstrip barrage checkpoint countryside dam district governorate jail
    neighbourhood neighborhood oilfield prison province suburb
    """.split()
)
_CAMPS = frozenset("refugee displacement detention internment transit displaced".split())
_PAIRS = frozenset(["air base", "border crossing", "oil field", "border post", "border town"])
_IN = frozenset("in at to from near inside outside around of".split())


def is_site(tokens: Tokens, span: Span) -> bool:
    """Whether such a noun stands right behind; a party's "camp" only where one can be "in" it."""
    lower, last = tokens.lower, span.last
    noun = tokens.text[last]
    if noun in _SITES:
        return True
    if noun == "camp":
        first = span.first
        return lower[first - 1] in _IN or lower[first + 1] in {"-", "‑"}
    following = tokens.text[last + 1]
    if noun in _CAMPS:
        return following in {"camp", "camps", "centre", "center"}
    return f"{noun} {following}" in _PAIRS

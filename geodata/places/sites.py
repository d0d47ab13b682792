"""Nouns behind a name that leave no doubt that it is somewhere.

"The al-Hawl refugee camp"; "Khan Sheikhoun, a town in Idlib province".

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
_SETTLED = frozenset(
    """
    town village city suburb hamlet port district neighbourhood neighborhood settlement commune
    municipality township
    """.split()
)
_ON = frozenset(
    "in near on outside north south east west about that where with some between along , .".split()
)
_WITHIN = 6  # words of the apposition in which its noun comes
_IN = frozenset("in at to from near inside outside around of".split())


def is_site(tokens: Tokens, span: Span) -> bool:
    """Whether such a noun stands right behind; a party's "camp" only where one can be "in" it."""
    lower, last = tokens.lower, span.last
    noun = tokens.text[last]
    if noun == ",":
        return _is_explained(tokens, last + 1)
    if noun in _SITES:
        return True
    if noun == "camp":
        first = span.first
        return lower[first - 1] in _IN or lower[first + 1] in {"-", "‑"}
    following = tokens.text[last + 1]
    if noun in _CAMPS:
        return following in {"camp", "camps", "centre", "center"}
    return f"{noun} {following}" in _PAIRS


def _is_explained(tokens: Tokens, at: int) -> bool:
    """Whether "a small town in ..." begins here, and not "a city councilman"."""
    text = tokens.text
    if text[at] not in {"a", "an", "the", "another"}:
        return False
    for index in range(at + 1, min(at + _WITHIN, len(text) - 1)):
        if text[index] in _SETTLED:
            return text[index + 1] in _ON
        if not text[index][0].isalpha():
            return False
    return False

"""Words that are a place's name and never mean it: in titles of papers, wars and ships.

The trained weights weigh what stands around a name; these few are ruled out outright, because
texts about politics are full of them and the corpora disagree on them.
"""

from __future__ import annotations

from geodata.places.tokens import Tokens

_PAPERS = frozenset(
    "times post tribune herald gazette journal magazine telegraph guardian observer chronicle "
    "courier inquirer sentinel weekly daily radio broadcasting media news globe newswire "
    "independent star sun bee standard examiner dispatch ledger enquirer review insider today "
    "press tv television".split()
)
_EVENTS = frozenset(
    "war wars treaty treaties accord accords agreement agreements protocol protocols declaration "
    "convention conventions conference pact process format syndrome olympics".split()
)
_GROUPS = frozenset(["group"])
_HEADS = _PAPERS | _EVENTS | _GROUPS
_OF = _HEADS | {"voice", "bank", "duke", "duchess", "prince", "earl"}
_STATIONS = frozenset(["radio"])
_SHIPS = frozenset("uss usns hms hmcs hmas rms mv ins usat".split())
# A name goes on past these: "Convention Center", "Post Office", "Conference Room".
_GO_ON = frozenset("center centre office bureau room hall house room crimes".split())
_BODIES = frozenset(["red cross", "red crescent", "united nations", "xinhua"])
_DIRECTIONS = frozenset(["north", "south", "east", "west"])
LONGEST = 4  # words of the name after the place's


def within_title(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the tokens are part of such a name: the "Moscow" of "The Moscow Times"."""
    lower, capital = tokens.lower, tokens.capital
    if lower[last] == "syndrome" or (lower[last] == "media" and capital[first - 1]):
        return True  # "Stockholm syndrome", "Open Caucasus media"
    if lower[first - 1] in _SHIPS and capital[first - 1]:
        return True  # "USS Nashville"
    at = last
    while at < last + LONGEST and capital[at]:
        if lower[at] in _HEADS and lower[at + 1] not in _GO_ON:
            return True
        at += 1
    if lower[first - 1] == "of" and capital[first - 2] and lower[first - 2] in _OF:
        return True  # "Treaty of Versailles", "Times of Israel"
    at = first - 1
    while at > first - LONGEST and capital[at]:
        if lower[at] in _STATIONS:
            return True  # "Radio Free Europe"
        at -= 1
    return False


def is_body(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the tokens name a body that is everywhere, and some hamlet besides."""
    return " ".join(tokens.lower[first:last]) in _BODIES


def is_direction(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the one token is a point of the compass: "the West", which no map shows."""
    return last - first == 1 and tokens.lower[first] in _DIRECTIONS

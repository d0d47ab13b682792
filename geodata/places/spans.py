"""Where the gazetteer's names occur in a sentence: every span that some place is called."""

from __future__ import annotations

import re
from typing import NamedTuple

from geodata.gazetteer.names import normalise, word_key
from geodata.places.days import within_date
from geodata.places.known import Known, Names
from geodata.places.titles import is_body, is_direction, within_title
from geodata.places.tokens import PADDING, Tokens

LONGEST = 7  # words in a name
# Words that stand in small letters inside a name.
INNER = frozenset(
    "of the and de del della di da do dos das la le les los las el al an am im in on upon under "
    "sur sous en aux à du der den und bei ob op aan ten ter van von by e y i a au d l cum "
    "next ez az as ash ad ar at ed es ul".split()
)
# The Arabic article as it sounds, in small letters before a hyphen.
_ARTICLES = frozenset("al el as ash ad adh at ath ar az an es esh ed et er ez en".split())
_HYPHENS = frozenset("-–‑")
_POSSESSIVE = frozenset(["'s", "’s"])
_GO_ON = _HYPHENS | _POSSESSIVE | {"."}
_DASHES = frozenset(["--", " –", " —", " -", " --", "–", "—"])
DATELINE = 9  # tokens after the first name of a dateline in which its dash or bracket comes
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


class Span(NamedTuple):
    """Tokens ``first`` to ``last`` (excluded) of a sentence bear a name of the gazetteer."""

    first: int
    last: int
    key: str
    known: Known
    hashtag: bool = False


def spans(tokens: Tokens, names: Names) -> list[Span]:
    """Every span in order of its start; spans may overlap."""
    found: list[Span] = []
    text = tokens.text
    for first in range(PADDING, len(text) - PADDING):
        if not tokens.capital[first]:
            continue
        before = text[first - 1]
        if before == "#":
            found.extend(_hashtag(tokens, first, names))
        elif before != "@":
            if before in _HYPHENS and text[first - 2] in _ARTICLES:
                found.extend(_with_article(tokens, first, names))
            found.extend(_from(tokens, first, names))
    return found


def _with_article(tokens: Tokens, first: int, names: Names) -> list[Span]:
    """The spans that begin with the article before: "al-Hawl"."""
    words, lasts = _words(tokens, first - 2)
    return [span for span in _bearing(tokens, first - 2, words, lasts, names) if span.last > first]


def _hashtag(tokens: Tokens, first: int, names: Names) -> list[Span]:
    key = normalise(apart(tokens.text[first]))
    known = names.known(key)
    return [Span(first, first + 1, key, known, True)] if known else []


def apart(hashtag: str) -> str:
    """Its words: "SouthSudan" is South Sudan."""
    return " ".join(_CAMEL.split(hashtag))


def _from(tokens: Tokens, first: int, names: Names) -> list[Span]:
    after = tokens.text[first + 1]
    if not (tokens.capital[first + 1] or after in _GO_ON or after in INNER):
        return _alone(tokens, first, names)
    words, lasts = _words(tokens, first)
    found = _bearing(tokens, first, words, lasts, names)
    owned = lasts[-1] if lasts else 0
    if owned and tokens.text[owned] in _POSSESSIVE:  # "Martha's Vineyard", but "India's Assam"
        longer = _bearing(tokens, first, *_words(tokens, first, owned), names)
        found += [span for span in longer if span.last > owned and " " in span.key]
    return found


def _bearing(
    tokens: Tokens, first: int, words: list[str], lasts: list[int], names: Names
) -> list[Span]:
    """The spans of these words that bear a name of the gazetteer."""
    found: list[Span] = []
    for count in range(1, names.longest(words) + 1):
        key = " ".join(words[:count])
        last = lasts[count - 1]
        known = names.known(key) if last else None
        if known and not _other(tokens, first, last):
            found.append(Span(first, _with_stop(tokens, first, last, known), key, known))
    return found


def _alone(tokens: Tokens, first: int, names: Names) -> list[Span]:
    """The one word, where no name can go on behind it: the usual case, and quick."""
    key = word_key(tokens.lower[first])
    known = names.known(key)
    if known is None or _other(tokens, first, first + 1):
        return []
    return [Span(first, _with_stop(tokens, first, first + 1, known), key, known)]


def _other(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the words belong to something that is no place."""
    return (
        within_title(tokens, first, last)
        or within_date(tokens, first, last)
        or is_direction(tokens, first, last)
        or is_body(tokens, first, last)
    )


def _with_stop(tokens: Tokens, first: int, last: int, known: Known) -> int:
    """The full stop belongs to a name that is shortened: "Calif.", not "the UK."."""
    word = tokens.text[last - 1]
    shortened = known.shortened and last - first == 1 and not word.isupper() and len(word) < 6
    return last + 1 if shortened and tokens.text[last] == "." else last


def _words(tokens: Tokens, first: int, joined: int = 0) -> tuple[list[str], list[int]]:
    """The words from here on that one name may hold, and the token after each, or 0 inside one.

    The possessive at the token ``joined`` belongs to the name.
    """
    text, lower, capital = tokens.text, tokens.lower, tokens.capital
    words: list[str] = []
    lasts: list[int] = []
    at = first
    while len(words) < LONGEST:
        word = text[at]
        if capital[at] or word in INNER:
            pieces = word_key(lower[at]).split()  # "W.Va." is two words to the gazetteer
            if not pieces:
                break
            words.extend(pieces)
            lasts.extend([0] * (len(pieces) - 1))
            lasts.append(at + 1)
        elif joined and at == joined:
            words[-1] += "s"
            lasts[-1] = at + 1
        elif word == ".":
            if len(text[at - 1]) > 5 or not capital[at + 1]:
                break
        elif word not in _HYPHENS:
            break
        at += 1
    while len(words) > 1 and lasts[-1] and text[lasts[-1] - 1] in INNER:
        words.pop()
        lasts.pop()
    return words, lasts


def is_dateline(tokens: Tokens, j: int) -> bool:
    """Whether a dash or an agency in brackets follows soon: "GOMA, Congo (Reuters) - ..."."""
    return any(word in _DASHES or word == "(" for word in tokens.text[j : j + DATELINE])

"""Words for a people ("Armenian", "South Koreans") as mentions, for those who want them.

Off unless asked for: "Armenian officials met in Geneva" happened in Geneva. A demonym stands for
people, so its role is never the literal one, and no event is put where it leads.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from geodata.places.known import Names
from geodata.places.titles import within_title
from geodata.places.tokens import PADDING, Tokens
from geodata.records import Document, PlaceMention, Sentence

LONGEST = 3  # words
SURE = 0.85  # share that the gold of LGL (.69) and GeoWebNews (.98) has as demonyms, too
_COMPASS = frozenset("western westerner westerners eastern northern southern".split())


def with_demonyms(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[PlaceMention],
    names: Names,
) -> tuple[PlaceMention, ...]:
    """The mentions and, where none of them stands, the demonyms; in the order of the text."""
    ends = [mention.end for mention in mentions]
    added = []
    for sentence in sentences:
        for demonym in _of_sentence(document, sentence, names):
            at = bisect_right(ends, demonym.start)
            if at == len(mentions) or mentions[at].start >= demonym.end:
                added.append(demonym)
    return tuple(sorted([*mentions, *added], key=lambda mention: mention.start))


def _of_sentence(document: Document, sentence: Sentence, names: Names) -> Iterator[PlaceMention]:
    tokens = Tokens(sentence.reading)
    first = PADDING
    while first < len(tokens.text) - PADDING:
        last = _last(tokens, first, names)
        if last and not within_title(tokens, first, last):
            yield _mention(document, sentence, tokens, first, last, names)
        first = last or first + 1


def _last(tokens: Tokens, first: int, names: Names) -> int:
    """The token behind the longest demonym that begins here; 0 if none does."""
    for last in range(first + LONGEST, first, -1):
        key = _key(tokens, first, last)
        if all(tokens.capital[first:last]) and key not in _COMPASS and names.people(key):
            return last
    return 0


def _key(tokens: Tokens, first: int, last: int) -> str:
    return " ".join(tokens.lower[first:last])


def _mention(
    document: Document, sentence: Sentence, tokens: Tokens, first: int, last: int, names: Names
) -> PlaceMention:
    a, b = tokens.span(first, last)
    start, end = sentence.span(a, b)
    return PlaceMention(
        start=start,
        end=end,
        text=document.text[start:end],
        toponym=sentence.reading[a:b],
        role="metonym",
        confidence=SURE,
        candidates=names.people(_key(tokens, first, last)),
    )

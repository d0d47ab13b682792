"""Document -> DateMentions: find, read and anchor every date expression, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from geodata.dates import days, deictic, periods, steps, windows
from geodata.dates.context import Context, is_day_first, is_narrative
from geodata.dates.grammar import Found, search
from geodata.dates.lexicon import TRIGGERS
from geodata.dates.ranges import joined
from geodata.dates.timexes import Timex
from geodata.dates.tokens import tokenize
from geodata.dates.values import Point
from geodata.records import DateMention, Document, Sentence

_READERS: dict[str, Callable[[Found, Context], list[Timex]]] = {
    name.removeprefix("read_"): reader
    for module in (days, periods, deictic, steps, windows)
    for name, reader in vars(module).items()
    if name.startswith("read_")
}
_READERS |= {"days_of_month": days.read_days, "month_days": days.read_days}
OPENING = 2  # tokens: "In 1943," or "By late 1943,"
_WORD = re.compile(r"[a-z]{3,}")
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(
    r"(?<![\d,.])[12]\d{3}(?!\d|,\d)|\d[./-]\d\d?[./-]\d|\d(?:0s|th|st|nd|rd)\b|['’]\d\d\b|\d\s?B\.?C"
)


def find_dates(document: Document, sentences: tuple[Sentence, ...]) -> tuple[DateMention, ...]:
    """Every date expression of a document, in order."""
    context = Context(not_after=document.not_after, day_first=is_day_first(document))
    narrative = is_narrative(document)
    mentions: list[DateMention] = []
    paragraph = -1
    for sentence in sentences:
        if not _may_hold_a_date(sentence.reading):
            continue
        context.day = sentence.section.day or document.published
        context.narrative = narrative and not sentence.section.day
        if sentence.paragraph != paragraph and context.day and not context.narrative:
            context.last = None  # a paragraph of news counts from its day again
        paragraph = sentence.paragraph
        mentions += _mentions(document, sentence, context)
    return tuple(mentions)


def _may_hold_a_date(reading: str) -> bool:
    """A cheap look that spares most sentences the grammar."""
    if not TRIGGERS.isdisjoint(_WORD.findall(reading.lower())):
        return True
    return _DIGIT.search(reading) is not None and _NUMBER.search(reading) is not None


def _mentions(document: Document, sentence: Sentence, context: Context) -> Iterator[DateMention]:
    for found, timex in _timexes(sentence.reading, context):
        tokens = found.tokens
        first, last = timex.start or 0, timex.end or 1
        start, end = sentence.span(tokens.starts[first], tokens.ends[last - 1])
        yield DateMention(
            start=start,
            end=end,
            text=document.text[start:end],
            value=timex.value,
            type=timex.type,
            interval=timex.days,
            basis="heading" if sentence.kind == "heading" else timex.basis,
            reason=timex.reason,
        )


def _timexes(reading: str, context: Context) -> list[tuple[Found, Timex]]:
    tokens = tokenize(reading)
    read: list[tuple[Found, Timex]] = []
    at = 0
    while found := search(tokens, at):
        timexes = _READERS[found.rule](found, context)
        at = found.match.end() if timexes else found.match.start() + 1
        for timex in timexes:
            if timex.point:
                context.remember(timex.point, _sets_scene(found, timex.point, context))
            start = found.match.start() if timex.start is None else timex.start
            end = found.match.end() if timex.end is None else timex.end
            read.append((found, timex._replace(start=_article(found, start), end=end)))
    return joined(read)


def _article(found: Found, start: int) -> int:
    """The first token without the article of "the 9 November declaration"."""
    bare = found.rule in _BARE and found.tokens.word(start) == "the" and not found.has("edge")
    return start + bare


_BARE = frozenset("day days_of_month month_days month year_range numeric iso".split())


def _sets_scene(found: Found, at: Point, context: Context) -> bool:
    """Whether the narrative moves to a date: to a bare year only where it opens the sentence."""
    return bool(at.month) or context.year is None or found.match.start() <= OPENING

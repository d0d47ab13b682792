"""What a page's layout tells: furniture, dated sections, the headline, the publication date.

Pages that were saved or printed carry more than their article: addresses between the halves of a
word, a sidebar of other articles' headlines, an appeal for money. It is marked, never removed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from geodata.dates import heading_day, parse_date
from geodata.records import Furniture, Section

LINE = 400  # characters; a longer line is a paragraph and nothing else
HEADLINE = 160  # characters
TOP = 8  # lines with text in which a publication date is looked for

_ADDRESS = re.compile(r"(?:https?://|www\.|\bpic\.twitter\.com/)[^\s<>\"“”)]*[^\s<>\"“”)'’.,;:!?]")
_CREDIT = re.compile(
    r"""\s*(?: with\ (?:additional\ )?report(?:ing|s)\ (?:by|from)\b
        | (?:related|see\ also|read\ (?:more|also|next))\b[^:\n]{0,20}:
        | \[read\ more | embed: | \(?photos?\ credit | \(photo | image\ source
        | (?:image|photo)s?:\  )""",
    re.IGNORECASE | re.VERBOSE,
)
_SIDEBAR = re.compile(
    r"""\s*(?: (?:latest|most\ read|most\ popular|top|more|recent|related|trending|popular|other)
          (?:\s+(?:news|stories|articles|posts|headlines|on\ this|topics))+
        | (?:trending|most\ read|read\ next)\s*$ )""",
    re.IGNORECASE | re.VERBOSE,
)
_CUES = re.compile(
    r"""\b(?: support\ (?:us|our|the) | donate | donation | subscri(?:be|ption) | sign\ up
        | newsletter | all\ rights\ reserved | copyright | follow\ us | share\ (?:this|on)
        | cookies? | privacy\ policy | terms\ of\ (?:use|service) | our\ journalists
        | independent\ journalism | as\ little\ as | become\ a\ (?:member|patron|supporter)
        | advertis(?:e|ement) | contact\ us | download\ (?:our|the)\ app | we\ need\ your\ help
        | log\ ?in | patreon | funding\ is )\b | ©""",
    re.IGNORECASE | re.VERBOSE,
)
_ENDS = re.compile(r"[.!?…:;,][\"'”’»)\]]*$")
_ANALYSIS = re.compile(r"\b(?:analysis|opinion|commentary|background|explainer)\b", re.IGNORECASE)
_YEAR_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)/\d{1,2}(?:/|\b)")
_MONTHS = "Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec"
_FULL_DATE = re.compile(rf"\b(?:{_MONTHS})[a-z]*\.?(?: \d{{1,2}},)? ((?:19|20)\d\d)\b")


class Line(NamedTuple):
    """A line of the text without the white space around it, and its offsets."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Layout:
    """What the layout of a text tells."""

    furniture: tuple[Furniture, ...]
    sections: tuple[Section, ...]
    headline: str | None
    published: date | None
    not_after: date | None


def read_layout(
    text: str, *, published: date | None = None, furniture: Iterable[Furniture] = ()
) -> Layout:
    """The layout of a text; ``published`` and ``furniture`` are what the file itself says."""
    lines = _lines(text)
    marked = _merge([*furniture, *_furniture(lines)])
    news = [line for line in lines if line.words and not _covered(line, marked)]
    article, stamps = _behind(news, marked)
    known = published or _published(article)
    sections = _sections(text, _dated_headings(article), _year(text, known))
    if len(sections) > 1 and not known:
        known = max((s.day for s in sections if s.day), default=None)
    marked = _merge([*marked, *(Furniture(line.start, line.end, "stamp") for line in stamps)])
    bound = max((day for line in stamps if (day := parse_date(line.words))), default=None)
    headline = _headline(text, article)
    return Layout(marked, sections, headline, known, None if known else bound)


def _lines(text: str) -> list[Line]:
    lines, start = [], 0
    for raw in text.split("\n"):
        words = raw.strip()
        lead = len(raw) - len(raw.lstrip()) if words else 0
        lines.append(Line(start + lead, start + lead + len(words), words))
        start += len(raw) + 1
    return lines


def _furniture(lines: Sequence[Line]) -> Iterator[Furniture]:
    yield from _addresses(lines)
    yield from _credits(lines)
    yield from _sidebars(lines)
    yield from _footer(lines)


def _addresses(lines: Iterable[Line]) -> Iterator[Furniture]:
    for line in lines:
        if "://" in line.words or "www." in line.words or "pic.twitter" in line.words:
            for match in _ADDRESS.finditer(line.words):
                start = line.start + match.start()
                yield Furniture(start, line.start + match.end(), "address")


def _credits(lines: Sequence[Line]) -> Iterator[Furniture]:
    """Credits and pointers to other pages; a credit may run on to the next line or two."""
    for at, line in enumerate(lines):
        if len(line.words) <= LINE and _CREDIT.match(line.words):
            last = at
            while (
                last + 1 < len(lines)
                and last - at < 2
                and lines[last + 1].words
                and not _ENDS.search(lines[last].words)
            ):
                last += 1
            yield Furniture(line.start, lines[last].end, "credit")


def _sidebars(lines: Sequence[Line]) -> Iterator[Furniture]:
    """Runs of at least three headlines that each have a date on a line of its own.

    The line that says "Latest news" belongs to it, even where the first headline is glued to it.
    """
    at = 0
    while at < len(lines):
        last, pairs = _headline_run(lines, at)
        if pairs >= 3:
            first = at
            while first > 0 and _SIDEBAR.match(lines[first - 1].words):
                first -= 1
            yield Furniture(lines[first].start, lines[last].end, "sidebar")
            at = last + 1
        elif _SIDEBAR.fullmatch(lines[at].words):
            yield Furniture(lines[at].start, lines[at].end, "sidebar")
            at += 1
        else:
            at += 1


def _headline_run(lines: Sequence[Line], at: int) -> tuple[int, int]:
    """The last line of a run of headline and date that starts here, and how many pairs it has."""
    last, pairs, scan = at, 0, at
    while scan < len(lines):
        title = lines[scan].words
        if not title or len(title) > HEADLINE + 40 or parse_date(title):
            break
        below = scan + 1
        while below < len(lines) and not lines[below].words:
            below += 1
        if below >= len(lines) or below - scan > 2 or not parse_date(lines[below].words):
            break
        last, pairs, scan = below, pairs + 1, below + 1
        while scan < len(lines) and not lines[scan].words:
            scan += 1
    return last, pairs


def _footer(lines: Sequence[Line]) -> Iterator[Furniture]:
    """From the first of the last lines that ask for money, or speak of rights and cookies."""
    filled = [line for line in lines if line.words]
    tail = filled[-min(12, max(3, len(filled) // 3)) :] if len(filled) > 3 else []
    asking = [line for line in tail if _asks(line.words)]
    if not asking:
        return
    first = filled.index(asking[0])
    if first > 0 and _is_heading(filled[first - 1].words) and filled[first - 1] in tail:
        first -= 1
    if all(_asks(line.words) or _is_heading(line.words) for line in filled[first:]):
        yield Furniture(filled[first].start, filled[-1].end, "footer")


def _asks(words: str) -> bool:
    cues = len({match.group().lower() for match in _CUES.finditer(words[:2000])})
    return cues >= 2 or (cues == 1 and len(words) < 60)


def _is_heading(words: str) -> bool:
    return 0 < len(words) <= HEADLINE and not _ENDS.search(words)


def _behind(
    news: Sequence[Line], furniture: Sequence[Furniture]
) -> tuple[Sequence[Line], Sequence[Line]]:
    """The article, and the date lines that come only behind a sidebar or a footer.

    Those are stamps of the day on which the page was saved: the text is no younger.
    """
    ends = [piece.end for piece in furniture if piece.reason in {"sidebar", "footer"}]
    tail = [line for line in news if ends and line.start >= ends[-1]]
    if tail and len(tail) < len(news) and all(parse_date(line.words) for line in tail):
        return news[: -len(tail)], tail
    return news, ()


def _published(article: Sequence[Line]) -> date | None:
    """The full date that stands alone among the first lines, or on the last one."""
    for line in (*article[:TOP], *article[-1:]):
        if day := parse_date(line.words):
            return day
    return None


def _dated_headings(news: Sequence[Line]) -> list[tuple[Line, tuple[int | None, int, int]]]:
    """Lines that start a day: those of an update that runs over days, not one lone date line."""
    found = [
        (line, day)
        for line in news
        if len(line.words) <= 90 and (day := heading_day(line.words)) is not None
    ]
    return found if len({day for _, day in found}) > 1 else []


def _year(text: str, published: date | None) -> int | None:
    """The year that headings without one mean: the publication's, else the text's commonest."""
    if published:
        return published.year
    years = Counter(_FULL_DATE.findall(text))
    years.update(_YEAR_IN_ADDRESS.findall(text))
    return int(years.most_common(1)[0][0]) if years else None


def _sections(
    text: str,
    headings: Sequence[tuple[Line, tuple[int | None, int, int]]],
    year: int | None,
) -> tuple[Section, ...]:
    starts = [line.start for line, _ in headings]
    ends = [*starts[1:], len(text)][: len(starts)]
    sections = [
        Section(
            start=line.start,
            end=end,
            day=_day(day, year),
            heading=(line.start, line.end),
            kind="analysis" if _ANALYSIS.search(line.words) else "news",
        )
        for (line, day), end in zip(headings, ends, strict=True)
    ]
    if not sections or sections[0].start > 0:
        first = sections[0].start if sections else len(text)
        sections.insert(0, Section(0, first))
    return tuple(sections)


def _day(numbers: tuple[int | None, int, int], year: int | None) -> date | None:
    said, month, day = numbers
    chosen = said or year
    try:
        return date(chosen, month, day) if chosen else None
    except ValueError:  # 29 February of a common year
        return None


def _headline(text: str, article: Sequence[Line]) -> str | None:
    """The first line, if it is short and a blank line or a date comes after it."""
    if len(article) < 2 or len(article[0].words) > HEADLINE or heading_day(article[0].words):
        return None
    between = text[article[0].end : article[1].start]
    alone = between.count("\n") > 1 or parse_date(article[1].words) is not None
    return article[0].words if alone and not article[0].words.endswith(".") else None


def _covered(line: Line, furniture: Sequence[Furniture]) -> bool:
    at = bisect_right(furniture, line.start, key=lambda piece: piece.start) - 1
    return at >= 0 and furniture[at].end >= line.end


def _merge(pieces: Iterable[Furniture]) -> tuple[Furniture, ...]:
    """In order and disjoint; where two overlap they become one with the first's reason."""
    merged: list[Furniture] = []
    for piece in sorted(pieces, key=lambda f: (f.start, -f.end)):
        if piece.start >= piece.end:
            continue
        if merged and piece.start < merged[-1].end:
            last = merged[-1]
            merged[-1] = Furniture(last.start, max(last.end, piece.end), last.reason)
        else:
            merged.append(piece)
    return tuple(merged)

r"""Document -> sentences, as a reader reads them, each leading back to its place in the text.

Lines that were broken for print are closed up, furniture is passed over, and what stands on both
sides of it is joined where the sentence plainly goes on.

>>> from geodata.records import Document
>>> [s.reading for s in split(Document("a", "It fell on Nagorno-\nKarabakh. Nobody was hurt."))]
['It fell on Nagorno-Karabakh.', 'Nobody was hurt.']
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from geodata.records import Document, Section, Sentence

LONGEST = (
    4000  # characters; what is longer is no sentence, and is cut so that no stage chokes on it
)
HEADING = 110  # characters; a line that is longer is no heading

# Abbreviations after which a sentence never ends, and those after which it may.
_NEVER = frozenset(
    """
    mr mrs ms dr prof gen col lt maj capt sgt cpl adm cmdr gov sen rep rev hon pres st ste mt
    ft no nos vs jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs
    fri sat sun art fig vol approx ca cf e.g i.e al supt det insp messrs mme mlle sr dist ave
    blvd rd
    """.split()
)
_MAYBE = frozenset(
    """
    u.s u.k u.n e.u u.a.e u.s.a u.s.s.r a.m p.m inc co corp ltd jr bros etc ala ariz ark calif
    colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev n.h n.j n.m
    n.y n.c n.d okla ore pa r.i s.c s.d tenn tex vt va wash w.va wis wyo ont que alta sask d.c
    b.c ph.d m.d b.a
    """.split()
)
_STARTERS = frozenset(
    """
    the a an in on at it he she they we i this that these those but and as after before when
    while if for from with by his her its their our there here however meanwhile earlier later
    more most some many all no not one two three both several according under over since last
    next since until despite although though also
    """.split()
)
_OPENERS = "\"'“‘«([—–-"
_BOUNDARY = re.compile(r"(?:[.!?…]+[\"'”’»)\]]*)(?=\s)|[։।。！？](?=.)")
_BEFORE_WORD = re.compile(r"[\s(\[“\"'‘«/—–]")
_ENDS = re.compile(r"[.!?…:;։][\"'”’»)\]]*$")
_INITIAL = re.compile(r"^(?:[A-Z]\.-?)*[A-Z]$")
_CREDIT = re.compile(r"^[—–-]{1,2}\s.{0,60}\(@\w+\)")


class _Segment(NamedTuple):
    """A stretch of one line, without the white space around it."""

    start: int
    end: int


class _Block(NamedTuple):
    """Lines that read on without a break."""

    segments: list[_Segment]
    heading: bool


def split(document: Document) -> tuple[Sentence, ...]:
    """The sentences of a document in order, headings among them, furniture left out."""
    sections = document.sections or (Section(0, len(document.text), None),)
    headings = {s.heading[0] for s in sections if s.heading}
    sentences: list[Sentence] = []
    at = 0
    for paragraph, block in enumerate(_blocks(document, headings)):
        start = block.segments[0].start
        while at + 1 < len(sections) and sections[at + 1].start <= start:
            at += 1
        sentences.extend(_sentences(document.text, block, sections[at], paragraph))
    return tuple(sentences)


def _blocks(document: Document, headings: set[int]) -> Iterator[_Block]:
    """Runs of lines that belong together; a section's heading is a block of its own."""
    run: list[_Segment] = []
    blank = gap = False
    for line in _lines(document):
        if line is None:
            blank = blank or bool(run)
            continue
        if not line:
            gap = True
            continue
        heading = line[0].start in headings
        if run and (heading or (blank and not (gap and _reads_on(document.text, run, line)))):
            yield _block(document.text, run, blank, headings)
            run = []
        run.extend(line)
        blank = gap = False
        if heading:
            yield _Block(run, True)
            run = []
    if run:
        yield _block(document.text, run, True, headings)


def _lines(document: Document) -> Iterator[list[_Segment] | None]:
    """Each line's segments: None for a blank line, [] for one that is furniture throughout."""
    text, furniture, at = document.text, document.furniture, 0
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        while at < len(furniture) and furniture[at].end <= start:
            at += 1
        left, pieces = start, []
        scan = at
        while scan < len(furniture) and furniture[scan].start < end:
            pieces.append((left, furniture[scan].start))
            left = max(left, furniture[scan].end)
            scan += 1
        touched = scan > at
        pieces.append((left, end))
        segments = [s for a, b in pieces if (s := _trim(text, a, min(b, end))) is not None]
        yield segments if segments or touched else None
        start = end + 1


def _trim(text: str, start: int, end: int) -> _Segment | None:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    stop = start + len(piece.strip())
    return _Segment(start, stop) if start < stop else None


def _reads_on(text: str, run: list[_Segment], line: list[_Segment]) -> bool:
    """Whether a sentence cut by furniture goes on in this line."""
    before, after = text[run[-1].end - 1], text[line[0].start]
    return before == "-" or (before not in '.!?…:”"' and (after.islower() or after in "(-,"))


def _block(text: str, run: list[_Segment], blank: bool, headings: set[int]) -> _Block:
    """A single short line without a full stop, with a blank line after it, is a heading."""
    first, last = run[0], run[-1]
    line = text[first.start : last.end] if len(run) == 1 else ""
    short = len(run) == 1 and blank and 0 < len(line) <= HEADING
    heading = bool(short and not _ENDS.search(line)) or bool(
        _CREDIT.match(text[first.start : first.start + 90])
    )
    return _Block(run, heading)


def _sentences(text: str, block: _Block, section: Section, paragraph: int) -> Iterator[Sentence]:
    reading, anchors = _reading(text, block.segments)
    kind = "heading" if block.heading else "prose"
    cuts = [0, len(reading)] if block.heading else _cuts(reading)
    for start, end in pairwise(cuts):
        while start < end and reading[start].isspace():
            start += 1
        stop = end
        while stop > start and reading[stop - 1].isspace():
            stop -= 1
        if stop > start:
            yield _sentence(reading, anchors, start, stop, section, paragraph, kind)


def _reading(text: str, segments: list[_Segment]) -> tuple[str, list[tuple[int, int]]]:
    """The block in one line; anchors wherever the text and the reading get out of step."""
    if len(segments) == 1:
        return text[segments[0].start : segments[0].end], [(0, segments[0].start)]
    parts: list[str] = []
    anchors: list[tuple[int, int]] = []
    length = 0
    last = segments[0]
    for segment in segments:
        if parts and _apart(text, last, segment):
            parts.append(" ")
            length += 1
        anchors.append((length, segment.start))
        parts.append(text[segment.start : segment.end])
        length += segment.end - segment.start
        last = segment
    return "".join(parts), anchors


def _apart(text: str, before: _Segment, after: _Segment) -> bool:
    """Whether a space stands between two segments: not in a word broken at its hyphen, nor
    where only markup was between them.
    """
    if not text[before.end].isspace() and not text[after.start - 1].isspace():
        return False
    hyphen = text[before.end - 1] == "-" and text[before.end - 2].isalnum()
    return not (hyphen and before.end - before.start > 1 and text[after.start].isalnum())


def _cuts(reading: str) -> list[int]:
    """Where sentences start in a reading, and its end."""
    cuts = [0]
    for match in _BOUNDARY.finditer(reading):
        end = match.end()
        if _is_boundary(reading, match.start(), end):
            cuts.append(end)
    cuts.append(len(reading))
    if len(reading) <= LONGEST:
        return cuts
    return list(_chopped(reading, cuts))


def _chopped(reading: str, cuts: list[int]) -> Iterator[int]:
    for start, end in pairwise(cuts):
        yield start
        while end - start > LONGEST:
            space = reading.rfind(" ", start + LONGEST // 2, start + LONGEST)
            start = space if space > 0 else start + LONGEST
            yield start
    yield cuts[-1]


def _is_boundary(reading: str, dot: int, end: int) -> bool:
    after = end
    while after < len(reading) and reading[after].isspace():
        after += 1
    if after >= len(reading):
        return False
    follows = reading[after]
    if follows in _OPENERS and after + 1 < len(reading):
        follows = reading[after + 1]
    if follows.islower() or follows in ",;:.)":
        return False
    if reading[dot] != "." or end - dot > 1:
        return True
    return not _abbreviates(reading, dot, after)


def _abbreviates(reading: str, dot: int, after: int) -> bool:
    """Whether the full stop at ``dot`` belongs to the word before it and ends nothing."""
    word = _BEFORE_WORD.split(reading[max(0, dot - 24) : dot])[-1]
    lower = word.lower()
    if lower in _NEVER:
        return lower not in {"no", "sun", "mar", "art", "sat", "fig"} or _capital_or_digit(
            word, reading[after]
        )
    if lower in _MAYBE and (len(lower) < 3 or "." in lower or word[:1].isupper()):
        return _next_word(reading, after) not in _STARTERS
    return bool(_INITIAL.match(word)) and _next_word(reading, after) not in _STARTERS


def _capital_or_digit(word: str, follows: str) -> bool:
    """Tell "No. 5" and "Mar. 3" from a sentence that ends in "no."."""
    return word[:1].isupper() and follows.isdigit()


def _next_word(reading: str, after: int) -> str:
    start = after
    while start < len(reading) and reading[start] in _OPENERS:
        start += 1
    end = start
    while end < len(reading) and reading[end].isalpha():
        end += 1
    return reading[start:end].lower()


def _sentence(
    reading: str,
    anchors: list[tuple[int, int]],
    start: int,
    end: int,
    section: Section,
    paragraph: int,
    kind: str,
) -> Sentence:
    here = bisect_right(anchors, (start, 1 << 62))
    read, written = anchors[here - 1]
    until = bisect_left(anchors, (end, 0), here)
    inside = ((at - start, offset) for at, offset in anchors[here:until])
    own = ((0, written + start - read), *inside)
    last_read, last_offset = own[-1]
    return Sentence(
        start=own[0][1],
        end=last_offset + (end - start) - last_read,
        reading=reading[start:end],
        anchors=own,
        section=section,
        paragraph=paragraph,
        kind="heading" if kind == "heading" else "prose",
    )

"""Which countries a document is about, and what that says for a name that only they have.

Unknown words with a capital are mostly surnames; in a text on Azerbaijan, one that is no known
surname, no English word, and the name of a town there and nowhere else is most likely that town.
The finder's weights were learned from texts on other countries, so this is a rule with one weight
a source, checked on all corpora (``benchmarks/places.md``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from geodata.gazetteer.tables import NameKind
from geodata.places.known import NOWHERE, Known, Names
from geodata.places.lexicon import lexicon
from geodata.places.spans import Span
from geodata.places.tokens import PADDING, Tokens

AT_HOME = 2.5  # log-odds for a name of a country that the text is about
IN_FOCUS = 4.0  # for a country that the project is about
IN_FOCUS_BUT_A_WORD = 3.0  # the same, where it is a rare English word or surname, too
RARE = frozenset(("", "b", "t", "h", "bt", "ht", "bh"))
PAIRED = 6.0  # for "Name / Other Name" of one place
ENOUGH = 2  # times that a country or its people must be named
FEW = 3  # places of one name at most, those left out whose other name it is somewhere


def home_bonus(
    spans: Iterable[tuple[int, Tokens, Span]], names: Names, focus: Collection[str]
) -> list[float]:
    """What is added to the log-odds of each span, given with where its sentence starts.

    ``focus``: ISO codes of the project.
    """
    here = list(spans)
    home = _home({start: tokens for start, tokens, _ in here}.values(), names)
    wanted = {names.land(code) for code in focus}
    paired = _paired(here)
    return [
        _bonus(tokens, span, home, wanted) + (PAIRED if at in paired else 0.0)
        for at, (_, tokens, span) in enumerate(here)
    ]


def _home(sentences: Iterable[Tokens], names: Names) -> set[int]:
    """Countries that the text names at least twice, themselves or their people."""
    times = Counter(sentences)
    counts: Counter[int] = Counter()
    for tokens, count in times.items():
        words = zip(tokens.lower[PADDING:-PADDING], tokens.capital[PADDING:-PADDING], strict=True)
        for word, capital in words:
            if capital:
                counts[names.nation(word)] += count
    return {land for land, n in counts.items() if n >= ENOUGH and land != NOWHERE}


def _bonus(tokens: Tokens, span: Span, home: set[int], focus: set[int]) -> float:
    known: Known = span.known
    near = focus.union(home).intersection(known.countries)
    common = known.kinds.count(NameKind.NAME) > FEW and not near.issuperset(known.countries)
    if known.demonym or common:
        return 0.0
    if not near:
        return 0.0
    words = [lexicon().get(word, "") for word in tokens.lower[span.first : span.last]]
    in_focus = not near.isdisjoint(focus)
    if any(words):
        rare = in_focus and all(flags in RARE for flags in words)
        return IN_FOCUS_BUT_A_WORD if rare else 0.0
    return IN_FOCUS if in_focus else AT_HOME


def _paired(here: list[tuple[int, Tokens, Span]]) -> set[int]:
    """Spans of "Name / Other Name" where one place bears both."""
    starts = {(start, span.first): at for at, (start, _, span) in enumerate(here)}
    found: set[int] = set()
    for at, (start, tokens, span) in enumerate(here):
        if tokens.text[span.last] == "/":
            other = starts.get((start, span.last + 1))
            if other is not None and not set(span.known.rows).isdisjoint(here[other][2].known.rows):
                found |= {at, other}
    return found

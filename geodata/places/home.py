"""Which countries a document is about, and what that says for a name that only they have.

Unknown words with a capital are mostly surnames; in a text on Azerbaijan, one that is no known
surname, no English word, and the name of a town there and nowhere else is most likely that town.
The finder's weights were learned from texts on other countries, so this is a rule with one weight
a source, checked on all corpora (``benchmarks/places.md``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from geodata.gazetteer.names import word_key
from geodata.gazetteer.tables import NameKind
from geodata.places.known import Gazetteer, Known
from geodata.places.lexicon import lexicon
from geodata.places.tokens import PADDING, Tokens

AT_HOME = 2.5  # log-odds for a name of a country that the text is about
IN_FOCUS = 4.0  # for a country that the project is about
PAIRED = 6.0  # for "Name / Other Name" of one place
ENOUGH = 2  # times that a country or its people must be named
FEW = 3  # places of one name at most


def home_countries(
    sentences: Iterable[Tokens], gazetteer: Gazetteer, peoples: dict[str, str]
) -> frozenset[str]:
    """Countries whose people or whose own name the text has at least twice.

    ``peoples`` remembers which country each word stands for ("" for none).
    """
    counts: Counter[str] = Counter()
    for tokens in sentences:
        for at in range(PADDING, len(tokens.text) - PADDING):
            if tokens.capital[at]:
                counts[_country(tokens.lower[at], gazetteer, peoples)] += 1
    return frozenset(code for code, n in counts.items() if code and n >= ENOUGH)


def _country(word: str, gazetteer: Gazetteer, peoples: dict[str, str]) -> str:
    """The country that a demonym or a country's name stands for, "" for any other word."""
    if word not in peoples:
        rows, kinds = gazetteer.matches(word_key(word))
        found = ""
        for row, kind in zip(rows[:8], kinds[:8], strict=True):
            if kind == NameKind.DEMONYM or gazetteer.record(row).kind == "country":
                found = gazetteer.record(row).country_code
                break
        peoples[word] = found
    return peoples[word]


def home_bonus(
    tokens: Tokens, first: int, last: int, known: Known, home: frozenset[str], focus: Sequence[str]
) -> float:
    """What is added to the log-odds of a name that lies in a country the text is about."""
    if known.demonym or len(known.places) > FEW:
        return 0.0
    words = [word for word in tokens.lower[first:last] if word[0].isalpha()]
    if any(lexicon().get(word, "?") != "?" for word in words):
        return 0.0
    if any(place.country_code in focus for place in known.places):
        return IN_FOCUS
    return AT_HOME if any(place.country_code in home for place in known.places) else 0.0

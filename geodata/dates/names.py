"""What looks like a date and is none: names, counts, and words with a second meaning."""

from __future__ import annotations

from geodata.dates.grammar import Found
from geodata.dates.lexicon import (
    AMBIGUOUS_MONTHS,
    COUNTED,
    FUNCTION_WORDS,
    MONTHS,
    NAME_NOUNS,
    NAMED_DAYS,
    NO_YEAR_AFTER,
    SHORT_MONTHS,
)
from geodata.dates.tokens import CODES

_LEADING = "".join(
    CODES[name]
    for name in "PREP IN FOR OF BETWEEN TO THIS THAT LAST NEXT COMING PREVIOUS FOLLOWING".split()
)
_JOINING = frozenset("- – — − / to till through thru until".split())


def is_name(found: Found) -> bool:
    """Whether a date is part of a name: "7 March Street", "Black Friday", "Sunday Times"."""
    tokens, (start, end) = found.tokens, found.match.span()
    if tokens.word(end) in NAME_NOUNS and tokens.capitalised(end):
        return True
    return tokens.word(start - 1) in NAMED_DAYS and tokens.capitalised(start - 1)


def is_joined(words: list[str]) -> bool:
    """Whether the words between two dates make them the ends of one stretch."""
    return any(word in _JOINING for word in words)


def is_led(found: Found) -> bool:
    """Whether a word stands before that dates follow: "in", "since", "last" ..."""
    start = found.match.start()
    return start > 0 and found.tokens.codes[start - 1] in _LEADING


def is_attribute(found: Found) -> bool:
    """Whether a date only describes the noun after it: "the 9 November declaration"."""
    tokens, (start, end) = found.tokens, found.match.span()
    the = tokens.word(start) == "the" or tokens.word(start - 1) == "the"
    after = tokens.word(end)
    return the and after.isalpha() and not tokens.capitalised(end) and after not in FUNCTION_WORDS


def is_month(found: Found) -> bool:
    """Whether "May", "March", "Jan" ... stands for a month and no name or verb."""
    if found.word("month") in SHORT_MONTHS and found.tokens.word(found.match.end()) == "-":
        return False  # Mar-a-Lago
    if any(found.has(group) for group in ("year", "yearrel", "spoken", "edge")) or is_led(found):
        return not _is_march_on(found)
    if found.has("rel") and found.words("rel") != ["the"]:
        return True
    month, tokens = found.word("month"), found.tokens
    end = found.match.end()
    if tokens.word(end) in _JOINING and tokens.word(end + 1) in MONTHS:
        return True
    if month in SHORT_MONTHS:
        return tokens.word(end - 1) == "." and found.match.end() - found.match.start() > 1
    if month in ("may", "march"):
        return found.has("rel") and not _is_march_on(found)
    if month not in AMBIGUOUS_MONTHS:
        return True
    return not tokens.capitalised(end) and not tokens.capitalised(found.match.start() - 1)


def _is_march_on(found: Found) -> bool:
    after = found.tokens.word(found.match.end())
    return found.word("month") == "march" and after in ("on", "for") and found.has("rel")


def is_season(found: Found) -> bool:
    """Whether "fall", "spring" ... is a time of year: not "the fall of Kabul", "Arab Spring"."""
    if any(found.has(group) for group in ("year", "yearrel", "spoken")):
        return True
    tokens, (start, end) = found.tokens, found.match.span()
    if tokens.capitalised(end - 1):
        return False
    if found.has("rel") and found.words("rel") != ["the"]:
        return True
    verb = found.word("season") in ("fall", "spring")
    if verb and tokens.word(end) in ("of", "in", "to", "from", "for", "on"):
        return False
    if found.has("rel") and not verb:
        return True
    return found.has("edge") or tokens.word(start - 1) in _SEASON_LEADS


_SEASON_LEADS = frozenset("in during by until since throughout".split())


def is_year(found: Found) -> bool:
    """Whether four digits are a year: not "1990 people", "Boeing 1990"."""
    tokens, (start, end) = found.tokens, found.match.span()
    after, before = tokens.word(end), tokens.word(start - 1)
    if found.word("era") or found.has("edge"):
        return True
    if found.has("short"):
        return after not in COUNTED
    if after in COUNTED or before in NO_YEAR_AFTER or after in ("%", "°", "x"):
        return False
    if before in ("-", "–", "/", ".") and tokens.word(start - 2).isdigit():
        return False
    return int(found.word("year")) >= 1700 or is_led(found) or tokens.word(start) == "the"

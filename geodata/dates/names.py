"""What looks like a date and is none: names, counts, and words with a second meaning."""

from __future__ import annotations

from geodata.dates.grammar import Found
from geodata.dates.lexicon import AMBIGUOUS_MONTHS, MONTHS, SHORT_MONTHS
from geodata.dates.tokens import CODES

# A name before a weekday, and a noun after a date, that make a name of both.
_NAMED_DAYS = frozenset("black bloody super cyber ash palm holy man girl good ruby".split())

_NAME_NOUNS = frozenset(
    """
    street avenue boulevard square bridge road lane park stadium airport station university
    school college movement organization organisation brigade brigades coalition alliance forces
    island islands times telegraph mirror express mail post herald tribune star world people
    magazine gazette independent live football club massacre agreement accords declaration
    revolution group
    """.split()
)

# What a number counts: "1990 people" is no year.
_COUNTED = frozenset(
    """
    people troops soldiers men women children civilians fighters militants rebels refugees
    migrants prisoners detainees police officers personnel servicemen peacekeepers bodies
    casualties deaths dead killed wounded injured victims survivors families households homes
    houses buildings villages towns tanks aircraft planes guns rockets missiles shells bombs
    miles kilometers kilometres metres meters km feet yards tons tonnes pounds acres hectares
    barrels dollars rubles roubles euros cents percent per shares points votes seats jobs
    workers employees residents inhabitants passengers members delegates students hours minutes
    hrs gmt block blocks level levels rpm mph calories others cases ships vessels horses cavalry
    infantry
    """.split()
)

# Words that make a number after them a count, or a name, and no year.
_NO_YEAR_AFTER = frozenset(
    """
    nearly almost over some than least estimated exactly only another additional no nos number
    page pages flight resolution boeing airbus windows route highway unit room section article
    paragraph chapter brigade battalion regiment plus minus times multiplied
    """.split()
)

# Words that carry on a sentence: a date before them is no attribute of a noun.
_FUNCTION_WORDS = frozenset(
    """
    a an the and or but to of in on at by for from with as after before when while since until
    till that which who whom whose where why how if because although though than then there
    is was were are be been being had has have did does do would will could can may might
    should shall must he she it they we you i his her its their our this these those said says
    saw sees came went took got not also no only just even both either neither all some any most
    many several about around over under between into through during against without within
    near amid among across along despite following including and/or s
    """.split()
)

_LEADING = "".join(
    CODES[name]
    for name in "PREP IN FOR OF BETWEEN TO THIS THAT LAST NEXT COMING PREVIOUS FOLLOWING".split()
)
_JOINING = frozenset("- – — − / to till through thru until".split())


def is_name(found: Found) -> bool:
    """Whether a date is part of a name: "7 March Street", "Black Friday", "Sunday Times"."""
    tokens, (start, end) = found.tokens, found.match.span()
    if tokens.word(end) in _NAME_NOUNS and tokens.capitalised(end):
        return True
    return tokens.word(start - 1) in _NAMED_DAYS and tokens.capitalised(start - 1)


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
    return the and after.isalpha() and not tokens.capitalised(end) and after not in _FUNCTION_WORDS


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
        return after not in _COUNTED
    if after in _COUNTED or before in _NO_YEAR_AFTER or after in ("%", "°", "x"):
        return False
    if before in ("-", "–", "/", ".") and tokens.word(start - 2).isdigit():
        return False
    return int(found.word("year")) >= 1700 or is_led(found) or tokens.word(start) == "the"

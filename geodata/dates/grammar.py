"""What date expressions look like: rules over the classes of ``tokens``.

A rule is a regular expression whose letters are classes: ``DAY OF? MONTH`` meets "9 November" and
"9th of November". The named groups are what the reader of the rule looks at. The first rule of
the table that fits at a place wins, so the longer forms stand first.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from geodata.dates.lexicon import ALL_MONTHS
from geodata.dates.tokens import CODES, Tokens

_UNIONS = {
    "UNIT": ("DAYUNIT", "YEARUNIT", "QUARTERUNIT", "CENTURYUNIT", "OTHERUNIT"),
    "DAYNUM": ("DAY", "ORDINAL"),
    "ANYDAY": ("DAY", "ORDINAL", "ORDINALWORD"),
    "NUMBER": ("DAY", "NUM"),
    "ANYTHIS": ("THIS", "LAST", "NEXT", "PREVIOUS", "FOLLOWING", "THAT", "LATEST"),
    "ANYWEEKDAY": ("WEEKDAY", "SHORTWEEKDAY"),
    "ANYORDINAL": ("ORDINAL", "ORDINALWORD"),
    "ANYPREP": ("PREP", "IN", "FOR", "OF"),
    "ANYAND": ("AND", "TO", "HYPHEN"),
}

_SEP = "(?: COMMA AND? | AND | TO | HYPHEN )"
_YEAR = "(?: COMMA? OF? (?P<year> YEAR ) (?P<era> ERA )? )"
_OFYEAR = "(?: OF? (?P<yearrel> ANYTHIS ANYTHIS? ) YEARUNIT )"
_EDGE = (
    "(?P<edge> THE? (?: ANYORDINAL | LATE | EARLY | LAST | MORE )? (?: EDGE | PART ) OF"
    " | (?: EARLY | LATE | MID | SHIFT ) (?: HYPHEN | IN | OF | PREP )? )"
)
_REL = "(?P<rel> THAT ANYTHIS | THE? ANYTHIS | THE )"
_COUNT = (
    "(?P<count> (?: LIKE | MORE THAN )* (?: NUMBER | CARDINAL (?: HYPHEN? CARDINAL )* (?: AND HALF )?"
    " | AN FEW? OF? | FEW OF? ) )"
)
_WEEKDAY = "(?: (?P<weekday> ANYWEEKDAY ) DOT? (?: GENITIVE )? COMMA? (?P<part> PARTOFDAY )? )"

_RULES = f"""
iso            ISO
numeric        NUMERIC
year_range     {_EDGE}? THE? (?: UNIT )? (?P<year> YEAR ) (?: HYPHEN | SLASH ) (?P<until> YEAR | NUMBER | SHORTYEAR )
days_of_month  (?P<days> THE? DAYNUM (?: {_SEP} THE? DAYNUM )+ ) OF? (?P<month> MONTH ) DOT? {_YEAR}?
month_days     (?P<month> MONTH ) DOT? (?P<days> DAYNUM (?: (?: AND | TO | HYPHEN ) DAYNUM )+ ) {_YEAR}?
week_of        THE UNIT OF (?P<month> MONTH ) DOT? (?P<day> DAYNUM ) {_YEAR}?
day            {_WEEKDAY}? THE? (?P<day> ANYDAY ) HYPHEN? OF? (?P<month> MONTH ) DOT? (?: {_YEAR} | {_OFYEAR} )?
day            {_WEEKDAY}? (?P<month> MONTH ) DOT? THE? (?P<day> ANYDAY ) (?: {_YEAR} | {_OFYEAR} )?
month          {_EDGE}? {_REL}? (?P<month> MONTH ) DOT? (?: {_YEAR} | {_OFYEAR} )?
season         {_EDGE}? {_REL}? (?P<season> SEASON ) (?: {_YEAR} | {_OFYEAR} )?
season         (?P<year> YEAR ) (?P<season> SEASON )
quarter        {_EDGE}? {_REL}? (?: (?P<year2> YEAR ) | (?P<yearrel2> ANYTHIS ) YEARUNIT GENITIVE )? FISCAL? HYPHEN? (?P<nth> ANYORDINAL ) HYPHEN? QUARTERUNIT (?: OF? {_YEAR} | {_OFYEAR} )?
quarter        (?P<nth> QUARTERNAME ) (?: OF? {_YEAR} | {_OFYEAR} )?
half           THE? (?P<nth> ANYORDINAL | LAST | LATE ) PART OF {_YEAR}
decade         {_EDGE}? THE? (?P<decade> DECADE ) (?P<era> ERA )?
decade         {_EDGE}? THE (?P<decade> DECADEWORD )
century        {_EDGE}? THE? (?P<nth> ANYORDINAL | CARDINAL HYPHEN ANYORDINAL ) HYPHEN? CENTURYUNIT (?P<era> ERA )?
nth_day        (?P<nth> ANYORDINAL ) FULL? DAYUNIT
year           {_EDGE}? THE? (?: FISCAL? UNIT | FISCAL )? LIKE? (?P<year> YEAR ) (?P<era> ERA )?
year           {_EDGE}? (?P<old> NUMBER ) (?P<era> ERA )
year           {_EDGE}? (?P<short> SHORTYEAR )
spoken_year    {_EDGE}? (?: THE UNIT )? (?P<spoken> CARDINAL CARDINAL (?: HYPHEN? CARDINAL )? )
holiday        {_REL}? (?P<name> HOLIDAY (?: UNIT GENITIVE? )? (?: EVE | UNIT )? ) {_YEAR}?
day_before     THE? (?P<unit> UNIT ) (?P<way> BEFORE | AFTER ) (?P<rel> LAST )? (?P<weekday> WEEKDAY )
weekday        {_EDGE}? {_REL}? (?P<weekday> WEEKDAY ) (?P<part> PARTOFDAY )?
today          (?P<edge> SHIFT | EARLY | LATE | MID )? (?P<word> TODAY ) (?P<part> PARTOFDAY )?
ago            {_COUNT} (?P<unit> UNIT ) (?: AND | SO )* AGO
ago            (?P<unit> UNIT ) AGO
elapsed        {_COUNT} FULL? HYPHEN? (?P<unit> UNIT ) (?P<way> SHIFT | BEFORE | AFTER )
elapsed        (?P<unit> UNIT ) (?P<way> SHIFT )
year_ago       THE? (?P<unit> UNIT ) HYPHEN (?P<way> AGO | SHIFT ) (?: (?P<nth> ANYORDINAL )? HYPHEN? (?P<of> UNIT | PERIOD ) )?
window         THE? (?P<way> LAST | NEXT | FOLLOWING | PREVIOUS ) {_COUNT} (?P<unit> UNIT )
window         (?P<way> RECENT | NEXT ) (?P<unit> UNIT )
ahead          IN {_COUNT} (?P<unit> UNIT )
into           {_COUNT} (?P<unit> UNIT ) IN
war            {_COUNT} HYPHEN (?P<unit> UNIT ) HYPHEN? OTHER
edge_of_unit   (?P<unit> UNIT ) (?: HYPHEN | GENITIVE ) (?P<edge> EDGE )
unit           {_EDGE}? {_REL} FISCAL? (?P<unit> UNIT | WEEKEND | PERIOD )
part_of_day    (?P<edge> SHIFT | EARLY | LATE )? (?P<rel> ANYTHIS | THE ANYTHIS ) (?P<part> PARTOFDAY )
now            NOW
past           IN THE (?P<way> LAST )
future         THE NEAR? FUTURE
the_day        THE (?P<day> DAYNUM )
"""


class Rule(NamedTuple):
    name: str
    pattern: re.Pattern[str]


class Found(NamedTuple):
    """A place where a rule fits; ``match`` runs over the codes, an index a token."""

    rule: str
    tokens: Tokens
    match: re.Match[str]

    def words(self, group: str) -> list[str]:
        """The words of a group; [] where it is absent."""
        if group not in self.match.re.groupindex:
            return []
        start, end = self.match.span(group)
        return self.tokens.words[start:end] if start >= 0 else []

    def word(self, group: str) -> str:
        """The words of a group as one; "" where it is absent."""
        return " ".join(self.words(group))

    def has(self, group: str) -> bool:
        return group in self.match.re.groupindex and self.match.start(group) >= 0


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"[A-Z]{2,}", lambda name: _code(name[0]), pattern).replace(" ", ""))


def _code(name: str) -> str:
    if name == "OTHER":
        return r"\."
    if name == "HALF":
        name = "PART"
    codes = "".join(CODES[part] for part in _UNIONS.get(name, (name,)))
    return codes if len(codes) == 1 else f"[{codes}]"


def _rules() -> tuple[Rule, ...]:
    lines = (line.split(maxsplit=1) for line in _RULES.strip().splitlines())
    return tuple(Rule(name, _compile(pattern)) for name, pattern in lines)


RULES = _rules()
_ANY = re.compile(
    "|".join(
        f"(?P<r{at}>{re.sub(r'[(][?]P<[a-z0-9]+>', '(?:', rule.pattern.pattern)})"
        for at, rule in enumerate(RULES)
    )
)


def search(tokens: Tokens, start: int) -> Found | None:
    """The next place from a token on where a rule fits."""
    fits = _ANY.search(tokens.codes, start)
    if fits is None:
        return None
    rule = RULES[int((fits.lastgroup or "r0")[1:])]
    match = rule.pattern.match(tokens.codes, fits.start())
    return Found(rule.name, tokens, match) if match else None

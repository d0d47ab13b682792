"""What date expressions look like: rules over the classes of ``tokens``.

A rule is a regular expression whose letters are classes: ``DAY OF? MONTH`` meets "9 November" and
"9th of November". The named groups are what the reader of the rule looks at. The first rule of
the table that fits at a place wins, so the longer forms stand first.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from geodata.dates.tense import Direction, direction
from geodata.dates.tokens import CODES, OTHER, Tokens

_UNIONS = {
    "UNIT": ("DAYUNIT", "YEARUNIT", "QUARTERUNIT", "CENTURYUNIT", "OTHERUNIT"),
    "DAYNUM": ("DAY", "ORDINAL"),
    "ANYDAY": ("DAY", "ORDINAL", "ORDINALWORD"),
    "NUMBER": ("DAY", "NUM"),
    "WHICH": ("THIS", "THAT", "LAST", "PREVIOUS", "LATEST", "NEXT", "COMING", "FOLLOWING", "SAME"),
    "ANYWEEKDAY": ("WEEKDAY", "SHORTWEEKDAY"),
    "ANYCARDINAL": ("CARDINAL", "TEEN", "TENS"),
    "ANYORDINAL": ("ORDINAL", "ORDINALWORD"),
}
# Parts that several rules share.
_PARTS = {
    "monthname": "(?P<month> MONTH | SHORTMONTH ) (?: (?<= SHORTMONTH ) DOT )?",
    "spoken": "(?P<spoken> TEEN TENS (?: HYPHEN? CARDINAL )? )",
    "anyyear": "(?P<year> YEAR | NUMBER (?= ERA ) ) (?P<era> ERA )?",
    "ofyear": "OF? (?P<yearrel> THE? SAME | WHICH WHICH? | THE WHICH ) YEARUNIT",
    "itsyear": "(?: COMMA? OF? {anyyear} | OF? {spoken} | {ofyear} )",
    "article": "(?: THE (?= EARLY | LATE | MID ) )?",
    "edge": "(?P<edge> THE? (?: ANYORDINAL | LATE | EARLY | LAST )? (?: EDGE | PART ) OF THE?"
    " | THE? (?: ORDINALWORD | LAST ) FEW? DAYUNIT OF THE?"
    " | (?: EARLY | LATE | MID | SHIFT ) (?: HYPHEN | (?: IN | OF | PREP ) (?! WHICH ) )? )",
    "rel": "(?P<rel> THAT SAME | THIS LAST | THE? WHICH COMING? | THE )",
    "number": "(?: NUMBER | ANYCARDINAL (?: HYPHEN? ANYCARDINAL ){0,4} )",
    "count": "(?P<count> (?: LIKE | MORE THAN ){0,2} (?: {number} | AN FEW? OF? | FEW OF? ) )",
    "day": "(?P<day> ANYDAY )",
    "weekday": "(?: (?: THIS? COMING )? (?P<weekday> ANYWEEKDAY ) DOT? GENITIVE? COMMA?"
    " (?P<part> PARTOFDAY )? OF? COMMA? )",
    "sep": "(?: COMMA AND? | AND | TO | HYPHEN | SLASH )",
}

_RULES = """
iso            ISO
numeric        NUMERIC
year_range     {edge}? THE? UNIT? (?P<year> YEAR ) (?: HYPHEN | SLASH )
                   (?P<until> YEAR | NUMBER | SHORTYEAR )
days_of_month  (?P<days> THE? DAYNUM (?: {sep} THE? DAYNUM ){1,9} ) OF? {monthname} {itsyear}?
month_days     THE? {monthname}
                   (?P<days> DAYNUM (?: (?: AND | TO | HYPHEN | SLASH ) DAYNUM ){1,9} ) {itsyear}?
bc_range       {edge}? (?P<year> NUMBER ) (?: HYPHEN | TO | AND ) (?P<until> NUMBER ) ERA
week_of        THE UNIT OF {monthname} (?P<day> DAYNUM ) {itsyear}?
day            {edge}? {weekday}? THE? {day} HYPHEN? OF? {monthname} {itsyear}?
day            {edge}? {weekday}? {rel}? {monthname} THE? {day} {itsyear}?
month          {article} {edge}? {rel}? {monthname} {itsyear}?
season         {article} {edge}? {rel}? (?P<season> SEASON ) {itsyear}?
season         (?P<year> YEAR ) (?P<season> SEASON )
quarter        {edge}? {rel}? (?: (?P<year2> YEAR ) | (?P<yearrel2> WHICH ) YEARUNIT GENITIVE )?
                   FISCAL? HYPHEN? (?P<nth> ANYORDINAL ) HYPHEN? QUARTERUNIT {itsyear}?
quarter        (?P<nth> QUARTERNAME ) {itsyear}?
half           THE? (?P<nth> ANYORDINAL | LAST | LATE ) PART OF {anyyear}
decade         {article} {edge}? THE? (?P<decade> DECADE ) (?P<era> ERA )?
decade         {article} {edge}? THE? (?P<decade> DECADEWORD )
century        {article} {edge}? THE? (?P<nth> ANYORDINAL | TENS HYPHEN ANYORDINAL )
                   HYPHEN? CENTURYUNIT (?P<era> ERA )?
nth_day        (?P<nth> ANYORDINAL ) FULL? DAYUNIT
year_quarter   THE (?P<year> YEAR ) (?: QUARTERUNIT | PERIOD )
year           {edge}? THE? (?: FISCAL? UNIT | FISCAL )? LIKE? {anyyear}
year           {edge}? (?P<short> SHORTYEAR )
spoken_year    {edge}? (?: THE YEARUNIT )? {spoken}
spoken_year    THE YEARUNIT (?P<spoken> CARDINAL CARDINAL )
holiday        {rel}? (?P<name> HOLIDAY (?: UNIT GENITIVE? )? (?: EVE | UNIT )? ) {itsyear}?
day_before     THE? (?P<unit> UNIT ) (?P<way> BEFORE | AFTER )
                   (?P<rel> LAST )? (?P<weekday> WEEKDAY )
weekday        {edge}? {rel}? (?P<weekday> WEEKDAY ) (?P<part> PARTOFDAY )?
today          (?P<edge> SHIFT | EARLY | LATE | MID )? (?P<word> TODAY ) (?P<part> PARTOFDAY )?
ago            {count} (?P<unit> UNIT ) (?: AND | SO ){0,2} AGO
ago            (?P<unit> UNIT ) AGO
elapsed        {count} FULL? HYPHEN? (?P<unit> UNIT ) (?P<way> SHIFT | BEFORE | AFTER )
elapsed        (?P<unit> UNIT ) (?P<way> SHIFT )
beside         THE (?P<unit> UNIT ) (?P<way> BEFORE | AFTER | FOLLOWING )
year_ago       THE? (?P<unit> UNIT ) HYPHEN (?P<way> AGO | SHIFT )
                   (?: (?P<nth> ANYORDINAL )? HYPHEN? (?P<of> UNIT | PERIOD ) )?
window         (?: THE | (?! WHICH AN ) ) (?P<way> LAST | NEXT | COMING | FOLLOWING | PREVIOUS )
                   {count} (?P<unit> UNIT )
recent         (?P<way> RECENT | COMING ) (?P<unit> UNIT )
ahead          IN {count} (?P<unit> UNIT )
into           {count} (?P<unit> UNIT ) IN
war            {count} HYPHEN (?P<unit> UNIT ) HYPHEN? OTHER
edge_of_unit   (?P<unit> UNIT ) (?: HYPHEN | GENITIVE )? (?P<edge> EDGE )
unit           {edge}? {rel} FISCAL? FULL? (?P<unit> UNIT | WEEKEND | PERIOD )
part_of_day    (?P<edge> SHIFT | EARLY | LATE )? (?P<rel> WHICH | THE WHICH ) (?P<part> PARTOFDAY )
part_of_day    THE (?P<part> PARTOFDAY ) (?P<way> BEFORE | AFTER )
now            NOW
past           IN THE (?P<way> LAST ) (?! {number} | UNIT | FEW | AN | FISCAL | PERIOD )
future         THE NEAR? FUTURE
the_day        THE (?P<day> DAYNUM )
"""


_MACRO = re.compile(r"\{([a-z]+)\}")


class Rule(NamedTuple):
    """A line of the table; its name is that of its reader."""

    name: str
    pattern: re.Pattern[str]


class Found(NamedTuple):
    """A place where a rule fits; ``match`` runs over the codes, an index a token."""

    rule: str
    tokens: Tokens
    match: re.Match[str]

    @property
    def start(self) -> int:
        return self.match.start()

    @property
    def end(self) -> int:
        return self.match.end()

    @property
    def direction(self) -> Direction:
        """Whether the words around it look forward or back."""
        tokens = self.tokens
        return direction(tokens.reading, tokens.starts[self.start], tokens.ends[self.end - 1])

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


def _rules() -> tuple[Rule, ...]:
    text = re.sub(r"\n {6,}", " ", _RULES.strip())
    lines = (line.split(maxsplit=1) for line in text.splitlines())
    return tuple(Rule(name, _compile(pattern)) for name, pattern in lines)


def _compile(pattern: str) -> re.Pattern[str]:
    while _MACRO.search(pattern):
        pattern = _MACRO.sub(lambda part: _PARTS[part[1]], pattern)
    return re.compile(re.sub(r"[A-Z]{2,}", lambda name: _code(name[0]), pattern).replace(" ", ""))


def _code(name: str) -> str:
    if name == "OTHER":
        return r"\."
    codes = "".join(CODES[part] for part in _UNIONS.get(name, (name,)))
    return codes if len(codes) == 1 else f"[{codes}]"


RULES = _rules()
_OTHER_END = _compile("{sep} (?: THE? DAYNUM OF? )? {monthname} (?: DAYNUM )? COMMA? {anyyear}")
_NEVER_FIRST = """
    OTHER OF PREP FOR AND TO BETWEEN GENITIVE BEFORE AFTER AGO SO THAN FULL PERIOD EVE COMMA DOT
    HYPHEN SLASH CLOCK AMOUNT ERA
""".split()


def _any_rule() -> re.Pattern[str]:
    """All rules in one, a group each; classes that begin no rule are passed over at once.

    So are those that no rule knows alone, before a word of no class: "the", mostly. No rule has
    such a word in second place.
    """
    rules = "|".join(
        f"(?P<r{at}>{re.sub(r'[(][?]P<[a-z0-9]+>', '(?:', rule.pattern.pattern)})"
        for at, rule in enumerate(RULES)
    )
    passed = "".join(_code(name) for name in _NEVER_FIRST)
    never_alone = "".join(c for c in CODES.values() if not re.match(rules, c + OTHER))
    return re.compile(f"(?![{passed}]|[{never_alone}][{OTHER}])(?:{rules})")


_ANY = _any_rule()
_ERA = CODES["ERA"]
# Every rule wants one of these: numbers and signs by themselves are no date.
_TELLING = re.compile(f"[^{''.join(_code(name) for name in (*_NEVER_FIRST, 'DAY', 'NUM'))}]|{_ERA}")


def search(tokens: Tokens, start: int) -> Found | None:
    """The next place from a token on where a rule fits."""
    fits = _ANY.search(tokens.codes, start) if _TELLING.search(tokens.codes, start) else None
    if fits is None:
        return None
    rule = RULES[int((fits.lastgroup or "r0")[1:])]
    match = rule.pattern.match(tokens.codes, fits.start())
    return Found(rule.name, tokens, match) if match else None


def other_end(found: Found) -> tuple[int, str] | None:
    """Year and month name of the date that follows: "in August and September 1914"."""
    match = _OTHER_END.match(found.tokens.codes, found.match.end())
    if match is None or match["era"]:
        return None
    words = found.tokens.words
    return int(words[match.start("year")]), words[match.start("month")]

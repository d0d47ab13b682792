"""The words of the calendar in English, as tables to read.

``CLASSES`` sorts words into the classes that the grammar is written in; a word has one class.
"""

from __future__ import annotations

MONTHS = {
    "january": 1,
    "february": 2,
    "march": 3,
    "april": 4,
    "may": 5,
    "june": 6,
    "july": 7,
    "august": 8,
    "september": 9,
    "october": 10,
    "november": 11,
    "december": 12,
}
SHORT_MONTHS = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
WEEKDAYS = {
    "monday": 0,
    "tuesday": 1,
    "wednesday": 2,
    "thursday": 3,
    "friday": 4,
    "saturday": 5,
    "sunday": 6,
}
SHORT_WEEKDAYS = {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}
ALL_MONTHS = {**MONTHS, **SHORT_MONTHS}
# Months that are also words or names: read as months only where something speaks for it.
AMBIGUOUS_MONTHS = frozenset({"march", "may", "mar", "august", "april", "june"})

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # the first of its three
PARTS = {
    "morning": "TMO",
    "dawn": "TMO",
    "daybreak": "TMO",
    "noon": "T12:00",
    "midday": "T12:00",
    "afternoon": "TAF",
    "evening": "TEV",
    "dusk": "TEV",
    "night": "TNI",
    "nightfall": "TNI",
    "midnight": "T24:00",
}
UNITS = {
    "day": "D",
    "days": "D",
    "week": "W",
    "weeks": "W",
    "fortnight": "2W",
    "fortnights": "2W",
    "month": "M",
    "months": "M",
    "quarter": "Q",
    "quarters": "Q",
    "year": "Y",
    "years": "Y",
    "decade": "E",
    "decades": "E",
    "century": "C",
    "centuries": "C",
}

CARDINALS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "hundred": 100,
    "thousand": 1000,
}
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "thirteenth": 13,
    "fourteenth": 14,
    "fifteenth": 15,
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
    "thirtieth": 30,
}
DECADES = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}
# What "a few" comes to where days must be counted.
VAGUE_COUNTS = {"few": 3, "couple": 2, "several": 4, "some": 4, "many": 10, "dozens": 24}

# Days that recur: (month, day), or a name that values.holiday() works out.
HOLIDAYS: dict[str, tuple[int, int] | str] = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "new year": (1, 1),
    "valentine's day": (2, 14),
    "halloween": (10, 31),
    "thanksgiving": "thanksgiving",
    "thanksgiving day": "thanksgiving",
    "easter": "easter",
    "easter sunday": "easter",
    "easter week": "easter",
    "election day": "election",
    "labor day": "labor",
    "memorial day": "memorial",
}

# The classes of the grammar and their words, most of them one word: the rest are tables above.
CLASSES: dict[str, str] = {
    "THE": "the",
    "AN": "a an",
    "OF": "of",
    "IN": "in into within during",
    "PREP": "on at by since from until throughout",
    "FOR": "for",
    "AND": "and or",
    "TO": "to till through thru",
    "BETWEEN": "between",
    "GENITIVE": "'s ’s",
    "THIS": "this these current",
    "THAT": "that those",
    "SAME": "same",
    "LAST": "last past",
    "PREVIOUS": "previous preceding prior",
    "LATEST": "latest",
    "NEXT": "next",
    "COMING": "coming upcoming",
    "FOLLOWING": "following subsequent ensuing",
    "RECENT": "recent",
    "EARLY": "early",
    "LATE": "late latter",
    "MID": "mid",
    "SHIFT": "earlier later",
    "EDGE": "beginning start outset end close middle rest turn remainder",
    "PART": "part half",
    "AGO": "ago",
    "BEFORE": "before previously",
    "AFTER": "after afterwards",
    "FEW": "few several couple many some dozens",
    "FISCAL": "fiscal financial",
    "TODAY": "today yesterday tomorrow tonight overnight",
    "NOW": "now currently recently nowadays presently",
    "FUTURE": "future",
    "NEAR": "near foreseeable immediate distant",
    "LIKE": "nearly almost over about around roughly approximately barely just only some exactly",
    "MORE": "more less",
    "THAN": "than",
    "SO": "so",
    "FULL": "full straight consecutive successive",
    "PERIOD": "period",
    "WEEKEND": "weekend",
    "HOLIDAY": "christmas thanksgiving easter halloween boxing election labor memorial new",
    "EVE": "eve sunday",
    "COMMA": ",",
    "DOT": ".",
    "HYPHEN": "- – — −",
    "SLASH": "/",
    "ORDINALWORD": " ".join(ORDINALS),
    "CARDINAL": " ".join(CARDINALS.keys() - {"eighteen", "nineteen"} - set(TENS)),
    "TEEN": "eighteen nineteen",
    "TENS": " ".join(TENS),
    "SEASON": " ".join(SEASONS),
    "PARTOFDAY": " ".join(PARTS),
    "DAYUNIT": "day days",
    "YEARUNIT": "year",
    "QUARTERUNIT": "quarter quarters",
    "CENTURYUNIT": "century centuries",
    "OTHERUNIT": "week weeks fortnight fortnights month months years decade decades",
    "DECADEWORD": " ".join(DECADES),
    "MONTH": " ".join(MONTHS),
    "SHORTMONTH": " ".join(SHORT_MONTHS),
    "WEEKDAY": " ".join(WEEKDAYS),
    "SHORTWEEKDAY": " ".join(SHORT_WEEKDAYS),
}

# A sentence with none of these words, and no number like a date, holds no date expression.
TRIGGERS = frozenset(
    word
    for name in (
        "MONTH SHORTMONTH WEEKDAY SHORTWEEKDAY SEASON DAYUNIT YEARUNIT QUARTERUNIT CENTURYUNIT"
        " OTHERUNIT PARTOFDAY DECADEWORD TODAY NOW FUTURE LAST HOLIDAY WEEKEND AGO"
    ).split()
    for word in CLASSES[name].split()
) | {"nineteen", "period"}

r"""Dates that stand alone: publication lines and the headings of a live blog.

>>> parse_date("Published: Monday, Nov. 16, 2020 at 11:12")
datetime.date(2020, 11, 16)
>>> heading_day("Nov. 16: what you need to know today")
(None, 11, 16)
"""

from __future__ import annotations

import re
from datetime import date

from geodata.dates.lexicon import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS

LONGEST_LINE = 200  # a longer line is prose; also keeps one-line files of 50 MB cheap

_MONTHS = {**MONTHS, **SHORT_MONTHS}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b"
_YEAR = r"(?P<year>[12]\d{3})\b"
_WEEKDAY = rf"(?:{'|'.join((*WEEKDAYS, *SHORT_WEEKDAYS))})\b\.?,?\s+(?:the\s+)?"
_CLOCK = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\.\d+)?\s*(?:[ap]\.?m\.?)?"
_ZONE = r"(?:Z|UTC|GMT|[A-Z]{2,4}T)?\s*(?:[+-]\d\d:?\d\d)?"
_TIME = rf"(?:[T,|\s–—-]|at\b)*{_CLOCK}\s*{_ZONE}"
_LABEL = r"(?:(?:first\s+)?(?:published|posted|updated|date|last\s+modified)\s*(?:on|:)?\s*)?"
_FORMS = (
    rf"{_DAY}(?:\s+of)?[\s.-]*{_MONTH},?[\s.-]*",  # 16 Nov 2020, 20.Feb.2026
    rf"{_MONTH}[\s-]*{_DAY},?[\s-]*",  # Nov. 16, 2020
)
_NUMERIC = (
    r"(?P<year>\d{4})(?P<sep>[-./])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?!\d)",
    r"(?P<day>\d{1,2})(?P<sep>[-./])(?P<month>\d{1,2})(?P=sep)(?P<year>\d{4})(?!\d)",
)


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_FULL = tuple(
    _compile(rf"\s*{_LABEL}(?:{_WEEKDAY})?{form}\s*(?:{_TIME})?\s*\.?\s*")
    for form in (*(words + _YEAR for words in _FORMS), *_NUMERIC)
)
_PREFIX = rf"[\s#*•>\[(]*(?:day\s+\d+\s*[:–—|,(-]+\s*)?(?:{_WEEKDAY})?"
_AFTER = r"[\])*]*\s*\.?\s*(?:$|[:–—|]|-\s|\()"
_HEADING = tuple(
    _compile(rf"{_PREFIX}{form}{_AFTER}")
    for form in (*(rf"{words}(?:{_YEAR})?" for words in _FORMS), *_NUMERIC)
)


def parse_date(text: str) -> date | None:
    """The day that a text consisting of one full date names; None for anything else.

    Numbers alone are read day first ("08.01.2021" is 8 January), unless only the other way fits.
    """
    if len(text) > LONGEST_LINE:
        return None
    for form in _FULL:
        if match := form.fullmatch(text):
            year, month, day = _numbers(match)
            return _date(year, month, day) if year else None
    return None


def heading_day(line: str) -> tuple[int | None, int, int] | None:
    """Year (None if not said), month and day of a heading that starts with a date.

    The date stands alone or a colon, dash, bar or bracket follows; prose gives None.
    """
    if len(line) > LONGEST_LINE:
        return None
    for form in _HEADING:
        if match := form.match(line):
            year, month, day = _numbers(match)
            if found := _date(year or 2000, month, day):  # 2000 has a 29 February
                return year, found.month, found.day
    return None


def _numbers(match: re.Match[str]) -> tuple[int | None, int, int]:
    year, month = match["year"], match["month"].casefold()
    number = _MONTHS[month] if month in _MONTHS else int(month)
    return int(year) if year else None, number, int(match["day"])


def _date(year: int, month: int, day: int) -> date | None:
    for order in ((year, month, day), (year, day, month)):
        try:
            return date(*order)
        except ValueError:
            if month <= 12:
                return None
    return None

"""Date expressions of a document: their TIMEX3 value and the days that they may mean."""

from geodata.dates.find import find_dates
from geodata.dates.headings import heading_day, parse_date

__all__ = ["find_dates", "heading_day", "parse_date"]

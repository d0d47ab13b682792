"""What every reader gives: the text as read, and what the file says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from geodata.dates import parse_date
from geodata.records import Furniture


@dataclass(frozen=True, slots=True)
class Raw:
    """What a file holds: its text and its own word on title, outlet, address and date."""

    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: date | None = None
    basis: str | None = None  # "front matter", "metadata", "corpus"
    not_after: date | None = None
    furniture: tuple[Furniture, ...] = ()


def day_of(value: object) -> date | None:
    """The day that a field of metadata gives, as a date or in words; None if it gives none."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        return None
    try:
        return datetime.fromisoformat(value.strip()).date()
    except ValueError:
        return parse_date(value.strip())


def words_of(value: object) -> str | None:
    """A field of metadata as words; None if it is empty."""
    return str(value).strip() or None if value is not None else None

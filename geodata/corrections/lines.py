"""Entries of the log <-> lines of JSON, which people can read and programs, too.

>>> read_line('{"id": "1"}')
Traceback (most recent call last):
...
ValueError: has no "when"
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, fields
from datetime import UTC, date, datetime
from typing import Any, get_args

from geodata.corrections.records import (
    SCOPES,
    Anchor,
    Correction,
    Days,
    Entry,
    Spot,
    Undo,
    Value,
    What,
)
from geodata.records import Category, DatePrecision, Interval, Place, PlacePrecision, Status

Row = Mapping[str, Any]
_CHOICES = {"category": get_args(Category), "status": get_args(Status)}


def write_line(entry: Entry) -> str:
    """One line, without its end."""
    row: dict[str, Any] = {
        "id": entry.id,
        "when": entry.when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "who": entry.who,
        "why": entry.why,
    }
    if isinstance(entry, Undo):
        row |= {"what": "undo", "undoes": entry.undoes}
    else:
        row |= {
            "what": entry.what,
            "target": as_row(entry.target),
            "scope": entry.scope,
            "from": as_row(entry.before),
            "to": as_row(entry.after),
        }
    return json.dumps(row, ensure_ascii=False)


def as_row(value: Value) -> Any:
    """A value as plain JSON."""
    if isinstance(value, Spot):
        place = value.place and {
            k: v for k, v in asdict(value.place).items() if v not in ("", None)
        }
        return {"place": place, "precision": value.precision}
    if isinstance(value, Days):
        days = value.interval
        ends = {"earliest": str(days.earliest), "latest": str(days.latest)} if days else {}
        return {**ends, "precision": value.precision}
    return asdict(value) if isinstance(value, Anchor) else value


def read_line(line: str) -> Entry:
    """The entry of a line.

    Raises
    ------
    ValueError
        If it is none; the text says what of it is wrong.

    """
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ValueError("is no JSON") from error
    if not isinstance(row, dict):
        raise ValueError("is no object")
    when = _moment(_text(row, "when"))
    common = (_text(row, "id"), when, _text(row, "who"), _text(row, "why"))
    what = _text(row, "what")
    if what == "undo":
        return Undo(*common, _text(row, "undoes"))
    if what not in get_args(What):
        raise ValueError(f'"what" is "{what}", which is no correction')
    scope = row.get("scope", "mention")
    if scope not in SCOPES:
        raise ValueError(f'"scope" must be one of {", ".join(SCOPES)}')
    target = _anchor(_object(row, "target"))
    before, after = (_value(what, key, row.get(key)) for key in ("from", "to"))
    return Correction(*common, what, target, before, after, scope)  # type: ignore[arg-type]


def _value(what: str, key: str, value: Any) -> Value:
    if key == "from" and (value is None or what not in {"place", "date"}):
        return value if isinstance(value, str) else None
    if what == "reject":
        return None
    if what in _CHOICES:
        if value not in _CHOICES[what]:
            raise ValueError(f'"{key}" must be one of {", ".join(_CHOICES[what])}')
        return str(value)
    return _READERS[what](_object({key: value}, key))


def _spot(row: Row) -> Spot:
    precision = _one_of(row, "precision", get_args(PlacePrecision))
    place = row.get("place")
    return Spot(None if place is None else _place(_object(row, "place")), precision)


def _place(row: Row) -> Place:
    known = {field.name for field in fields(Place)}
    given: dict[str, Any] = {"feature_class": "", "feature_code": "", "kind": "settlement"}
    given |= {key: value for key, value in row.items() if key in known}
    for key in ("id", "name", "kind", "feature_class", "feature_code", "country_code", "admin1"):
        if not isinstance(given.get(key, ""), str):
            raise ValueError(f'"{key}" of its place must be a text')
    for key, most in (("latitude", 90), ("longitude", 180)):
        value = given.get(key)
        if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= most:
            raise ValueError(f'"{key}" of its place must be a number from -{most} to {most}')
    if not given.get("id") or not given.get("name"):
        raise ValueError("its place has no id or no name")
    return Place(**given)


def _days(row: Row) -> Days:
    precision = _one_of(row, "precision", get_args(DatePrecision))
    if row.get("earliest") is None:
        return Days(None, precision)
    return Days(Interval(_day(row, "earliest"), _day(row, "latest")), precision)


def _anchor(row: Row) -> Anchor:
    start, end = row.get("start"), row.get("end")
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end:
        raise ValueError('"start" and "end" of its target must be offsets in the document')
    words, name = _text(row, "words"), row.get("name")
    if not words.strip():
        raise ValueError("its target has no words")
    return Anchor(
        _text(row, "document"), start, end, words, _text(row, "event"), str(name) if name else None
    )


_READERS: dict[str, Callable[[Row], Value]] = {
    "place": _spot,
    "date": _days,
    "merge": _anchor,
    "split": _anchor,
}


def _object(row: Row, key: str) -> Row:
    value = row.get(key)
    if not isinstance(value, dict):
        raise ValueError(f'has no "{key}"' if value is None else f'"{key}" is no object')
    return value


def _text(row: Row, key: str) -> str:
    value = row.get(key)
    if not isinstance(value, str):
        raise ValueError(f'has no "{key}"' if value is None else f'"{key}" is no text')
    return value


def _one_of(row: Row, key: str, choices: tuple[str, ...]) -> Any:
    if row.get(key) not in choices:
        raise ValueError(f'"{key}" must be one of {", ".join(choices)}')
    return row[key]


def _day(row: Row, key: str) -> date:
    try:
        return date.fromisoformat(_text(row, key))
    except ValueError as error:
        raise ValueError(f'"{key}" is no day; write it as 2020-11-09') from error


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise ValueError('"when" is no moment; write it as 2026-11-24T18:00:00Z') from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

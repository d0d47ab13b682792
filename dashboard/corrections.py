"""What a reader corrects: what may be chosen, the correction written down, taken back, handed out.

The page can send anything, and may be older than the log: everything is looked up and checked here,
and nothing is written where the project is shown read-only.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, cast, get_args
from uuid import uuid4

from dashboard.answers import Answer, Asked, Question
from dashboard.cards import date_words
from dashboard.loading import Loaded
from geodata import corrections
from geodata.corrections import SCOPES, Anchor, Correction, Days, Entry, Spot, Undo
from geodata.gazetteer import Gazetteer
from geodata.records import Category, Event, Interval, Place, PlacePrecision, ProjectError, Status
from geodata.resolve.distance import kilometres

CANDIDATES, NEIGHBOURS = 30, 12  # shown at most
_LONGEST = {"who": 80, "why": 500, "name": 80}  # characters of what people type
_POINTS = {"settlement", "facility", "mountain"}


def choices(asked: Asked, question: Question) -> Answer:
    """``{"kind": "edit.choices", "event": id, "name": a name or null}`` -> what it may become.

    The candidates of the name with their distance from where the event is now; how many events each
    scope would set; the events that tell of the same days, to be merged with.
    """
    event = _event(asked.loaded, question.get("event"))
    name = _typed(question, "name") or event.place_text or (event.place.name if event.place else "")
    found = Gazetteer(progress=False).candidates(name)[:CANDIDATES]
    if question.get("name"):
        return {"name": name, "candidates": [_candidate(place, event) for place in found]}
    events = asked.loaded.events.values()
    reached = {scope: len(corrections.reach(events, event, scope)) for scope in SCOPES}
    return {
        "name": name,
        "candidates": [_candidate(place, event) for place in found],
        "reach": reached if event.place else {"mention": 1},
        "point": _point(event.place) if event.place else None,
        "earliest": str(event.interval.earliest) if event.interval else "",
        "latest": str(event.interval.latest) if event.interval else "",
        "others": [_other(near) for near in _neighbours(asked.loaded, event)],
    }


def correct(asked: Asked, question: Question) -> Answer:
    """``{"kind": "edit.save", "event": id, "who", "why", "changes": [{"what"}]}`` -> ids."""
    _may_write(asked)
    event = _event(asked.loaded, question.get("event"))
    changes = question.get("changes")
    if not isinstance(changes, list) or not changes:
        raise ProjectError("Nothing was changed, so there is nothing to save.")
    who, why, now = _typed(question, "who"), _typed(question, "why"), _now()
    made = [_made(asked.loaded, event, change, who, why, now) for change in changes]
    corrections.append(asked.loaded.project.corrections, made)
    return {"ids": [correction.id for correction in made]}


def undo(asked: Asked, question: Question) -> Answer:
    """``{"kind": "edit.undo", "ids": [of corrections], "who"}``: take them back."""
    _may_write(asked)
    path = asked.loaded.project.corrections
    active = {correction.id for correction in corrections.read_log(path).active}
    wanted = question.get("ids")
    ids = [str(id) for id in wanted] if isinstance(wanted, list) else []
    if not ids or not active.issuperset(ids):
        raise ProjectError("This correction has been taken back already.")
    who, now = _typed(question, "who"), _now()
    corrections.append(path, [Undo(_new_id(), now, who, "", id) for id in ids])
    return {"ids": ids}


def log(asked: Asked, _question: Question) -> Answer:
    """``{"kind": "edit.log"}`` -> every correction, the newest first, and what is wrong with it."""
    return {"rows": rows(asked.loaded), "wrong": wrong(asked.loaded)}


def file(asked: Asked, question: Question) -> Answer:
    """``{"kind": "edit.file", "format": ".jsonl" or ".csv"}`` -> the log as a file."""
    path = asked.loaded.project.corrections
    if question.get("format") == ".csv":
        name, kind = "corrections.csv", "text/csv"
        content = b"\xef\xbb\xbf" + corrections.as_csv(corrections.read_log(path)).encode()
    else:
        name, kind = "corrections.jsonl", "application/x-ndjson"
        content = path.read_bytes() if path.is_file() else b""
    return {"name": name, "type": kind, "content": base64.b64encode(content).decode("ascii")}


ANSWERERS = {
    "edit.choices": choices,
    "edit.save": correct,
    "edit.undo": undo,
    "edit.log": log,
    "edit.file": file,
}


def rows(loaded: Loaded) -> list[dict[str, Any]]:
    """Every correction of the project as plain JSON, the newest first (`row`)."""
    if loaded.extraction is None:
        return []
    made = loaded.extraction.log
    active = {entry.id for entry in made.active}
    idle = {entry.correction.id: entry.reason for entry in loaded.extraction.unapplied}
    undone = {entry.undoes: entry for entry in made.entries if isinstance(entry, Undo)}
    return [
        row(entry)
        | {
            "active": entry.id in active,
            "undone": None if entry.id in active else _signed(undone.get(entry.id)),
            "idle": idle.get(entry.id),
        }
        for entry in reversed(made.entries)
        if isinstance(entry, Correction)
    ]


def wrong(loaded: Loaded) -> list[str]:
    """The lines of the log that are no corrections."""
    return [str(error) for error in loaded.extraction.log.errors] if loaded.extraction else []


def row(entry: Correction) -> dict[str, Any]:
    """A correction for people: who changed what of which sentence, from what, to what."""
    return {
        "id": entry.id,
        "when": _moment(entry.when),
        "who": entry.who,
        "why": entry.why,
        "what": entry.what,
        "scope": entry.scope,
        "name": entry.target.name,
        "document": entry.target.document,
        "sentence": " ".join(entry.target.words.split()),
        "from": _words(entry.before, entry.after),
        "to": _words(entry.after, entry.before),
    }


def made_of(loaded: Loaded, event: str) -> list[dict[str, Any]]:
    """The corrections that made an event what it is, in the order in which they were made."""
    found = loaded.extraction.made.get(event, ()) if loaded.extraction else ()
    return [row(entry) for entry in found]


def status_said(made: list[dict[str, Any]], event: Event) -> dict[str, Any] | None:
    """Who gave an event its status, and when, if a person did: as `cards.status_said`."""
    given = [row for row in made if row["what"] == "status" and row["to"] == event.status]
    if not given:
        return None
    who, when = given[-1]["who"], given[-1]["when"]
    return {"key": "set_by" if who else "set", "status": event.status, "who": who, "when": when}


def _words(value: corrections.Value, other: corrections.Value) -> str | None:
    """A value as the card says it; of two places of one name, with the coordinates."""
    if isinstance(value, Days):
        return date_words(value.interval) or "no date"
    if isinstance(value, Spot):
        if value.place is None:
            return "no place"
        both = isinstance(other, Spot) and other.place and other.place.name == value.place.name
        return f"{value.place.name} ({_degrees(value.place)})" if both else value.place.name
    if isinstance(value, Anchor):
        return " ".join(value.words.split())
    return value


def _degrees(place: Place) -> str:
    return f"{place.latitude:.4f}, {place.longitude:.4f}"


# --- what the page sent, made into corrections


def _made(
    loaded: Loaded, event: Event, change: object, who: str, why: str, now: datetime
) -> Correction:
    if not isinstance(change, dict) or str(change.get("what")) not in _CHANGES:
        raise ProjectError("This correction is not understood; reload the page.")
    before, after = _CHANGES[change["what"]](loaded, event, change)
    if before == after and change["what"] != "reject":
        raise ProjectError("Nothing was changed, so there is nothing to save.")
    scope = change.get("scope", "mention") if change["what"] == "place" else "mention"
    if scope not in SCOPES or (scope != "mention" and event.place is None):
        raise ProjectError("This correction is not understood; reload the page.")
    target = corrections.anchor_of(event)
    return Correction(_new_id(), now, who, why, change["what"], target, before, after, scope=scope)


Change = Mapping[str, Any]
_GIVEN = ("exact", "near", "area", "country")  # precisions of a place that a person may give
Values = tuple[corrections.Value, corrections.Value]


def _place(_loaded: Loaded, event: Event, change: Change) -> Values:
    before = Spot(event.place, event.place_precision)
    if change.get("latitude") is not None or change.get("longitude") is not None:
        place = _pin(event, change)
    elif event.place and change.get("place") == event.place.id:
        place = event.place
    else:
        found = Gazetteer(progress=False).place(str(change.get("place")))
        if found is None:
            raise ProjectError("The gazetteer has no such place; choose one of the list.")
        place = found
    precision = change.get("precision") or _usual(place)
    if precision not in _GIVEN:
        raise ProjectError("Say how precise the place is: exact, near, area or country.")
    return before, Spot(place, cast(PlacePrecision, precision))


def _pin(event: Event, change: Change) -> Place:
    """A point that a person gave: it has the name of what stood there, and an id of its own."""
    latitude = _degree(change.get("latitude"), 90, "latitude")
    longitude = _degree(change.get("longitude"), 180, "longitude")
    old = event.place
    point = Place(
        id=f"corrected:{latitude:.5f},{longitude:.5f}",
        name=_typed(change, "name") or (old.name if old else event.place_text or "A point"),
        latitude=latitude,
        longitude=longitude,
        feature_class="",
        feature_code="",
        kind=old.kind if old and old.kind in _POINTS else "settlement",
    )
    if old is None or old.kind not in _POINTS or _typed(change, "name") not in ("", old.name):
        return point
    return replace(
        point, country_code=old.country_code, admin1=old.admin1, geonames_id=old.geonames_id
    )


def _degree(value: object, most: int, name: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= most:
        raise ProjectError(f"The {name} must be a number from -{most} to {most}.")
    return round(float(value), 5)


def _date(_loaded: Loaded, event: Event, change: Change) -> Values:
    try:
        first = date.fromisoformat(str(change.get("earliest")))
        last = date.fromisoformat(str(change.get("latest") or change.get("earliest")))
        after = corrections.days_of(Interval(first, last))
    except ValueError as error:
        raise ProjectError(
            "The days must be written as 2020-11-09, the first not after the last."
        ) from error
    return Days(event.interval, event.date_precision), after


def _category(_loaded: Loaded, event: Event, change: Change) -> Values:
    return event.category, _one_of(change, get_args(Category))


def _status(_loaded: Loaded, event: Event, change: Change) -> Values:
    return event.status, _one_of(change, get_args(Status))


def _reject(_loaded: Loaded, _event: Event, _change: Change) -> Values:
    return None, None


def _merge(loaded: Loaded, event: Event, change: Change) -> Values:
    other = _event(loaded, change.get("with"))
    if other.id == event.id:
        raise ProjectError("An event cannot be merged with itself.")
    return None, corrections.anchor_of(other)


def _split(_loaded: Loaded, event: Event, change: Change) -> Values:
    wanted = change.get("document"), change.get("start")
    told = [report for report in event.reports if (report.document, report.start) == wanted]
    if not told or len(event.reports) < 2:
        raise ProjectError("This event has no such report beside others.")
    return None, corrections.anchor_of(event, told[0])


_CHANGES: dict[str, Callable[[Loaded, Event, Change], Values]] = {
    "place": _place,
    "date": _date,
    "category": _category,
    "status": _status,
    "reject": _reject,
    "merge": _merge,
    "split": _split,
}


# --- looking up


def _may_write(asked: Asked) -> None:
    if asked.read_only:
        raise ProjectError("This page is read-only: corrections are made where it is served.")


def _event(loaded: Loaded, id: object) -> Event:
    event = loaded.events.get(str(id))
    if event is None:
        raise ProjectError("This event is not there any more; somebody corrected it meanwhile.")
    return event


def _candidate(place: Place, event: Event) -> dict[str, Any]:
    from_here = event.place or next(iter(event.places), None)
    return {
        **_point(place),
        "kind": place.kind,
        "where": ", ".join(filter(None, (place.admin1, place.country_code))),
        "population": place.population,
        "km": round(kilometres(from_here.latitude, from_here.longitude, place))
        if from_here
        else None,
        "precision": _usual(place),
        "current": event.place is not None and place.id == event.place.id,
    }


def _point(place: Place) -> dict[str, Any]:
    return {
        "id": place.id,
        "name": place.name,
        "latitude": round(place.latitude, 5),
        "longitude": round(place.longitude, 5),
    }


def _usual(place: Place) -> str:
    if place.kind in _POINTS:
        return "exact"
    return "country" if place.kind in {"country", "continent"} else "area"


def _neighbours(loaded: Loaded, event: Event) -> list[Event]:
    """Other events of nearly the same days: of the same place first, then the nearest."""
    if event.interval is None:
        return []
    day, place = event.interval.earliest, event.place

    def away(other: Event) -> tuple[bool, int]:
        assert other.interval is not None
        return other.place != place, abs((other.interval.earliest - day).days)

    near = [
        other
        for other in loaded.events.values()
        if other.id != event.id and other.interval and away(other)[1] <= 7
    ]
    return sorted(near, key=away)[:NEIGHBOURS]


def _other(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "title": event.title,
        "when": date_words(event.interval),
        "place": event.place.name if event.place else None,
    }


def _one_of(change: Change, allowed: tuple[str, ...]) -> str:
    to = change.get("to")
    if to not in allowed:
        raise ProjectError(f"Choose one of {', '.join(allowed)}.")
    return str(to)


def _typed(question: Mapping[str, Any], key: str) -> str:
    """What a person typed, on one line and no longer than it may be."""
    value = question.get(key)
    return " ".join(value.split())[: _LONGEST[key]] if isinstance(value, str) else ""


def _signed(entry: Entry | None) -> str | None:
    if entry is None:
        return None
    return f"{entry.who}, {_moment(entry.when)}" if entry.who else _moment(entry.when)


def _moment(when: datetime) -> str:
    utc = when.astimezone(UTC)
    return f"{utc.day} {utc:%b %Y %H:%M} UTC"


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


def _new_id() -> str:
    return uuid4().hex[:12]

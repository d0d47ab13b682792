"""Reports of one happening, within and across documents -> one Event with all its evidence.

Two reports tell of one happening if place, days and kind fit and their words overlap; the reports
are kept in the order in which they were made, so that one can ask what was known on a day.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from sys import intern

from geodata.records import Category, Event, Interval, Report, Status

SLACK = timedelta(days=1)  # who holds a place is confirmed or denied on the next day, too
WIDEST = 10  # days; wider intervals join nothing
LIKE = 0.34  # share of the shorter report's content words that the other must have

_WORD = re.compile(r"[^\W\d_]{4,}|\d+")
_HOLDING = re.compile(
    r"\b(?:(?:re)?captur|seiz|control|h[eo]ld\b|fell\b|fallen|lost\b|loss\b|(?:re)?tak(?:e|en|ing)\b"
    r"|(?:re)?took\b|liberat|conquer)",
    re.IGNORECASE,
)
_COMMON = frozenset(
    """
    said says that with from have been were which their this they after about more than into over
    also will would there other according reported officials ministry spokesman spokesperson
    announced statement monday tuesday wednesday thursday friday saturday sunday january february
    march april june july august september october november december forces authorities when where
    while government told news agency president minister defence defense foreign prime day near
    town city village district region azerbaijan azerbaijani armenia armenian karabakh nagorno
    """.split()
)
_KINDS: dict[Category, str] = {
    "combat": "fighting",
    "shelling": "fighting",
    "territorial": "control",
    "ceasefire": "agreement",
    "diplomacy": "agreement",
    "deployment": "forces",
}
# What later reports make of earlier ones: (what was held so far, what is said now) -> held then.
_CONTRADICTED: dict[frozenset[Status], Status] = {
    frozenset(("claimed", "denied")): "disputed",
    frozenset(("reported", "denied")): "disputed",
    frozenset(("planned", "denied")): "denied",
}
_ANSWERS: dict[Status, int] = {"denied": 1, "disputed": 1, "confirmed": 2}
_SURENESS: dict[Status, int] = {
    "planned": 0,
    "reported": 1,
    "claimed": 2,
    "denied": 2,
    "disputed": 3,
    "confirmed": 4,
}


def join(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events in order of their days, each happening once."""
    ordered = sorted(events, key=_order)
    groups: list[list[Event]] = []
    open_groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    words: list[frozenset[str]] = []
    for event in ordered:
        key = _key(event)
        mine = content_words(event) if key else frozenset()  # what joins nothing needs none
        match = _match(event, mine, groups, words, open_groups[key]) if key else None
        if match is None:
            groups.append([event])
            words.append(mine)
            if key:
                open_groups[key].append(len(groups) - 1)
        else:
            groups[match].append(event)
            words[match] |= mine
    return tuple(sorted((_joined(group) for group in groups), key=_order))


def _order(event: Event) -> tuple[date, date, str]:
    interval = event.interval or Interval(date.max, date.max)
    return interval.earliest, interval.latest, event.id


def _key(event: Event) -> tuple[str, str]:
    """What must be the same: the place and the kind of happening; empty if it joins nothing."""
    if event.place is None or event.interval is None or event.interval.days > WIDEST:
        return ()  # type: ignore[return-value]
    return event.place.id, _KINDS.get(event.category, event.category)


def content_words(event: Event) -> frozenset[str]:
    """The words of an event's evidence that tell it from others, cut to their stems."""
    reading = event.evidence.sentence.lower()
    return frozenset([intern(w[:6]) for w in _WORD.findall(reading) if w not in _COMMON])


def _match(
    event: Event,
    mine: frozenset[str],
    groups: Sequence[Sequence[Event]],
    words: Sequence[frozenset[str]],
    candidates: Sequence[int],
) -> int | None:
    best, most = None, LIKE
    for number in reversed(candidates[-40:]):
        group = groups[number]
        if not _near_in_time(event, group[-1]) and not _near_in_time(event, group[0]):
            continue
        if len(group) == 1 and _same_sentence(event, group[0]):
            continue
        shared = len(mine & words[number]) / max(1, min(len(mine), len(words[number])))
        if _is_one_matter(event, group[0]):
            shared += LIKE
        if shared >= most:
            best, most = number, shared
    return best


def _near_in_time(first: Event, second: Event) -> bool:
    if first.interval is None or second.interval is None:
        return False
    slack = SLACK if _KINDS.get(first.category) == "control" else timedelta(0)
    start, end = first.interval.earliest - slack, first.interval.latest + slack
    return Interval(start, end).meets(second.interval)


def _is_one_matter(first: Event, second: Event) -> bool:
    """Who holds a town on a day is one matter, in whatever words it is told."""
    return all(
        event.category == "territorial"
        and event.place_precision == "exact"
        and event.status != "planned"
        and _HOLDING.search(event.evidence.sentence)
        for event in (first, second)
    )


def _same_sentence(first: Event, second: Event) -> bool:
    one, other = first.evidence, second.evidence
    return one.document == other.document and one.start == other.start


def _joined(group: Sequence[Event]) -> Event:
    if len(group) == 1:
        return group[0]
    in_order = sorted(group, key=_told)
    reports = tuple(report for event in in_order for report in event.reports)
    best = max(group, key=lambda event: (event.date_text is not None, event.confidence))
    interval = _interval(group, best)
    first = in_order[0]
    return replace(
        best,
        id=first.id,
        title=first.title,
        status=status_of(reports),
        reports=reports,
        interval=interval,
        date_precision=best.date_precision if interval == best.interval else "range",
        actors=tuple(dict.fromkeys(a for event in group for a in event.actors)),
        figures=tuple(dict.fromkeys(f for event in group for f in event.figures)),
        places=tuple(dict.fromkeys(p for event in (best, *group) for p in event.places)),
        confidence=min(0.99, round(best.confidence + 0.03 * (len(group) - 1), 2)),
    )


def _told(event: Event) -> tuple[date, int, bool, str, int]:
    """In order of reporting; of one day the claim stands before its denial.

    What says day and place itself stands before what only leads back to it.
    """
    report = event.evidence
    plain = bool(event.place_text and event.date_text)
    answers = _ANSWERS.get(report.status, 0)
    return report.reported or date.max, answers, not plain, report.document, report.start


def _interval(group: Sequence[Event], best: Event) -> Interval | None:
    """The days on which the reports agree; from first claim to last word where they only touch."""
    dated = [event.interval for event in group if event.interval and event.date_text]
    if not dated:
        return best.interval
    earliest, latest = max(d.earliest for d in dated), min(d.latest for d in dated)
    return Interval(min(earliest, latest), max(earliest, latest))


def status_of(reports: Sequence[Report]) -> Status:
    """What a chain of reports, in order of reporting, makes of a happening in the end."""
    held: Status = reports[0].status
    for report in reports[1:]:
        contradicted = _CONTRADICTED.get(frozenset((held, report.status)))
        if contradicted:
            held = contradicted
        elif _SURENESS[report.status] > _SURENESS[held]:
            held = report.status
    return held

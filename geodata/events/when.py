"""When a happening was: its own date, else its context's, and the day it was said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from geodata.events.lexicon import SAYING
from geodata.events.views import DateAt, View
from geodata.records import DateMention, DatePrecision, Document, Interval

WIDEST = 400  # days; a wider date is history, not the day of a happening
WIDEST_DEADLINE = 62  # days; "until 2025" is no day on which something happens
MOST = 3  # dates of a sentence that may be its happening's
NEAR = 3  # sentences over which a date still holds for one that has none

_OVERTAKEN = frozenset("planned originally scheduled previously initially".split())
_RELATIVE = (", which ", ", who ", ", where ", ", whose ")
_LEADERS = frozenset(
    "on in since until by before after from of last this next for the at early late".split()
)
_EDGE = frozenset("until by before prior".split())
_DATELINE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ’'-]{2,}[^.;!?]{0,40}$")  # before the date
_TO_THE_NEWS = re.compile(r"(?:,? \d{4})?,?(?: \([^()]{1,30}\))? ?(?:[-–—]+|:)(?= )")  # behind it


@dataclass(frozen=True, slots=True)
class When:
    """The days of a happening and how they were got."""

    interval: Interval
    text: str | None
    reason: str
    precision: DatePrecision
    own: bool  # the sentence itself says it
    deadline: bool = False
    basis: str = (
        "text"  # how: explicit, relative, context, since, talks, section, before, text, far
    )
    signs: tuple[str, ...] = ()  # what speaks for it and against it, for the judge


@dataclass(frozen=True, slots=True)
class Running:
    """What the text so far says of the time: the last dated event, the last explicit date."""

    last: When | None = None
    sentence: int = -100
    paragraph: int = -1
    explicit: DateMention | None = None


def own_dates(view: View, near: int, said: date | None = None) -> tuple[When, ...]:
    """Every date of the sentence that may be the happening's at ``near`` in the reading.

    The one that suits best comes first; "since Monday" lasts until the day on which it is ``said``.
    """
    if not view.dates:
        return ()
    ranked = sorted(filter(_usable, of_the_news(view)), key=lambda at: _distance(view, at, near))
    found = [
        replace(when, signs=_signs(view, at, near, rank))
        for rank, at in enumerate(ranked[:MOST])
        if (when := date_at(view, at))
    ]
    lasting = _since(view, said) if said else None
    return (*found, lasting) if lasting else tuple(found)


def of_the_news(view: View) -> tuple[DateAt, ...]:
    """The dates of a sentence without that of its dateline, if another one follows.

    "SARAJEVO, Feb. 6 (AW) - A bomb that fell on Saturday ..."
    """
    first, *others = view.dates
    reading = view.reading
    heads = _DATELINE.match(reading, 0, first.start) and _TO_THE_NEWS.match(reading, first.end)
    return tuple(others) if others and heads else view.dates


def of_the_deed(own: tuple[When, ...]) -> tuple[When, ...]:
    """Without the days of a verb of saying, where the clause of what is said has a day itself."""
    told = [when for when in own if "clause True" in when.signs and "said False" in when.signs]
    return tuple(when for when in own if "said True" not in when.signs) if told else own


def own_date(view: View, near: int) -> When | None:
    """The date of the sentence that suits best."""
    return next(iter(own_dates(view, near)), None)


def _signs(view: View, at: DateAt, near: int, rank: int) -> tuple[str, ...]:
    """What can be seen of a date in its sentence, as names of signs that hold."""
    before = view.before(at.start, 1)
    apart = max(at.start - near, near - at.end, 0)
    return (
        f"rank {rank}",
        f"apart {min(6, apart // 25)}",
        f"side {at.start < near}",
        f"clause {view.clause(at.start) == view.clause(near)}",
        f"overtaken {not _OVERTAKEN.isdisjoint(view.before(at.start, 3))}",
        f"said {_said_on(view, at)}",
        f"passing {_in_passing(view, at)}",
        f"aside {_aside(view.reading, at.start) > near}",
        f"leads {before[0] if before and before[0] in _LEADERS else 'other'}",
        f"opens {at.start < 12}",
        f"type {at.mention.type}",
    )


def _since(view: View, said: date) -> When | None:
    for at in view.dates:
        interval = at.mention.interval
        if interval is None or view.before(at.start, 1) != ("since",):
            continue
        if interval.earliest <= said and (said - interval.earliest).days <= WIDEST_DEADLINE:
            whole = Interval(interval.earliest, said)
            reason = f"since {at.mention.text}, until the day it was said"
            return When(whole, f"since {at.mention.text}", reason, "range", own=True, basis="since")
    return None


def date_at(view: View, best: DateAt) -> When | None:
    """What a date mention says of a happening; None if it only bounds it from afar."""
    mention = best.mention
    interval = mention.interval
    if interval is None:
        return None
    edge = any(word in _EDGE for word in view.before(best.start, 2))
    if edge and interval.days > WIDEST_DEADLINE:
        return None
    return When(
        interval,
        mention.text,
        mention.reason or f"“{mention.text}”",
        precision_of(mention, interval),
        own=True,
        deadline=edge,
        basis=mention.basis,
    )


def _usable(at: DateAt) -> bool:
    mention = at.mention
    if mention.interval is None or mention.basis == "heading":
        return False
    return mention.type not in {"DURATION", "SET"} and mention.interval.days <= WIDEST


def _in_passing(view: View, at: DateAt) -> bool:
    """Whether the date is of what is only mentioned: "since fighting broke out a month ago"."""
    return "since" in view.within(view.clauses[view.clause(at.start)], at.start)


def _said_on(view: View, at: DateAt) -> bool:
    """Whether the date stands at a verb of saying: "said Thursday", "announced on Friday that"."""
    return any(word in SAYING for word in view.before(at.start, 2))


def _distance(view: View, at: DateAt, near: int) -> int:
    apart = max(at.start - near, near - at.end, 0)
    before = view.before(at.start, 3)
    overtaken = 120 if any(word in _OVERTAKEN for word in before) else 0
    overtaken += 100 if _aside(view.reading, at.start) > near else 0
    overtaken += 150 if _said_on(view, at) else 0
    overtaken += 300 if _in_passing(view, at) else 0
    return apart + overtaken + (0 if view.clause(at.start) == view.clause(near) else 60)


def _aside(reading: str, index: int) -> int:
    """Where the relative clause starts in which the character at ``index`` stands; -1 if none."""
    comma = reading.rfind(", ", 0, index)
    return comma if comma >= 0 and reading.startswith(_RELATIVE, comma) else -1


def said_date(view: View, document: Document) -> date | None:
    """The day on which it was said: at the verb, else the section's, else the publication's."""
    reference = view.sentence.section.day or document.published
    for at in view.dates:
        interval = at.mention.interval
        if interval and interval.days == 1 and _said_on(view, at):
            said = interval.latest
            return said if reference is None or said <= reference else reference
    return reference


def inherited_dates(view: View, document: Document, running: Running) -> Iterator[When]:
    """The dates of what came before that a reader may carry on, and the day of the text."""
    section = view.sentence.section.day
    if section:
        yield _day(section, "no date in the sentence: the day of its section", "section")
    carried = running.last
    if carried and view.number - running.sentence <= NEAR:
        same = running.paragraph == view.sentence.paragraph
        yield _as(carried, f"as in the sentence before ({carried.reason})", same)
    if document.published and not section:
        reason = "no date in the sentence: the day it was published"
        yield _day(document.published, reason, "text")
    explicit = running.explicit
    if explicit and explicit.interval and explicit.interval.days <= 31 and not section:
        precision = precision_of(explicit, explicit.interval)
        reason = f"no date in the sentence: “{explicit.text}” before it"
        yield When(explicit.interval, explicit.text, reason, precision, own=False, basis="far")


def _as(when: When, reason: str, same_paragraph: bool) -> When:
    basis = "before" if same_paragraph else "paragraph before"
    return replace(when, reason=reason, own=False, basis=basis, signs=())


def _day(day: date, reason: str, basis: str) -> When:
    return When(Interval(day, day), None, reason, "day", own=False, basis=basis)


def precision_of(mention: DateMention, interval: Interval) -> DatePrecision:
    """How wide a date is meant."""
    days = interval.days
    if days == 1:
        return "day"
    value = mention.value
    if "-W" in value and days <= 7:
        return "week"
    first = interval.earliest.day == 1
    if first and 28 <= days <= 31:
        return "month"
    if days >= 360 and interval.earliest.month == 1 and first:
        return "year"
    return "range"


def is_future(when: When, said: date | None) -> bool:
    """Whether the days lie behind the day on which they were spoken of."""
    return bool(said and when.interval.earliest > said)


def is_stale(when: When, said: date | None) -> bool:
    """Whether a date without much width lies years back: history told in passing."""
    return _years_back(when.interval, said)


def is_history(view: View, said: date | None) -> bool:
    """Whether a sentence names a time that lies years back."""
    return any(_years_back(at.mention.interval, said) for at in view.dates if at.mention.interval)


def _years_back(interval: Interval, said: date | None) -> bool:
    return bool(said and said - interval.latest > timedelta(days=3 * 365))

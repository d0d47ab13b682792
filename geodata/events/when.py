"""When a happening was: its own date, else its context's, and the day it was said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from geodata.events.lexicon import SAYING
from geodata.events.views import DateAt, View
from geodata.records import DateMention, DatePrecision, Document, Interval

WIDEST = 400  # days; a wider date is history, not the day of a happening
WIDEST_DEADLINE = 62  # days; "until 2025" is no day on which something happens
NEAR = 3  # sentences over which a date still holds for one that has none

_OVERTAKEN = frozenset("planned originally scheduled previously initially".split())
_RELATIVE = (", which ", ", who ", ", where ", ", whose ")
_EDGE = frozenset("until by before prior".split())


@dataclass(frozen=True, slots=True)
class When:
    """The days of a happening and how they were got."""

    interval: Interval
    text: str | None
    reason: str
    precision: DatePrecision
    sure: float  # 0-1
    own: bool  # the sentence itself says it
    deadline: bool = False


@dataclass(frozen=True, slots=True)
class Running:
    """What the text so far says of the time: the last dated event, the last explicit date."""

    last: When | None = None
    sentence: int = -100
    paragraph: int = -1
    explicit: DateMention | None = None


def own_date(view: View, near: int, said: date | None = None) -> When | None:
    """The date of the sentence that belongs to the happening at ``near`` in the reading.

    "Since Monday" lasts until the day on which it is ``said``.
    """
    usable = [at for at in view.dates if _usable(view, at)]
    plain = [at for at in usable if not _said_on(view, at)]
    if not plain and said and (lasting := _since(view, said)):
        return lasting
    if not usable:
        return None
    return date_at(view, min(plain or usable, key=lambda at: _distance(view, at, near)))


def _since(view: View, said: date) -> When | None:
    for at in view.dates:
        interval = at.mention.interval
        if interval is None or view.before(at.start, 1) != ("since",):
            continue
        if interval.earliest <= said and (said - interval.earliest).days <= WIDEST_DEADLINE:
            whole = Interval(interval.earliest, said)
            reason = f"since {at.mention.text}, until the day it was said"
            return When(whole, f"since {at.mention.text}", reason, "range", 0.8, own=True)
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
        0.95 if mention.basis == "explicit" else 0.9,
        own=True,
        deadline=edge,
    )


def _usable(view: View, at: DateAt) -> bool:
    mention = at.mention
    if mention.interval is None or mention.basis == "heading":
        return False
    if mention.type in {"DURATION", "SET"} or mention.interval.days > WIDEST:
        return False
    return not _in_passing(view, at)


def _in_passing(view: View, at: DateAt) -> bool:
    """Whether the date is of what is only mentioned: "since fighting broke out a month ago"."""
    clause = view.clauses[view.clause(at.start)]
    return any(w.lower == "since" for w in view.words if clause <= w.start < at.start)


def _said_on(view: View, at: DateAt) -> bool:
    """Whether the date stands at a verb of saying: "said Thursday", "announced on Friday that"."""
    return any(word in SAYING for word in view.before(at.start, 2))


def _distance(view: View, at: DateAt, near: int) -> int:
    apart = max(at.start - near, near - at.end, 0)
    before = view.before(at.start, 3)
    overtaken = 120 if any(word in _OVERTAKEN for word in before) else 0
    overtaken += 100 if _aside(view.reading, at.start) > near else 0
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


def inherited_date(view: View, document: Document, running: Running) -> When | None:
    """The date of what came before, where a reader would carry it on; else the day of the text."""
    section = view.sentence.section.day
    if section:
        return _day(section, "no date in the sentence: the day of its section", 0.7)
    carried = running.last
    close = view.number - running.sentence <= NEAR
    if carried and close and running.paragraph == view.sentence.paragraph:
        return _as(carried, f"as in the sentence before ({carried.reason})", 0.55)
    if document.published:
        return _day(document.published, "no date in the sentence: the day it was published", 0.5)
    explicit = running.explicit
    if explicit and explicit.interval and explicit.interval.days <= 31:
        precision = precision_of(explicit, explicit.interval)
        reason = f"no date in the sentence: “{explicit.text}” before it"
        return When(explicit.interval, explicit.text, reason, precision, 0.3, own=False)
    return None


def _as(when: When, reason: str, sure: float) -> When:
    return When(when.interval, when.text, reason, when.precision, sure * when.sure, own=False)


def _day(day: date, reason: str, sure: float) -> When:
    return When(Interval(day, day), None, reason, "day", sure, own=False)


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
    return bool(said and said - when.interval.latest > timedelta(days=3 * 365))

"""Who says so, and whether it is so: reported, claimed, denied, disputed, confirmed, planned."""

from __future__ import annotations

import re
from typing import NamedTuple

from geodata.events.happenings import Happening
from geodata.events.lexicon import (
    CLAIMING,
    CONFIRMING,
    DENYING,
    MEDIA,
    PARTY,
    SAYING,
    WATCHERS,
)
from geodata.events.views import View
from geodata.records import Category, Status

LONGEST_SPEAKER = 90  # characters
_MARKS = " ,;—–“”\"'’"

_STOPS = (", ", "”", '" ', "; ", "— ", " that ", " but ")
LONGEST_CLAUSE = 60  # characters; a longer subject has another clause in front of it
_AUXILIARY = re.compile(r"(?:^|\s)(?:has|have|had|was|were|is|are)\b")
_NAME = re.compile(r"(?:[Tt]he )?[A-Z][\w’'-]*(?: (?:of |the )*[A-Z][\w’'-]*)*")
_ADJUNCT = re.compile(
    r"^(?:after|in|during|within|on|as|at|before|since|following|for|with|by|minutes|hours|days|"
    r"speaking|if|asked|under|despite|amid)\b",
    re.IGNORECASE,
)
_CONJUNCTION = re.compile(r"\b(?:and|while|as|after|when|because|before)\b ")
_ACCORDING = re.compile(r"\b[Aa]ccording to (?:a |an )?([^,;.—–]{2,90})")
_STRAY = re.compile(
    r"""^(?: (?:but|and|however|meanwhile|while|as|that|although|also|earlier|later|yet
        | on\ \w+day)\b | [\s,“\"—–] )+""",
    re.IGNORECASE | re.VERBOSE,
)
_RELATIVE = re.compile(r",?\s(?:who|which|whose)\b.*$")
_NO_SPEAKERS = frozenset(
    """
    came went was were is are had has been led left took made got began started ended followed
    including such
    """.split()
)
_TAIL = frozenset("has have had also repeatedly later earlier reportedly then never".split())
_PRONOUN = re.compile(r"^(?:he|she|it|they|we|i|who|which|that|this|those|one)\b", re.IGNORECASE)
_PASSIVE = frozenset("by was were been be is are being not".split())
_HOSTILE: frozenset[Category] = frozenset(("combat", "shelling", "territorial", "incident"))
_REFUSING = frozenset("rejected rejects dismissed dismisses".split())
_ACCOUNTS = frozenset(
    "account accounts claim claims report reports allegation allegations accusation accusations "
    "charge charges announcement statement it them".split()
)
_COUNTED = frozenset("dead killed missing wounded toll losses civilians injured".split())
_ARMED = frozenset("forces troops army soldiers fighters units artillery".split())
_DISPUTED = re.compile(r"\b(?:was|were|is|are|been|remain\w*|soon) (?:\w+ )?disputed\b")
_NOUNS = frozenset("reports report claims claim calls call estimates".split())
_FALSE = frozenset("groundless false untrue baseless".split())
_OWN = frozenset("it its they their he his she her itself".split())


class Speech(NamedTuple):
    """Who speaks, by which verb, and what kind of source that is."""

    speaker: str | None
    verb: str
    kind: str  # "party", "media", "watcher", "unknown"
    start: int  # of the verb in the reading
    owns: bool = False  # the speaker tells of its own act


def speeches(view: View) -> tuple[Speech, ...]:
    """Every act of speech in a sentence, in order."""
    found = [
        speech
        for at, word in enumerate(view.lowers)
        if word in SAYING and (speech := _speech(view, at, word)) is not None
    ]
    for match in _ACCORDING.finditer(view.reading):
        found.append(_named(match[1].strip(), "according to", match.start()))
    return tuple(sorted(found, key=lambda speech: speech.start))


def _speech(view: View, at: int, word: str) -> Speech | None:
    """The speech of one verb: its subject before it, or after it at a quotation's end."""
    start = view.starts[at]
    previous = view.lowers[at - 1] if at else ""
    if previous in {"the", "a", "an", "of", "to", "these", "those", "such", "all", "no", "any"}:
        return None  # "the claims", "to say": a noun or an infinitive
    if previous in _PASSIVE or (word == "put" and not _counts(view)):
        return None
    speaker = _clean(_before(view.reading, start))
    if not speaker and word in _NOUNS:
        return None  # "the same reports", "claims of both sides"
    if not speaker:
        return Speech(None, word, "unknown", start)
    if _PRONOUN.match(speaker):
        return Speech(None, word, "unknown", start, _owns(view, at))
    return _named(speaker, word, start, _owns(view, at))


def _counts(view: View) -> bool:
    """Whether "put" gives a number: "put the dead at three"."""
    return not _COUNTED.isdisjoint(view.lowers)


def _before(reading: str, verb: int) -> str:
    """The subject of a verb: from the last comma, quotation mark or conjunction on.

    "Name Surname, spokesman of the army, said": the comma before the verb closes an apposition.
    """
    end = len(reading[:verb].rstrip())
    if reading[end - 1 : end] == ",":
        opening = reading.rfind(", ", 0, end - 1)
        name = reading[_stop(reading, opening) : opening] if opening > 0 else ""
        return name if re.search(r"[A-Z]\w+", name) else reading[_stop(reading, end - 1) : end - 1]
    return _subject(reading[_stop(reading, end) : end])


def _subject(part: str) -> str:
    """The noun phrase that speaks, without the clauses around it."""
    if part.endswith(" and"):  # "Name backed the deal and said": the clause's own subject
        name = _NAME.match(part)
        return name[0] if name else ""
    pieces = _CONJUNCTION.split(part)
    part = pieces[-1] if len(part) > LONGEST_CLAUSE or _AUXILIARY.search(pieces[0]) else part
    return _AUXILIARY.split(part)[0]


def _stop(reading: str, end: int) -> int:
    return max(
        0, *(reading.rfind(mark, 0, end) + len(mark) for mark in _STOPS if mark in reading[:end]), 0
    )


def _clean(words: str) -> str:
    trimmed = _RELATIVE.sub("", _STRAY.sub("", words.strip(_MARKS))).strip(_MARKS)
    while trimmed.rpartition(" ")[2].lower() in _TAIL:
        trimmed = trimmed.rpartition(" ")[0].strip(_MARKS)
    spoken = 0 < len(trimmed) <= LONGEST_SPEAKER and not _ADJUNCT.match(trimmed)
    return trimmed if spoken and _may_speak(trimmed) else ""


def _may_speak(words: str) -> bool:
    """Whether words can name who speaks; not "came on the second day", nor a number."""
    first = words.split(" ", 1)[0]
    return not first[:1].isdigit() and first.lower() not in _NO_SPEAKERS


def _owns(view: View, at: int) -> bool:
    """Whether the speaker is the one who acts: "said it had agreed", "announced a decree"."""
    if view.lowers[at] in {"announced", "declared", "announces"}:
        return True
    return not _OWN.isdisjoint(view.lowers[at + 1 : at + 4])


def _named(speaker: str, verb: str, start: int, owns: bool = False) -> Speech:
    words = set(re.findall(r"[\w/'’]+", speaker.lower().replace("’", "'")))
    words |= {word.removesuffix("'s") for word in words}
    kind = (
        "party"
        if words & PARTY
        else "media"
        if words & MEDIA
        else "watcher"
        if words & WATCHERS
        else "unknown"
    )
    return Speech(speaker, verb, kind, start, owns)


def says_who(found: tuple[Speech, ...]) -> str | None:
    """The first who is named, a party before a medium that carries its words."""
    named = [speech for speech in found if speech.speaker]
    ranked = sorted(named, key=lambda speech: speech.kind == "media")
    return ranked[0].speaker if ranked else None


def status_by_rule(
    view: View,
    found: tuple[Speech, ...],
    happening: Happening,
    told: tuple[Happening, ...],
    planned: bool,
) -> Status:
    """How sure it is that what a sentence tells is so; ``told`` is all that it names."""
    if _mutual(view):
        return "disputed"
    denied = any(_denies(view, speech) for speech in found) or _called_false(view, found)
    claims = [s for s in found if s.verb not in DENYING]
    if denied:
        return "disputed" if claims and happening.category != "statement" else "denied"
    if any(s.verb in CONFIRMING for s in found):
        return "confirmed"
    if planned:
        return "planned"
    return _stated(view, found, happening, told)


def _mutual(view: View) -> bool:
    """Whether each says it of the other: "both sides accused each other", "was disputed"."""
    words = set(view.lowers)
    if _DISPUTED.search(view.reading):
        return True
    other = any(m in view.reading.lower() for m in ("each other", "the other", "one another"))
    both = other and bool(words & {"each", "both"})
    return both and bool(words & SAYING)


def _denies(view: View, speech: Speech) -> bool:
    """Whether a verb denies: "denied that", "rejected the account", not "rejected a request"."""
    if speech.verb not in DENYING:
        return False
    return speech.verb not in _REFUSING or any(
        word in _ACCOUNTS for word in view.after(speech.start, 7)
    )


def _called_false(view: View, found: tuple[Speech, ...]) -> bool:
    words = set(view.lowers)
    denial = words & {"denied", "denies"} and not any(
        s.verb in words for s in found if s.verb in DENYING
    )
    return bool(found and words & _FALSE) or bool(denial)


def _stated(
    view: View, found: tuple[Speech, ...], happening: Happening, told: tuple[Happening, ...]
) -> Status:
    """Claimed by a party about the other or the fighting; confirmed if it tells of its own act."""
    if any(s.verb in CLAIMING for s in found):
        return "claimed"
    parties = [s for s in found if s.kind in {"party", "unknown"}]
    hostile = happening.category in _HOSTILE or any(
        h.category in _HOSTILE and h.weight >= 1.0 and h.mood == "past" for h in told
    )
    armed = not _ARMED.isdisjoint(view.lowers) and "peacekeep" not in view.reading.lower()
    if parties and (hostile or armed):
        return "claimed"
    if any(s.owns for s in parties) and happening.category != "statement":
        return "confirmed"
    return "reported"

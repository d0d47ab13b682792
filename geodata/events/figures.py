"""Casualties as a sentence gives them, with who says so; never summed."""

from __future__ import annotations

import re

from geodata.records import Figure

_NUMBERS = {
    word: number
    for number, word in enumerate(
        """
        zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen twenty
        """.split()
    )
} | {"dozen": 12, "a": 1, "an": 1, "no": 0}
_COUNT = rf"(?:\d[\d,]*|{'|'.join(_NUMBERS)})"
_QUANTITY = (
    rf"(?P<bound>at least|more than|over|nearly|almost|about|around|up to|as many as)?\s*"
    rf"(?P<low>{_COUNT})(?:\s*(?:to|–|-)\s*(?P<high>\d[\d,]*))?"
)
_PEOPLE = r"(?P<who>(?:[\w’'-]+\s){0,4}?)"
_VERBS = {
    "killed": r"killed|dead|died|deaths|executed|lost their lives",
    "wounded": r"wounded|injured|hurt",
    "displaced": r"displaced|fled|refugees|evacuated",
    "captured": r"captured|taken prisoner|prisoners",
    "missing": r"missing",
}
_ANY = "|".join(_VERBS.values())
_PASSIVE = re.compile(
    rf"\b{_QUANTITY}\s+{_PEOPLE}(?:(?:were|was|had been|have been|has been|have|had)\s+)?"
    rf"(?P<verb>{_ANY})\b",
    re.IGNORECASE,
)
_ACTIVE = re.compile(
    rf"\b(?P<verb>killed|killing|kill|wounded|wounding|injured|injuring|displaced|displacing)\s+"
    rf"{_QUANTITY}\s+(?P<who>(?:[\w’'-]+\s?){{0,3}})",
    re.IGNORECASE,
)
_HINT = re.compile(rf"{_ANY}|kill|wound|injur|displac", re.IGNORECASE)
_MILITARY = re.compile(
    r"soldier|troop|servic|military|fighter|officer|conscript|personnel|crew", re.I
)
_CIVILIAN = re.compile(r"civilian|child|women|resident|journalist|people of|villager", re.I)


def figures(reading: str, speaker: str | None) -> tuple[Figure, ...]:
    """The numbers of killed, wounded, displaced, captured and missing in a sentence."""
    if not _HINT.search(reading):
        return ()
    found: dict[tuple[str, int], Figure] = {}
    for pattern in (_ACTIVE, _PASSIVE):
        for match in pattern.finditer(reading):
            if figure := _figure(match, speaker):
                found.setdefault((figure.kind, figure.low), figure)
    return tuple(found.values())


def _figure(match: re.Match[str], speaker: str | None) -> Figure | None:
    low = _number(match["low"])
    if low is None:
        return None
    high = max(low, _number(match["high"] or "") or low)
    verb = match["verb"].lower()
    kind = next((k for k, words in _VERBS.items() if re.fullmatch(words, verb)), None)
    kind = kind or ("killed" if verb.startswith("kill") else "wounded")
    if verb.startswith("displac"):
        kind = "displaced"
    return Figure(kind, low, high, _who(match["who"]), match[0].strip(), speaker)  # type: ignore[arg-type]


def _number(words: str) -> int | None:
    digits = words.replace(",", "")
    return int(digits) if digits.isdigit() else _NUMBERS.get(words.lower())


def _who(words: str) -> str:
    if _CIVILIAN.search(words):
        return "civilian"
    return "military" if _MILITARY.search(words) else ""

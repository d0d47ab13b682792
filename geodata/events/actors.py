"""Who takes part: governments by their capitals and adjectives, persons by their titles."""

from __future__ import annotations

import re

from geodata.events.views import View

MOST = 6

_TITLED = re.compile(
    r"\b(?:President|Prime Minister|Minister|Secretary|Chancellor|General|Gen\.|Ambassador|King|"
    r"Foreign Minister|spokes(?:man|woman|person)|leader|Leader|Premier|Commander)\s+"
    r"((?:[A-ZÀ-Þ][\w’'-]+\s?){1,3})"
)
_GROUP = re.compile(
    r"\b((?:[A-Z][\w-]+\s)?[A-Z][\w-]*(?:ian|ish|ese|ani|ans|ists|an|i|backed))\s+"
    r"(forces|troops|peacekeepers|soldiers|military|army|police|authorities|officials|government|"
    r"separatists|rebels|militants|fighters)\b"
)


def actors(view: View) -> tuple[str, ...]:
    """Parties that the sentence names, in order, at most six; order does not mean blame."""
    found: list[tuple[int, str]] = []
    for at in view.places:
        if at.mention.role == "metonym" and at.mention.place:
            found.append((at.start, at.mention.toponym))
    for match in _GROUP.finditer(view.reading):
        found.append((match.start(), f"{match[1]} {match[2]}"))
    for match in _TITLED.finditer(view.reading):
        found.append((match.start(), match[1].strip()))
    names = (name for _, name in sorted(found))
    return tuple(dict.fromkeys(names))[:MOST]

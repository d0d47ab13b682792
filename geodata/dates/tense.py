"""Whether the words around a date look forward or back."""

from __future__ import annotations

import re
from typing import Literal

Direction = Literal["forward", "back", "open"]

OPENING = 12  # characters before a date that opens its sentence: "On early "
REACH = 90  # characters before the date that are looked at

_FORWARD = r"""
    will | wo(?=n['’]t) | shall | would | ['’]ll | going\ to | about\ to | due | scheduled | slated
  | set\ (?:to|for) | plan(?:s|ned|ning)? | expect(?:s|ed)? | postponed | delayed | upcoming
  | ahead\ of | deadline | (?:is|are|was|were|be|agreed|ready|prepares?|preparing)\ to
  | to\ (?:begin|start|meet|visit|be|take\ place|resume|vote|open|arrive|travel|discuss|address)
  | as\ (?:soon|early)\ as | effective | starting | maturing | payable | expires? | until | till
  | extend(?:ed|s)?
"""
_BACK = r"""
    was | were | had | did | said | says | told | came | went | took | began | broke | fell | held
  | met | made | left | saw | won | lost | shot | struck | rose | since | ended | killed
"""
_CUE = re.compile(
    rf"\b(?:(?P<forward>{_FORWARD})(?:\ (?:not\ )?(?:be|have|been)\ \w+|\ \w+ed\b)?"
    rf"|(?P<back>{_BACK}|(?-i:[a-z]{{2,}}ed)))\b",
    re.VERBOSE | re.IGNORECASE,
)
_AFTER = re.compile(
    rf"\b(?:(?P<forward>will|wo(?=n['’]t)|(?:is|are)\ (?:to|due|expected|scheduled|set)"
    rf"|(?:plans?|intends?|hopes?)\ to)|(?P<back>{_BACK}|(?-i:[a-z]{{2,}}ed)))\b",
    re.VERBOSE | re.IGNORECASE,
)
_BREAK = re.compile(
    r"[;:“”\"]|\b(?:who|which|after|when|where|while|but|although)\b|(?<![ap]\.m)\.\s"
)


def direction(reading: str, start: int, end: int) -> Direction:
    """Where the clause around a date points: the cue that stands nearest before it decides.

    A date that opens its sentence takes the first cue after it: "On Friday, they will meet".
    """
    before = reading[max(0, start - REACH) : start]
    breaks = [match.start() for match in _BREAK.finditer(before)]
    clause = before[breaks[-1] :] if breaks else before
    found: Direction = "open"
    for cue in _CUE.finditer(clause):
        found = "forward" if cue["forward"] else "back"
    if found == "open" and start <= OPENING:
        cue_after = _AFTER.search(reading[end : end + REACH])
        return "forward" if cue_after and cue_after["forward"] else "open"
    return found

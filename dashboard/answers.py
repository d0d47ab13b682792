"""What the page asks of Python beyond the view - a search, a correction - and who answers it.

A question is ``{"id": …, "kind": …, …}`` as the browser sends it, an answer ``{"id": …, …}``, or
``{"id": …, "error": words for the reader}``. A question that comes twice is answered once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.loading import Loaded
from geodata.records import GeodataError

Question = Mapping[str, Any]
Answer = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """Of whom it is asked: the project as it is now, and whether it may be changed."""

    loaded: Loaded
    read_only: bool = True


Answerer = Callable[[Asked, Question], Answer]


def answer(asked: Asked, question: Question, answerers: Mapping[str, Answerer]) -> Answer:
    """What the answerer of its kind says of it, whatever was sent: a page can send anything."""
    identity = str(question.get("id", ""))
    answerer = answerers.get(str(question.get("kind", "")))
    if answerer is None:
        return {"id": identity, "error": "This question is not understood; reload the page."}
    try:
        return {"id": identity, **answerer(asked, question)}
    except GeodataError as error:
        return {"id": identity, "error": str(error)}


def nothing(_asked: Asked, _question: Question) -> Answer:
    """An answer without content, which takes the place of a long one."""
    return {}

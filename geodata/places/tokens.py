"""A sentence's reading cut into words and signs, as the finder looks at them."""

from __future__ import annotations

import re
from typing import NamedTuple

# Initials with their full stops ("U.S.", "W.Va."); words with inner apostrophes ("O'Fallon") but
# without the possessive; the possessive; numbers; any other sign by itself.
_TOKEN = re.compile(
    r"(?:[^\W\d_]{1,2}\.){2,}"
    r"|[^\W\d_]+(?:['’](?![sS]\b)[^\W\d_]+)*"
    r"|['’][sS]\b"
    r"|\d+(?:[.,:]\d+)*\w*"
    r"|[^\w\s]|_+"
)
EDGE = "<>"  # stands before the first and after the last token
PADDING = 3


class Tokens(NamedTuple):
    """Parallel columns, padded with ``EDGE`` on both sides so that features may look beyond."""

    text: list[str]
    lower: list[str]
    start: list[int]  # index in the reading
    end: list[int]
    capital: list[bool]  # begins with a capital letter


def tokenise(reading: str) -> Tokens:
    pad = [EDGE] * PADDING
    zero = [0] * PADDING
    found = list(_TOKEN.finditer(reading))
    text = [*pad, *(m[0] for m in found), *pad]
    return Tokens(
        text,
        [t.lower() for t in text],
        [*zero, *(m.start() for m in found), *zero],
        [*zero, *(m.end() for m in found), *zero],
        [t[0].isupper() for t in text],
    )

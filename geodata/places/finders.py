"""The finders by the names that ``dateline.toml`` gives them.

``finder = "dateline"`` (or nothing) is our own; ``"spacy"`` and ``"spacy:en_core_web_md"`` ask an
installed model of spaCy.
"""

from __future__ import annotations

from functools import lru_cache, partial

from geodata.places import Finder, find_places
from geodata.places.spacy_finder import USUAL, spacy_finder

OWN, SPACY = "dateline", "spacy"


@lru_cache(maxsize=4)
def finder(name: str = OWN, demonyms: bool = False) -> Finder:
    """The finder of this name; ``demonyms``: whether words for a people are mentions, too.

    Raises
    ------
    ProjectError
        If it needs what is not installed.
    ValueError
        If there is none of this name.

    """
    kind, _, model = name.partition(":")
    if kind == SPACY:
        return spacy_finder(model or USUAL, demonyms)
    if name != OWN:
        raise ValueError(f'no finder is called {name}; there are "dateline" and "spacy:MODEL"')
    return partial(find_places, demonyms=True) if demonyms else find_places


def is_finder(name: object) -> bool:
    """Whether a finder may be called so; whether it is installed is seen when it is used."""
    return isinstance(name, str) and (name in (OWN, SPACY) or name.startswith(f"{SPACY}:"))

